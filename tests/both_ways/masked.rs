//! What is nobody's to know makes no difference to a single byte: not what another service said, nor the values of a fault
//! of the service's own.

use std::time::Duration;

use axum::body::to_bytes;
use axum::response::IntoResponse;
use errtax::axum08::Problem;
use errtax::wire::{Answer, Request};
use errtax::{Cause, Classify, ErrorResponse, ServiceError, Transport};
use proptest::prelude::*;
use proptest::sample::select;
use thiserror::Error;

use crate::config;
use crate::member::{Blob, Member, text};
use crate::shop::{self, ShopError};
use crate::wire::{WIRES, Wire};

/// What the gateway in front of the shop answers: the shop's own errors, by `?`.
#[derive(Debug, Error, ServiceError)]
#[service_error(service = "gateway", problem = "https://gateway.example.com/probs/", domain = "gateway.example.com")]
enum GatewayError {
    #[error(transparent)]
    Shop(#[from] ShopError),
    #[error(transparent)]
    #[wire(fallback)]
    Other(errtax::Error),
}

/// A fault of its own.
#[derive(Debug, Error, ServiceError)]
#[error("{volume}: {text}")]
#[service_error(parent = GatewayError, code = "DISK", status = 500, local, out)]
struct Disk {
    text: String,
    #[wire(member)]
    volume: String,
    #[wire(member)]
    left: u64,
    #[wire(member)]
    parts: Vec<String>,
    #[wire(member)]
    seal: Blob,
    #[wire(header = "x-disk")]
    bound: String,
    #[wire(retry_after)]
    after: Duration,
    #[source]
    source: Cause,
}

/// A client of the shop, whose answer is an error, and the handler that lets it through.
fn let_through(response: ErrorResponse) -> Result<(), GatewayError> {
    Err::<(), _>(response).classify::<ShopError>()?;
    Ok(())
}

/// Any error of the shop's, as it comes over any wire: as it is, cut in the middle, or under another status.
fn received() -> impl Strategy<Value = ErrorResponse> {
    let wire = select(&[Wire::Problem, Wire::AwsJson, Wire::AwsXml, Wire::Grpc][..]);
    let error = prop_oneof![shop::flat(), shop::deep()];
    (error, wire, text(), proptest::option::of((any::<u16>(), any::<prop::sample::Index>()))).prop_map(
        |(error, wire, id, broken)| {
            let answer = wire.encode(&*error, Request::new().with_id(&id));
            let (status, end) = match broken {
                Some((status, index)) => (status, index.index(answer.body().len() + 1)),
                None => (answer.status(), answer.body().len()),
            };
            wire.decode_parts(status, &answer, &answer.body()[..end]).with_context("table", id)
        },
    )
}

/// An error of another service that says nothing at all.
fn nothing() -> GatewayError {
    let_through(Wire::AwsJson.decode_parts(500, &Wire::AwsJson.encode(&Silent, Request::new()), b"")).unwrap_err()
}

#[derive(Debug, Error, ServiceError)]
#[error("")]
#[service_error(status = 500)]
struct Silent;

fn disk() -> impl Strategy<Value = Disk> {
    let parts = proptest::collection::vec(text(), 0..3);
    (text(), text(), any::<u64>(), parts, Blob::any(), text(), text()).prop_map(
        |(text, volume, left, parts, seal, bound, source)| Disk {
            text,
            volume,
            left,
            parts,
            seal,
            bound,
            after: Duration::from_secs(7),
            source: Cause::new(source),
        },
    )
}

/// Whether the answers to two errors are the same, and their status and the request's id arrive.
fn differ_in_nothing(wire: Wire, id: &str, status: u16, errors: [&dyn ServiceError; 2]) -> Result<(), TestCaseError> {
    let [one, other] = errors.map(|error| wire.encode(error, Request::new().with_id(id)));
    prop_assert_eq!(&one, &other);
    let read = wire.decode(&one);
    prop_assert_eq!(read.status(), wire.status(status));
    prop_assert_eq!(read.request_id().map(str::to_owned), wire.request_id(id));
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_another_service_said_makes_no_difference(response in received(), id in text()) {
        let error = let_through(response).unwrap_err();
        for wire in WIRES {
            differ_in_nothing(wire, &id, 502, [&error, &nothing()])?;
        }
    }

    #[test]
    fn how_another_service_failed_to_answer_makes_no_difference(response in received(), why in text(), id in text()) {
        let failed = |response: ErrorResponse, why: String| {
            let_through(response.with_transport(Transport::Io).with_source(why)).unwrap_err()
        };
        let silent = Wire::AwsJson.decode_parts(500, &Wire::AwsJson.encode(&Silent, Request::new()), b"");
        let errors = [&failed(response, why), &failed(silent, String::new())];
        for wire in WIRES {
            differ_in_nothing(wire, &id, 503, errors.map(ServiceError::as_dyn))?;
        }
    }

    #[test]
    fn the_values_of_a_fault_of_ours_make_no_difference(one in disk(), other in disk(), id in text()) {
        for wire in WIRES {
            differ_in_nothing(wire, &id, 500, [&one, &other])?;
        }
    }

    #[test]
    fn an_arn_in_an_upstream_403_is_never_shown(before in text(), account in 100_000_000_000..=999_999_999_999_u64) {
        let arn = format!("arn:aws:iam::{account}:user/build");
        let denied = Denied { message: format!("{before}{arn}"), principal: arn.clone(), bound: arn.clone() };
        for from in [Wire::Problem, Wire::AwsJson, Wire::AwsXml, Wire::Grpc] {
            let let_through = || {
                let error = let_through(from.decode(&from.encode(&denied, Request::new()))).unwrap_err();
                assert_eq!(error.downcast_ref::<Denied>().map(|denied| &denied.principal), Some(&arn));
                error
            };
            for wire in WIRES {
                let said = bytes(&wire.encode(&let_through(), Request::new().with_id("R-1")));
                prop_assert!(!said.contains(&arn) && !said.contains(&account.to_string()), "{}", said);
            }
            let response = Problem::from(let_through()).into_response();
            prop_assert_eq!(response.status(), 502);
            let said = format!("{:?}", response.headers()) + &body(response);
            prop_assert!(!said.contains(&account.to_string()), "{}", said);
        }
    }
}

/// It may not be read.
#[derive(Debug, Error, ServiceError)]
#[error("denied: {message} ({principal}, {bound})")]
#[service_error(parent = ShopError, code = "DENIED", status = 403, out)]
struct Denied {
    #[wire(message)]
    message: String,
    #[wire(member)]
    principal: String,
    #[wire(header = "x-principal")]
    bound: String,
}

/// All that goes out, and what gRPC's details say in base64.
fn bytes(answer: &Answer) -> String {
    use base64::Engine as _;
    let details = answer.header("grpc-status-details-bin").unwrap_or_default();
    let details = base64::engine::general_purpose::STANDARD_NO_PAD.decode(details).unwrap();
    let headers: String = answer.headers().flat_map(|(name, value)| [name, ": ", value, "\n"]).collect();
    [headers.as_bytes(), answer.body(), &details].map(String::from_utf8_lossy).concat()
}

/// Without a runtime: the body is there.
fn body(response: axum::response::Response) -> String {
    use std::task::{Context, Poll, Waker};
    let read = std::pin::pin!(to_bytes(response.into_body(), usize::MAX));
    match read.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(bytes) => String::from_utf8(bytes.unwrap().to_vec()).unwrap(),
        Poll::Pending => panic!("it waits"),
    }
}
