//! Codes as wires qualify them: a problem's type is a base and a code, a gRPC reason stands in a domain.
//!
//! A decoder knows neither bases nor domains, and gives the whole name. A class whose root states one is recognised by
//! that name, too: an exact code like any other, put together when the class is compiled.

#[cfg(any(feature = "grpc", feature = "problem"))]
mod names;

#[cfg(any(feature = "grpc", feature = "problem"))]
pub use self::names::{problem, problem_len, reason_in_domain, reason_in_domain_len, with_names};

use crate::response::ErrorResponse;
use crate::taxon::Taxon;

/// The code in `response`, as classes of `taxon`'s tree call it.
pub(crate) fn code<'a>(taxon: &Taxon, response: &'a ErrorResponse) -> Option<&'a str> {
    let reason = || {
        let domain = taxon.domain()?;
        response.shapes().find_map(|shape| shape.strip_prefix(domain)?.strip_prefix('/'))
    };
    let code = response.code();
    let after_base = || code?.strip_prefix(taxon.problem_base()?).filter(|code| !code.is_empty());
    reason().or_else(after_base).or(code)
}

/// Without a wire that qualifies codes, a class is recognised by what it states.
#[cfg(not(any(feature = "grpc", feature = "problem")))]
#[doc(hidden)]
#[macro_export]
macro_rules! __rules {
    ($taxon:expr, $code:expr, [$($rule:expr),*]) => {
        &[$($rule),*]
    };
}

/// The rules of a class with a code: those it states, and one for each name that its root makes of the code.
#[cfg(any(feature = "grpc", feature = "problem"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __rules {
    ($taxon:expr, $code:expr, [$($rule:expr),*]) => {{
        use $crate::__private::{Rule, problem, problem_len, reason_in_domain, reason_in_domain_len, with_names};
        const STATED: &[Rule] = &[$($rule),*];
        const PROBLEM: &[u8] = &problem::<{ problem_len($taxon, $code) }>($taxon, $code);
        const REASON: &[u8] = &reason_in_domain::<{ reason_in_domain_len($taxon, $code) }>($taxon, $code);
        const ALL: &[Rule] = &with_names::<
            { STATED.len() + !PROBLEM.is_empty() as usize + !REASON.is_empty() as usize }
        >(STATED, [PROBLEM, REASON]);
        ALL
    }};
}
