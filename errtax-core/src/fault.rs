//! Whose fault an error is.

/// Whose fault an error is: the caller's or the service's.
///
/// ```
/// use errtax::Fault;
///
/// assert_eq!(Fault::from_status(404), Some(Fault::Client));
/// assert_eq!(Fault::from_status(503), Some(Fault::Server));
/// assert_eq!(Fault::from_status(200), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// The request was wrong: the same request will be refused again.
    Client,
    /// The request may have been right: the service could not serve it.
    Server,
}

impl Fault {
    /// The fault that an HTTP status states: 4xx is the client's, 5xx the server's (RFC 9110 §15.5, §15.6).
    ///
    /// ```
    /// use errtax::Fault;
    /// assert_eq!(Fault::from_status(429), Some(Fault::Client));
    /// assert_eq!(Fault::from_status(304), None);
    /// ```
    pub const fn from_status(status: u16) -> Option<Self> {
        match status {
            400..=499 => Some(Self::Client),
            500..=599 => Some(Self::Server),
            _ => None,
        }
    }

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Server => "server",
        }
    }
}
