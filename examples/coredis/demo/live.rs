//! The same, from servers that are started for it.

use std::error::Error;

use coredis::{Cluster, Connection};
use testbed::Redis;

pub(crate) fn run() -> Result<(), Box<dyn Error>> {
    let server = Redis::start(&[])?;
    let mut redis = Connection::open("127.0.0.1", server.port())?;
    redis.call(&["SET", "text", "1"])?;
    show(&["GET", "k"], Connection::open("127.0.0.1", 1).map(drop));
    for command in [&["LPUSH", "text", "x"][..], &["FROB"], &["EVALSHA", "f00", "0"], &["AUTH", "me", "guessed"]] {
        show(command, redis.call(command).map(drop));
    }
    let commands: [&[&str]; 3] = [&["SET", "a", "1"], &["LPUSH", "text", "3"], &["GET", "a"]];
    for (command, value) in commands.iter().zip(redis.pipeline(&commands)?) {
        show(command, value.map(drop));
    }

    let nodes = Redis::cluster()?;
    let mut first = Connection::open("127.0.0.1", nodes[0].port())?;
    show(&["GET", "foo"], first.call(&["GET", "foo"]).map(drop));
    let mut cluster = Cluster::new([("127.0.0.1", nodes[0].port())]);
    cluster.call(&["SET", "foo", "there"], &["foo"])?;
    println!("through the cluster\n  GET foo: {:?}\n", cluster.call(&["GET", "foo"], &["foo"])?);
    show(&["MGET", "a", "b"], cluster.call(&["MGET", "a", "b"], &["a", "b"]).map(drop));
    Ok(())
}

fn show(command: &[&str], result: errtax::Result<()>) {
    let shown = result.map_or_else(|error| crate::shown(&error), |()| "  fine\n".to_owned());
    println!("{}\n{shown}", command.join(" "));
}
