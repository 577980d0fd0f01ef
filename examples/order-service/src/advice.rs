//! What a program does about each of the shop's errors: one `catch!`, by class and by category.

use errtax::{catch, category};

use crate::errors::{CardDeclined, OutOfStock, TooManyRequests};

/// The arm that took the error, as it is written below, and what it tells the customer.
pub fn advice(error: &errtax::Error) -> String {
    catch!(error => {
        e: OutOfStock => format!("e: OutOfStock -> take {}, or {:?}", e.left, skus(e)),
        e: CardDeclined => format!("e: CardDeclined -> another card? {}", e.reason),
        e: TooManyRequests => format!("e: TooManyRequests -> only {} a minute", e.per_minute),
        e is category::NotFound => format!("e is NotFound -> {e}"),
        e is category::Conflict => format!("e is Conflict -> {e}"),
        e is category::Unauthenticated | category::Denied => format!("e is Unauthenticated | Denied -> {e}"),
        e is category::InvalidInput => format!("e is InvalidInput -> {e}"),
        e is category::Unavailable => format!("e is Unavailable -> {e}"),
        _ => format!("_ -> call us about {}", error.request_id().unwrap_or("it")),
    })
}

fn skus(error: &OutOfStock) -> Vec<&str> {
    error.instead.iter().map(|other| other.sku.as_str()).collect()
}
