//! Service errors through the wrappers of others.

use core::error::Error;

use crate::chain;
use crate::class::Class;
use crate::registry;
use crate::service_error::ServiceError;

/// The first service error in the chain of `error`, whatever it is wrapped in.
///
/// Each link is asked whether it is an [`errtax::Error`](crate::Error), or a value of a registered class: itself, in a
/// `Box` or in an `Arc`; then what an `io::Error` was made of, then its source. A foreign `#[error(transparent)]` hides
/// a class's value, since it leaves that out of the chain; it does not hide an `errtax::Error`.
///
/// Where many classes are registered, what came of asking a link is remembered for its type: as a rule, the next link of
/// that type is asked for one class at most.
///
/// ```
/// use errtax::{ServiceError, category};
/// use std::io;
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("no such key")]
/// #[service_error(also(category::NotFound))]
/// struct NoSuchKey;
///
/// #[derive(Debug, thiserror::Error)]
/// #[error("reading the settings")]
/// struct Settings(#[source] io::Error);
///
/// let error = Settings(io::Error::other(NoSuchKey));
/// assert!(errtax::find(&error).unwrap().is_a::<category::NotFound>());
/// assert!(errtax::find(&io::Error::other("something else")).is_none());
/// ```
pub fn find<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a dyn ServiceError> {
    all(error).next()
}

/// The first service error in the chain of `error` that is a `C`.
///
/// ```
/// use errtax::{ServiceError, category};
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("the upload failed")]
/// struct UploadFailed(#[source] Denied);
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("denied")]
/// #[service_error(also(category::Denied))]
/// struct Denied;
///
/// let error = errtax::Error::new(UploadFailed(Denied));
/// assert_eq!(errtax::find(&error).unwrap().taxon().name(), "UploadFailed");
/// assert_eq!(errtax::find_a::<category::Denied>(&error).unwrap().taxon().name(), "Denied");
/// ```
pub fn find_a<'a, C: Class>(error: &'a (dyn Error + 'static)) -> Option<&'a dyn ServiceError> {
    all(error).find(|service_error| service_error.is_a::<C>())
}

/// Every service error in the chain of `error`, the outermost first.
pub(crate) fn all<'a>(error: &'a (dyn Error + 'static)) -> impl Iterator<Item = &'a dyn ServiceError> {
    chain::walk(error, registry::see).filter_map(|link| link.service_error)
}
