//! The fields that have one type: the response itself, and the foreign error underneath.

use crate::cause::Cause;
use crate::response::ErrorResponse;

/// The type of a `#[wire(response)]` field.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no response",
    label = "not an `ErrorResponse`",
    note = "a `#[wire(response)]` field is an `errtax::ErrorResponse`"
)]
#[doc(hidden)]
pub trait Kept {
    fn take(response: &mut ErrorResponse) -> Self;
    fn kept(&self) -> &ErrorResponse;
}

#[diagnostic::do_not_recommend]
impl Kept for ErrorResponse {
    fn take(response: &mut ErrorResponse) -> Self {
        core::mem::take(response)
    }

    fn kept(&self) -> &ErrorResponse {
        self
    }
}

/// The type of a `#[wire(cause)]` field.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no cause",
    label = "not an `Option<Cause>`",
    note = "a `#[wire(cause)]` field is an `Option<errtax::Cause>`, since not every response has one"
)]
#[doc(hidden)]
pub trait Underneath {
    fn of(response: &ErrorResponse) -> Self;
}

#[diagnostic::do_not_recommend]
impl Underneath for Option<Cause> {
    fn of(response: &ErrorResponse) -> Self {
        response.source().cloned()
    }
}
