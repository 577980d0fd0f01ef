//! Programs, against a server that answers as it was recorded.

use std::error::Error as _;
use std::iter::successors;
use std::time::Duration;

use coredis::errors::ConnectionError;
use coredis::{Budget, Connection, Value as Reply, integer, retry};
use errtax::{Error, catch};
use serde_json::json;
use testbed::{Case, Comparison};

use crate::same;
use crate::scripted::Scripted;

/// What servers answer `HELLO` with, where a case has no more of it than the beginning.
const HELLO: [&str; 4] = [
    "-WRONGPASS invalid username-password pair or user is disabled.",
    "-NOPROTO unsupported protocol version",
    "-NOPERM User default has no permissions to run the 'hello' command",
    // Before version 6.
    "-ERR unknown command `HELLO`, with args beginning with: `3`",
];

pub(crate) fn flow(case: &Case, compare: &mut Comparison) {
    let script: Vec<Option<String>> = match case.input["hello"].as_str() {
        Some(beginning) => vec![Some(format!("{}\r\n", whole(beginning)))],
        None => serde_json::from_value(case.input["script"].clone()).unwrap(),
    };
    // How often the client that was recorded tried again, no case says: not where the server had nothing to say.
    let has_replies = script.iter().any(Option::is_some);
    let retries = script.len().saturating_sub(1).max(has_replies.into());
    let server = Scripted::new(script);
    let requests: Vec<String> = serde_json::from_value(case.noted("requests").unwrap().clone()).unwrap();
    let commands: Vec<Vec<&str>> = requests.iter().map(|request| request.split(' ').collect()).collect();

    let result = ran(server.port, &commands, retries.try_into().unwrap());
    let is_value = result.as_ref().is_err_and(|error| error.context("number").is_some());
    if case.should("note").is_some() {
        compare.holds("a value of the pipeline", is_value);
    }
    match &result {
        Ok(reply) => {
            compare.that("class", case.recorded("expected_class"), None::<&str>);
            compare.that("result", case.recorded("expected_result"), json!({"bytes": word(reply)}));
        }
        Err(error) => {
            same(case, compare, error);
            compare.that("causes", case.recorded("expected_cause_chain"), causes(error));
        }
    }
    let sent = server.requests().into_iter().filter(|request| request != "HELLO 3").collect::<Vec<_>>();
    compare.that("requests", case.noted("requests"), sent);
}

/// The reply that begins so; as it is, where it is not known.
fn whole(beginning: &str) -> &str {
    let said = beginning.trim_end_matches('.').trim_end();
    HELLO.into_iter().find(|reply| reply.starts_with(said)).unwrap_or(beginning)
}

/// What is underneath the error, each as Python calls it.
fn causes(error: &Error) -> Vec<&'static str> {
    let called = |cause: &(dyn std::error::Error + 'static)| {
        let lost = cause.downcast_ref().map(lost);
        lost.or_else(|| cause.downcast_ref::<Error>().map(|error| error.taxon().name()))
    };
    successors(error.source(), |&cause| cause.source()).filter_map(called).collect()
}

/// How the connection was lost. What the system failed with, of which the crate redis makes its error, is the same there.
fn lost(failed: &redis::RedisError) -> &'static str {
    if failed.is_connection_refusal() {
        "ConnectionRefusedError"
    } else if failed.is_timeout() {
        "TimeoutError"
    } else if failed.is_connection_dropped() {
        "EndOfStream"
    } else {
        "OSError"
    }
}

fn word(reply: &Reply) -> String {
    redis::from_redis_value_ref(reply).unwrap()
}

/// The commands, as the program that was recorded sent them.
fn ran(port: u16, commands: &[Vec<&str>], retries: u32) -> errtax::Result<Reply> {
    let mut connection = Connection::open("127.0.0.1", port)?;
    let all: Vec<&[&str]> = commands.iter().map(Vec::as_slice).collect();
    let mut call = |command: &[&str]| connection.call(command);
    match all.as_slice() {
        [] => call(&["HELLO", "3"]),
        [before @ .., ["EXEC"]] => {
            let multi = before.iter().position(|command| *command == ["MULTI"]).expect("what `EXEC` ends");
            before[..multi].iter().try_for_each(|command| call(command).map(drop))?;
            connection.transaction(&before[multi + 1..]).map(|_| Reply::Nil)
        }
        [command, wait @ (["WAIT", replicas, timeout] | ["WAITAOF", _, replicas, timeout])] => {
            call(command)?;
            let reached = call(wait)?;
            let timeout = Duration::from_millis(timeout.parse().unwrap());
            let replicas = replicas.parse().unwrap();
            match wait {
                ["WAITAOF", local, ..] => {
                    let reached = redis::from_redis_value(reached).unwrap();
                    integer::synced(command[0], (local.parse().unwrap(), replicas), timeout, reached)?;
                }
                _ => integer::replicated(command[0], replicas, timeout, redis::from_redis_value(reached).unwrap())?,
            }
            Ok(Reply::Okay)
        }
        [command @ ["EXPIRETIME" | "PEXPIRETIME", ..]] => {
            let reply = redis::from_redis_value(call(command)?).unwrap();
            integer::time(reply).map(|_| Reply::Okay)
        }
        [command, again @ ..] if again.iter().all(|other| other == command) => {
            let mut budget = Budget::new(retries, Duration::ZERO);
            let wait = |error: &Error| catch!(error => { _ is ConnectionError => budget.spend(), _ => None });
            retry(|| connection.call(command), wait)
        }
        pipeline => connection.pipeline(pipeline)?.into_iter().find(Result::is_err).unwrap_or(Ok(Reply::Nil)),
    }
}
