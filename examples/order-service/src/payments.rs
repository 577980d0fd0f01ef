//! The payment provider, a service behind the shop: its errors are declared like the shop's, in a tree of their own.

use errtax::wire::{NO_HEADERS, aws_json};
use errtax::{ErrorResponse, ServiceError};
use thiserror::Error;

/// Everything that the payment provider answers with an error.
#[derive(Debug, Error, ServiceError)]
#[error("payments: {response}")]
#[service_error(service = "payments")]
#[wire(fallback)]
pub struct PaymentError {
    #[wire(response)]
    response: ErrorResponse,
}

/// The bank refused the card.
#[derive(Debug, Error, ServiceError)]
#[error("declined: {reason}")]
#[service_error(parent = PaymentError, code = "Declined", status = 402, members)]
pub struct Declined {
    /// The bank's word for it.
    pub reason: String,
}

/// What the provider says to the shop, and is nobody else's business.
pub const ARN: &str = "arn:aws:iam::123456789012:user/shop";

/// Takes the money.
///
/// # Errors
///
/// As the provider answers.
pub fn charge(card: &str) -> errtax::Result<()> {
    // What came over the network, in a shop with a network behind it.
    let (status, body) = match card {
        "empty" => (402, r#"{"__type": "Declined", "reason": "insufficient-funds"}"#.to_owned()),
        "foreign" => (403, format!(r#"{{"__type": "AccessDenied", "message": "{ARN} may not charge this card"}}"#)),
        _ => return Ok(()),
    };
    Err(errtax::classify::<PaymentError>(aws_json::decode(status, NO_HEADERS, body.as_bytes())))
}
