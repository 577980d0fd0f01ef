//! The owned, erased face of a service error.

use alloc::boxed::Box;
use core::{error, fmt, ops::Deref, time::Duration};

use crate::erased;
use crate::member::Origin;
use crate::response::ErrorResponse;
use crate::retry::RetryAdvice;
use crate::service_error::ServiceError;
use crate::taxon::Taxon;
use crate::walking;

/// Any service error, owned: one pointer that derefs to [`dyn ServiceError`](ServiceError).
///
/// `?` makes one of every service error, and takes it on into `anyhow`, `eyre`, `Box<dyn Error + Send + Sync>` and
/// thiserror's `#[from]`, since it is a [`std::error::Error`](core::error::Error) itself.
///
/// ```
/// use errtax::{ServiceError, category};
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("no order {0}")]
/// #[service_error(status = 404, also(category::NotFound))]
/// struct NoOrder(u64);
///
/// fn find(id: u64) -> errtax::Result<()> {
///     Err(NoOrder(id))?
/// }
///
/// let error = find(7).unwrap_err();
/// assert!(error.is_a::<category::NotFound>());
/// assert_eq!(error.downcast_ref::<NoOrder>().unwrap().0, 7);
/// assert_eq!(error.to_string(), "no order 7");
/// ```
pub struct Error(Box<Erased>);

/// [`core::result::Result`] with [`Error`] as its error.
///
/// ```
/// fn nothing_failed() -> errtax::Result<u8> {
///     Ok(1)
/// }
/// # assert!(nothing_failed().is_ok());
/// ```
pub type Result<T, E = Error> = core::result::Result<T, E>;

/// A value of some class, with the response that its class has no room for beside it.
struct Erased {
    value: Box<dyn ServiceError>,
    beside: ErrorResponse,
}

impl Error {
    /// Forgets the class of `error`.
    ///
    /// ```
    /// # #[derive(Debug, thiserror::Error, errtax::ServiceError)]
    /// # #[error("gone")]
    /// # struct Gone;
    /// let error = errtax::Error::new(Gone);
    /// assert_eq!(error.taxon().name(), "Gone");
    /// ```
    pub fn new(error: impl ServiceError) -> Self {
        Self::beside(erased::owned(error), ErrorResponse::new())
    }

    /// A value, and the response that it was built from and did not keep.
    pub(crate) fn beside(value: Box<dyn ServiceError>, beside: ErrorResponse) -> Self {
        Self(Box::new(Erased { value, beside }))
    }

    /// The value as a `T`, or the error back.
    ///
    /// Only the value itself: a base embedded in it stays where it is. What was kept beside the value (see
    /// [`take_response`](Self::take_response)) belongs to the erased error and is gone with it: take it out first.
    ///
    /// # Errors
    ///
    /// The error itself, unchanged, where its value is no `T`.
    ///
    /// ```
    /// # #[derive(Debug, thiserror::Error, errtax::ServiceError)]
    /// # #[error("gone")]
    /// # struct Gone;
    /// # #[derive(Debug, thiserror::Error, errtax::ServiceError)]
    /// # #[error("full")]
    /// # struct Full;
    /// let error = errtax::Error::new(Gone);
    /// let error = error.downcast::<Full>().unwrap_err();
    /// let gone: Gone = error.downcast().unwrap();
    /// ```
    pub fn downcast<T: ServiceError>(self) -> core::result::Result<T, Self> {
        let as_error: &(dyn error::Error + 'static) = &*self.0.value;
        if !as_error.is::<T>() {
            return Err(self);
        }
        let value: Box<dyn error::Error> = self.0.value;
        match value.downcast() {
            Ok(value) => Ok(*value),
            Err(_) => unreachable!("the type was asked for above"),
        }
    }

    /// Takes the response out, for instance to classify it again under another root.
    ///
    /// A class that keeps the response in a field of its own keeps it, and a copy is handed out.
    ///
    /// ```
    /// use errtax::{ErrorResponse, Error};
    ///
    /// let mut error = errtax::classify::<errtax::category::Internal>(ErrorResponse::new().with_code("X"));
    /// assert_eq!(error.take_response().unwrap().code(), Some("X"));
    /// ```
    pub fn take_response(&mut self) -> Option<ErrorResponse> {
        if self.0.beside.is_empty() {
            return self.response().cloned();
        }
        Some(core::mem::take(&mut self.0.beside))
    }

    /// Whether something says that repeating the request may help: made for `backon`'s `when`.
    ///
    /// ```
    /// # #[derive(Debug, thiserror::Error, errtax::ServiceError)]
    /// # #[error("busy")]
    /// # #[service_error(status = 503)]
    /// # struct Busy;
    /// assert!(errtax::Error::new(Busy).is_retryable());
    /// ```
    pub fn is_retryable(&self) -> bool {
        (**self).is_retryable()
    }

    /// The delay before the next attempt, at least as long as the service asked for: made for the `adjust`
    /// of `backon`'s async retry.
    ///
    /// `None`, which means that there is no next attempt, stays `None`.
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// # #[derive(Debug, thiserror::Error, errtax::ServiceError)]
    /// # #[error("busy")]
    /// # struct Busy { #[wire(retry_after)] after: Duration }
    /// let error = errtax::Error::new(Busy { after: Duration::from_secs(3) });
    /// assert_eq!(error.adjust_delay(Some(Duration::from_secs(1))), Some(Duration::from_secs(3)));
    /// assert_eq!(error.adjust_delay(None), None);
    /// ```
    pub fn adjust_delay(&self, delay: Option<Duration>) -> Option<Duration> {
        delay.map(|delay| delay.max(self.retry_advice().after().unwrap_or_default()))
    }
}

impl Deref for Error {
    type Target = dyn ServiceError;

    fn deref(&self) -> &Self::Target {
        if self.0.beside.is_empty() { &*self.0.value } else { &*self.0 }
    }
}

impl AsRef<dyn ServiceError> for Error {
    fn as_ref(&self) -> &(dyn ServiceError + 'static) {
        &**self
    }
}

impl<E: ServiceError> From<E> for Error {
    fn from(error: E) -> Self {
        Self::new(error)
    }
}

impl From<Box<dyn ServiceError>> for Error {
    fn from(value: Box<dyn ServiceError>) -> Self {
        Self::beside(value, ErrorResponse::new())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}

/// Its source is the cause, and only while [`find`](crate::find) walks a chain the error itself.
impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        if walking::is_on() { Some(self) } else { (**self).source() }
    }
}

/// Answers with the response beside the value, and hands everything else on.
impl ServiceError for Erased {
    fn taxon(&self) -> &'static Taxon {
        self.value.taxon()
    }

    fn response(&self) -> Option<&ErrorResponse> {
        Some(&self.beside)
    }

    fn base(&self) -> Option<&dyn ServiceError> {
        self.value.base()
    }

    fn inner(&self) -> Option<&dyn ServiceError> {
        Some(&*self.value)
    }

    fn is_wrapped_as(&self, class: &Taxon) -> bool {
        self.value.is_wrapped_as(class)
    }

    fn own_advice(&self) -> Option<RetryAdvice> {
        self.value.own_advice()
    }

    fn own_text(&self, origin: Origin<'_>) -> Option<&str> {
        self.value.own_text(origin)
    }
}

impl error::Error for Erased {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        let beside = || self.beside.source().map(|cause| &**cause as &(dyn error::Error + 'static));
        self.value.source().or_else(beside)
    }
}

impl fmt::Debug for Erased {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error").field("value", &self.value).field("response", &self.beside).finish()
    }
}

impl fmt::Display for Erased {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.value, f)
    }
}
