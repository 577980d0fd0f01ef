//! What the crate redis fails with, as a response: code, detail and redirect, or a transport kind.

use std::error::Error;
use std::io::{self, ErrorKind as IoKind, Read, Write};
use std::net::{SocketAddr, TcpListener, ToSocketAddrs};

use errtax::{Classify, ErrorResponse, ServiceError, Transport};
use redis::{ConnectionLike, ErrorKind, RedisError, RedisResult, ServerErrorKind, Value};

/// The error that a server's answer is.
fn answered(answer: &str) -> RedisError {
    redis::parse_redis_value(answer.as_bytes()).and_then(Value::extract_error).unwrap_err()
}

fn response(error: RedisError) -> ErrorResponse {
    let response = ErrorResponse::from(error);
    assert!(response.is_received());
    assert!(response.source().unwrap().is::<RedisError>());
    response
}

fn line(line: &str) -> ErrorResponse {
    let response = response(answered(&format!("-{line}\r\n")));
    assert_eq!((response.protocol(), response.transport()), (Some("resp"), None));
    response
}

fn transport(error: impl Into<RedisError>) -> Option<Transport> {
    let response = response(error.into());
    assert_eq!((response.protocol(), response.code(), response.message()), (None, None, None));
    response.transport()
}

#[test]
fn every_error_that_the_crate_knows_has_its_code_and_its_detail() {
    let known = [
        ("ERR", ServerErrorKind::ResponseError),
        ("EXECABORT", ServerErrorKind::ExecAbort),
        ("LOADING", ServerErrorKind::BusyLoading),
        ("NOSCRIPT", ServerErrorKind::NoScript),
        ("MOVED", ServerErrorKind::Moved),
        ("ASK", ServerErrorKind::Ask),
        ("TRYAGAIN", ServerErrorKind::TryAgain),
        ("CLUSTERDOWN", ServerErrorKind::ClusterDown),
        ("CROSSSLOT", ServerErrorKind::CrossSlot),
        ("MASTERDOWN", ServerErrorKind::MasterDown),
        ("READONLY", ServerErrorKind::ReadOnly),
        ("NOTBUSY", ServerErrorKind::NotBusy),
        ("NOSUB", ServerErrorKind::NoSub),
        ("NOPERM", ServerErrorKind::NoPerm),
    ];
    for (code, kind) in known {
        let error = answered(&format!("-{code} why  it failed\r\n"));
        assert_eq!(error.kind(), ErrorKind::Server(kind));
        let read = response(error);
        assert_eq!((read.code(), read.message()), (Some(code), Some("why  it failed")));
        let bare = line(code);
        assert_eq!((bare.code(), bare.message()), (Some(code), None));
        // Put together by the crate itself, of the kind and a text.
        let made = response(RedisError::from((ErrorKind::Server(kind), "a text", "a detail".to_owned())));
        assert_eq!((made.code(), made.message()), (Some(code), Some("a detail")));
    }
}

#[test]
fn codes_that_the_crate_does_not_know_are_read_as_well() {
    let wrong_type = line("WRONGTYPE Operation against a key holding the wrong kind of value");
    assert_eq!(wrong_type.code(), Some("WRONGTYPE"));
    assert_eq!(wrong_type.message(), Some("Operation against a key holding the wrong kind of value"));
    assert_eq!(line("MY_CODE2").code(), Some("MY_CODE2"));
    let by_hand = response(redis::make_extension_error("NOAUTH".to_owned(), None));
    assert_eq!((by_hand.code(), by_hand.message()), (Some("NOAUTH"), None));
}

#[test]
fn a_first_word_that_is_no_code_is_a_part_of_the_message() {
    for sentence in ["wrong password", "Wrong password", "2FAST for me", "_ERR odd", "ERR: odd", "Err"] {
        let response = line(sentence);
        assert_eq!((response.code(), response.message()), (None, Some(sentence)));
    }
    let extension = response(RedisError::from((ErrorKind::Extension, "a text", "no such module".to_owned())));
    assert_eq!((extension.code(), extension.message()), (None, Some("no such module")));
    assert_eq!(extension.transport(), None);
}

#[test]
fn an_error_of_resp3_is_read_as_well() {
    let blob = response(answered("!21\r\nSYNTAX invalid syntax\r\n"));
    assert_eq!((blob.code(), blob.message()), (Some("SYNTAX"), Some("invalid syntax")));
}

