//! What programs may rely on is written down, and holds. `ERRTAX_UPDATE=1` writes it anew.

use powertools_idempotency::{BaseError, ClientError};

#[test]
fn the_tree_keeps_what_it_promised() {
    errtax::contract::check::<BaseError>("errors.json");
}

#[test]
fn what_dynamodb_answers_keeps_what_it_promised() {
    errtax::contract::check::<ClientError>("dynamodb.json");
}
