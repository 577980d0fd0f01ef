//! A service with twelve errors, written twice: `errtax.rs` with errtax, `by_hand.rs` with thiserror and three more
//! functions. Both answer the same problem details (RFC 9457); the line counts are printed at last.
//!
//! ```text
//! cargo run --example enum_service
//! ```

mod by_hand;
#[path = "errtax.rs"]
mod with_errtax;

use std::io;

use errtax::wire::problem;
use serde_json::Value;

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

fn main() -> serde_json::Result<()> {
    for (error, by_hand) in all!(with_errtax).iter().zip(all!(by_hand)) {
        let answer = problem::encode(error);
        println!("{} {}", answer.status(), String::from_utf8_lossy(answer.body()));
        assert_eq!((answer.status(), serde_json::from_slice::<Value>(answer.body())?), by_hand.into_problem());
    }
    let (errtax, by_hand) = (lines(include_str!("errtax.rs")), lines(include_str!("by_hand.rs")));
    println!("\nformatted lines, without empty ones and comments:");
    println!("{by_hand:>4}  by hand: thiserror, `status()`, `code()`, `into_problem()`");
    println!("{errtax:>4}  with errtax, whose `problem::encode` answers");
    assert!(errtax < by_hand);
    Ok(())
}
