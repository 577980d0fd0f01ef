//! The errors of Redis as Python knows them from coredis: the same classes, codes, fields and texts, declared once.
//!
//! | here | in Python |
//! |---|---|
//! | [`errors`] | `coredis.exceptions`, and the table of codes in `coredis.parser` |
//! | [`decode`] | `Parser.parse_error`, which a malformed `MOVED` crashes |
//! | [`integer`] | checks of `EXPIRETIME`, `WAIT` and `WAITAOF`, each beside its command |
//! | [`Connection`] | `Redis`: a command, a pipeline, a transaction |
//! | [`Cluster`] | `RedisCluster`: `MOVED` and `ASK` followed |
//! | [`sentinel`] | `Sentinel`: who is the primary now |
//! | [`retry()`] | `ConstantRetryPolicy` and `CompositeRetryPolicy` |
//!
//! ```
//! use coredis::errors::{MovedError, RedisClusterError, ResponseError};
//! use errtax::catch;
//!
//! let error = coredis::decode(b"-MOVED 3999 127.0.0.1:6381\r\n");
//! assert!(error.is_a::<RedisClusterError>() && error.is_a::<ResponseError>());
//! catch!(error => {
//!     e: MovedError => assert_eq!((e.slot_id(), e.node_addr()), (3999, ("127.0.0.1", 6381))),
//!     _ => unreachable!(),
//! });
//! ```
#![forbid(unsafe_code)]

mod cluster;
mod connection;
pub mod errors;
pub mod integer;
mod retry;
pub mod sentinel;
mod watch;

pub use cluster::Cluster;
pub use connection::{Connection, Value};
pub use retry::{Budget, retry};

/// An error reply, of RESP2 (`-`) or RESP3 (`!`), or the bare line that other clients hand out.
///
/// ```
/// let error = coredis::decode(b"!21\r\nSYNTAX invalid syntax\r\n");
/// assert_eq!((error.taxon().name(), error.code()), ("ResponseError", Some("SYNTAX")));
/// assert_eq!(error.to_string(), "SYNTAX invalid syntax");
/// ```
pub fn decode(reply: &[u8]) -> errtax::Error {
    errtax::classify::<errors::RedisError>(errtax::wire::resp::decode(reply))
}
