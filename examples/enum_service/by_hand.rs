//! The same twelve errors with thiserror alone: what a status and a code are stands in three more places.

use http::StatusCode;
use serde_json::{Value, json};
use thiserror::Error;

/// What the shop answers.
#[derive(Debug, Error)]
pub(crate) enum ShopError {
    #[error("order {0} not found")]
    OrderNotFound(u64),
    #[error("product {0} not found")]
    ProductNotFound(String),
    #[error("{sku} is out of stock")]
    OutOfStock { sku: String },
    #[error("order {0} was paid already")]
    AlreadyPaid(u64),
    #[error("the card was declined")]
    CardDeclined,
    #[error("invalid quantity {0}")]
    InvalidQuantity(i64),
    #[error("not signed in")]
    NotSignedIn,
    #[error("this needs the role {0}")]
    Forbidden(&'static str),
    #[error("too many requests")]
    TooManyRequests,
    #[error("the payment provider did not answer in time")]
    PaymentTimeout,
    #[error("the database failed")]
    Database(#[from] std::io::Error),
    #[error("down for maintenance")]
    Maintenance,
}

impl ShopError {
    pub(crate) fn status(&self) -> u16 {
        match self {
            Self::OrderNotFound(_) | Self::ProductNotFound(_) => 404,
            Self::OutOfStock { .. } | Self::AlreadyPaid(_) => 409,
            Self::CardDeclined => 402,
            Self::InvalidQuantity(_) => 400,
            Self::NotSignedIn => 401,
            Self::Forbidden(_) => 403,
            Self::TooManyRequests => 429,
            Self::PaymentTimeout => 504,
            Self::Database(_) => 500,
            Self::Maintenance => 503,
        }
    }

    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::OrderNotFound(_) => "order-not-found",
            Self::ProductNotFound(_) => "product-not-found",
            Self::OutOfStock { .. } => "out-of-stock",
            Self::AlreadyPaid(_) => "already-paid",
            Self::CardDeclined => "card-declined",
            Self::InvalidQuantity(_) => "invalid-quantity",
            Self::NotSignedIn => "not-signed-in",
            Self::Forbidden(_) => "forbidden",
            Self::TooManyRequests => "too-many-requests",
            Self::PaymentTimeout => "payment-timeout",
            Self::Database(_) => "internal",
            Self::Maintenance => "maintenance",
        }
    }

    /// The status, and the body of its answer.
    pub(crate) fn into_problem(self) -> (u16, Value) {
        let status = self.status();
        let title = StatusCode::from_u16(status).ok().and_then(|status| status.canonical_reason());
        let mut problem = json!({ "title": title, "status": status, "code": self.code() });
        if status < 500 {
            problem["detail"] = self.to_string().into();
        }
        (status, problem)
    }
}
