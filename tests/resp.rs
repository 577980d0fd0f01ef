//! Redis: whatever bytes a server or a client library hands over are an error reply.

use std::time::Instant;

use errtax::wire::resp;
use errtax::{ErrorResponse, ServiceError, Unclassified};
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("redis: {response}")]
struct RedisError {
    #[wire(response)]
    response: ErrorResponse,
}

#[derive(Debug, Error, ServiceError)]
#[error("moved to {host:?}")]
#[service_error(parent = RedisError, code = "MOVED", members)]
struct Moved {
    slot: Option<u16>,
    host: Option<String>,
    port: Option<u16>,
}

#[derive(Debug, Error, ServiceError)]
#[error("full")]
#[service_error(parent = RedisError, code = "OOM")]
struct OutOfMemory;

#[derive(Debug, Error, ServiceError)]
#[error("the script failed")]
#[service_error(parent = RedisError)]
#[wire(code = "ERR", message_prefix = "Error running script")]
struct ScriptFailed;

fn code_and_message(reply: &str) -> (Option<String>, Option<String>) {
    let response = resp::decode(reply.as_bytes());
    (response.code().map(str::to_owned), response.message().map(str::to_owned))
}

/// Decodes in both ways, and checks what must hold for any bytes.
fn decode(reply: &[u8]) -> Vec<(Vec<usize>, ErrorResponse)> {
    let response = resp::decode(reply);
    assert_eq!(response.protocol(), Some("resp"));
    assert!(response.is_received() && response.status().is_none());
    let kept = &reply[..reply.len().min(64 * 1024)];
    assert_eq!(response.body(), Some(kept).filter(|kept| !kept.is_empty()));
    let error = errtax::classify::<RedisError>(response);
    let shown = format!("{error} {error:?}");
    assert!(!shown.chars().any(char::is_control), "{shown}");
    let errors: Vec<_> = resp::errors(reply).collect();
    assert!(errors.len() <= reply.len());
    errors
}

#[test]
fn the_first_word_is_a_code_only_if_it_looks_like_one() {
    for (line, code, message) in [
        ("ERR syntax error", Some("ERR"), Some("syntax error")),
        ("MOVED", Some("MOVED"), None),
        ("A1_B x", Some("A1_B"), Some("x")),
        ("WRONGTYPE  two spaces", Some("WRONGTYPE"), Some(" two spaces")),
        ("Err syntax", None, Some("Err syntax")),
        ("ERR: colon", None, Some("ERR: colon")),
        ("ERR\tx", None, Some("ERR\tx")),
        (" ERR x", None, Some(" ERR x")),
        ("_ERR x", None, Some("_ERR x")),
        ("1ERR x", None, Some("1ERR x")),
        ("É x", None, Some("É x")),
        ("-", None, None),
        ("", None, None),
    ] {
        let expected = (code.map(str::to_owned), message.map(str::to_owned));
        assert_eq!(code_and_message(line), expected, "{line:?}");
        assert_eq!(code_and_message(&format!("-{}\r\n", line.trim_start_matches('-'))), expected, "{line:?}");
    }
}

#[test]
fn a_blob_error_is_as_long_as_it_is_whatever_its_length_says() {
    let read = |reply: &str| code_and_message(reply).1.unwrap_or_default();
    assert_eq!(read("!21\r\nSYNTAX invalid syntax\r\n"), "invalid syntax");
    assert_eq!(read("!21\r\nSYNTAX two\r\nlines  x.\r\n"), "two\r\nlines  x.", "a blob may hold line breaks");
    assert_eq!(read("!10\r\nSYNTAX invalid syntax\r\n"), "inv", "a length that is shorter is one");
    for length in ["24", "999999", "18446744073709551615"] {
        assert_eq!(read(&format!("!{length}\r\nSYNTAX invalid syntax\r\n")), "invalid syntax", "{length}");
    }
    for length in ["18446744073709551616", "-1", "?", "x", "+3"] {
        let reply = format!("!{length}\r\nSYNTAX x\r\n");
        assert_eq!(code_and_message(&reply), (None, Some(reply.trim_end().to_owned())), "{length}");
    }
}

