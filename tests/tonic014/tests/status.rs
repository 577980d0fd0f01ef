//! A status is read as trailers are, and written as trailers are.

use std::error::Error as StdError;
use std::io;
use std::time::Duration;

use errtax::wire::{NO_HEADERS, Request, aws_json};
use errtax::{Classify, ErrorResponse, Retry, ServiceError, Transport, category, tonic014};
use thiserror::Error;
use tonic::{Code, Status};

#[derive(Debug, Error, ServiceError)]
#[error("shop")]
#[service_error(domain = "shop.example.com")]
struct ShopError;

#[derive(Debug, PartialEq, Error, ServiceError)]
#[error("100% of {sku} is gone")]
#[service_error(parent = ShopError, code = "OUT_OF_STOCK", status = 429, also(category::Throttled), out)]
struct OutOfStock {
    #[wire(member)]
    sku: String,
    #[wire(retry_after)]
    after: Duration,
    #[wire(header = "x-zone")]
    zone: String,
}

#[derive(Debug, Error, ServiceError)]
#[error("storage: {response}")]
struct StorageError {
    #[wire(response)]
    response: ErrorResponse,
}

fn gone() -> OutOfStock {
    OutOfStock { sku: "Grüße\r\n🦀".into(), after: Duration::from_millis(1500), zone: "east".into() }
}

#[test]
fn an_error_is_a_status_and_the_status_the_error_again() {
    let status = Status::from(errtax::Error::new(gone()));
    assert_eq!((status.code(), status.message()), (Code::ResourceExhausted, "100% of Grüße\r\n🦀 is gone"));
    assert_eq!(status.metadata().get("x-zone").unwrap(), "east");
    let read = Err::<(), _>(status).classify::<ShopError>().unwrap_err();
    assert_eq!(read.downcast_ref::<OutOfStock>(), Some(&gone()));
    assert_eq!(read.retry_advice().retry(), Some(Retry::Throttling));
}

#[test]
fn a_status_of_the_service_is_received_and_a_failure_of_the_client_has_a_kind() {
    let said = ErrorResponse::from(Status::not_found("no order 7"));
    assert_eq!((said.code(), said.message(), said.status()), (Some("NOT_FOUND"), Some("no order 7"), Some(404)));
    assert!(said.is_received() && said.transport().is_none() && said.source().is_some());

    let refused = io::Error::from(io::ErrorKind::ConnectionRefused);
    let failed = ErrorResponse::from(Status::from_error(Box::new(refused)));
    assert!(failed.is_received());
    assert_eq!(failed.transport(), Some(Transport::Connect));

    // What an interceptor or a codec of one's own may fail with.
    let unbuilt = http::Request::builder().uri("http://[").body(()).unwrap_err();
    let unread = <() as prost::Message>::decode(&[0xff][..]).unwrap_err();
    for (source, kind) in [
        (Box::<dyn StdError + Send + Sync>::from(unbuilt), Transport::Build),
        (Box::from(unread), Transport::Decode),
        (Box::from("who knows"), Transport::Other),
    ] {
        assert_eq!(ErrorResponse::from(Status::from_error(source)).transport(), Some(kind));
    }
}

#[test]
fn what_was_received_is_not_told_but_can_be_logged() {
    let answer = aws_json::decode(403, NO_HEADERS, br#"{"message": "arn:aws:iam::1:user/build may not"}"#);
    let status = Status::from(errtax::Error::new(StorageError { response: answer }));
    assert_eq!((status.code(), status.message()), (Code::Unavailable, "Bad Gateway"));
    assert!(status.details().is_empty() && status.metadata().get("x-zone").is_none());
    assert!(status.source().unwrap().to_string().contains("arn:aws"));
}

#[test]
fn an_arn_in_an_upstream_403_is_never_sent() {
    const ARN: &str = "arn:aws:iam::123456789012:user/build";
    let body = format!(r#"{{"__type": "{ARN}#Denied", "message": "{ARN} may not", "principal": "{ARN}"}}"#);
    // A method that lets it through by `?`.
    let method = |status: u16, body: &[u8]| -> Result<(), Status> {
        let answer = aws_json::decode(status, [("x-amzn-requestid", ARN), ("x-principal", ARN)], body);
        Ok(Err::<(), _>(answer).classify::<StorageError>()?)
    };
    for (status, body) in [(403, &*body), (403, &body[..body.len() / 2]), (403, ARN), (500, ARN), (200, ARN)] {
        let status = method(status, body.as_bytes()).unwrap_err();
        let mut sent = http::HeaderMap::new();
        status.add_header(&mut sent).unwrap();
        assert_eq!((status.code(), status.message()), (Code::Unavailable, "Bad Gateway"));
        assert!(!format!("{sent:?}").contains("123456789012") && status.details().is_empty(), "{sent:?}");
    }
}

#[test]
fn the_request_is_named_by_our_id() {
    let status = tonic014::status(&gone(), Request::new().with_id("R-1"));
    assert_eq!(ErrorResponse::from(status).request_id(), Some("R-1"));
}

#[derive(Debug, Error, ServiceError)]
#[error("reserved")]
#[service_error(status = 400, out)]
struct Reserved {
    #[wire(header = "grpc-status-details-bin")]
    details: String,
}

#[test]
fn a_member_never_speaks_for_the_protocol() {
    let status = tonic014::status(&Reserved { details: "no base64!".into() }, Request::new());
    assert_eq!((status.code(), status.details()), (Code::InvalidArgument, &b""[..]));
}
