//! How a request failed without an answer that could be read.

/// How a request failed without an answer that could be read: it was never sent, or no answer arrived, or one that made
/// no sense.
///
/// `#[wire(transport)]` takes all of these, `#[wire(transport(timeout))]` one. A request that could not be
/// [built](Self::Build) is not worth repeating, whatever its class says of failures: see
/// [`retry_advice`](crate::ServiceError::retry_advice).
///
/// ```
/// use errtax::{ErrorResponse, Transport};
///
/// let response = ErrorResponse::new().with_transport(Transport::Timeout);
/// assert_eq!(response.transport(), Some(Transport::Timeout));
/// assert_eq!(response.to_string(), "the request timed out");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Transport {
    /// No answer arrived in time.
    Timeout,
    /// No connection could be made.
    Connect,
    /// The host's name could not be resolved.
    Dns,
    /// The TLS handshake failed.
    Tls,
    /// There were no usable credentials to sign the request with.
    Credentials,
    /// The connection broke while it was in use.
    Io,
    /// The request could not be built, and was never sent: reqwest's `is_builder`, the AWS SDK's `ConstructionFailure`.
    Build,
    /// An answer arrived, and could not be read: reqwest's `is_decode`, the AWS SDK's `ResponseError`. Whether the
    /// request was carried out is not known.
    Decode,
    /// Something else went wrong before an answer arrived.
    Other,
}

impl Transport {
    /// The word for it in `#[wire(transport(…))]`.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Timeout => "timeout",
            Self::Connect => "connect",
            Self::Dns => "dns",
            Self::Tls => "tls",
            Self::Credentials => "credentials",
            Self::Io => "io",
            Self::Build => "build",
            Self::Decode => "decode",
            Self::Other => "other",
        }
    }
}

impl core::fmt::Display for Transport {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Self::Timeout => "the request timed out",
            Self::Connect => "no connection could be made",
            Self::Dns => "the host name could not be resolved",
            Self::Tls => "the TLS handshake failed",
            Self::Credentials => "no usable credentials were found",
            Self::Io => "the connection broke",
            Self::Build => "the request could not be built",
            Self::Decode => "the answer could not be read",
            Self::Other => "no answer arrived",
        })
    }
}