#[test]
fn a_redirection_tells_slot_host_and_port() {
    let read = |line: &str| {
        let error = errtax::classify::<RedisError>(resp::decode(line.as_bytes()));
        let Moved { slot, host, port } = error.downcast_ref().unwrap();
        (*slot, host.clone(), *port)
    };
    let host = |host: &str| Some(host.to_owned());
    assert_eq!(read("-MOVED 3999 127.0.0.1:6381\r\n"), (Some(3999), host("127.0.0.1"), Some(6381)));
    assert_eq!(read("MOVED 0 2001:db8::1:7011"), (Some(0), host("2001:db8::1"), Some(7011)));
    assert_eq!(read("MOVED 16383 redis-0.local:1"), (Some(16383), host("redis-0.local"), Some(1)));
    assert_eq!(read("MOVED 3999 :6381"), (Some(3999), host(""), Some(6381)), "the same host");
    assert_eq!(read("MOVED 3999 127.0.0.1:6381 more"), (Some(3999), host("127.0.0.1"), Some(6381)));
    for (malformed, slot) in [
        ("MOVED", None),
        ("MOVED 3999", Some(3999)),
        ("MOVED 3999 ", Some(3999)),
        ("MOVED 3999 127.0.0.1", Some(3999)),
        ("MOVED 3999 127.0.0.1:", Some(3999)),
        ("MOVED 3999 127.0.0.1:65536", Some(3999)),
        ("MOVED 3999 127.0.0.1:+1", Some(3999)),
    ] {
        assert_eq!(read(malformed), (slot, None, None), "{malformed}");
    }
    assert_eq!(read("MOVED 16384 h:1").0, None, "there are 16384 slots");
    assert_eq!(read("MOVED -1 h:1"), (None, host("h"), Some(1)));
    let redirect = resp::decode(b"-REDIRECT h:6380\r\n");
    assert_eq!(redirect.member::<u16>("slot").unwrap(), None);
    assert_eq!(redirect.member::<String>("host").unwrap(), host("h"));
    assert_eq!(resp::decode(b"-OOM 1 h:1\r\n").member::<String>("host").unwrap(), None, "of no other error");
}

#[test]
fn the_error_inside_a_scripts_error_picks_the_class() {
    let shape = |line: &str| resp::decode(line.as_bytes()).shape().map(str::to_owned);
    for (line, inner) in [
        ("ERR Error running script (call to f_6b1bf486): @user_script:1: OOM full", Some("OOM")),
        ("ERR Error running script (call to f_6b1bf486): @user_script:1: @user_script: 1: -OOM full", Some("OOM")),
        ("ERR Error running script (call to f_6b1bf486) : @user_script:12: user_script:12: -OOM full", Some("OOM")),
        ("ERR user_script:1: -OOM full script: 6b1bf486, on @user_script:1.", Some("OOM")),
        ("ERR user_function:3: OOM full script: f, on @user_function:3.", Some("OOM")),
        ("ERR user_script:1: attempt to call field 'x' script: 6b1b, on @user_script:1.", None),
        ("ERR user_script:1: -ERR wrong", None),
        ("ERR user_script: OOM full", None),
        ("ERR user_script:x: OOM full", None),
        ("ERR OOM full", None),
        ("ERR Error running script", None),
        ("ERR Error running script (call to f_1): @", None),
        ("WRONGTYPE user_script:1: OOM full", None),
    ] {
        assert_eq!(shape(line).as_deref(), inner, "{line}");
        let error = errtax::classify::<RedisError>(resp::decode(line.as_bytes()));
        assert_eq!(error.is_a::<OutOfMemory>(), inner.is_some(), "{line}");
        assert_eq!(error.code(), line.split(' ').next());
    }
    let unknown = resp::decode(b"-ERR Error running script (call to f_1): @user_script:1: NEWCODE x\r\n");
    assert!(errtax::classify::<RedisError>(unknown).is_a::<ScriptFailed>(), "an inner code that no class has");
    let seven = resp::decode(b"-OOM command not allowed script: 6b1bf486, on @user_script:1.\r\n");
    assert!(errtax::classify::<RedisError>(seven).is_a::<OutOfMemory>());
}

fn places(replies: &str) -> Vec<(Vec<usize>, String)> {
    resp::errors(replies.as_bytes()).map(|(place, error)| (place, error.code().unwrap_or("?").to_owned())).collect()
}

#[test]
fn errors_are_found_at_their_places() {
    let at = |place: &[usize], code: &str| (place.to_vec(), code.to_owned());
    assert_eq!(places("-A x\r\n"), [at(&[0], "A")]);
    assert_eq!(places("+OK\r\n$-1\r\n*-1\r\n:1\r\n-A x\r\n"), [at(&[4], "A")]);
    assert_eq!(places("*3\r\n+OK\r\n-A x\r\n!3\r\nB y\r\n-C\r\n"), [at(&[0, 1], "A"), at(&[0, 2], "B"), at(&[1], "C")]);
    assert_eq!(places("*2\r\n*2\r\n:1\r\n-A\r\n-B\r\n-C\r\n"), [at(&[0, 0, 1], "A"), at(&[0, 1], "B"), at(&[1], "C")]);
    assert_eq!(places("*0\r\n%0\r\n-A\r\n"), [at(&[2], "A")], "an empty aggregate is one reply");
    assert_eq!(places("%2\r\n+k\r\n-A\r\n+l\r\n-B\r\n-C\r\n"), [at(&[0, 1], "A"), at(&[0, 3], "B"), at(&[1], "C")]);
    assert_eq!(places("~1\r\n-A\r\n-B\r\n"), [at(&[0, 0], "A"), at(&[1], "B")]);
    assert_eq!(places("_\r\n#t\r\n,1.5\r\n(12\r\n=6\r\ntxt:-X\r\n-A\r\n"), [at(&[5], "A")]);
    assert_eq!(places("$9\r\n-A\r\n-B\r\n-\r\n-C\r\n"), [at(&[1], "C")], "a blob's bytes are no replies");
}

