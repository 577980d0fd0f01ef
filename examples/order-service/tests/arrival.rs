//! What the service raises arrives at the client: class and members, in both wires; what is nobody's business does not.

use std::fmt::Debug;
use std::time::Duration;

use errtax::wire::problem;
use errtax::{ErrorResponse, ServiceError, category};
use order_service::cases::{CASES, Case};
use order_service::client::Client;
use order_service::errors::{
    AlreadyPaid, Alternative, BehindTheShop, CardDeclined, Forbidden, InvalidQuantity, Maintenance, NotSignedIn,
    NotUnderstood, OrderNotFound, OutOfStock, ProductNotFound, ShopError, TooManyRequests,
};
use order_service::payments::ARN;
use order_service::serve;
use order_service::shop::DATABASE;
use order_service::wires::Wire;

const WIRES: [Wire; 2] = [Wire::Problem, Wire::AwsJson];

fn case(raised: &str) -> &'static Case {
    CASES.iter().find(|case| case.raised == raised).unwrap()
}

/// The error of a service that nobody has asked before.
async fn error(raised: &str, wire: Wire) -> errtax::Error {
    let (address, _log) = serve().await.unwrap();
    Client::new(address, wire).attempt(case(raised)).await.unwrap_err()
}

async fn arrives<T: ServiceError + PartialEq + Debug>(raised: &str, status: u16, expected: T) {
    for wire in WIRES {
        let error = error(raised, wire).await;
        assert_eq!(error.downcast_ref::<T>(), Some(&expected), "{wire:?}: {error}");
        assert_eq!((error.status(), error.code()), (Some(status), expected.code()), "{wire:?}");
        assert_eq!(error.request_id(), Some("R-1"), "{wire:?}");
        assert!(error.is_a::<ShopError>());
        let response = error.response().unwrap();
        assert_eq!(response.header("content-type"), Some(wire.content_type()));
    }
}

#[tokio::test]
async fn every_class_and_its_members_arrive_in_both_wires() {
    // But for what may not be told: `DatabaseFailed` below, and a service behind the shop, which is only that.
    let text = str::to_owned;
    arrives("OrderNotFound", 404, OrderNotFound { id: 7 }).await;
    arrives("ProductNotFound", 404, ProductNotFound { sku: text("coffee") }).await;
    let instead = vec![Alternative { sku: text("green tea"), left: 20 }];
    arrives("OutOfStock", 409, OutOfStock { sku: text("tea"), left: 3, instead }).await;
    arrives("AlreadyPaid", 409, AlreadyPaid { id: 2, receipt: text("R-2") }).await;
    arrives("CardDeclined", 402, CardDeclined { reason: text("insufficient-funds") }).await;
    arrives("InvalidQuantity", 400, InvalidQuantity { quantity: -1 }).await;
    arrives("NotSignedIn", 401, NotSignedIn { challenge: text(r#"Basic realm="shop""#) }).await;
    arrives("Forbidden", 403, Forbidden { role: text("owner of order 1") }).await;
    arrives("TooManyRequests", 429, TooManyRequests { after: Duration::from_secs(1), per_minute: 60 }).await;
    arrives("Maintenance", 503, Maintenance { until: text("06:00") }).await;
    arrives("PaymentError", 502, BehindTheShop).await;
}

#[tokio::test]
async fn what_an_extractor_refuses_arrives_as_invalid_input_with_its_text() {
    for wire in WIRES {
        let error = error("Rejection", wire).await;
        assert!(error.is_a::<category::InvalidInput>(), "{wire:?}: {error}");
        assert_eq!(error.status(), Some(400));
        let refused = NotUnderstood { text: "Invalid URL: Cannot parse `seven` to a `u64`".to_owned() };
        assert_eq!(error.downcast_ref(), Some(&refused), "{wire:?}");
    }
    // As `Json` refuses: no JSON, too long, none at all, of another type.
    for status in [400, 413, 415, 422] {
        let error = errtax::classify::<ShopError>(ErrorResponse::new().with_status(status).with_message("no"));
        assert_eq!(
            (error.downcast_ref(), error.status()),
            (Some(&NotUnderstood { text: "no".to_owned() }), Some(status))
        );
    }
}

#[tokio::test]
async fn a_fault_of_the_shops_own_arrives_with_its_code_status_and_request_id_alone() {
    for wire in WIRES {
        let error = error("DatabaseFailed", wire).await;
        assert_eq!((error.code(), error.status()), (Some("DatabaseFailed"), Some(500)), "{wire:?}");
        assert_eq!(error.request_id(), Some("R-1"));
        assert_eq!(error.message().as_deref(), Some("Internal Server Error"), "{wire:?}");
        assert!(error.is_a::<ShopError>());
    }
}

#[tokio::test]
async fn no_answer_has_a_secret_that_the_log_has() {
    let secrets = [ARN, "123456789012", "AccessDenied", DATABASE, "hunter2", "order 13", "the disk is full"];
    let (address, log) = serve().await.unwrap();
    for wire in WIRES {
        let client = Client::new(address, wire);
        for case in &CASES {
            let (parts, body) = client.exchange(case).await.unwrap().into_parts();
            let said = format!("{:?} {}", parts.headers, String::from_utf8_lossy(&body));
            for secret in secrets {
                assert!(!said.contains(secret), "{}, {wire:?}: {said}", case.raised);
            }
        }
    }
    let log = log.lines().join("\n");
    for secret in secrets {
        assert!(log.contains(secret), "{secret}: {log}");
    }
}

#[tokio::test]
async fn a_problem_says_which_request_it_is_about() {
    let (address, _log) = serve().await.unwrap();
    let answer = Client::new(address, Wire::Problem).exchange(case("OutOfStock")).await.unwrap();
    let (parts, body) = answer.into_parts();
    let response = problem::decode(parts.status.as_u16(), &parts.headers, &body);
    let member = |name| response.member::<String>(name).unwrap();
    assert_eq!(member("type").as_deref(), Some("https://shop.example.com/problems/OutOfStock"));
    assert_eq!(member("title").as_deref(), Some("There is not enough of the product."));
    assert_eq!(member("detail").as_deref(), Some("only 3 of tea left"));
    assert_eq!(member("instance").as_deref(), Some("/orders"));
}

#[test]
fn no_two_classes_claim_the_same() {
    errtax::verify::<ShopError>().unwrap();
}
