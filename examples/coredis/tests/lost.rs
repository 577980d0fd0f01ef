//! A connection that is lost is made anew by the next call: a loop that tries again goes on.

mod scripted;

use std::time::Duration;

use coredis::errors::{
    ConnectionError, InvalidResponse, NetworkError, TooManyClientsError, WatchError, WrongTypeError,
};
use coredis::{Budget, Connection, Value, retry};
use errtax::{Error, catch};
use scripted::Scripted;

fn open(server: &Scripted) -> Connection {
    Connection::open("127.0.0.1", server.port).unwrap()
}

/// As often as that, where there is no connection.
fn by_class(retries: u32) -> impl FnMut(&Error) -> Option<Duration> {
    let mut network = Budget::new(retries, Duration::from_millis(1));
    move |error| catch!(error => { _ is ConnectionError => network.spend(), _ => None })
}

#[test]
fn the_next_attempt_connects_anew() {
    let server = Scripted::new([None, None, Some("$1\r\nv\r\n"), Some("$1\r\nw\r\n")]);
    let mut connection = open(&server);
    assert_eq!(retry(|| connection.call(&["GET", "k"]), by_class(2)).unwrap(), Value::BulkString(b"v".to_vec()));
    assert_eq!((server.requests(), server.connections()), (vec!["GET k".to_owned(); 3], 3));
    // The new one is kept.
    assert_eq!(connection.call(&["GET", "k"]).unwrap(), Value::BulkString(b"w".to_vec()));
    assert_eq!(server.connections(), 3);
}

#[test]
fn what_was_sent_together_is_sent_together_again() {
    let server = Scripted::new([Some("+OK\r\n"), None, Some("+OK\r\n"), Some("-WRONGTYPE no list\r\n")]);
    let mut connection = open(&server);
    let commands: [&[&str]; 2] = [&["SET", "a", "1"], &["LPUSH", "a", "3"]];
    let values = retry(|| connection.pipeline(&commands), by_class(1)).unwrap();
    assert!(values[0].is_ok() && values[1].as_ref().unwrap_err().is_a::<WrongTypeError>());
    assert_eq!(server.requests(), ["SET a 1", "LPUSH a 3", "SET a 1", "LPUSH a 3"]);
    assert_eq!(server.connections(), 2);
}

/// Nobody watches the keys any longer: the transaction could overwrite what somebody else wrote.
#[test]
fn a_transaction_is_refused_whose_watch_was_lost() {
    let watch = [Some("+OK\r\n"), None, Some("$1\r\nv\r\n")];
    let again = ["+OK\r\n", "+OK\r\n", "+QUEUED\r\n", "*1\r\n+OK\r\n"].map(Some);
    let server = Scripted::new(watch.into_iter().chain(again));
    let mut connection = open(&server);
    connection.call(&["WATCH", "k"]).unwrap();
    retry(|| connection.call(&["GET", "k"]), by_class(1)).unwrap();
    let commands: [&[&str]; 1] = [&["SET", "k", "w"]];
    let refused = connection.transaction(&commands).unwrap_err();
    assert!(refused.is_a::<WatchError>());
    assert_eq!(refused.to_string(), "A connection error occurred while watching one or more keys");

    connection.call(&["watch", "k"]).unwrap();
    assert!(connection.transaction(&commands).unwrap()[0].is_ok());
    assert_eq!(server.requests()[3..], ["watch k", "MULTI", "SET k w", "EXEC"]);
}

#[test]
fn one_that_was_lost_itself_is_not_done_again_without_its_watch() {
    let server = Scripted::new([Some("+OK\r\n"), None]);
    let mut connection = open(&server);
    connection.call(&["WATCH", "k"]).unwrap();
    let refused = retry(|| connection.transaction(&[&["SET", "k", "w"]]), by_class(1)).unwrap_err();
    assert!(refused.is_a::<WatchError>());
    assert_eq!(server.requests(), ["WATCH k", "MULTI"]);
}

#[test]
fn what_is_watched_no_longer_cannot_be_lost() {
    let script = ["+OK\r\n", "+OK\r\n"].map(Some).into_iter().chain([None]);
    let server = Scripted::new(script.chain(["+OK\r\n", "+QUEUED\r\n", "*1\r\n+OK\r\n"].map(Some)));
    let mut connection = open(&server);
    connection.call(&["WATCH", "k"]).unwrap();
    connection.call(&["UNWATCH"]).unwrap();
    assert!(connection.call(&["GET", "k"]).unwrap_err().is_a::<NetworkError>());
    assert!(connection.transaction(&[&["SET", "k", "w"]]).unwrap()[0].is_ok());
}

#[test]
fn an_error_reply_is_no_lost_connection_unless_it_says_so() {
    let script = ["-WRONGTYPE no list\r\n", "-LOADING soon\r\n", "-ERR max number of clients reached\r\n", "+OK\r\n"];
    let server = Scripted::new(script.map(Some));
    let mut connection = open(&server);
    assert!(connection.call(&["LPUSH", "a", "3"]).unwrap_err().is_a::<WrongTypeError>());
    assert!(connection.call(&["GET", "a"]).unwrap_err().is_a::<ConnectionError>());
    assert_eq!(server.connections(), 1);
    assert!(connection.call(&["GET", "a"]).unwrap_err().is_a::<TooManyClientsError>());
    assert_eq!((connection.call(&["SET", "a", "1"]).unwrap(), server.connections()), (Value::Okay, 2));
}

#[test]
fn nor_is_a_connection_that_is_out_of_step_used_any_longer() {
    let server = Scripted::new([Some("a\r\n+late\r\n"), Some("$1\r\nv\r\n")]);
    let mut connection = open(&server);
    assert!(connection.call(&["GET", "a"]).unwrap_err().is_a::<InvalidResponse>());
    assert_eq!(connection.call(&["GET", "b"]).unwrap(), Value::BulkString(b"v".to_vec()));
    assert_eq!(server.connections(), 2);
}

#[test]
fn a_server_that_hangs_up_each_time_is_given_up() {
    let server = Scripted::new([None::<&str>; 3]);
    let mut connection = open(&server);
    let lost = retry(|| connection.call(&["GET", "k"]), by_class(2)).unwrap_err();
    assert!(lost.is_a::<NetworkError>());
    assert_eq!((server.requests().len(), server.connections()), (3, 3));
}

#[test]
fn redis_itself_ends_a_connection() {
    if !testbed::is_live("a connection that Redis ends") {
        return;
    }
    let server = testbed::Redis::start(&[]).unwrap();
    let [mut redis, mut other] = [0, 1].map(|_| Connection::open("127.0.0.1", server.port()).unwrap());
    redis.call(&["SET", "k", "v"]).unwrap();
    let kill = |connection: &mut Connection, other: &mut Connection| {
        let Value::Int(id) = connection.call(&["CLIENT", "ID"]).unwrap() else { panic!("an id is a number") };
        assert_eq!(other.call(&["CLIENT", "KILL", "ID", &id.to_string()]).unwrap(), Value::Int(1));
    };
    kill(&mut redis, &mut other);
    assert!(redis.call(&["GET", "k"]).unwrap_err().is_a::<NetworkError>());
    assert_eq!(redis.call(&["GET", "k"]).unwrap(), Value::BulkString(b"v".to_vec()));
    kill(&mut redis, &mut other);
    assert_eq!(retry(|| redis.call(&["GET", "k"]), by_class(1)).unwrap(), Value::BulkString(b"v".to_vec()));
}
