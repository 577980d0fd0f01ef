//! Where a class's type is forgotten.
//!
//! Here alone, and nothing of it inlined elsewhere: each codegen unit in which it happens has a table of the class's
//! methods of its own, and with it much of what the table names.

use alloc::{boxed::Box, sync::Arc};
use core::error::Error;

use crate::from_response::FromResponse;
use crate::member::MemberError;
use crate::response::ErrorResponse;
use crate::service_error::ServiceError;

/// How a response becomes a value of one class: as [`FromResponse::from_response`], the class forgotten.
pub(crate) type Build = fn(&mut ErrorResponse) -> Result<Box<dyn ServiceError>, MemberError>;

/// [`Build`] for `T`. Compiled once for each class: what can be done without the type, the classifier does.
#[doc(hidden)]
pub fn build<T: FromResponse + ServiceError>(
    response: &mut ErrorResponse,
) -> Result<Box<dyn ServiceError>, MemberError> {
    // Not `?`: its conversions would be compiled for each class.
    match T::from_response(response) {
        Ok(value) => Ok(Box::new(value)),
        Err(error) => Err(error),
    }
}

/// [`Build`] for one variant of the enum `T`.
#[doc(hidden)]
#[inline(never)]
pub fn build_by<T: ServiceError>(
    response: &mut ErrorResponse,
    from_response: fn(&mut ErrorResponse) -> Result<T, MemberError>,
) -> Result<Box<dyn ServiceError>, MemberError> {
    Ok(Box::new(from_response(response)?))
}

/// The value, owned.
#[inline(never)]
pub(crate) fn owned<T: ServiceError>(value: T) -> Box<dyn ServiceError> {
    Box::new(value)
}

/// The value where it stands.
#[cfg(any(feature = "anyhow", feature = "eyre"))]
#[inline(never)]
pub(crate) fn borrowed<T: ServiceError>(value: &T) -> &dyn ServiceError {
    value
}

/// The `T` that a link of a chain is, or that the `Box` or `Arc` holds which it is.
pub(crate) fn seen<'a, T: ServiceError>(link: &'a (dyn Error + 'static)) -> Option<&'a dyn ServiceError> {
    // The size is known here: a question less for most classes. And no `map`, no `or_else`: each, and its closure, would
    // be compiled for each class.
    let value = if size_of_val(link) == const { size_of::<T>() }
        && let Some(value) = link.downcast_ref::<T>()
    {
        value
    } else if let Some(value) = link.downcast_ref::<Box<T>>() {
        &**value
    } else if let Some(value) = link.downcast_ref::<Arc<T>>() {
        &**value
    } else {
        return None;
    };
    Some(value)
}