#[derive(Debug, PartialEq)]
struct Redirect(Option<u16>, Option<String>, Option<u16>);

fn redirect(rest: &str) -> Redirect {
    let [moved, ask] = ["MOVED", "ASK"].map(|code| {
        let response = line(&format!("{code} {rest}"));
        assert_eq!((response.code(), response.message()), (Some(code), Some(rest)));
        let member = |name| response.member(name).unwrap();
        Redirect(member("slot"), response.member("host").unwrap(), member("port"))
    });
    assert_eq!(moved, ask);
    moved
}

#[test]
fn a_redirect_is_typed() {
    let to = |slot, host: &str, port| Redirect(Some(slot), Some(host.to_owned()), Some(port));
    assert_eq!(redirect("3999 127.0.0.1:6381"), to(3999, "127.0.0.1", 6381));
    assert_eq!(redirect("16383 redis.example:6381"), to(16383, "redis.example", 6381));
    assert_eq!(redirect("3999 :6381"), to(3999, "", 6381)); // the host that answered
    assert_eq!(redirect("1 2001:db8::1:7011"), to(1, "2001:db8::1", 7011));
    assert_eq!(redirect("1 ::1:7011"), to(1, "::1", 7011));
}

#[test]
fn what_cannot_be_read_of_a_redirect_is_absent() {
    assert_eq!(redirect("3999"), Redirect(Some(3999), None, None));
    assert_eq!(redirect("3999 nowhere"), Redirect(Some(3999), None, None));
    assert_eq!(redirect("3999 nowhere:"), Redirect(Some(3999), None, None));
    assert_eq!(redirect("3999 host:65536"), Redirect(Some(3999), None, None));
    assert_eq!(redirect("-1 host:1"), Redirect(None, Some("host".to_owned()), Some(1)));
    assert_eq!(redirect("many host:1"), Redirect(None, Some("host".to_owned()), Some(1)));
    // Not a redirect, whatever it looks like.
    assert_eq!(line("ERR 3999 host:1").member::<u16>("slot").unwrap(), None);
}

/// A connection that has these answers.
struct Answers(Vec<&'static str>);

impl ConnectionLike for Answers {
    fn req_packed_command(&mut self, _: &[u8]) -> RedisResult<Value> {
        redis::parse_redis_value(self.0[0].as_bytes())
    }

    fn req_packed_commands(&mut self, _: &[u8], _: usize, _: usize) -> RedisResult<Vec<Value>> {
        self.0.iter().map(|answer| redis::parse_redis_value(answer.as_bytes())).collect()
    }

    fn get_db(&self) -> i64 {
        0
    }

    fn check_connection(&mut self) -> bool {
        true
    }

    fn is_open(&self) -> bool {
        true
    }
}

#[test]
fn of_a_pipeline_the_first_error_is_read() {
    let sent = |answers: &[&'static str]| {
        let commands = redis::pipe().cmd("GET").cmd("GET").cmd("GET").to_owned();
        response(commands.query::<Vec<String>>(&mut Answers(answers.to_vec())).unwrap_err())
    };
    let known = sent(&["+OK\r\n", "-LOADING the dataset\r\n", "-WRONGTYPE of value\r\n"]);
    assert_eq!((known.code(), known.message()), (Some("LOADING"), Some("the dataset")));
    let unknown = sent(&["-WRONGTYPE of value\r\n", "+OK\r\n", "-LOADING the dataset\r\n"]);
    assert_eq!((unknown.code(), unknown.message()), (Some("WRONGTYPE"), Some("of value")));
}

/// A server that refuses every transaction, and takes all else.
fn refusing() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut commands = [0; 4096];
        while let Ok(length @ 1..) = stream.read(&mut commands) {
            let commands = String::from_utf8_lossy(&commands[..length]);
            let answers = if commands.contains("EXEC") {
                "+OK\r\n-ERR unknown command\r\n-EXECABORT Transaction discarded\r\n".to_owned()
            } else {
                "+OK\r\n".repeat(commands.matches('*').count())
            };
            stream.write_all(answers.as_bytes()).unwrap();
        }
    });
    address
}

