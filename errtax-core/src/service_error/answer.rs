//! The answers, compiled once: a default method of the trait is compiled once for each class.

use alloc::{borrow::Cow, fmt::format};
use core::fmt::Arguments;

use crate::fault::Fault;
use crate::qualified;
use crate::response::ErrorResponse;
use crate::retry::{Retry, RetryAdvice};
use crate::rule::Rule;
use crate::taxon::Taxon;
use crate::transport::Transport;

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
    let said = declared(taxon, response, own);
    if said.retry().is_some() {
        return said;
    }
    let retry = response.and_then(ErrorResponse::listed_retry).or_else(|| match status(taxon, response) {
        Some(429) if response.and_then(ErrorResponse::rule).map_or(taxon.code().is_some(), Rule::has_code) => None,
        _ if response.is_some_and(ErrorResponse::status_is_of_code) => None,
        status => status.and_then(Retry::from_status),
    });
    retry.map_or(said, |retry| said.with_retry(retry))
}

/// What the declarations say: the value's own, its rule's, its class's or the nearest ancestor's. And the delay that the
/// service asked for, which is nobody's opinion.
///
/// What a class says of all failures does not hold for a request that could not be built: the same one fails again.
pub(crate) fn declared(taxon: &Taxon, response: Option<&ErrorResponse>, own: Option<RetryAdvice>) -> RetryAdvice {
    let retry = match response.and_then(ErrorResponse::rule).and_then(|rule| rule.retry) {
        None if response.and_then(ErrorResponse::transport) == Some(Transport::Build) => Some(Retry::Never),
        of_rule => of_rule.or(taxon.retry()),
    };
    let said = retry.map_or_else(RetryAdvice::new, RetryAdvice::from);
    let after = response.and_then(ErrorResponse::retry_after);
    own.unwrap_or_default().or(after.map_or(said, |after| said.with_after(after)))
}

pub(super) fn request_id<'a>(response: Option<&'a ErrorResponse>, own: Option<&'a str>) -> Option<&'a str> {
    response.and_then(ErrorResponse::request_id).or(own)
}

pub(super) fn context<'a>(key: &str, response: Option<&'a ErrorResponse>, own: Option<&'a str>) -> Option<&'a str> {
    response.and_then(|response| response.context(key)).or(own)
}
