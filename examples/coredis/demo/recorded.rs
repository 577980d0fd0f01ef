//! Replies to classify without a server: as Redis 7 sends them, but for those that a comment says more about.

use std::time::Duration;

use coredis::errors::{ConnectionError, RedisError, TryAgainError};
use coredis::{Budget, decode, integer, retry};
use errtax::catch;
use errtax::wire::resp;

const REPLIES: &[&str] = &[
    "-WRONGTYPE Operation against a key holding the wrong kind of value\r\n",
    "-MOVED 12182 127.0.0.1:7001\r\n",
    // The host that was asked; and one that sends IPv6 addresses without brackets.
    "-ASK 5061 :7001\r\n",
    "-MOVED 12182 2001:db8::1:7001\r\n",
    // Cut by a proxy: the original crashes.
    "-MOVED 12182\r\n",
    "-CLUSTERDOWN Hash slot not served\r\n",
    "-CROSSSLOT Keys in request don't hash to the same slot\r\n",
    "-LOADING Redis is loading the dataset in memory\r\n",
    "-ERR max number of clients reached\r\n",
    "-ERR unknown command 'FROB', with args beginning with: 'a'\r\n",
    "-BUSYGROUP Consumer Group name already exists\r\n",
    "-NOSCRIPT No matching script. Please use EVAL.\r\n",
    "-NOAUTH Authentication required.\r\n",
    // No class has this code; and a blob error of RESP3, at which the original gives up.
    "-OOM command not allowed when used memory > 'maxmemory'.\r\n",
    "!21\r\nSYNTAX invalid syntax\r\n",
];

pub(crate) fn run() -> String {
    let replies: String = REPLIES.iter().map(|reply| shown(reply)).collect();
    format!("{replies}{}{}{}", pipeline(), numbers(), retries())
}

fn shown(reply: &str) -> String {
    format!("{}\n{}\n", reply.trim_end().replace("\r\n", "\\r\\n"), crate::shown(&decode(reply.as_bytes())))
}

/// Replies to several commands, and what `EXEC` has collected.
fn pipeline() -> String {
    let replies = b"+OK\r\n*2\r\n:1\r\n-WRONGTYPE no list\r\n-NOKEY no such key\r\n";
    let row = |(place, response)| {
        let error = errtax::classify::<RedisError>(response);
        format!("  reply {place:?}  {}: {error}\n", error.taxon().name())
    };
    format!("in a pipeline\n{}\n", resp::errors(replies).map(row).collect::<String>())
}

fn numbers() -> String {
    let rows = [
        ("EXPIRETIME  :-2", integer::time(-2).map(drop)),
        ("EXPIRETIME  :-1", integer::time(-1).map(drop)),
        ("WAIT 2 100  :1", integer::replicated("SET", 2, Duration::from_millis(100), 1).map_err(Into::into)),
    ];
    let row = |(reply, result): (&str, errtax::Result<()>)| {
        let error = result.err()?;
        Some(format!("  {reply:<17}{}: {error}\n", error.taxon().name()))
    };
    format!("numbers\n{}\n", rows.into_iter().filter_map(row).collect::<String>())
}

/// Two classes, each with a budget of its own.
fn retries() -> String {
    let mut replies =
        ["-LOADING soon\r\n", "-TRYAGAIN later\r\n", "-LOADING soon\r\n", "-WRONGTYPE no list\r\n"].iter();
    let mut log = vec!["tried again"];
    let call = || replies.next().map_or(Ok(()), |reply| Err(decode(reply.as_bytes())));
    let (mut network, mut cluster) = (Budget::new(2, Duration::ZERO), Budget::new(1, Duration::ZERO));
    let result = retry(call, |error| {
        log.push(error.taxon().name());
        catch!(error => {
            _ is ConnectionError => network.spend(),
            _ is TryAgainError => cluster.spend(),
            _ => None,
        })
    });
    let end = result.map_or_else(|error| error.to_string(), |()| "done".to_owned());
    format!("{}\n  and at last: {end}\n", log.join("\n  "))
}