#[test]
fn a_refused_transaction_has_its_own_code() {
    let mut connection = redis::Client::open(format!("redis://{}", refusing())).unwrap().get_connection().unwrap();
    let mut commands = redis::pipe();
    commands.atomic().cmd("NONSENSE");
    let refused = response(commands.query::<Vec<String>>(&mut connection).unwrap_err());
    // The crate keeps the commands' errors, and not the line.
    assert_eq!((refused.code(), refused.message()), (Some("EXECABORT"), None));
    assert!(refused.source().unwrap().to_string().contains("unknown command"));
}

#[test]
fn an_io_error_says_what_kind_it_is() {
    for (kind, expected) in [
        (IoKind::TimedOut, Transport::Timeout),
        (IoKind::WouldBlock, Transport::Timeout),
        (IoKind::ConnectionRefused, Transport::Connect),
        (IoKind::HostUnreachable, Transport::Connect),
        (IoKind::NotFound, Transport::Connect), // a Unix socket that is not there
        (IoKind::BrokenPipe, Transport::Io),
        (IoKind::ConnectionReset, Transport::Io),
        (IoKind::UnexpectedEof, Transport::Io),
        (IoKind::InvalidData, Transport::Tls),
        (IoKind::Other, Transport::Io),
    ] {
        assert_eq!(transport(io::Error::from(kind)), Some(expected), "{kind:?}");
    }
    let unresolved = ("no host has such a name", 6379).to_socket_addrs().unwrap_err();
    assert_eq!(transport(unresolved), Some(Transport::Dns));
}

#[test]
fn every_error_of_the_client_has_a_kind() {
    for (kind, expected) in [
        (ErrorKind::Parse, Transport::Decode),
        (ErrorKind::AuthenticationFailed, Transport::Credentials),
        (ErrorKind::UnexpectedReturnType, Transport::Decode),
        (ErrorKind::InvalidClientConfig, Transport::Build),
        (ErrorKind::Io, Transport::Io),
        (ErrorKind::Client, Transport::Build),
        (ErrorKind::MasterNameNotFoundBySentinel, Transport::Connect),
        (ErrorKind::NoValidReplicasFoundBySentinel, Transport::Connect),
        (ErrorKind::EmptySentinelList, Transport::Build),
        (ErrorKind::ClusterConnectionNotFound, Transport::Connect),
        (ErrorKind::RESP3NotSupported, Transport::Other),
    ] {
        assert_eq!(transport((kind, "a text")), Some(expected), "{kind:?}");
        assert_eq!(transport((kind, "a text", "a detail".to_owned())), Some(expected), "{kind:?}");
    }
    let unparsed: RedisError = redis::ParsingError::from("not a number").into();
    assert_eq!(transport(unparsed), Some(Transport::Decode));
    // All that the crate keeps of a handshake that failed in the system's TLS library.
    let handshake = (ErrorKind::Io, "SSL Handshake error", "certificate verify failed".to_owned());
    assert_eq!(transport(handshake), Some(Transport::Tls));
}

#[derive(Debug, thiserror::Error, ServiceError)]
#[error("the cache")]
struct CacheError;

#[derive(Debug, thiserror::Error, ServiceError)]
#[error("slot {slot} is at {host}:{port}")]
#[service_error(parent = CacheError, code = "MOVED", members)]
struct Moved {
    slot: u16,
    host: String,
    port: u16,
}

#[derive(Debug, thiserror::Error, ServiceError)]
#[error("{key}: the cache is down")]
#[service_error(parent = CacheError, retryable)]
#[wire(transport(connect))]
struct Down {
    #[wire(context)]
    key: String,
}

#[test]
fn a_result_is_classified_and_noted() {
    let got: RedisResult<String> = Err(answered("-MOVED 3999 :6381\r\n"));
    let error = got.classify::<CacheError>().unwrap_err();
    let moved = error.downcast_ref::<Moved>().unwrap();
    assert_eq!((moved.slot, &*moved.host, moved.port), (3999, "", 6381));

    let got: RedisResult<String> = Err(io::Error::from(IoKind::ConnectionRefused).into());
    let error = got.classify_with::<CacheError>(|response| response.with_context("key", "A-7")).unwrap_err();
    assert!(error.is_retryable());
    assert!(error.source().unwrap().downcast_ref::<RedisError>().unwrap().is_connection_refusal());
    assert_eq!(errtax::report(&error).to_string(), "A-7: the cache is down: connection refused");

    let got: RedisResult<u8> = Ok(7);
    assert_eq!(got.classify_with::<CacheError>(|_| unreachable!("there is no error")).unwrap(), 7);
}
