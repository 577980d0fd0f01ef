//! A cluster: what its nodes answer, and what the client finds.

use errtax::{ServiceError, category};
use thiserror::Error;

use super::reply::one_line;
use super::{RedisError, ResponseError};

/// Something about the cluster as a whole.
#[derive(ServiceError)]
#[service_error(category, parent = RedisError)]
pub enum RedisClusterError {}

/// What [`RedisClusterError`] was called once.
pub type RedisClusterException = RedisClusterError;

/// The key is being moved: this once, ask another node, with `ASKING` before the command.
///
/// A redirection that cannot be read is one of these too, but has no value: there is nowhere to go.
///
/// ```
/// use coredis::errors::AskError;
///
/// let ask = coredis::decode(b"-ASK 3999 2001:db8::1:6381\r\n");
/// assert_eq!(ask.downcast_ref::<AskError>().unwrap().node_addr(), ("2001:db8::1", 6381));
///
/// let cut = coredis::decode(b"-ASK 3999\r\n"); // crashes the original
/// assert!(cut.is_a::<AskError>() && cut.downcast_ref::<AskError>().is_none());
/// ```
#[derive(Debug, Error, ServiceError)]
#[error("{base}")]
#[service_error(code = "ASK", also(RedisClusterError))]
pub struct AskError {
    #[service_error(base)]
    base: ResponseError,
    /// The key's slot.
    #[wire(member = "slot")]
    pub slot_id: u16,
    /// The node; empty where it is the host that was asked.
    #[wire(member)]
    pub host: String,
    /// Its port.
    #[wire(member)]
    pub port: u16,
}

impl AskError {
    /// Host and port.
    pub fn node_addr(&self) -> (&str, u16) {
        (&self.host, self.port)
    }
}

/// Another node serves the slot, from now on.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(code = "MOVED")]
pub struct MovedError(#[service_error(base)] AskError);

impl MovedError {
    /// The key's slot.
    pub fn slot_id(&self) -> u16 {
        self.0.slot_id
    }

    /// Host (empty where it is the one that was asked) and port.
    pub fn node_addr(&self) -> (&str, u16) {
        self.0.node_addr()
    }
}

/// Of several keys that are being moved, some are still here: soon all will be at one place.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(code = "TRYAGAIN", retryable, also(RedisClusterError))]
pub struct TryAgainError(#[service_error(base)] ResponseError);

/// Nobody serves the slot, or too few nodes are left.
#[derive(Debug, Error, ServiceError)]
#[error(transparent)]
#[service_error(code = "CLUSTERDOWN", retryable, also(RedisClusterError, category::Unavailable))]
pub struct ClusterDownError(#[service_error(base)] ResponseError);

/// The keys of one command are in different slots: the server says so, or the client before it asks.
///
/// ```
/// use coredis::errors::ClusterCrossSlotError;
///
/// let error = ClusterCrossSlotError::new("MGET", &["a", "b"]);
/// assert_eq!(error.to_string(), "Keys ('a', 'b') for 'MGET' don't hash to the same slot");
/// ```
#[derive(Debug, Error, ServiceError)]
#[error("{}", not_one_slot(.base, .command.as_deref(), .keys.as_deref()))]
#[service_error(code = "CROSSSLOT", also(RedisClusterError, category::InvalidInput))]
pub struct ClusterCrossSlotError {
    #[service_error(base)]
    base: ResponseError,
    /// The command, where the client knows it.
    #[wire(context)]
    pub command: Option<String>,
    /// Its keys, where the client has found them.
    #[wire(member)]
    pub keys: Option<Vec<String>>,
}

impl ClusterCrossSlotError {
    /// As the client finds it.
    pub fn new(command: &str, keys: &[&str]) -> Self {
        let keys = keys.iter().map(ToString::to_string).collect();
        Self { base: ResponseError::default(), command: Some(command.to_owned()), keys: Some(keys) }
    }
}

fn not_one_slot(base: &ResponseError, command: Option<&str>, keys: Option<&[String]>) -> String {
    match (base.message(), command, keys) {
        (None, Some(command), Some(keys)) => {
            let keys = one_line(&keys.join("', '"));
            format!("Keys ('{keys}') for '{}' don't hash to the same slot", one_line(command))
        }
        (None, ..) => "Keys in request don't hash to the same slot".to_owned(),
        (Some(_), ..) => base.to_string(),
    }
}

/// The cluster sent a command from node to node, and none served it.
#[derive(Debug, Error, ServiceError)]
#[error("Maximum retries exhausted.")]
#[service_error(parent = RedisClusterError, local)]
pub struct ClusterError {
    /// How often the command was sent.
    pub attempts: usize,
    /// What the last node answered.
    #[source]
    pub last: errtax::Error,
}

/// No node is known for the keys.
#[derive(Debug, Error, ServiceError)]
#[error("{0}")]
#[service_error(parent = RedisClusterError, local)]
pub struct ClusterRoutingError(pub String);

/// The commands of a transaction have no slot, or several.
#[derive(Debug, Error, ServiceError)]
#[error("{msg}")]
#[service_error(parent = RedisClusterError, local)]
pub struct ClusterTransactionError {
    /// What is wrong.
    pub msg: String,
}

/// What several nodes answered cannot be put together.
#[derive(Debug, Error, ServiceError)]
#[error("{0}")]
#[service_error(parent = RedisClusterError, local)]
pub struct ClusterResponseError(pub String);
