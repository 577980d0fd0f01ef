//! What may be said of an error to others: the one place that decides it, for every wire.
//!
//! Three kinds of errors, by what they may give away:
//!
//! | error | status | code | text | members, delay |
//! |---|---|---|---|---|
//! | another service's: it has a received response, or is [`Unclassified`] | 502; 503 where no answer came; 500 where nobody was asked, as the request could not be built | none | the status's reason | none |
//! | a server fault of ours | its own | its own | the status's reason | the delay alone |
//! | a client fault of ours, and whatever says `expose` | its own | its own | its `Display`; what was received: its message | its own |
//!
//! A status of ours is the value's, else its class's; where neither is an error's (400 to 599), a client fault is 400 and
//! everything else 500. A variant that holds a service error is that error. The request id is always the caller's to
//! give: the one that an error knows is another service's. What is only an error's `source` says nothing.

use alloc::{borrow::Cow, string::ToString};
use core::time::Duration;

use crate::fault::Fault;
use crate::from_response::Delay;
use crate::members::Members;
use crate::response::ErrorResponse;
use crate::service_error::ServiceError;
use crate::status;
use crate::taxon::Taxon;
use crate::transport::Transport;
use crate::unclassified::Unclassified;

/// What may be said of an error.
pub(crate) struct Rendered<'a> {
    pub(crate) status: u16,
    pub(crate) code: Option<&'a str>,
    /// The class, where it may be known.
    pub(crate) taxon: Option<&'static Taxon>,
    pub(crate) text: Cow<'a, str>,
    /// Whether the text is the error's own, rather than its status's.
    pub(crate) is_shown: bool,
    pub(crate) members: Members,
    pub(crate) after: Option<Duration>,
}

impl<'a> Rendered<'a> {
    pub(crate) fn of(error: &'a dyn ServiceError) -> Self {
        let is_exposed = is_exposed(error);
        if !is_exposed && is_anothers(error) {
            return Self::generic(unanswered(error).unwrap_or(502));
        }
        let status = status(error);
        let is_client = error.fault() == Some(Fault::Client) && Fault::from_status(status) == Some(Fault::Client);
        let named = Self {
            code: error.code(),
            taxon: Some(error.taxon()),
            after: error.retry_advice().after(),
            ..Self::generic(status)
        };
        if !is_exposed && !is_client {
            return named;
        }
        let mut members = Members::new();
        collect(error, &mut members);
        Self { text: text(error), is_shown: true, members, ..named }
    }

    /// Nothing but a status.
    fn generic(status: u16) -> Self {
        Self {
            status,
            code: None,
            taxon: None,
            text: Cow::Borrowed(reason(status)),
            is_shown: false,
            members: Members::new(),
            after: None,
        }
    }

    /// The delay in whole seconds, rounded up: a caller never comes too early.
    pub(crate) fn seconds(&self) -> Option<u64> {
        u64::from_delay(self.after)
    }

    pub(crate) fn is_client_fault(&self) -> bool {
        Fault::from_status(self.status) == Some(Fault::Client)
    }
}

/// What the status is called; one that nobody has named, what its hundred is.
pub(crate) fn reason(status: u16) -> &'static str {
    let hundred = || if status < 500 { "Bad Request" } else { "Internal Server Error" };
    status::reason(status).unwrap_or_else(hundred)
}

/// Whether the class lets others see its values. What its class could not hold, or nothing claims, is no value of it.
fn is_exposed(error: &dyn ServiceError) -> bool {
    error.taxon().is_exposed() && !is_unclassified(error)
}

fn is_unclassified(error: &dyn ServiceError) -> bool {
    error.downcast_ref::<Unclassified>().is_some()
}

/// Whether another service said it.
fn is_anothers(error: &dyn ServiceError) -> bool {
    is_unclassified(error) || first(error, &|each| each.response()?.is_received().then_some(())).is_some()
}

/// The status of a request without an answer that could be read. One that makes no sense is RFC 9110 §15.6.3's "invalid
/// response"; of a request that was never built, the fault is this side's alone.
fn unanswered(error: &dyn ServiceError) -> Option<u16> {
    Some(match first(error, &|each| each.response()?.transport())? {
        Transport::Build => 500,
        Transport::Decode => 502,
        _ => 503,
    })
}

/// What is found first: at the value, at one that it stands in for, or at one that it embeds.
fn first<T>(error: &dyn ServiceError, find: &dyn Fn(&dyn ServiceError) -> Option<T>) -> Option<T> {
    find(error).or_else(|| [error.inner(), error.base()].into_iter().flatten().find_map(|each| first(each, find)))
}

fn status(error: &dyn ServiceError) -> u16 {
    let mut stated = [error.status(), error.taxon().status()].into_iter().flatten();
    stated.find(|status| matches!(status, 400..=599)).unwrap_or_else(|| match error.fault() {
        Some(Fault::Client) => 400,
        _ => unanswered(error).unwrap_or(500),
    })
}

/// What was received as it came; of ours, its `Display`.
fn text(error: &dyn ServiceError) -> Cow<'_, str> {
    let received = error.response().filter(|response| response.is_received()).and_then(ErrorResponse::message);
    received.map_or_else(|| Cow::Owned(error.to_string()), Cow::Borrowed)
}

/// The value's members, then those of the base that it embeds.
fn collect(error: &dyn ServiceError, members: &mut Members) {
    if let Some(inner) = error.inner() {
        return collect(inner, members);
    }
    error.own_members(members);
    if let Some(base) = error.base() {
        collect(base, members);
    }
}