#[test]
fn attributes_and_streams_take_no_place() {
    let at = |place: &[usize], code: &str| (place.to_vec(), code.to_owned());
    assert_eq!(places("|1\r\n+ttl\r\n-X\r\n-A\r\n-B\r\n"), [at(&[0], "A"), at(&[1], "B")]);
    assert_eq!(places("*2\r\n|1\r\n+k\r\n:1\r\n+OK\r\n-A\r\n-B\r\n"), [at(&[0, 1], "A"), at(&[1], "B")]);
    assert_eq!(places("|0\r\n-A\r\n"), [at(&[0], "A")]);
    assert_eq!(places("+OK\r\n>3\r\n+message\r\n*1\r\n-X\r\n-Y\r\n-A\r\n"), [at(&[1], "A")], "a push is no reply");
    assert_eq!(places(">0\r\n-A\r\n>?\r\n+k\r\n.\r\n-B\r\n"), [at(&[0], "A"), at(&[1], "B")]);
    assert_eq!(places("*2\r\n>1\r\n-A\r\n-B\r\n-C\r\n"), [at(&[0, 0, 0], "A"), at(&[0, 1], "B"), at(&[1], "C")]);
    assert_eq!(places("*?\r\n:1\r\n-A\r\n.\r\n-B\r\n"), [at(&[0, 1], "A"), at(&[1], "B")]);
    assert_eq!(places("$?\r\n;4\r\n-X\r\n\r\n;0\r\n-A\r\n"), [at(&[1], "A")]);
    assert_eq!(places(".\r\n;0\r\n-A\r\n"), [at(&[2], "A")], "what ends nothing is an element");
}

#[test]
fn lengths_are_never_believed() {
    let begun = Instant::now();
    for length in ["18446744073709551615", "9223372036854775807", "1000000000"] {
        for kind in ["*", "%", "~", ">", "|"] {
            let errors = decode(format!("{kind}{length}\r\n+k\r\n-A\r\n").as_bytes());
            assert_eq!(errors.len(), usize::from(!matches!(kind, "|" | ">")), "{kind}{length}");
        }
        assert!(decode(format!("${length}\r\n-A\r\n").as_bytes()).is_empty());
        assert_eq!(decode(format!("!{length}\r\nA\r\n-B\r\n").as_bytes()).len(), 1);
    }
    assert!(begun.elapsed().as_secs() < 5);
}

#[test]
fn nesting_is_bounded() {
    let nested = |depth: usize| "*1\r\n".repeat(depth) + "-A\r\n";
    assert_eq!(places(&nested(64)), [(vec![0; 65], "A".to_owned())]);
    assert_eq!(places(&nested(65)), []);
    let begun = Instant::now();
    assert!(decode(nested(1_000_000).as_bytes()).is_empty());
    assert_eq!(resp::errors(&b"-A\r\n".repeat(100_000)).count(), 100_000);
    assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
}

#[test]
fn every_prefix_of_replies_is_an_answer() {
    let replies = b"*2\r\n+OK\r\n-MOVED 1 h:1\r\n%1\r\n$1\r\na\r\n!7\r\nERR x\r\n\r\n|1\r\n+k\r\n+v\r\n-\xff\xfe\r\n";
    for end in 0..=replies.len() {
        decode(&replies[..end]);
    }
    assert_eq!(decode(b"*2\r\n+OK\r\n-MOVED 39")[0].1.code(), Some("MOVED"), "an error that is cut short is one");
}

#[test]
fn a_byte_changed_anywhere_is_an_answer() {
    let replies = b"*2\r\n-ERR Error running script (x): @user_script:1: -OOM\r\n!5\r\nASK 1\r\n";
    for place in 0..replies.len() {
        for byte in 0..=255 {
            let mut replies = *replies;
            replies[place] = byte;
            decode(&replies);
        }
    }
}

#[test]
fn a_huge_line_is_capped_and_what_no_class_has_is_kept() {
    let line = format!("{} {}", "A".repeat(100_000), "x".repeat(100_000));
    let response = resp::decode(line.as_bytes());
    assert_eq!(response.code().map(str::len), Some(64 * 1024));
    assert_eq!(response.message().map(str::len), Some(64 * 1024));
    let error = errtax::classify::<RedisError>(resp::decode(b"-NEW\x1b[31m\nx\r\n"));
    let unclassified = error.downcast_ref::<Unclassified>().unwrap();
    assert_eq!((unclassified.code(), unclassified.response().unwrap().message()), (None, Some("NEW\u{1b}[31m")));
}
