//! Each class by the line or by the arguments that it is made of.

use coredis::errors::{
    AskError, AuthenticationError, ClusterCrossSlotError, ClusterTransactionError, CommandNotSupportedError,
    CommandSyntaxError, ConnectionError, LockReleaseError, MovedError, MutuallyExclusiveParametersError,
    MutuallyInclusiveParametersMissing, RedisClusterError, RedisError, RequiredParameterError, ResponseError,
    StreamConsumerError, StreamConsumerGroupError, WatchError,
};
use errtax::{Retry, ServiceError, catch, category};

/// What a server sends, the class, and the text.
const REPLIES: [(&str, &str, &str); 28] = [
    ("-ASK 3999 127.0.0.1:6381\r\n", "AskError", "3999 127.0.0.1:6381"),
    (
        "-BUSYGROUP Consumer Group name already exists\r\n",
        "StreamDuplicateConsumerGroupError",
        "Consumer Group name already exists",
    ),
    ("-CLUSTERDOWN The cluster is down\r\n", "ClusterDownError", "The cluster is down"),
    ("-CROSSSLOT Keys in request\r\n", "ClusterCrossSlotError", "Keys in request"),
    ("-CROSSSLOT\r\n", "ClusterCrossSlotError", "Keys in request don't hash to the same slot"),
    ("-ERR syntax error\r\n", "ResponseError", "syntax error"),
    ("-ERR\r\n", "ResponseError", "ERR"),
    ("-ERR Max number of clients reached\r\n", "TooManyClientsError", "Max number of clients reached"),
    ("-ERR unknown command 'X'\r\n", "UnknownCommandError", "unknown command 'X'"),
    ("-ERR Unknown subcommand 'X'\r\n", "UnknownCommandError", "Unknown subcommand 'X'"),
    ("-ERR sub command not supported\r\n", "UnknownCommandError", "sub command not supported"),
    ("-EXECABORT Transaction discarded\r\n", "ExecAbortError", "Transaction discarded"),
    ("-LOADING Redis is loading\r\n", "BusyLoadingError", "Redis is loading"),
    ("-MOVED 3999 [fe80::1]:6381\r\n", "MovedError", "3999 [fe80::1]:6381"),
    ("-NOAUTH Authentication required.\r\n", "AuthenticationRequiredError", "Authentication required."),
    ("-NOGROUP No such key\r\n", "StreamConsumerGroupError", "No such key"),
    ("-NOKEY no such key\r\n", "NoKeyError", "no such key"),
    ("-NOPERM no permissions\r\n", "AuthorizationError", "no permissions"),
    ("-NOPROTO unsupported protocol version\r\n", "ProtocolError", "unsupported protocol version"),
    ("-NOSCRIPT No matching script.\r\n", "NoScriptError", "No matching script."),
    ("-NOTBUSY No scripts in execution\r\n", "NotBusyError", "No scripts in execution"),
    ("-READONLY You can't write\r\n", "ReadOnlyError", "You can't write"),
    ("-TRYAGAIN Multiple keys\r\n", "TryAgainError", "Multiple keys"),
    ("-UNBLOCKED by another client\r\n", "UnblockedError", "by another client"),
    ("-WRONGPASS invalid pair\r\n", "AuthenticationFailureError", "invalid pair"),
    ("-WRONGTYPE Operation against a key\r\n", "WrongTypeError", "Operation against a key"),
    // Neither a code without a class nor a line without a code is cut.
    ("-MASTERDOWN Link is down\r\n", "ResponseError", "MASTERDOWN Link is down"),
    ("-wrongtype x\r\n", "ResponseError", "wrongtype x"),
];

#[test]
fn a_reply_is_of_the_class_that_its_code_says() {
    for (line, class, text) in REPLIES {
        let error = coredis::decode(line.as_bytes());
        assert_eq!((error.taxon().name(), &*error.to_string()), (class, text), "{line}");
        assert_eq!(error.response().and_then(|response| response.body()), Some(line.as_bytes()), "nothing is lost");
        assert!(error.downcast_ref::<ResponseError>().is_some(), "{line}: what the server said is at hand");
    }
}

