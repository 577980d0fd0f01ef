//! A value of the parent class, embedded in one of its child's.
//!
//! `GUARD` is there for diagnostics alone. The derive computes it from the taxon of the field's type: where that type
//! is no class, it has no value, and the compiler, which said so once, says nothing more about the type.

use super::FromResponse;
use crate::member::MemberError;
use crate::response::ErrorResponse;
use crate::service_error::ServiceError;

#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a service error",
    label = "a class without values",
    note = "a base is a value: write `#[service_error(parent = …)]` on the type instead"
)]
#[doc(hidden)]
pub trait Embedded<const GUARD: usize>: ServiceError {}

#[diagnostic::do_not_recommend]
impl<T: ServiceError, const GUARD: usize> Embedded<GUARD> for T {}

#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be built from a response",
    label = "not constructible",
    note = "it must not be `local`, and every field of it needs a role, such as `#[wire(member)]`; or mark the class that embeds it `local`"
)]
#[doc(hidden)]
pub trait FromEmbedded<const GUARD: usize>: FromResponse {}

#[diagnostic::do_not_recommend]
impl<T: FromResponse, const GUARD: usize> FromEmbedded<GUARD> for T {}

/// Nothing but the bound.
#[doc(hidden)]
pub const fn embedded<T: Embedded<GUARD>, const GUARD: usize>() -> usize {
    GUARD
}

/// What a child asks its base.
#[doc(hidden)]
pub fn base<T: Embedded<GUARD>, const GUARD: usize>(base: &T) -> &dyn ServiceError {
    base
}

/// A `#[service_error(base)]` field: it comes last, since it takes the response.
#[doc(hidden)]
pub fn base_from<T: FromEmbedded<GUARD>, const GUARD: usize>(response: &mut ErrorResponse) -> Result<T, MemberError> {
    T::from_response(response)
}
