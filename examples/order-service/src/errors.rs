//! The declaration: every way in which the shop fails. The service and its clients share this file.
//!
//! A code is the end of a problem's `type`, and the `__type` of an AWS answer. The first sentence of a class's
//! documentation is the problem's `title`. What says `out` sends its fields. The last three are never raised: they are
//! what a client makes of an answer without a code, and of none.

use std::io;
use std::time::Duration;

use errtax::{ServiceError, category};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Everything that the shop answers with an error.
#[derive(ServiceError)]
#[service_error(category, service = "shop", problem = "https://shop.example.com/problems/")]
pub enum ShopError {}

/// There is no such order.
#[derive(Debug, PartialEq, Error, ServiceError)]
#[error("order {id} not found")]
#[service_error(parent = ShopError, code = "OrderNotFound", status = 404, also(category::NotFound), members, out)]
pub struct OrderNotFound {
    /// Which one was asked for.
    pub id: u64,
}

/// There is no such product.
#[derive(Debug, PartialEq, Error, ServiceError)]
#[error("product {sku} not found")]
#[service_error(parent = ShopError, code = "ProductNotFound", status = 404, also(category::NotFound), members, out)]
pub struct ProductNotFound {
    /// Which one was asked for.
    pub sku: String,
}

/// There is not enough of the product.
#[derive(Debug, PartialEq, Error, ServiceError)]
#[error("only {left} of {sku} left")]
#[service_error(parent = ShopError, code = "OutOfStock", status = 409, also(category::Conflict), members, out)]
pub struct OutOfStock {
    /// The product.
    pub sku: String,
    /// How many there are.
    pub left: u32,
    /// What may do as well.
    pub instead: Vec<Alternative>,
}

/// A product that may do as well.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Alternative {
    /// The product.
    pub sku: String,
    /// How many there are.
    pub left: u32,
}

/// The order was paid already.
#[derive(Debug, PartialEq, Error, ServiceError)]
#[error("order {id} was paid already")]
#[service_error(parent = ShopError, code = "AlreadyPaid", status = 409, also(category::Conflict), members, out)]
pub struct AlreadyPaid {
    /// The order.
    pub id: u64,
    /// The payment's number.
    pub receipt: String,
}

/// The bank refused the card.
#[derive(Debug, PartialEq, Error, ServiceError)]
#[error("the card was declined: {reason}")]
#[service_error(parent = ShopError, code = "CardDeclined", status = 402, members, out)]
pub struct CardDeclined {
    /// The bank's word for it.
    pub reason: String,
}

/// Nobody can buy that many.
#[derive(Debug, PartialEq, Error, ServiceError)]
#[error("invalid quantity {quantity}")]
#[service_error(parent = ShopError, code = "InvalidQuantity", status = 400, also(category::InvalidInput), members, out)]
pub struct InvalidQuantity {
    /// As it was sent.
    pub quantity: i64,
}

/// Nobody is signed in.
#[derive(Debug, PartialEq, Error, ServiceError)]
#[error("not signed in")]
#[service_error(parent = ShopError, code = "NotSignedIn", status = 401, also(category::Unauthenticated), out)]
pub struct NotSignedIn {
    /// How to sign in (RFC 9110 §11.6.1).
    #[wire(header = "WWW-Authenticate")]
    pub challenge: String,
}

/// This is for others to do.
#[derive(Debug, PartialEq, Error, ServiceError)]
#[error("this needs the role {role}")]
#[service_error(parent = ShopError, code = "Forbidden", status = 403, also(category::Denied), members, out)]
pub struct Forbidden {
    /// Whose it is to do.
    pub role: String,
}

/// There are too many requests.
#[derive(Debug, PartialEq, Error, ServiceError)]
#[error("too many requests")]
#[service_error(parent = ShopError, code = "TooManyRequests", status = 429, also(category::Throttled))]
#[service_error(retryable(throttling), members, out)]
pub struct TooManyRequests {
    /// When to come again.
    #[wire(retry_after)]
    pub after: Duration,
    /// How many requests a minute may have.
    pub per_minute: u32,
}

/// The shop is closed for maintenance.
///
/// A server fault says its code and no more, unless its class says `expose`.
#[derive(Debug, PartialEq, Error, ServiceError)]
#[error("closed until {until}")]
#[service_error(parent = ShopError, code = "Maintenance", status = 503, also(category::Unavailable))]
#[service_error(expose, members, out)]
pub struct Maintenance {
    /// The time of day.
    pub until: String,
}

/// The database failed.
///
/// `local`: no client can build it. Clients have the code, the status, and what the root says; never this text.
#[derive(Debug, Error, ServiceError)]
#[error("order {order} could not be read from {url}")]
#[service_error(parent = ShopError, code = "DatabaseFailed", status = 500, local)]
pub struct DatabaseFailed {
    /// The order.
    pub order: u64,
    /// Where the database is, and its password.
    pub url: &'static str,
    /// What went wrong there.
    pub source: io::Error,
}

/// A service behind the shop failed.
///
/// What clients are told when the shop lets another service's error through, whatever that was: a bad gateway, without
/// a code.
#[derive(Debug, PartialEq, Error, ServiceError)]
#[error("a service behind the shop failed")]
#[service_error(parent = ShopError, status = 502, also(category::Unavailable))]
#[wire(status = 502)]
pub struct BehindTheShop;

/// The request could not be read at all.
///
/// What clients are told when one of axum's extractors refuses a request: its status and text, without a code.
#[derive(Debug, PartialEq, Error, ServiceError)]
#[error("not understood: {text}")]
#[service_error(parent = ShopError, fault = client, also(category::InvalidInput))]
#[allow(clippy::duplicated_attributes, reason = "four statuses, a rule each")]
#[wire(status = 400)]
#[wire(status = 413)]
#[wire(status = 415)]
#[wire(status = 422)]
pub struct NotUnderstood {
    /// The extractor's.
    #[wire(message)]
    pub text: String,
}

/// The shop does not answer.
#[derive(Debug, PartialEq, Error, ServiceError)]
#[error("the shop does not answer")]
#[service_error(parent = ShopError, retryable, also(category::Connection))]
#[wire(transport)]
pub struct NoAnswer;
