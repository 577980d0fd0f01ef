//! What the crate redis, version 1, fails with: its `RedisError` as an [`ErrorResponse`].
//!
//! With [`Classify`](crate::Classify) in scope, a `redis::RedisResult` has `classify` and `classify_with`.
//!
//! | `RedisError` | becomes |
//! |---|---|
//! | an error of the server (of a pipeline, the first; of a transaction that it refused, `EXECABORT`) | the code and, as the message, the detail. `MOVED` and `ASK` have the members `slot` (`u16`), `host` (empty: the host that answered) and `port` (`u16`); one that cannot be read is absent |
//! | `Io` | [`Transport::Timeout`], `Connect`, `Dns`, `Tls` or `Io`: by the `io::ErrorKind` |
//! | `AuthenticationFailed` | [`Transport::Credentials`] |
//! | no connection to a node of the cluster, or to what a sentinel should know | [`Transport::Connect`] |
//! | parameters or a configuration that the client found wrong before it sent anything | [`Transport::Build`] |
//! | a reply that could not be parsed, or is of another type than the caller's | [`Transport::Decode`] |
//! | anything else that the client itself found wrong | [`Transport::Other`] |
//!
//! In each case the `RedisError` is kept as the response's [`source`](ErrorResponse::source). The crate takes an answer
//! apart before anybody sees it: the response's [`body`](ErrorResponse::body) is the line put together again, code and
//! detail without what RESP writes around them, and says no more of a transaction's or a pipeline's other errors.
//!
//! ```
//! use errtax::{Classify, ServiceError};
//!
//! #[derive(Debug, thiserror::Error, ServiceError)]
//! #[error("the cache")]
//! struct CacheError;
//!
//! #[derive(Debug, thiserror::Error, ServiceError)]
//! #[error("slot {slot} moved to {host}:{port}")]
//! #[service_error(parent = CacheError, code = "MOVED", members)]
//! struct Moved { slot: u16, host: String, port: u16 }
//!
//! // As `connection.get("key")` gives it.
//! let answer = redis::parse_redis_value(b"-MOVED 3999 2001:db8::1:6381\r\n");
//! let got: redis::RedisResult<redis::Value> = answer.and_then(redis::Value::extract_error);
//!
//! let error = got.classify::<CacheError>().unwrap_err();
//! assert_eq!(error.downcast_ref::<Moved>().unwrap().host, "2001:db8::1");
//! ```

use alloc::{borrow::ToOwned, format, string::String, string::ToString, sync::Arc};
use core::error::Error;
use std::io;

use ::redis::{ErrorKind, RedisError, ServerError};

use super::io::transport;
use crate::response::ErrorResponse;
use crate::transport::Transport;
use crate::wire::resp;

impl From<RedisError> for ErrorResponse {
    fn from(error: RedisError) -> Self {
        let response = match answered(&error) {
            Some(line) => resp::decode(line.as_bytes()),
            None => Self::unanswered(failure(&error)),
        };
        response.with_source(error)
    }
}

/// The line that the server answered with, of the parts that the crate keeps of it; `None` where there was no answer.
fn answered(error: &RedisError) -> Option<String> {
    let errors = error.clone().into_server_errors();
    let first = errors.as_deref().and_then(|errors| errors.first()).map(|(_, error)| error);
    let Some(code) = error.code().or_else(|| first.map(ServerError::code)) else {
        // By its documentation the server's, even where it was put together without a code.
        return (error.kind() == ErrorKind::Extension).then(|| error.detail().unwrap_or_default().to_owned());
    };
    // A refused transaction has its own code, and the errors of its commands: their details are not its own.
    let detail = error.detail().or_else(|| first.filter(|first| first.code() == code)?.details());
    Some(detail.map_or_else(|| code.to_owned(), |detail| format!("{code} {detail}")))
}

/// How a command failed that no server answered.
fn failure(error: &RedisError) -> Transport {
    match error.kind() {
        ErrorKind::AuthenticationFailed => Transport::Credentials,
        ErrorKind::ClusterConnectionNotFound
        | ErrorKind::MasterNameNotFoundBySentinel
        | ErrorKind::NoValidReplicasFoundBySentinel => Transport::Connect,
        // A Unix socket that is not there is a refusal too.
        ErrorKind::Io if error.is_connection_refusal() => Transport::Connect,
        ErrorKind::Io => io_error(error).and_then(transport).unwrap_or_else(|| handshake(error)),
        ErrorKind::Client | ErrorKind::InvalidClientConfig | ErrorKind::EmptySentinelList => Transport::Build,
        ErrorKind::Parse | ErrorKind::UnexpectedReturnType => Transport::Decode,
        _ => Transport::Other,
    }
}

/// The `io::Error` inside, which the crate shares and does not show.
fn io_error(error: &RedisError) -> Option<&io::Error> {
    let shared: &Arc<dyn Error + Send + Sync> = error.source()?.downcast_ref()?;
    shared.downcast_ref()
}

/// A TLS handshake that failed, if the crate says so: it keeps nothing but the text. Else the connection.
fn handshake(error: &RedisError) -> Transport {
    if error.to_string().starts_with("SSL Handshake error") { Transport::Tls } else { Transport::Io }
}
