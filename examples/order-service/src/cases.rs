//! Requests that fail, each in a way of its own.

use axum::http::Method;

/// A request, and what the service has against it.
#[derive(Debug)]
pub struct Case {
    /// The class that the service raises.
    pub raised: &'static str,
    /// The request's method.
    pub method: Method,
    /// The request's path.
    pub path: &'static str,
    /// Who asks.
    pub authorization: &'static str,
    /// The request's body.
    pub body: &'static str,
}

const fn case(raised: &'static str, method: Method, path: &'static str, body: &'static str) -> Case {
    Case { raised, method, path, authorization: "", body }
}

/// The shop's twelve classes, of which one is another service's; then a path that an extractor refuses.
pub static CASES: [Case; 13] = [
    case("OrderNotFound", Method::GET, "/orders/7", ""),
    case("ProductNotFound", Method::POST, "/orders", r#"{"sku": "coffee", "quantity": 1}"#),
    case("OutOfStock", Method::POST, "/orders", r#"{"sku": "tea", "quantity": 5}"#),
    case("AlreadyPaid", Method::POST, "/orders/2/payment", r#"{"card": "full"}"#),
    case("CardDeclined", Method::POST, "/orders/1/payment", r#"{"card": "empty"}"#),
    case("InvalidQuantity", Method::POST, "/orders", r#"{"sku": "tea", "quantity": -1}"#),
    case("NotSignedIn", Method::DELETE, "/orders/1", ""),
    Case { raised: "Forbidden", method: Method::DELETE, path: "/orders/1", authorization: "Basic am9lOg==", body: "" },
    case("TooManyRequests", Method::GET, "/orders", ""),
    case("Maintenance", Method::GET, "/sales", ""),
    case("DatabaseFailed", Method::GET, "/orders/13", ""),
    case("PaymentError", Method::POST, "/orders/1/payment", r#"{"card": "foreign"}"#),
    case("Rejection", Method::GET, "/orders/seven", ""),
];
