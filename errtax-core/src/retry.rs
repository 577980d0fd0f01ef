//! Whether a caller may try again, and after which delay.
//!
//! The taxon says it for a class, the wire for one response; this room knows neither.

use core::time::Duration;

/// Whether repeating a request may *help*. Whether it is *safe* is the caller's to know.
///
/// ```
/// use errtax::Retry;
///
/// assert_eq!(Retry::from_status(503), Some(Retry::Transient));
/// assert!(Retry::Throttling.is_retryable());
/// assert!(!Retry::Never.is_retryable());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Retry {
    /// The same request will fail again: callers MUST NOT repeat it unchanged.
    Never,
    /// The cause passes by itself: callers MAY repeat the request after a short, growing delay.
    Transient,
    /// The service asked for less: callers MAY repeat the request, but SHOULD lower their rate.
    Throttling,
}

impl Retry {
    /// The advice in an HTTP status alone, if there is any (RFC 9110 §15.6, RFC 6585 §4).
    ///
    /// ```
    /// use errtax::Retry;
    /// assert_eq!(Retry::from_status(429), Some(Retry::Throttling));
    /// assert_eq!(Retry::from_status(404), None);
    /// ```
    pub const fn from_status(status: u16) -> Option<Self> {
        match status {
            429 => Some(Self::Throttling),
            500 | 502 | 503 | 504 => Some(Self::Transient),
            _ => None,
        }
    }

    /// Whether callers may repeat the request at all.
    ///
    /// ```
    /// use errtax::Retry;
    /// assert!(Retry::Transient.is_retryable() && !Retry::Never.is_retryable());
    /// ```
    pub const fn is_retryable(self) -> bool {
        !matches!(self, Self::Never)
    }

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::Transient => "transient",
            Self::Throttling => "throttling",
        }
    }
}

/// What one error says about repeating the request: whether it may help, and after which delay.
///
/// The default says nothing. A function named by `retryable = …` returns one of its own:
///
/// ```
/// use core::time::Duration;
/// use errtax::{Retry, RetryAdvice};
///
/// let advice = RetryAdvice::from(Retry::Throttling).with_after(Duration::from_millis(250));
/// assert_eq!(advice.retry(), Some(Retry::Throttling));
/// assert_eq!(advice.after(), Some(Duration::from_millis(250)));
/// assert!(advice.is_retryable());
/// assert!(!RetryAdvice::default().is_retryable());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct RetryAdvice {
    retry: Option<Retry>,
    after: Option<Duration>,
}

impl RetryAdvice {
    /// Advice that says nothing yet.
    ///
    /// ```
    /// use errtax::RetryAdvice;
    /// assert_eq!(RetryAdvice::new().retry(), None);
    /// ```
    pub const fn new() -> Self {
        Self { retry: None, after: None }
    }

    /// The same advice with an answer to whether repeating may help.
    ///
    /// ```
    /// use errtax::{Retry, RetryAdvice};
    /// assert!(RetryAdvice::new().with_retry(Retry::Transient).is_retryable());
    /// ```
    pub const fn with_retry(self, retry: Retry) -> Self {
        Self { retry: Some(retry), ..self }
    }

    /// The same advice with the delay that the service asked for.
    ///
    /// ```
    /// use core::time::Duration;
    /// use errtax::RetryAdvice;
    ///
    /// let advice = RetryAdvice::new().with_after(Duration::from_secs(2));
    /// assert_eq!(advice.to_string(), "not said after 2s");
    /// ```
    pub const fn with_after(self, after: Duration) -> Self {
        Self { after: Some(after), ..self }
    }

    /// Whether repeating may help; `None` where nothing says so.
    ///
    /// ```
    /// use errtax::{Retry, RetryAdvice};
    /// assert_eq!(RetryAdvice::from(Retry::Never).retry(), Some(Retry::Never));
    /// ```
    pub const fn retry(&self) -> Option<Retry> {
        self.retry
    }

    /// How long the service asked callers to wait; `None` where it named no delay.
    ///
    /// ```
    /// use core::time::Duration;
    /// use errtax::RetryAdvice;
    ///
    /// let advice = RetryAdvice::new().with_after(Duration::from_secs(2));
    /// assert_eq!(advice.after(), Some(Duration::from_secs(2)));
    /// ```
    pub const fn after(&self) -> Option<Duration> {
        self.after
    }

    /// Whether something says that repeating may help. What is not said is not retryable.
    ///
    /// ```
    /// use errtax::{Retry, RetryAdvice};
    /// assert!(RetryAdvice::from(Retry::Throttling).is_retryable());
    /// assert!(!RetryAdvice::new().is_retryable());
    /// ```
    pub const fn is_retryable(&self) -> bool {
        matches!(self.retry, Some(retry) if retry.is_retryable())
    }

    /// This advice, completed by what `other` says and this one does not.
    pub(crate) fn or(self, other: Self) -> Self {
        Self { retry: self.retry.or(other.retry), after: self.after.or(other.after) }
    }
}

/// What a value says that has both a function to ask and a delay: the function's delay comes first.
#[doc(hidden)]
pub fn delayed(said: Option<RetryAdvice>, after: Option<Duration>) -> Option<RetryAdvice> {
    match (said, after) {
        (None, None) => None,
        (said, after) => Some(said.unwrap_or_default().or(RetryAdvice { retry: None, after })),
    }
}

impl From<Retry> for RetryAdvice {
    fn from(retry: Retry) -> Self {
        Self::new().with_retry(retry)
    }
}

impl core::fmt::Display for RetryAdvice {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.retry.map_or("not said", Retry::name))?;
        match self.after {
            Some(after) => write!(f, " after {after:?}"),
            None => Ok(()),
        }
    }
}
