//! A service with twelve errors, written twice: `errtax.rs` with errtax, `by_hand.rs` with thiserror and three more
//! functions. Both say the same; the line counts are printed at last.
//!
//! ```text
//! cargo run --example enum_service
//! ```

mod by_hand;
mod rendering;
#[path = "errtax.rs"]
mod with_errtax;

use std::io;

use rendering::response;

/// What goes out: a stand-in for a web framework's response.
#[derive(Debug, PartialEq)]
struct Response {
    status: u16,
    code: String,
    message: String,
}

/// What a web framework asks of an error.
trait IntoResponse {
    fn into_response(self) -> Response;
}

macro_rules! all {
    ($from:ident) => {{
        use $from::ShopError as E;
        [
            E::OrderNotFound(7),
            E::ProductNotFound("tea".to_owned()),
            E::OutOfStock { sku: "A-7".to_owned() },
            E::AlreadyPaid(7),
            E::CardDeclined,
            E::InvalidQuantity(-1),
            E::NotSignedIn,
            E::Forbidden("clerk"),
            E::TooManyRequests,
            E::PaymentTimeout,
            E::Database(io::Error::other("disk full")),
            E::Maintenance,
        ]
    }};
}

/// Lines that are neither empty nor a comment.
fn lines(source: &str) -> usize {
    source.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//")).count()
}

fn main() {
    for (error, by_hand) in all!(with_errtax).iter().zip(all!(by_hand)) {
        let response = response(error);
        println!("{} {:<18} {}", response.status, response.code, response.message);
        assert_eq!(response, by_hand.into_response());
    }
    let (errtax, by_hand) = (lines(include_str!("errtax.rs")), lines(include_str!("by_hand.rs")));
    let once = lines(include_str!("rendering.rs"));
    println!("\nformatted lines, without empty ones and comments:");
    println!("{by_hand:>4}  by hand: thiserror, `status()`, `code()`, `into_response()`");
    println!("{errtax:>4}  with errtax, and {once} that render any service error, once for all enums");
    assert!(errtax + once < by_hand);
}
