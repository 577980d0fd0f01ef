//! Errors of real servers: as many as can be provoked.

use std::time::{Duration, Instant};
use std::{fs, thread};

use coredis::errors::{
    AskError, AuthenticationFailureError, AuthenticationRequiredError, AuthorizationError, BusyLoadingError,
    ClusterCrossSlotError, ClusterDownError, ExecAbortError, MovedError, NoScriptError, PrimaryNotFoundError,
    ProtocolError, ReadOnlyError, ReplicationError, ResponseError, StreamConsumerGroupError,
    StreamDuplicateConsumerGroupError, TryAgainError, WrongTypeError,
};
use coredis::{Cluster, Connection, Value, integer, sentinel};
use errtax::{Class, Result};
use testbed::Redis;

/// Of how many kinds errors are asked for, and how many of these must come.
const KINDS: usize = 21;
const WANTED: usize = 18;

/// What was provoked.
#[derive(Default)]
struct Provoked(Vec<&'static str>);

impl Provoked {
    /// Counts the kind (a code, or what a text has in it) if the reply is that error, of that class.
    fn note<C: Class, T>(&mut self, kind: &'static str, reply: Result<T>) {
        match reply {
            Ok(_) => println!("{kind}: no error"),
            Err(error) if error.is_a::<C>() && (error.code() == Some(kind) || error.to_string().contains(kind)) => {
                println!("{kind}: {}: {error}", error.taxon().name());
                self.0.push(kind);
            }
            Err(error) => println!("{kind}: something else: {}", errtax::report(&error)),
        }
    }
}

fn connect(server: &Redis) -> Connection {
    Connection::open("127.0.0.1", server.port()).unwrap()
}

#[test]
fn the_errors_of_real_servers_are_sorted() {
    if !testbed::is_live("Redis") {
        return;
    }
    let mut provoked = Provoked::default();
    a_plain_server(&mut provoked);
    a_replica(&mut provoked);
    a_busy_server(&mut provoked);
    a_server_that_loads(&mut provoked);
    a_cluster(&mut provoked);
    let count = provoked.0.len();
    testbed::say(&format!("provoked {count} of {KINDS}"));
    assert!(count >= WANTED, "provoked {count} of {KINDS}: {:?}", provoked.0);
}

fn a_plain_server(provoked: &mut Provoked) {
    let server = Redis::start(&[]).unwrap();
    let mut redis = connect(&server);
    redis.call(&["SET", "text", "1"]).unwrap();
    provoked.note::<WrongTypeError, _>("WRONGTYPE", redis.call(&["LPUSH", "text", "x"]));
    provoked.note::<NoScriptError, _>("NOSCRIPT", redis.call(&["EVALSHA", &"f".repeat(40), "0"]));
    provoked.note::<ExecAbortError, _>("EXECABORT", redis.transaction(&[&["SET", "text"]]));
    redis.call(&["XGROUP", "CREATE", "stream", "group", "$", "MKSTREAM"]).unwrap();
    let again = redis.call(&["XGROUP", "CREATE", "stream", "group", "$"]);
    provoked.note::<StreamDuplicateConsumerGroupError, _>("BUSYGROUP", again);
    let nobody = redis.call(&["XREADGROUP", "GROUP", "nobody", "me", "STREAMS", "stream", ">"]);
    provoked.note::<StreamConsumerGroupError, _>("NOGROUP", nobody);
    provoked.note::<ResponseError, _>("user_script", redis.call(&["EVAL", "error('boom')", "0"]));

    redis.call(&["CONFIG", "SET", "maxmemory", "1"]).unwrap();
    provoked.note::<ResponseError, _>("OOM", redis.call(&["SET", "k", "v"]));
    redis.call(&["CONFIG", "SET", "maxmemory", "0", "min-replicas-to-write", "3"]).unwrap();
    provoked.note::<ResponseError, _>("NOREPLICAS", redis.call(&["SET", "k", "v"]));
    redis.call(&["CONFIG", "SET", "min-replicas-to-write", "0", "save", "3600 1"]).unwrap();

    // What cannot be saved must not be written.
    fs::remove_dir_all(server.folder()).unwrap();
    redis.call(&["BGSAVE"]).unwrap();
    let saving = Instant::now();
    while !server.say("INFO persistence").unwrap().contains("rdb_last_bgsave_status:err") {
        assert!(saving.elapsed() < Duration::from_secs(10), "a folder that is not there took what was saved");
        thread::sleep(Duration::from_millis(10));
    }
    provoked.note::<ResponseError, _>("MISCONF", redis.call(&["SET", "k", "v"]));
    redis.call(&["CONFIG", "SET", "save", ""]).unwrap();

    assert!(integer::time(number(&redis.call(&["EXPIRETIME", "nothing"]).unwrap())).is_err());
    redis.call(&["ACL", "SETUSER", "reader", "on", ">secret", "~*", "+get"]).unwrap();
    provoked.note::<AuthenticationFailureError, _>("WRONGPASS", redis.call(&["AUTH", "reader", "guessed"]));
    a_greeting(&server);
    redis.call(&["CONFIG", "SET", "requirepass", "secret"]).unwrap();
    provoked.note::<AuthenticationRequiredError, _>("NOAUTH", connect(&server).call(&["GET", "text"]));
    redis.call(&["AUTH", "reader", "secret"]).unwrap();
    provoked.note::<AuthorizationError, _>("NOPERM", redis.call(&["SET", "k", "v"]));
}

/// `HELLO`, with which clients begin: which version of the protocol is to be spoken, and who speaks.
fn a_greeting(server: &Redis) {
    let mut redis = connect(server);
    let guessed = redis.call(&["HELLO", "3", "AUTH", "reader", "guessed"]).unwrap_err();
    assert!(guessed.is_a::<AuthenticationFailureError>());
    assert_eq!(guessed.to_string(), "invalid username-password pair or user is disabled.");
    let unknown = redis.call(&["HELLO", "9"]).unwrap_err();
    assert!(unknown.is_a::<ProtocolError>());
    assert_eq!(unknown.to_string(), "unsupported protocol version");
    assert!(matches!(redis.call(&["HELLO", "2"]).unwrap(), Value::Array(_)));
    assert!(matches!(redis.call(&["HELLO", "3"]).unwrap(), Value::Map(_)));
}

/// A replica, and the sentinel that knows of it.
fn a_replica(provoked: &mut Provoked) {
    let primary = Redis::start(&[]).unwrap();
    let replica = Redis::start(&["--replicaof", "127.0.0.1", &primary.port().to_string()]).unwrap();
    provoked.note::<ReadOnlyError, _>("READONLY", connect(&replica).call(&["SET", "k", "v"]));

    let mut redis = connect(&primary);
    redis.call(&["SET", "k", "v"]).unwrap();
    let reached = number(&redis.call(&["WAIT", "2", "50"]).unwrap());
    let error: ReplicationError = integer::replicated("SET", 2, Duration::from_millis(50), reached).unwrap_err();
    assert_eq!(error.to_string(), "Command SET did not replicate to 2 replicas within 50 ms.");

    let watched = format!("sentinel monitor main 127.0.0.1 {} 1\n", primary.port());
    let sentinel = Redis::sentinel(&watched).unwrap();
    let sentinels = [("127.0.0.1", sentinel.port())];
    assert!(sentinel::primary(&sentinels, "main").unwrap().call(&["SET", "k", "w"]).is_ok());
    assert!(sentinel::primary(&sentinels, "other").err().unwrap().is_a::<PrimaryNotFoundError>());
}

fn a_busy_server(provoked: &mut Provoked) {
    let server = Redis::start(&["--lua-time-limit", "5"]).unwrap();
    let mut redis = connect(&server);
    let mut script = connect(&server);
    // Ends with the server: a script that has written cannot be stopped.
    thread::spawn(move || script.call(&["EVAL", "redis.call('SET', 'k', 'v') while true do end", "0"]));
    let begun = Instant::now();
    let mut busy = redis.call(&["PING"]);
    while busy.is_ok() && begun.elapsed() < Duration::from_secs(5) {
        busy = redis.call(&["PING"]);
    }
    provoked.note::<ResponseError, _>("BUSY", busy);
    provoked.note::<ResponseError, _>("UNKILLABLE", redis.call(&["SCRIPT", "KILL"]));
}

fn a_server_that_loads(provoked: &mut Provoked) {
    let server = Redis::start(&[]).unwrap();
    let keys: Vec<String> = (0..3000).map(|number| format!("key:{number}")).collect();
    let commands: Vec<[&str; 3]> = keys.iter().map(|key| ["SET", key, "v"]).collect();
    connect(&server).pipeline(&commands.iter().map(<[_; 3]>::as_slice).collect::<Vec<_>>()).unwrap();
    server.say("SAVE").unwrap();
    // A millisecond a key, and time for clients after each kilobyte.
    let slowly = ["--key-load-delay", "1000", "--loading-process-events-interval-bytes", "1024"];
    let loading = Redis::start_in(server.folder(), &slowly).unwrap();
    provoked.note::<BusyLoadingError, _>("LOADING", connect(&loading).call(&["GET", "k"]));
}

fn a_cluster(provoked: &mut Provoked) {
    let alone = Redis::node().unwrap();
    provoked.note::<ClusterDownError, _>("CLUSTERDOWN", connect(&alone).call(&["GET", "foo"]));

    let nodes = Redis::cluster().unwrap();
    let [mut first, mut second] = [0, 1].map(|at| connect(&nodes[at]));
    let ids = [0, 1].map(|at: usize| nodes[at].say("CLUSTER MYID").unwrap());
    let mut cluster = Cluster::new([("127.0.0.1", nodes[0].port())]);
    for key in ["foo", "{bar}old"] {
        assert_eq!(cluster.call(&["SET", key, "v"], &[key]).unwrap(), Value::Okay);
    }
    provoked.note::<MovedError, _>("MOVED", first.call(&["GET", "foo"]));
    provoked.note::<ClusterCrossSlotError, _>("CROSSSLOT", first.call(&["MGET", "foo", "bar"]));

    // The slot of `bar` moves from the first node to the second.
    nodes[1].say(&format!("CLUSTER SETSLOT 5061 IMPORTING {}", ids[0])).unwrap();
    nodes[0].say(&format!("CLUSTER SETSLOT 5061 MIGRATING {}", ids[1])).unwrap();
    provoked.note::<AskError, _>("ASK", first.call(&["GET", "{bar}new"]));
    provoked.note::<TryAgainError, _>("TRYAGAIN", first.call(&["MGET", "{bar}old", "{bar}new"]));
    assert_eq!(cluster.call(&["SET", "{bar}new", "v"], &["{bar}new"]).unwrap(), Value::Okay);
    assert!(second.call(&["GET", "{bar}new"]).unwrap_err().is_a::<MovedError>(), "not asked for by `ASKING`");

    first.call(&["DEL", "{bar}old"]).unwrap();
    for node in [1, 0] {
        nodes[node].say(&format!("CLUSTER SETSLOT 5061 NODE {}", ids[1])).unwrap();
    }
    assert_eq!(cluster.call(&["GET", "{bar}new"], &["{bar}new"]).unwrap(), Value::BulkString(b"v".to_vec()));
    assert_eq!(second.call(&["GET", "{bar}new"]).unwrap(), Value::BulkString(b"v".to_vec()));
}

fn number(reply: &Value) -> i64 {
    redis::from_redis_value_ref(reply).unwrap()
}
