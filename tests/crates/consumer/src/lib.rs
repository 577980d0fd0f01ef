//! Every attribute, in a crate as strict as crates come.
#![forbid(unsafe_code)]
#![deny(warnings, missing_docs, clippy::pedantic)]

pub mod hygiene;

use core::time::Duration;

use errtax::{Cause, ErrorResponse, Retry, RetryAdvice, ServiceError, category};
use serde::Deserialize;
use thiserror::Error;

/// Base class of everything the orders table can answer.
#[derive(Debug, Error, ServiceError)]
#[error("orders: {response}")]
#[service_error(service = "dynamodb")]
#[wire(fallback)]
pub struct OrdersError {
    #[wire(response)]
    response: ErrorResponse,
}

/// The table does not exist.
#[derive(Debug, Error, ServiceError)]
#[error("table not found: {base}")]
#[service_error(code = "ResourceNotFoundException", status = 404, also(category::NotFound))]
pub struct TableNotFound {
    #[service_error(base)]
    base: OrdersError,
}

/// An item, as it was stored.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Item {
    /// How many.
    pub count: u32,
}

/// A condition expression was false. Carries the item that was there, if it was asked for.
#[derive(Debug, Error, ServiceError)]
#[error("condition failed")]
#[service_error(parent = OrdersError, code = "ConditionalCheckFailedException", status = 409)]
#[service_error(also(category::Conflict, category::FailedPrecondition), retryable = by_item, id = "consumer::Failed")]
pub struct ConditionFailed {
    /// What was there.
    #[wire(member = "Item")]
    pub item: Option<Item>,
}

/// Retrying helps only while there is something left.
fn by_item(error: &ConditionFailed) -> Option<RetryAdvice> {
    error.item.as_ref().filter(|item| item.count > 0).map(|_| RetryAdvice::from(Retry::Transient))
}

/// The request rate is too high.
#[derive(Debug, Error, ServiceError)]
#[error("slow down")]
#[service_error(parent = OrdersError, status = 429, retryable(throttling))]
#[wire(code("ProvisionedThroughputExceededException", "ThrottlingException", "RequestLimitExceeded"))]
#[wire(service = "s3", code = "SlowDown", operation = "PutObject", retryable)]
#[wire(service = any, code = "Throttl*", message_prefix = "rate", status = 400, retryable = false, text = "{service}: {message}")]
pub struct TooFast;

/// Anything that went wrong before an answer arrived.
#[derive(Debug, ServiceError)]
#[service_error(category, parent = OrdersError, retryable)]
pub enum NetworkError {}

/// The service could not be reached.
#[derive(Debug, Error, ServiceError)]
#[error("no answer from {}", .0.as_deref().unwrap_or("the service"))]
#[service_error(parent = NetworkError)]
#[wire(transport)]
#[wire(transport(timeout), retryable(throttling))]
#[wire(transport(connect))]
#[wire(transport(dns))]
#[wire(transport(tls))]
#[wire(transport(credentials), retryable = false)]
#[wire(transport(io))]
#[wire(transport(build))]
#[wire(transport(decode))]
#[wire(transport(other))]
pub struct NoAnswer(#[wire(context = "endpoint")] Option<String>, #[source] #[wire(cause)] Option<Cause>);

/// Limits, all members at once.
#[derive(Debug, Error, ServiceError)]
#[error("limit {max_items} reached in {region}: {text} ({id}), {extra}")]
#[service_error(parent = OrdersError, code = "LimitReached", fault = client, members = "camelCase", out, expose)]
pub struct LimitReached {
    max_items: u32,
    #[wire(header = "X-Region", default = nowhere)]
    region: String,
    #[wire(message, default)]
    text: String,
    #[wire(request_id, default)]
    id: String,
    #[wire(retry_after, default)]
    after: Duration,
    #[wire(context, default)]
    table: Option<String>,
    #[wire(member, default)]
    extra: u8,
}

fn nowhere() -> String {
    "nowhere".to_owned()
}

/// Never built from the wire.
#[derive(Debug, Error, ServiceError)]
#[error("local {0}")]
#[service_error(parent = OrdersError, local, code = "internal", status = 500, fault = server)]
pub struct Local(pub u8);

/// One taxon for all instantiations.
#[derive(Debug, Error, ServiceError)]
#[error("wrapped")]
#[service_error(parent = OrdersError, crate = ::errtax)]
pub struct Wrapped<T, const N: usize = 1>(pub [T; N])
where
    T: std::fmt::Debug + Send + Sync + 'static;

/// What to do about an error, arm by arm.
#[must_use]
pub fn advice(error: &errtax::Error) -> &'static str {
    errtax::catch!(error => {
        e: ConditionFailed => if e.item.is_some() { "look at the item" } else { "try again" },
        _ is category::Throttled | TooFast => "slow down",
        _ is NetworkError => "check the cable",
        e => if e.is_retryable() { "try again" } else { "give up" },
    })
}

