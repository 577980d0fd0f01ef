//! A fact that is another.

use errtax_contract::Fault;

use super::cases;
use super::trees::class;

pub(super) fn run() -> Vec<&'static str> {
    [what_answers_say(), how_a_class_is_written()].concat()
}

fn what_answers_say() -> Vec<&'static str> {
    cases(&[
        (
            |_, new| {
                class(new, "StockError").status = Some(400);
                class(new, "StockError").fault = Some(Fault::Client);
            },
            &["minor status-added StockError: has the status 400"],
        ),
        (
            |_, new| {
                class(new, "Slow").status = None;
                class(new, "Slow").fault = None;
            },
            &["breaking status-removed Slow: the status 503 is gone"],
        ),
        (
            |_, new| {
                class(new, "Slow").status = Some(429);
                class(new, "Slow").fault = Some(Fault::Client);
            },
            &["breaking status-changed Slow: the status 503 is now 429"],
        ),
        (
            |_, new| class(new, "ShopError").fault = Some(Fault::Server),
            &["minor fault-added ShopError: is the server's fault"],
        ),
        (
            |old, _| class(old, "ShopError").fault = Some(Fault::Server),
            &["breaking fault-removed ShopError: is no longer said to be the server's fault"],
        ),
        (
            |old, new| {
                class(old, "ShopError").fault = Some(Fault::Server);
                class(new, "ShopError").fault = Some(Fault::Client);
            },
            &["breaking fault-changed ShopError: was the server's fault, and is the client's"],
        ),
        (
            |old, _| old.classes.values_mut().for_each(|class| class.service = None),
            &["breaking service-added ShopError: is of the service `shop` alone (+4)"],
        ),
        (
            |old, new| {
                for tree in [&mut *old, &mut *new] {
                    tree.classes.retain(|id, _| ["shop::ShopError", "shop::Internal"].contains(&&**id));
                }
                old.classes.values_mut().for_each(|class| class.service = None);
            },
            &["minor service-said ShopError: is of the service `shop` (+1)"],
        ),
        (
            |_, new| class(new, "Slow").service = None,
            &["breaking service-removed Slow: is no longer of the service `shop`"],
        ),
        (
            |_, new| class(new, "Slow").service = Some("store".into()),
            &["breaking service-changed Slow: was of the service `shop`, and is of `store`"],
        ),
    ])
}

fn how_a_class_is_written() -> Vec<&'static str> {
    cases(&[
        (
            |_, new| class(new, "Slow").problem = Some("https://a/slow".into()),
            &["minor problem-added Slow: has the problem type `https://a/slow`"],
        ),
        (
            |old, _| class(old, "Slow").problem = Some("https://a/slow".into()),
            &["breaking problem-removed Slow: the problem type `https://a/slow` is gone"],
        ),
        (
            |old, new| {
                class(old, "Slow").problem = Some("https://a/slow".into());
                class(new, "Slow").problem = Some("https://b/slow".into());
            },
            &["breaking problem-changed Slow: the problem type `https://a/slow` is now `https://b/slow`"],
        ),
        (
            |_, new| class(new, "Slow").domain = Some("shop.example".into()),
            &["minor domain-added Slow: has the domain `shop.example`"],
        ),
        (
            |old, _| class(old, "Slow").domain = Some("shop.example".into()),
            &["breaking domain-removed Slow: the domain `shop.example` is gone"],
        ),
        (
            |old, new| {
                class(old, "Slow").domain = Some("a".into());
                class(new, "Slow").domain = Some("b".into());
            },
            &["breaking domain-changed Slow: the domain `a` is now `b`"],
        ),
        // Of a class without a code, the codes below it decide.
        (
            |old, _| {
                for name in ["StockError", "OutOfStock"] {
                    class(old, name).domain = Some("a".into());
                }
            },
            &["breaking domain-removed StockError: the domain `a` is gone (+1)"],
        ),
        (
            |old, _| class(old, "Internal").domain = Some("shop.example".into()),
            &["minor domain-unsaid Internal: no longer says the domain `shop.example`"],
        ),
        (
            |old, new| {
                class(old, "Internal").domain = Some("a".into());
                class(new, "Internal").domain = Some("b".into());
            },
            &["minor domain-restated Internal: said the domain `a`, and says `b`"],
        ),
        (|old, _| class(old, "Internal").service = None, &["minor service-said Internal: is of the service `shop`"]),
        (
            |_, new| class(new, "Internal").service = None,
            &["minor service-unsaid Internal: no longer says the service `shop`"],
        ),
        (
            |_, new| class(new, "Internal").service = Some("store".into()),
            &["minor service-restated Internal: said the service `shop`, and says `store`"],
        ),
        (|_, new| class(new, "Slow").exposed = true, &["minor exposed-added Slow: is shown to others as it is"]),
        (
            |old, _| class(old, "Slow").exposed = true,
            &["breaking exposed-removed Slow: is no longer shown to others as it is"],
        ),
    ])
}
