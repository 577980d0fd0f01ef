//! Shows what becomes of Redis's error replies.
//!
//! ```text
//! cargo run -p coredis             # recorded replies, without a server
//! cargo run -p coredis -- --live   # those of servers that it starts: needs redis-server
//! ```
#![forbid(unsafe_code)]

mod live;
mod recorded;

use std::error::Error;

use coredis::errors::{
    AskError, AuthenticationError, ConnectionError, MovedError, NoScriptError, RedisClusterError, ResponseError,
    StreamDuplicateConsumerGroupError, UnknownCommandError,
};
use errtax::{catch, category};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => {
            print!("{}", recorded::run());
            Ok(())
        }
        ["--live"] => live::run(),
        _ => Err("usage: coredis [--live]".into()),
    }
}

/// What a program, and whoever reads its log, can see of an error.
pub(crate) fn shown(error: &errtax::Error) -> String {
    let class = error.taxon();
    let lineage: Vec<_> = class.lineage().iter().map(|class| class.name()).collect();
    let also: Vec<_> = class.lineage().iter().flat_map(|class| class.also()).map(|class| class.name()).collect();
    let also = if also.is_empty() { String::new() } else { format!(", also {}", also.join(", ")) };
    format!(
        "  {error}\n    class  {}{also}\n    code   {}\n    retry  {}\n    do     {}\n",
        lineage.join(" > "),
        error.code().unwrap_or("none"),
        error.retry_advice(),
        advice(error),
    )
}

/// What a program does about an error: it asks for classes, of any depth, and reads their fields.
fn advice(error: &errtax::Error) -> String {
    catch!(error => {
        e: MovedError => format!("ask {:?} from now on for slot {}", e.node_addr(), e.slot_id()),
        e: AskError => format!("ask {:?} this once, after ASKING", e.node_addr()),
        _ is NoScriptError => "send the script itself".to_owned(),
        _ is StreamDuplicateConsumerGroupError => "go on: the group is there".to_owned(),
        e: UnknownCommandError => format!("do without {}", e.command().unwrap_or("it")),
        _ is category::InvalidInput => "mend the program".to_owned(),
        _ is AuthenticationError => "log in".to_owned(),
        _ is ConnectionError => "try again in a moment".to_owned(),
        _ is RedisClusterError => {
            if error.is_retryable() { "give the cluster a moment" } else { "look at the cluster" }.to_owned()
        }
        _ is ResponseError => format!("call an operator about {}", error.code().unwrap_or("a reply without a code")),
        _ => "call an operator".to_owned(),
    })
}
