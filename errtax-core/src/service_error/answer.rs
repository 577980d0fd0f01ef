//! The answers, compiled once: a default method of the trait is compiled once for each class.

use alloc::{borrow::Cow, fmt::format};
use core::fmt::Arguments;

use crate::fault::Fault;
use crate::qualified;
use crate::response::ErrorResponse;
use crate::retry::{Retry, RetryAdvice};
use crate::rule::Rule;
use crate::taxon::Taxon;

/// The wire's, without what qualifies it in the class's tree; else the class's.
pub fn code<'a>(taxon: &Taxon, response: Option<&'a ErrorResponse>) -> Option<&'a str> {
    response.and_then(|response| qualified::code(taxon, response)).or(taxon.code())
}

pub(super) fn message<'a>(
    response: Option<&'a ErrorResponse>,
    own: Option<&'a str>,
    display: Arguments<'_>,
) -> Option<Cow<'a, str>> {
    match (response.and_then(ErrorResponse::message).or(own), response) {
        (Some(said), _) => Some(Cow::Borrowed(said)),
        (None, Some(_)) => None,
        (None, None) => Some(Cow::Owned(format(display))),
    }
}

/// The wire's, else the class's.
pub fn status(taxon: &Taxon, response: Option<&ErrorResponse>) -> Option<u16> {
    response.and_then(ErrorResponse::status).or(taxon.status())
}

/// As the wire's status says, else as the class does.
pub fn fault(taxon: &Taxon, response: Option<&ErrorResponse>) -> Option<Fault> {
    response.and_then(ErrorResponse::status).and_then(Fault::from_status).or(taxon.fault())
}

/// The first that speaks: see [`ServiceError::retry_advice`](super::ServiceError::retry_advice).
pub fn retry_advice(taxon: &Taxon, response: Option<&ErrorResponse>, own: Option<RetryAdvice>) -> RetryAdvice {
    let rule = response.and_then(ErrorResponse::rule);
    let retry = rule
        .and_then(|rule| rule.retry)
        .or(taxon.retry())
        .or_else(|| response.and_then(ErrorResponse::listed_retry))
        .or_else(|| match status(taxon, response) {
            Some(429) if rule.map_or(taxon.code().is_some(), Rule::has_code) => None,
            status => status.and_then(Retry::from_status),
        });
    let said = retry.map_or_else(RetryAdvice::new, RetryAdvice::from);
    let after = response.and_then(ErrorResponse::retry_after);
    own.unwrap_or_default().or(after.map_or(said, |after| said.with_after(after)))
}