/// A service's errors as one enum: every kind of variant.
#[derive(Debug, Error, ServiceError)]
#[service_error(service = "shop", parent = NetworkError, retryable = patience)]
pub enum ShopError {
    /// Named fields.
    #[error("order {id} of {table:?} not found: {text}")]
    #[service_error(code = "order-not-found", status = 404, also(category::NotFound), members, out)]
    #[wire(code = "no-order*", text = "{message}")]
    NotFound {
        /// Which.
        id: u64,
        /// Where.
        #[wire(context, default)]
        table: Option<String>,
        /// In words.
        #[wire(message, default)]
        text: String,
        /// What arrived.
        #[wire(response)]
        response: ErrorResponse,
    },
    /// A field without a name.
    #[error("too many orders")]
    #[service_error(code = "too-many-orders", status = 429, retryable(throttling), expose)]
    TooMany(#[wire(retry_after, default)] Duration),
    /// No field.
    #[error("closed")]
    #[service_error(code = "closed", retryable = Self::reopens, id = "shop::Closed")]
    Closed,
    /// Nothing stated.
    #[error("strange")]
    Strange,
    /// A foreign error.
    #[error("io")]
    #[service_error(code = "internal", status = 500, local)]
    Io(#[from] std::io::Error),
    /// Another service's.
    #[error(transparent)]
    Orders(#[from] TableNotFound),
    /// The rest.
    #[error(transparent)]
    #[wire(fallback)]
    Other(errtax::Error),
}

impl ShopError {
    fn reopens(&self) -> Option<RetryAdvice> {
        matches!(self, Self::Closed).then(|| RetryAdvice::from(Retry::Transient))
    }
}

fn patience(error: &ShopError) -> Option<RetryAdvice> {
    matches!(error, ShopError::Strange).then(|| RetryAdvice::from(Retry::Never))
}

/// Only what others say.
#[derive(Debug, Error, ServiceError)]
pub enum Either<T: std::error::Error + Send + Sync> {
    /// One.
    #[error(transparent)]
    Shop(#[from] ShopError),
    /// Other.
    #[error("generic")]
    #[service_error(status = 500)]
    Generic(#[source] T),
}

/// Only classes, and not for others.
#[derive(Debug, Error, ServiceError)]
#[error("private")]
#[service_error(local, status = 400)]
enum Private {
    Only,
}

/// Whether a private enum knows itself.
#[must_use]
pub fn knows_itself() -> bool {
    Private::Only.is_a::<Private>() && Private::Only.downcast_ref::<Private>().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn classify(response: ErrorResponse) -> errtax::Error {
        errtax::classify::<OrdersError>(response)
    }

    #[test]
    fn the_taxonomy_is_sound() {
        errtax::verify::<OrdersError>().unwrap();
    }

    #[test]
    fn the_arms_are_taken() {
        assert_eq!(advice(&classify(ErrorResponse::new().with_code("ThrottlingException"))), "slow down");
        assert_eq!(advice(&classify(ErrorResponse::new().with_code("ConditionalCheckFailedException"))), "try again");
        assert_eq!(advice(&classify(ErrorResponse::new().with_code("Unknown"))), "give up");
    }

    #[test]
    fn an_answer_of_a_protocol_that_is_not_compiled_in_is_kept() {
        use errtax::wire::aws::{self, Protocol};
        let xml: &[u8] = b"<Error><Code>ResourceNotFoundException</Code></Error>";
        let cbor: &[u8] = b"\xa1\x66__type\x61X";
        let headers = [("smithy-protocol", "rpc-v2-cbor"), ("x-amzn-requestid", "R-1"), ("Retry-After", "2")];
        let told = [(Protocol::RestXml, xml), (Protocol::RpcV2Cbor, cbor)];
        let told = told.map(|(protocol, body)| (aws::decode_as(protocol, 503, headers, body), body));
        let found = [(aws::decode(503, headers, cbor), cbor), (aws::decode(503, [headers[1], headers[2]], xml), xml)];
        for (response, body) in told.into_iter().chain(found) {
            assert_eq!((response.code(), response.message(), response.protocol()), (None, None, Some("aws")));
            assert_eq!((response.status(), response.body()), (Some(503), Some(body)));
            assert_eq!((response.request_id(), response.retry_after()), (Some("R-1"), Some(Duration::from_secs(2))));
            assert!(response.is_received() && classify(response).is_a::<OrdersError>());
        }
    }

    #[test]
    fn every_kind_of_variant_does_something() {
        errtax::verify::<ShopError>().unwrap();
        let response = ErrorResponse::new().with_code("no-order-here").with_message("gone").with_member("id", 7);
        let error = errtax::classify::<ShopError>(response.with_context("table", "t"));
        assert!(error.is_a::<category::NotFound>() && error.is_a::<NetworkError>());
        assert_eq!(error.to_string(), "order 7 of Some(\"t\") not found: gone");
        assert_eq!(ShopError::from(error).response().unwrap().to_string(), "gone");
        assert!(ShopError::Closed.is_retryable() && !ShopError::Strange.is_retryable());
        let either: Either<std::io::Error> = ShopError::from(errtax::Error::new(Local(1))).into();
        assert!(either.is_a::<ShopError>() && either.is_a::<Local>() && either.status() == Some(500));
        assert!(knows_itself());
    }

    #[test]
    fn every_attribute_does_something() {
        let response = ErrorResponse::new();
        let error = classify(response.clone().with_code("ResourceNotFoundException").with_message("orders"));
        assert!(error.is_a::<category::NotFound>());
        assert_eq!(error.downcast_ref::<TableNotFound>().unwrap().base.response.message(), Some("orders"));

        let failed = response.clone().with_code("ConditionalCheckFailedException");
        assert!(classify(failed.clone().with_member("Item", std::collections::BTreeMap::from([("count", 1)]))).is_retryable());
        assert!(!classify(failed).is_retryable());

        let slow = classify(response.clone().with_service("s3").with_code("SlowDown").with_operation("PutObject"));
        assert_eq!(slow.retry_advice().retry(), Some(Retry::Transient));
        let text = response.clone().with_service("ec2").with_code("Throttled").with_status(400).with_message("Rate exceeded");
        let text = classify(text);
        assert_eq!(text.response().unwrap().to_string(), "ec2: Rate exceeded");
        assert!(!text.is_retryable());

        let refused = response.clone().with_transport(errtax::Transport::Connect).with_source("refused");
        let refused = classify(refused.with_context("endpoint", "localhost"));
        assert!(refused.is_a::<NetworkError>() && refused.is_retryable());
        assert_eq!(refused.to_string(), "no answer from localhost");
        assert_eq!(std::error::Error::source(&refused).unwrap().to_string(), "refused");
        assert_eq!(refused.context("endpoint"), Some("localhost"));

        let limit = response.with_code("LimitReached").with_member("maxItems", 5).with_header("retry-after", "2");
        let limit = classify(limit.with_context("table", "t"));
        assert_eq!(limit.to_string(), "limit 5 reached in nowhere:  (), 0");
        let value = limit.downcast_ref::<LimitReached>().unwrap();
        assert_eq!((value.after, value.table.as_deref()), (Duration::from_secs(2), Some("t")));
        assert!(limit.taxon().fault() == Some(errtax::Fault::Client));

        assert_eq!(Local(1).status(), Some(500));
        assert!(errtax::Error::new(Wrapped([1, 2])).is_a::<OrdersError>());
        let unknown = classify(ErrorResponse::new().with_code("Unknown"));
        assert!(unknown.downcast_ref::<OrdersError>().is_some(), "the root is the fallback");
    }
}
