//! What an enum's variants hold: a service error that answers for itself, or whatever nothing else takes.

use crate::error::Error;
use crate::service_error::ServiceError;

/// What a variant without facts of its own holds.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a service error, and its variant has no facts of its own",
    label = "nothing here says what class of error this is",
    note = "a variant without `#[service_error(…)]` hands every question on to the service error inside; a foreign error needs facts: write `#[service_error(status = 500, local)]` or the like on the variant"
)]
#[doc(hidden)]
pub trait Delegate: Sized {
    fn as_inner(&self) -> &dyn ServiceError;

    /// The value that `error` is made of, if it is such a one.
    ///
    /// # Errors
    ///
    /// The error itself, where it is not.
    fn sorted(error: Error) -> Result<Self, Error>;
}

#[diagnostic::do_not_recommend]
impl<T: ServiceError> Delegate for T {
    fn as_inner(&self) -> &dyn ServiceError {
        self
    }

    fn sorted(error: Error) -> Result<Self, Error> {
        error.downcast()
    }
}

#[diagnostic::do_not_recommend]
impl Delegate for Error {
    fn as_inner(&self) -> &dyn ServiceError {
        &**self
    }

    /// Any error would do, so it is the fallback's.
    fn sorted(error: Error) -> Result<Self, Error> {
        Err(error)
    }
}

/// What a variant with `#[wire(fallback)]` holds.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not hold any error",
    label = "not an `errtax::Error`",
    note = "a variant with `#[wire(fallback)]` alone takes the rest, whatever it is: write `Other(errtax::Error)`, or give the field a role, such as `#[wire(message)]`"
)]
#[doc(hidden)]
pub trait Rest: Sized {
    fn of(error: Error) -> Self;
    fn as_inner(&self) -> &dyn ServiceError;
}

#[diagnostic::do_not_recommend]
impl Rest for Error {
    fn of(error: Error) -> Self {
        error
    }

    fn as_inner(&self) -> &dyn ServiceError {
        &**self
    }
}
