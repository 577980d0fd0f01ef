//! Sentinels: who is the primary now, and which replicas it has.

use crate::connection::{Connection, Value, text};
use crate::errors::{PrimaryNotFoundError, ReplicaNotFoundError, StalePrimaryError};

/// A connection to the primary that is watched under that name, as the first of the sentinels knows it that knows any.
///
/// # Errors
///
/// [`PrimaryNotFoundError`] where none does, also where none can be reached; [`StalePrimaryError`] where it is a primary
/// no longer; what goes wrong with its connection.
pub fn primary(sentinels: &[(&str, u16)], service: &str) -> errtax::Result<Connection> {
    let known = ask(sentinels, &["SENTINEL", "GET-MASTER-ADDR-BY-NAME", service], |reply| address(&reply));
    let (host, port) = known.ok_or_else(|| PrimaryNotFoundError { service: service.to_owned() })?;
    let mut primary = Connection::open(&host, port)?;
    let role = match primary.call(&["ROLE"])? {
        Value::Array(role) => role.first().map(text).unwrap_or_default(),
        _ => String::new(),
    };
    if role == "master" {
        Ok(primary)
    } else {
        Err(StalePrimaryError { service: service.to_owned(), host, port, role }.into())
    }
}

/// A connection to a replica of the primary that is watched under that name: the first that is not down.
///
/// # Errors
///
/// [`ReplicaNotFoundError`] where no sentinel knows one; what goes wrong with its connection.
pub fn replica(sentinels: &[(&str, u16)], service: &str) -> errtax::Result<Connection> {
    let known = ask(sentinels, &["SENTINEL", "REPLICAS", service], |reply| {
        let Value::Array(replicas) = reply else { return None };
        replicas.iter().find_map(usable)
    });
    let (host, port) = known.ok_or_else(|| ReplicaNotFoundError { service: service.to_owned() })?;
    Connection::open(&host, port)
}

/// The first answer that says where something is.
fn ask<T>(sentinels: &[(&str, u16)], question: &[&str], answer: impl Fn(Value) -> Option<T>) -> Option<T> {
    sentinels.iter().find_map(|(host, port)| {
        let reply = Connection::open(host, *port).and_then(|mut sentinel| sentinel.call(question));
        answer(reply.ok()?)
    })
}

fn address(reply: &Value) -> Option<(String, u16)> {
    let Value::Array(words) = reply else { return None };
    let [host, port] = &words[..] else { return None };
    Some((text(host), text(port).parse().ok()?))
}

/// Where the replica is, if it can be used: names and values take turns.
fn usable(replica: &Value) -> Option<(String, u16)> {
    let Value::Array(facts) = replica else { return None };
    let fact = |name: &str| facts.chunks_exact(2).find(|pair| text(&pair[0]) == name).map(|pair| text(&pair[1]));
    let is_down = fact("flags")?.split(',').any(|flag| flag.ends_with("down") || flag == "disconnected");
    if is_down { None } else { Some((fact("ip")?, fact("port")?.parse().ok()?)) }
}
