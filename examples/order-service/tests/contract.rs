//! What programs may rely on is written down, and holds: of the shop in `errors.json`, of the service behind it in
//! `payments.json`. `ERRTAX_UPDATE=1` writes both anew.

use order_service::errors::ShopError;
use order_service::payments::PaymentError;

#[test]
fn the_shop_keeps_what_it_promised() {
    errtax::contract::check::<ShopError>("errors.json");
}

#[test]
fn payments_keep_what_they_promised() {
    errtax::contract::check::<PaymentError>("payments.json");
}
