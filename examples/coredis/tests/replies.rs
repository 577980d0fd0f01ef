//! Replies over a connection: pipelines, transactions, numbers.

mod scripted;

use coredis::errors::{
    ExecAbortError, InvalidResponse, NetworkError, NoKeyError, PrimaryNotFoundError, ReplicaNotFoundError,
    ResponseError, SentinelError, StalePrimaryError, StreamDuplicateConsumerGroupError, UnknownCommandError,
    WatchError, WrongTypeError,
};
use coredis::{Connection, Value, integer, sentinel};
use scripted::Scripted;

fn connection(script: &[&str]) -> (Scripted, Connection) {
    let server = Scripted::new(script.iter().copied().map(Some));
    let connection = Connection::open("127.0.0.1", server.port).unwrap();
    (server, connection)
}

/// In the original, two of these escape from the pipeline, as they are no `ResponseError`.
#[test]
fn errors_in_a_pipeline_are_values_that_know_their_place() {
    let script =
        ["+OK\r\n", "-WRONGTYPE no list\r\n", "-NOKEY no such key\r\n", "-BUSYGROUP exists\r\n", "$1\r\nv\r\n"];
    let (server, mut connection) = connection(&script);
    let commands: [&[&str]; 5] =
        [&["SET", "a", "1"], &["LPUSH", "c", "3"], &["RENAME", "x", "y"], &["XGROUP", "CREATE"], &["GET", "x"]];
    let values = connection.pipeline(&commands).unwrap();

    assert_eq!(values.iter().map(Result::is_ok).collect::<Vec<_>>(), [true, false, false, false, true]);
    let error = |at: usize| values[at].as_ref().unwrap_err();
    assert!(error(1).is_a::<WrongTypeError>() && error(2).is_a::<NoKeyError>());
    assert!(error(3).is_a::<StreamDuplicateConsumerGroupError>() && error(3).is_a::<ResponseError>());
    assert_eq!((error(1).context("number"), error(1).context("command")), (Some("2"), Some("LPUSH c 3")));
    assert_eq!(error(1).message().as_deref(), Some("no list"), "what the server said");
    assert_eq!(error(1).to_string(), "Command # 2 (LPUSH c 3) of pipeline caused error: no list");
    assert_eq!(server.requests(), ["SET a 1", "LPUSH c 3", "RENAME x y", "XGROUP CREATE", "GET x"]);
}

#[test]
fn errors_in_a_transaction_are_values_too() {
    let script = ["+OK\r\n", "+QUEUED\r\n", "+QUEUED\r\n", "*2\r\n+OK\r\n-WRONGTYPE no list\r\n"];
    let (server, mut connection) = connection(&script);
    let values = connection.transaction(&[&["SET", "a", "1"], &["LPUSH", "a", "3"]]).unwrap();
    assert_eq!(values[0].as_ref().unwrap(), &Value::Okay);
    assert_eq!(values[1].as_ref().unwrap_err().context("command"), Some("LPUSH a 3"));
    assert_eq!(server.requests(), ["MULTI", "SET a 1", "LPUSH a 3", "EXEC"]);
}

#[test]
fn a_transaction_that_was_not_done_is_an_error() {
    let changed = connection(&["+OK\r\n", "+QUEUED\r\n", "*-1\r\n"]).1.transaction(&[&["SET", "a", "1"]]).unwrap_err();
    assert!(changed.is_a::<WatchError>());
    assert_eq!(changed.to_string(), "Watched variable changed.");
    let script = [
        "+OK\r\n",
        "+QUEUED\r\n",
        "-ERR unknown command 'NOPE', with args beginning with: \r\n",
        "-EXECABORT discarded\r\n",
    ];
    let refused = connection(&script).1.transaction(&[&["SET", "a", "1"], &["NOPE"]]).unwrap_err();
    assert_eq!(
        (refused.response().and_then(errtax::ErrorResponse::operation), &*refused.to_string()),
        (Some("EXEC"), "discarded")
    );
    // Which command it was, and why.
    let abort: &ExecAbortError = refused.downcast_ref().unwrap();
    assert!(abort.refused().unwrap().is_a::<UnknownCommandError>());
    assert_eq!(
        errtax::report(&refused).to_string(),
        "discarded: Command # 2 (NOPE) of pipeline caused error: unknown command 'NOPE', with args beginning with: "
    );
    let unsaid = connection(&["+OK\r\n", "+QUEUED\r\n", "-EXECABORT\r\n"]).1.transaction(&[&["GET", "a"]]).unwrap_err();
    assert!(unsaid.downcast_ref::<ExecAbortError>().unwrap().refused().is_none());
}

