//! What another service said never goes out, and a service's own faults only by name.

use std::io;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use errtax::wire::{Answer, NO_HEADERS, Request, aws_json, aws_xml, grpc, problem, resp};
use errtax::{Cause, ErrorResponse, ServiceError, Transport};
use serde::{Deserialize, Serialize};
use thiserror::Error;

const ARN: &str = "arn:aws:iam::123456789012:user/build";
const ANSWERED: &str = "No, arn:aws:iam::123456789012:user/build may not";

/// What the storage answers.
#[derive(Debug, Error, ServiceError)]
#[error("storage: {response}")]
#[service_error(service = "storage", out)]
struct StorageError {
    #[wire(response)]
    response: ErrorResponse,
}

/// It may not be read.
#[derive(Debug, Error, ServiceError)]
#[error("denied: {message} ({principal})")]
#[service_error(parent = StorageError, code = "AccessDenied", status = 403, out)]
struct Denied {
    #[wire(message)]
    message: String,
    #[wire(member)]
    principal: String,
    #[wire(header = "x-secret")]
    secret: String,
}

#[derive(Debug, Error, ServiceError)]
#[error("denied: {base}")]
#[service_error(code = "AccessDeniedBelow", status = 403, out)]
struct DeniedBelow {
    #[service_error(base)]
    base: StorageError,
}

/// Somebody asked for too much.
#[derive(Debug, Error, ServiceError)]
#[error("quota {quota}")]
#[service_error(parent = StorageError, code = "Quota", status = 429, expose, members, out)]
struct Quota {
    quota: u32,
}

