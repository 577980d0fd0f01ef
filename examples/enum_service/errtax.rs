//! A service's twelve errors, declared with errtax: each fact beside the variant that it is about.

use errtax::ServiceError;
use thiserror::Error;

/// What the shop answers.
#[derive(Debug, Error, ServiceError)]
#[service_error(service = "shop", local)]
pub(crate) enum ShopError {
    #[error("order {0} not found")]
    #[service_error(code = "order-not-found", status = 404)]
    OrderNotFound(u64),
    #[error("product {0} not found")]
    #[service_error(code = "product-not-found", status = 404)]
    ProductNotFound(String),
    #[error("{sku} is out of stock")]
    #[service_error(code = "out-of-stock", status = 409)]
    OutOfStock { sku: String },
    #[error("order {0} was paid already")]
    #[service_error(code = "already-paid", status = 409)]
    AlreadyPaid(u64),
    #[error("the card was declined")]
    #[service_error(code = "card-declined", status = 402)]
    CardDeclined,
    #[error("invalid quantity {0}")]
    #[service_error(code = "invalid-quantity", status = 400)]
    InvalidQuantity(i64),
    #[error("not signed in")]
    #[service_error(code = "not-signed-in", status = 401)]
    NotSignedIn,
    #[error("this needs the role {0}")]
    #[service_error(code = "forbidden", status = 403)]
    Forbidden(&'static str),
    #[error("too many requests")]
    #[service_error(code = "too-many-requests", status = 429)]
    TooManyRequests,
    #[error("the payment provider did not answer in time")]
    #[service_error(code = "payment-timeout", status = 504)]
    PaymentTimeout,
    #[error("the database failed")]
    #[service_error(code = "internal", status = 500)]
    Database(#[from] std::io::Error),
    #[error("down for maintenance")]
    #[service_error(code = "maintenance", status = 503)]
    Maintenance,
}
