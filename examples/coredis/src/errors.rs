//! Every class, and the tree that they make.
//!
//! ```text
//! RedisError
//! ├ ResponseError           whatever a server answered with          `ERR`, and codes without a class
//! ├ ConnectionError         no connection, or none for now
//! ├ RedisClusterError       of a cluster: its replies, and what the client finds
//! ├ StreamConsumerError     of a consumer of streams
//! ├ CommandSyntaxError …    what the client finds before it asks
//! └ LockError, SentinelError …
//! ```
//!
//! A reply is a [`ResponseError`] first: it descends from that class, and embeds its value. What else it is (a
//! [`RedisClusterError`], say) is said by `also`. So no class of the reply table can be forgotten.

mod cluster;
mod connection;
mod integers;
mod lock;
mod reply;
mod sentinel;
mod stream;
mod usage;

use errtax::ServiceError;

pub use cluster::{
    AskError, ClusterCrossSlotError, ClusterDownError, ClusterError, ClusterResponseError, ClusterRoutingError,
    ClusterTransactionError, MovedError, RedisClusterError, RedisClusterException, TryAgainError,
};
pub use connection::{
    BusyLoadingError, ConnectionError, InvalidResponse, NetworkError, ProtocolError, TooManyClientsError,
};
pub use integers::{DataError, PersistenceError, ReplicationError};
pub use lock::{LockAcquisitionError, LockError, LockExtensionError, LockReleaseError};
pub use reply::{
    AuthenticationError, AuthenticationFailureError, AuthenticationRequiredError, AuthorizationError, ExecAbortError,
    NoKeyError, NoScriptError, NotBusyError, ReadOnlyError, ResponseError, UnblockedError, UnknownCommandError,
    WrongTypeError,
};
pub use sentinel::{PrimaryNotFoundError, ReplicaNotFoundError, SentinelError, StalePrimaryError};
pub use stream::{
    StreamConsumerError, StreamConsumerGroupError, StreamConsumerInitializationError, StreamDuplicateConsumerGroupError,
};
pub use usage::{
    CommandNotSupportedError, CommandSyntaxError, FunctionError, MutuallyExclusiveParametersError,
    MutuallyInclusiveParametersMissing, PubSubError, RequiredParameterError, WatchError,
};

/// Whatever goes wrong with Redis.
#[derive(ServiceError)]
#[service_error(category, service = "redis")]
pub enum RedisError {}