#[test]
fn what_else_a_reply_is_is_said_by_its_class() {
    let of = |class: &str| match class {
        "AskError" | "MovedError" | "TryAgainError" | "ClusterDownError" | "ClusterCrossSlotError" => "cluster",
        "BusyLoadingError" | "ProtocolError" | "TooManyClientsError" => "connection",
        "StreamConsumerGroupError" | "StreamDuplicateConsumerGroupError" => "stream",
        "AuthenticationFailureError" | "AuthenticationRequiredError" => "authentication",
        _ => "reply",
    };
    for (line, class, _) in REPLIES {
        let kind = catch!(coredis::decode(line.as_bytes()) => {
            _ is RedisClusterError => "cluster",
            _ is ConnectionError => "connection",
            _ is StreamConsumerError => "stream",
            _ is AuthenticationError => "authentication",
            _ is ResponseError => "reply",
            _ => "nothing",
        });
        assert_eq!(kind, of(class), "{line}");
    }
    assert!(coredis::decode(b"-MOVED 1 h:1\r\n").is_a::<AskError>());
    assert!(coredis::decode(b"-BUSYGROUP exists\r\n").is_a::<StreamConsumerGroupError>());
}

/// The original crashes, or gives up the connection.
#[test]
fn a_line_that_nobody_can_read_is_an_error_too() {
    let lines: [(&[u8], &str); 6] = [
        (b"-MOVED 3999\r\n", "MovedError"),
        (b"-MOVED\r\n", "MovedError"),
        (b"-ASK 99999 127.0.0.1:6381\r\n", "AskError"),
        (b"-ASK 3999 127.0.0.1:port\r\n", "AskError"),
        (b"-WRONGTYPE \xff\xfe\r\n", "WrongTypeError"),
        (b"!999999\r\nLOADING", "BusyLoadingError"),
    ];
    for (line, class) in lines {
        let error = coredis::decode(line);
        assert_eq!(error.taxon().name(), class, "{}", line.escape_ascii());
        assert!(error.is_a::<ResponseError>());
    }
    // What stands behind the address is not looked at.
    let extra = coredis::decode(b"-MOVED 3999 127.0.0.1:6381 extra\r\n");
    assert_eq!(extra.downcast_ref::<MovedError>().map(MovedError::node_addr), Some(("127.0.0.1", 6381)));
}

#[test]
fn what_passes_by_itself_is_said_by_the_class() {
    for (line, class, _) in REPLIES {
        let passes = ["BusyLoadingError", "ClusterDownError", "TooManyClientsError", "TryAgainError"].contains(&class);
        let expected = passes.then_some(Retry::Transient);
        assert_eq!(coredis::decode(line.as_bytes()).retry_advice().retry(), expected, "{line}");
    }
}

#[test]
fn arguments_that_do_not_go_together_are_named() {
    let errors: [(errtax::Error, &str, &str); 4] = [
        (
            RequiredParameterError::new(&["ex", "px"], Some("Or neither.")).into(),
            "RequiredParameterError",
            "One of [ex,px] must be provided. Or neither.",
        ),
        (
            MutuallyExclusiveParametersError::new(&["ex", "px"], None).into(),
            "MutuallyExclusiveParametersError",
            "The [ex,px] parameters are mutually exclusive.",
        ),
        (
            MutuallyInclusiveParametersMissing::new(&["ex", "px"], &[], None).into(),
            "MutuallyInclusiveParametersMissing",
            "The [ex,px] parameters are mutually inclusive and must be provided together.",
        ),
        (
            MutuallyInclusiveParametersMissing::new(&["ex", "px"], &["get"], None).into(),
            "MutuallyInclusiveParametersMissing",
            "The [ex,px] parameters(s) must be provided together with [get].",
        ),
    ];
    for (error, class, text) in errors {
        assert_eq!((error.taxon().name(), &*error.to_string()), (class, text));
        assert!(error.is_a::<category::InvalidInput>() && !error.is_a::<ResponseError>());
        let syntax: &CommandSyntaxError = error.downcast_ref().unwrap();
        assert!(syntax.arguments.iter().eq(["ex", "px"]), "{class}");
    }
}

#[test]
fn what_the_client_finds_has_its_fields_and_its_bases() {
    let crossed = ClusterCrossSlotError::new("MGET", &["a", "b"]);
    assert_eq!((crossed.code(), crossed.keys.as_deref()), (Some("CROSSSLOT"), Some(&["a".into(), "b".into()][..])));
    let old = CommandNotSupportedError { cmd: "GETEX".into(), current_version: "6.0".into() };
    assert_eq!(old.to_string(), "GETEX is not supported on server version 6.0");
    assert_eq!(ClusterTransactionError { msg: "no slot".into() }.to_string(), "no slot");
    let lock: errtax::Error = LockReleaseError("not held".into()).into();
    assert!(lock.is_a::<category::InvalidInput>() && lock.is_a::<RedisError>() && !lock.is_a::<StreamConsumerError>());
    assert!(WatchError("changed".into()).as_dyn().is_a::<category::Conflict>());
}