#[derive(Debug, Error, ServiceError)]
#[error("no answer from arn:aws:iam::123456789012:user/build")]
#[service_error(parent = StorageError)]
#[wire(transport)]
struct NoAnswer(#[wire(cause)] Option<Cause>);

#[derive(Debug, Error, ServiceError)]
#[service_error(service = "orders")]
enum OrderError {
    #[error("the disk {disk} at {ARN}")]
    #[service_error(code = "disk", status = 500, local, out)]
    Disk {
        #[wire(member)]
        disk: String,
        source: io::Error,
    },
    #[error("your card")]
    #[service_error(code = "card", status = 402, local)]
    Card { source: Denied },
    #[error("down until {until}")]
    #[service_error(code = "maintenance", status = 503, local, expose, out)]
    Maintenance {
        #[wire(member)]
        until: String,
    },
    #[error("on the wire, and not an error's")]
    #[service_error(code = "odd")]
    Odd(#[wire(response)] ErrorResponse),
    #[error(transparent)]
    Storage(#[from] StorageError),
    #[error(transparent)]
    Below(#[from] DeniedBelow),
    #[error(transparent)]
    #[wire(fallback)]
    Other(errtax::Error),
}

type Encode = fn(&dyn ServiceError, Request<'_>) -> Answer;

const WIRES: [(&str, Encode); 5] = [
    ("problem", problem::encode_for),
    ("aws_json", aws_json::encode_for),
    ("aws_xml", aws_xml::encode_for),
    ("grpc", grpc::encode_for),
    ("resp", resp::encode_for),
];

/// All that goes out, as it goes out; and what gRPC's details say in base64.
fn bytes(answer: &Answer) -> String {
    let headers: String = answer.headers().flat_map(|(name, value)| [name, ": ", value, "\n"]).collect();
    let details = answer.header("grpc-status-details-bin").map(|details| STANDARD_NO_PAD.decode(details).unwrap());
    let texts = [answer.body(), &details.unwrap_or_default()].map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    headers + &texts.concat()
}

/// Redis's codes are words of its own, and gRPC's reasons are spelled in capitals.
fn takes_any_code(wire: &str) -> bool {
    !matches!(wire, "resp" | "grpc")
}

/// What the other side sees: over gRPC, a status stands for several.
fn status(wire: &str, answer: &Answer) -> u16 {
    match wire {
        "grpc" => grpc::decode(answer.status(), answer.headers(), answer.body()).status().unwrap(),
        _ => answer.status(),
    }
}

fn carried(wire: &str, status: u16) -> u16 {
    match (wire, status) {
        ("grpc", 502) => 503,
        ("grpc", 420 | 402) => 400,
        _ => status,
    }
}

fn denied(code: &str) -> ErrorResponse {
    let body = format!(r#"{{"__type": "{code}", "message": "{ANSWERED}", "principal": "{ARN}"}}"#);
    let headers = [("x-amzn-requestid", "THEIRS"), ("x-secret", "s3cr3t"), ("retry-after", "7777")];
    aws_json::decode(403, headers, body.as_bytes())
}

/// The errors that a handler lets through, each by `?`.
fn received() -> Vec<Box<dyn ServiceError>> {
    fn handler(response: ErrorResponse) -> Result<(), OrderError> {
        Err(errtax::classify::<StorageError>(response))?;
        Ok(())
    }
    struct Erased;
    impl Erased {
        fn handler(response: ErrorResponse) -> errtax::Result<()> {
            Err(errtax::classify::<StorageError>(response))?
        }
    }
    let through = |code: &str| Box::new(handler(denied(code)).unwrap_err()) as Box<dyn ServiceError>;
    let erased = |code: &str| Erased::handler(denied(code)).unwrap_err();
    let mut errors = vec![through("AccessDenied"), through("AccessDeniedBelow"), through("NobodyKnows")];
    for code in ["AccessDenied", "AccessDeniedBelow", "NobodyKnows"] {
        errors.push(Box::new(OrderError::Other(erased(code))));
    }
    errors.push(Box::new(OrderError::Storage(StorageError { response: denied("AccessDenied") })));
    errors.push(Box::new(StorageError { response: denied("X") }));
    // An exposed class whose payload does not fit says what nobody declared.
    errors.push(Box::new(OrderError::Other(erased("Quota"))));
    errors
}

#[test]
fn what_another_service_said_goes_out_as_a_bad_gateway() {
    for error in received() {
        for (wire, encode) in WIRES {
            let answer = encode(&*error, Request::new().with_id("OURS"));
            let said = bytes(&answer);
            assert_eq!(status(wire, &answer), carried(wire, 502), "{wire}: {error:?}");
            for secret in
                [ARN, ANSWERED, "THEIRS", "s3cr3t", "AccessDenied", "7777", "denied", "storage", "NobodyKnows"]
            {
                assert!(!said.contains(secret), "{wire}: {secret} in {said}");
            }
            assert!(said.contains("Bad Gateway"), "{wire}: {said}");
            assert!(said.contains("OURS") || wire == "resp", "{wire}: {said}");
        }
    }
}

#[test]
fn a_service_that_did_not_answer_is_unavailable() {
    // As a bridge has it: a received response without an answer.
    let failure = aws_json::decode(0, NO_HEADERS, b"").with_transport(Transport::Timeout).with_source(ARN);
    let error = errtax::classify::<StorageError>(failure);
    assert!(error.downcast_ref::<NoAnswer>().is_some());
    for (wire, encode) in WIRES {
        let answer = encode(&*error, Request::new());
        assert_eq!(status(wire, &answer), carried(wire, 503), "{wire}");
        assert!(!bytes(&answer).contains(ARN), "{wire}");
    }
}

#[test]
fn whoever_was_never_asked_is_not_to_blame_and_an_answer_that_makes_no_sense_is_a_bad_one() {
    for (kind, expected) in [(Transport::Build, 500), (Transport::Decode, 502)] {
        let failure = aws_json::decode(0, NO_HEADERS, b"").with_transport(kind).with_source(ARN);
        let error = errtax::classify::<StorageError>(failure);
        for (wire, encode) in WIRES {
            let answer = encode(&*error, Request::new());
            assert_eq!(status(wire, &answer), carried(wire, expected), "{wire}, {kind:?}");
            assert!(!bytes(&answer).contains(ARN), "{wire}, {kind:?}");
        }
    }
}

#[test]
fn what_a_class_exposes_goes_out_as_it_came() {
    let body = br#"{"__type": "Quota", "message": "at most 7", "quota": 7}"#;
    let error = errtax::classify::<StorageError>(aws_json::decode(420, [("x-amzn-requestid", "THEIRS")], body));
    for (wire, encode) in WIRES {
        let answer = encode(&*error, Request::new().with_id("OURS"));
        let said = bytes(&answer);
        assert_eq!(status(wire, &answer), carried(wire, 420), "{wire}");
        assert!(said.contains("at most 7"), "{wire}: {said}");
        assert_eq!(said.contains("Quota"), takes_any_code(wire), "{wire}: {said}");
        // Redis has no place for an id.
        assert_eq!(said.contains("OURS"), wire != "resp", "{wire}: {said}");
        assert!(!said.contains("THEIRS"), "{wire}: {said}");
    }
}

#[test]
fn a_server_fault_says_its_status_and_its_code() {
    let error = OrderError::Disk { disk: "sda".into(), source: io::Error::other("ENOSPC") };
    for (wire, encode) in WIRES {
        let answer = encode(&error, Request::new());
        let said = bytes(&answer);
        assert_eq!(status(wire, &answer), carried(wire, 500), "{wire}");
        assert!(said.contains("Internal Server Error"), "{wire}: {said}");
        assert_eq!(said.contains("disk"), takes_any_code(wire), "{wire}: {said}");
        assert!(!said.contains(ARN) && !said.contains("sda") && !said.contains("ENOSPC"), "{wire}: {said}");
    }
}

#[test]
fn a_server_fault_that_says_expose_says_all() {
    let error = OrderError::Maintenance { until: "noon".into() };
    for (wire, encode) in WIRES {
        let answer = encode(&error, Request::new());
        assert_eq!(status(wire, &answer), carried(wire, 503), "{wire}");
        assert!(bytes(&answer).contains("down until noon"), "{wire}");
    }
}

#[test]
fn a_source_says_nothing() {
    let denied = Denied { message: ANSWERED.into(), principal: ARN.into(), secret: "s3cr3t".into() };
    for (wire, encode) in WIRES {
        let answer = encode(&OrderError::Card { source: Denied { ..denied_again(&denied) } }, Request::new());
        assert_eq!(status(wire, &answer), carried(wire, 402), "{wire}");
        let said = bytes(&answer);
        assert!(said.contains("your card") && !said.contains(ARN) && !said.contains("s3cr3t"), "{wire}: {said}");
    }
}

fn denied_again(denied: &Denied) -> Denied {
    let Denied { message, principal, secret } = denied;
    Denied { message: message.clone(), principal: principal.clone(), secret: secret.clone() }
}

#[test]
fn a_status_that_is_no_errors_counts_for_nothing() {
    for status in [0, 200, 399, 600, u16::MAX] {
        let odd = OrderError::Odd(ErrorResponse::new().with_status(status));
        assert_eq!(problem::encode(&odd).status(), 500, "{status}");
    }
    let client = OrderError::Odd(ErrorResponse::new().with_status(418));
    assert_eq!(problem::encode(&client).status(), 418);
}

/// Not found by any status of its own.
#[derive(Debug, Error, ServiceError, Serialize, Deserialize)]
#[error("wrong")]
#[service_error(code = "wrong", fault = client, local)]
struct Wrong;

#[test]
fn a_client_fault_without_a_status_is_a_bad_request() {
    let answer = aws_json::encode(&Wrong);
    assert_eq!((answer.status(), answer.header("x-amzn-errortype")), (400, Some("wrong")));
}
