//! The foreign error underneath.

use alloc::{boxed::Box, sync::Arc};
use core::{error::Error, fmt, ops::Deref};

/// A foreign error that lies underneath one of ours: cheap to clone, and handed on as a source.
///
/// It derefs to `dyn Error + Send + Sync` and is deliberately no [`Error`] itself: thiserror's `#[source]` on a
/// field of this type yields the foreign error, not a wrapper.
///
/// ```
/// use errtax::{Cause, ErrorResponse};
///
/// let response = ErrorResponse::new().with_source("connection reset by peer");
/// let cause: &Cause = response.source().unwrap();
/// assert_eq!(cause.to_string(), "connection reset by peer");
/// ```
#[derive(Clone)]
pub struct Cause(Arc<dyn Error + Send + Sync>);

impl Cause {
    /// Wraps an error, or a message.
    ///
    /// ```
    /// let cause = errtax::Cause::new(std::fmt::Error);
    /// assert!(cause.is::<std::fmt::Error>());
    /// ```
    pub fn new(error: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self(Arc::from(error.into()))
    }
}

impl Deref for Cause {
    type Target = dyn Error + Send + Sync;

    fn deref(&self) -> &Self::Target {
        &*self.0
    }
}

impl AsRef<dyn Error + Send + Sync> for Cause {
    fn as_ref(&self) -> &(dyn Error + Send + Sync + 'static) {
        &*self.0
    }
}

impl<E: Error + Send + Sync + 'static> From<E> for Cause {
    fn from(error: E) -> Self {
        Self(Arc::new(error))
    }
}

impl fmt::Debug for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}
