//! A cluster in motion: nodes that answer as they were told to.

mod scripted;

use std::sync::Mutex;

use coredis::errors::{
    AskError, ClusterCrossSlotError, ClusterDownError, ClusterError, ClusterRoutingError, MovedError, NetworkError,
    RedisClusterError, ResponseError,
};
use coredis::{Cluster, Value};
use errtax::Unclassified;
use scripted::Scripted;

/// A node that takes itself for the only one, and answers everything else so.
fn node(answer: impl Fn(&str) -> String + Send + Sync + 'static) -> Scripted {
    Scripted::answering(move |request, port| {
        Some(if request == "CLUSTER SLOTS" { all_slots(port) } else { answer(request) })
    })
}

/// All slots, at one port.
fn all_slots(port: u16) -> String {
    format!("*1\r\n{}", slots(0, 16383, port))
}

/// A range of slots, and the port of its node.
fn slots(first: i64, last: i64, port: u16) -> String {
    format!("*3\r\n:{first}\r\n:{last}\r\n*2\r\n$9\r\n127.0.0.1\r\n:{port}\r\n")
}

fn cluster(node: &Scripted) -> Cluster {
    Cluster::new([("127.0.0.1", node.port)])
}

fn word(text: &str) -> Value {
    Value::BulkString(text.into())
}

#[test]
fn a_command_goes_where_its_slot_is() {
    let upper = node(|_| "$1\r\nv\r\n".to_owned());
    let port = upper.port;
    let lower = Scripted::answering(move |request, own| {
        // Numbers that are no slots are passed over.
        let all = [slots(0, 8191, own), slots(8192, 16383, port), slots(-1, i64::MAX, port)].concat();
        Some(if request == "CLUSTER SLOTS" { format!("*3\r\n{all}") } else { "$1\r\nw\r\n".to_owned() })
    });
    let mut cluster = cluster(&lower);
    assert_eq!(cluster.call(&["GET", "foo"], &["foo"]).unwrap(), word("v"), "slot 12182");
    assert_eq!(cluster.call(&["GET", "bar"], &["bar"]).unwrap(), word("w"), "slot 5061");
    assert_eq!(lower.requests(), ["CLUSTER SLOTS", "GET bar"]);
    assert_eq!(upper.requests(), ["GET foo"]);
}

#[test]
fn moved_is_followed_and_the_slots_are_asked_for_anew() {
    let new = node(|_| "$1\r\nv\r\n".to_owned());
    let moved = format!("-MOVED 12539 127.0.0.1:{}\r\n", new.port);
    let old = node(move |_| moved.clone());
    let mut cluster = cluster(&old);
    assert_eq!(cluster.call(&["GET", "k"], &["k"]).unwrap(), word("v"));
    assert_eq!(cluster.call(&["GET", "other"], &["other"]).unwrap(), word("v"));
    assert_eq!(old.requests(), ["CLUSTER SLOTS", "GET k"]);
    assert_eq!(new.requests(), ["CLUSTER SLOTS", "GET k", "GET other"]);
}

#[test]
fn ask_is_followed_once_with_asking_before_the_command() {
    let importing = node(|request| if request == "ASKING" { "+OK\r\n" } else { "$1\r\nv\r\n" }.to_owned());
    // No host is the host that was asked.
    let ask = format!("-ASK 12539 :{}\r\n", importing.port);
    let migrating = node(move |_| ask.clone());
    let mut cluster = cluster(&migrating);
    for _ in 0..2 {
        assert_eq!(cluster.call(&["GET", "k"], &["k"]).unwrap(), word("v"));
    }
    assert_eq!(migrating.requests(), ["CLUSTER SLOTS", "GET k", "GET k"]);
    assert_eq!(importing.requests(), ["ASKING", "GET k", "ASKING", "GET k"]);
}

#[test]
fn try_again_is_waited_for() {
    let replies = Mutex::new(["-TRYAGAIN Multiple keys request during rehashing of slot\r\n"; 2].into_iter());
    let node = node(move |_| replies.lock().unwrap().next().unwrap_or("*0\r\n").to_owned());
    let reply = cluster(&node).call(&["MGET", "{t}1", "{t}2"], &["{t}1", "{t}2"]);
    assert_eq!(reply.unwrap(), Value::Array(Vec::new()));
    assert_eq!(node.requests(), ["CLUSTER SLOTS", "MGET {t}1 {t}2", "MGET {t}1 {t}2", "MGET {t}1 {t}2"]);
}

