//! A server that was started is the one that answers.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::TcpListener;
use std::thread;

use testbed::Redis;

#[test]
fn a_stranger_on_its_port_is_not_taken_for_it() {
    if !testbed::is_live("Redis on a port that is taken") {
        return;
    }
    let redis = Redis::start(&[]).unwrap();
    // One that is a Redis, too, and one that says the same to everybody.
    let other = Redis::start(&[]).unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let _ = stream.read(&mut [0; 64]);
            let _ = stream.write_all(b"+process_id:1\r\n");
        }
    });
    for taken in [other.port(), port] {
        let error = Redis::start_on(taken, redis.folder(), &[]).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::AddrInUse, "{error}");
    }
    assert_eq!(redis.say("PING").unwrap(), "PONG");
}

#[test]
fn one_that_ends_at_once_is_not_waited_for() {
    if !testbed::is_live("Redis with an option that it does not know") {
        return;
    }
    let error = Redis::start(&["--nonsense", "yes"]).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnexpectedEof, "{error}");
    assert!(error.to_string().starts_with(r#"redis-server ["--nonsense", "yes"] on port "#), "{error}");
}