#[test]
fn what_is_no_reply_and_a_lost_connection_are_told_apart() {
    let odd = connection(&["a\r\nxxxx"]).1.call(&["GET", "k"]).unwrap_err();
    assert!(odd.is_a::<InvalidResponse>() && !odd.is_a::<NetworkError>());
    let server = Scripted::new([None::<&str>]);
    let lost = Connection::open("127.0.0.1", server.port).unwrap().call(&["GET", "k"]).unwrap_err();
    assert!(lost.is_a::<NetworkError>() && lost.is_retryable());
    assert_eq!(lost.to_string(), "Connection lost while receiving response");
    assert!(std::error::Error::source(&lost).is_some());
}

#[test]
fn the_unknown_command_is_read_out_of_the_message() {
    let command = |line: &str| {
        let error = coredis::decode(line.as_bytes());
        error.downcast_ref::<UnknownCommandError>().unwrap().command().map(str::to_owned)
    };
    assert_eq!(command("ERR unknown command `FROB`, with args beginning with: `3`, ").as_deref(), Some("FROB"));
    assert_eq!(command("ERR unknown command 'FROB', with args beginning with: '3' ").as_deref(), Some("FROB"));
    assert_eq!(command("ERR Unknown subcommand 'FROB'. Try CLIENT HELP."), None);
    assert_eq!(command("ERR unknown command"), None);
}

#[test]
fn a_number_may_be_an_error() {
    assert!(integer::time(-2).unwrap_err().is_a::<NoKeyError>());
    assert!(integer::time(-3).unwrap_err().is_a::<ResponseError>());
    let wait = |reached| integer::replicated("SET", 2, std::time::Duration::ZERO, reached);
    assert!(wait(2).is_ok() && wait(3).is_ok() && wait(1).is_err());
    let waitaof = |reached| integer::synced("SET", (1, 2), std::time::Duration::ZERO, reached);
    assert!(waitaof((1, 2)).is_ok() && waitaof((0, 2)).is_err() && waitaof((1, 1)).is_err());
}

#[test]
fn a_command_shows_neither_a_password_nor_what_moves_a_cursor() {
    let (_server, mut connection) = connection(&["-WRONGTYPE no\r\n", "-WRONGPASS no\r\n"]);
    let commands: [&[&str]; 1] = [&["LPUSH", "text", "a\nERROR forged\u{1b}[2J"]];
    let error = connection.pipeline(&commands).unwrap().remove(0).unwrap_err();
    assert_eq!(error.to_string(), "Command # 1 (LPUSH text a ERROR forged [2J) of pipeline caused error: no");
    let commands: [&[&str]; 1] = [&["HELLO", "3", "auth", "me", "secret"]];
    let error = connection.pipeline(&commands).unwrap().remove(0).unwrap_err();
    assert_eq!(error.context("command"), Some("HELLO 3 auth"));
}

/// An array of blobs.
fn array(words: &[&str]) -> String {
    let blobs = words.iter().map(|word| format!("${}\r\n{word}\r\n", word.len()));
    let count = format!("*{}\r\n", words.len());
    [count].into_iter().chain(blobs).collect()
}

#[test]
fn sentinels_are_asked_one_after_the_other() {
    let ignorant = Scripted::answering(|_, _| Some("*-1\r\n".to_owned()));
    let demoted = Scripted::new([Some(array(&["slave"]))]);
    let port = demoted.port.to_string();
    let knowing = Scripted::new([Some(array(&["127.0.0.1", &port]))]);
    let [ignorant, knowing] = [ignorant, knowing].map(|sentinel| ("127.0.0.1", sentinel.port));

    let stale = sentinel::primary(&[ignorant, knowing], "main").err().unwrap();
    assert!(stale.is_a::<StalePrimaryError>() && stale.is_a::<SentinelError>());
    assert_eq!(stale.to_string(), format!("Primary main at 127.0.0.1:{port} reports a role of 'slave'"));
    let nobody = ("127.0.0.1", testbed::free_port().unwrap());
    let unknown = sentinel::primary(&[nobody, ignorant], "main").err().unwrap();
    assert!(unknown.is_a::<PrimaryNotFoundError>());
    assert_eq!(unknown.to_string(), "No primary found for 'main'");
}

#[test]
fn a_replica_that_is_down_is_none() {
    let up = Scripted::new([Some("+PONG\r\n")]);
    let port = up.port.to_string();
    let facts = |flags: &str, port: &str| array(&["ip", "127.0.0.1", "port", port, "flags", flags]);
    let down = ["slave,s_down", "slave,o_down", "slave,disconnected"].map(|flags| facts(flags, "1"));
    let replicas = |last: &str| Scripted::new([Some(format!("*4\r\n{}{last}", down.concat()))]);

    let sentinels = [("127.0.0.1", replicas(&facts("slave", &port)).port)];
    assert_eq!(
        sentinel::replica(&sentinels, "main").unwrap().call(&["PING"]).unwrap(),
        Value::SimpleString("PONG".into())
    );
    let sentinels = [("127.0.0.1", replicas(&facts("slave,s_down", &port)).port)];
    let none = sentinel::replica(&sentinels, "main").err().unwrap();
    assert!(none.is_a::<ReplicaNotFoundError>() && none.is_a::<SentinelError>());
}