#[test]
fn a_cluster_that_sends_a_command_on_and_on_is_given_up() {
    let circle = Scripted::answering(|request, port| {
        Some(if request == "CLUSTER SLOTS" { "*0\r\n".to_owned() } else { format!("-MOVED 12539 :{port}\r\n") })
    });
    let error = cluster(&circle).call(&["GET", "k"], &["k"]).unwrap_err();
    assert!(error.is_a::<RedisClusterError>() && !error.is_a::<ResponseError>());
    let given_up: &ClusterError = error.downcast_ref().unwrap();
    assert_eq!((given_up.attempts, &*error.to_string()), (16, "Maximum retries exhausted."));
    assert!(given_up.last.is_a::<MovedError>());
    assert!(errtax::find_a::<MovedError>(&error).is_some(), "the last answer is the cause");
    assert_eq!(circle.requests().iter().filter(|request| *request == "GET k").count(), 16);
}

/// The original's parser crashes.
#[test]
fn a_redirection_that_points_nowhere_is_an_error_like_any_other() {
    for (line, is_moved) in [("-MOVED 12539\r\n", true), ("-ASK x 127.0.0.1:1\r\n", false)] {
        let node = node(move |_| line.to_owned());
        let error = cluster(&node).call(&["GET", "k"], &["k"]).unwrap_err();
        assert!(error.is_a::<AskError>() && error.is_a::<MovedError>() == is_moved);
        assert!(error.downcast_ref::<AskError>().is_none() && error.downcast_ref::<Unclassified>().is_some());
        assert_eq!(node.requests(), ["CLUSTER SLOTS", "GET k"]);
    }
}

#[test]
fn keys_in_several_slots_are_refused_before_anything_is_sent() {
    let node = node(|_| "*0\r\n".to_owned());
    let error = cluster(&node).call(&["MGET", "a", "b"], &["a", "b"]).unwrap_err();
    let crossed: &ClusterCrossSlotError = error.downcast_ref().unwrap();
    assert_eq!(
        (crossed.command.as_deref(), crossed.keys.as_deref()),
        (Some("MGET"), Some(&["a".into(), "b".into()][..]))
    );
    assert_eq!(error.to_string(), "Keys ('a', 'b') for 'MGET' don't hash to the same slot");
    assert!(node.requests().is_empty());
}

#[test]
fn another_error_is_the_callers() {
    let node = node(|_| "-CLUSTERDOWN Hash slot not served\r\n".to_owned());
    let error = cluster(&node).call(&["GET", "k"], &["k"]).unwrap_err();
    assert!(error.is_a::<ClusterDownError>() && error.is_retryable());
    assert_eq!(node.requests(), ["CLUSTER SLOTS", "GET k"]);
}

#[test]
fn a_node_whose_connection_broke_is_asked_anew() {
    let hangs_up = Mutex::new(true);
    let node = Scripted::answering(move |request, port| {
        let is_broken = request == "GET k" && std::mem::take(&mut *hangs_up.lock().unwrap());
        (!is_broken).then(|| if request == "CLUSTER SLOTS" { all_slots(port) } else { "$1\r\nv\r\n".to_owned() })
    });
    let mut cluster = cluster(&node);
    let lost = cluster.call(&["GET", "k"], &["k"]).unwrap_err();
    assert!(lost.is_a::<NetworkError>() && lost.is_retryable());
    assert_eq!(cluster.call(&["GET", "k"], &["k"]).unwrap(), word("v"));
    assert_eq!(node.requests(), ["CLUSTER SLOTS", "GET k", "CLUSTER SLOTS", "GET k"]);
}

#[test]
fn one_seed_that_can_be_reached_is_enough() {
    let node = node(|_| "$1\r\nv\r\n".to_owned());
    let nobody = ("127.0.0.1", testbed::free_port().unwrap());
    let mut cluster = Cluster::new([nobody, ("127.0.0.1", node.port)]);
    assert_eq!(cluster.call(&["GET", "k"], &["k"]).unwrap(), word("v"));

    let error = Cluster::new([nobody]).call(&["GET", "k"], &["k"]).unwrap_err();
    assert!(error.is_a::<NetworkError>());
    assert_eq!(error.to_string(), format!("Could not connect to 127.0.0.1:{}", nobody.1));
    assert!(Cluster::new([]).call(&["GET", "k"], &["k"]).unwrap_err().is_a::<ClusterRoutingError>());
}
