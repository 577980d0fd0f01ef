//! Retry advice: the first that speaks, and the delay that the service asked for.

use std::time::Duration;

use errtax::wire::{NO_HEADERS, aws_json};
use errtax::{ErrorResponse, Retry, RetryAdvice, ServiceError, Transport};
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("root")]
#[wire(fallback)]
struct Root;

/// The class says transient, one of its rules says never, and one of its values says throttling.
#[derive(Debug, Error, ServiceError)]
#[error("conflict: {reason}")]
#[service_error(parent = Root, code = "Conflict", status = 409, retryable = by_reason)]
#[wire(code = "ConflictForGood", retryable = false)]
struct Conflict {
    #[wire(member, default)]
    reason: String,
}

fn by_reason(conflict: &Conflict) -> Option<RetryAdvice> {
    (conflict.reason == "rate").then(|| RetryAdvice::from(Retry::Throttling).with_after(Duration::from_millis(10)))
}

#[derive(Debug, Error, ServiceError)]
#[error("flaky")]
#[service_error(parent = Root, code = "Flaky", retryable)]
#[wire(code = "FlakyForGood", retryable = false)]
struct Flaky;

#[derive(Debug, Error, ServiceError)]
#[error("flakier")]
#[service_error(parent = Flaky, code = "Flakier")]
struct Flakier;

#[derive(Debug, Error, ServiceError)]
#[error("final")]
#[service_error(parent = Flaky, code = "Final", retryable = false)]
#[wire(code = "RequestTimeout")]
struct Final;

#[derive(Debug, Error, ServiceError)]
#[error("quota")]
#[service_error(parent = Root, code = "QuotaExceeded", status = 429)]
struct Quota;

#[derive(Debug, Error, ServiceError)]
#[error("no answer")]
#[service_error(parent = Root, retryable)]
#[wire(transport)]
#[wire(transport(build), operation = "Refresh", retryable)]
struct NoAnswer;

fn advice(response: ErrorResponse) -> RetryAdvice {
    errtax::classify::<Root>(response).retry_advice()
}

fn coded(code: &str) -> ErrorResponse {
    ErrorResponse::new().with_code(code)
}

#[test]
fn the_value_speaks_first() {
    let error = errtax::classify::<Root>(coded("ConflictForGood").with_member("reason", "rate"));
    assert_eq!(error.retry_advice().retry(), Some(Retry::Throttling));
    assert_eq!(error.retry_advice().after(), Some(Duration::from_millis(10)));
}

#[test]
fn the_matched_rule_speaks_before_the_class() {
    assert_eq!(advice(coded("Flaky")).retry(), Some(Retry::Transient));
    assert_eq!(advice(coded("FlakyForGood")).retry(), Some(Retry::Never));
    assert_eq!(advice(coded("ConflictForGood")).retry(), Some(Retry::Never));
}

#[test]
fn the_class_inherits_its_advice() {
    assert_eq!(advice(coded("Flakier")).retry(), Some(Retry::Transient));
}

#[test]
fn the_class_speaks_before_code_lists_and_status() {
    assert_eq!(advice(coded("Final").with_status(503)).retry(), Some(Retry::Never));
    let answer = aws_json::decode(503, NO_HEADERS, br#"{"__type": "RequestTimeout"}"#);
    assert_eq!(advice(answer).retry(), Some(Retry::Never), "claimed by Final");
    let answer = aws_json::decode(503, NO_HEADERS, br#"{"__type": "SlowDown"}"#);
    assert_eq!(advice(answer).retry(), Some(Retry::Throttling), "the list before the status");
}

#[test]
fn the_code_lists_of_aws_count_for_aws_answers_only() {
    let answer = |code: &str| aws_json::decode(400, NO_HEADERS, format!(r#"{{"__type": "{code}"}}"#).as_bytes());
    assert_eq!(advice(answer("ThrottlingException")).retry(), Some(Retry::Throttling));
    assert_eq!(advice(answer("PriorRequestNotComplete")).retry(), Some(Retry::Throttling));
    assert_eq!(advice(answer("RequestTimeoutException")).retry(), Some(Retry::Transient));
    assert_eq!(advice(answer("Whatever")).retry(), None);
    assert_eq!(advice(coded("ThrottlingException")).retry(), None);
}

#[test]
fn a_status_speaks_last() {
    for status in [500, 502, 503, 504] {
        assert_eq!(advice(ErrorResponse::new().with_status(status)).retry(), Some(Retry::Transient), "{status}");
    }
    assert_eq!(advice(ErrorResponse::new().with_status(429)).retry(), Some(Retry::Throttling));
    for status in [400, 404, 409, 501, 505] {
        assert_eq!(advice(ErrorResponse::new().with_status(status)).retry(), None, "{status}");
    }
}

#[test]
fn a_429_whose_code_is_modelled_is_no_throttling() {
    assert_eq!(advice(coded("QuotaExceeded").with_status(429)).retry(), None);
    assert_eq!(advice(coded("Unknown").with_status(429)).retry(), Some(Retry::Throttling));
    assert_eq!(advice(coded("QuotaExceeded").with_status(503)).retry(), Some(Retry::Transient));
    assert_eq!(Quota.retry_advice().retry(), None, "by hand as from the wire");
}

#[test]
fn a_delay_comes_in_milliseconds_seconds_or_as_a_date() {
    let after = |headers: &[(&str, &str)]| {
        let add = |response: ErrorResponse, (name, value): &(&str, &str)| response.with_header(name, value);
        headers.iter().fold(ErrorResponse::new(), add).retry_after()
    };
    assert_eq!(after(&[("x-amz-retry-after", "250"), ("Retry-After", "9")]), Some(Duration::from_millis(250)));
    assert_eq!(after(&[("retry-after", " 9 ")]), Some(Duration::from_secs(9)));
    let sent = ("Date", "Fri, 31 Dec 1999 23:59:59 GMT");
    assert_eq!(after(&[("Retry-After", "Sat, 01 Jan 2000 00:00:09 GMT"), sent]), Some(Duration::from_secs(10)));
    assert_eq!(after(&[("Retry-After", "Fri, 31 Dec 1999 23:00:00 GMT"), sent]), Some(Duration::ZERO));
    assert_eq!(after(&[("Retry-After", "Fri, 31 Dec 1999 23:00:00 GMT")]), Some(Duration::ZERO), "long ago");
    let far = after(&[("Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT")]).unwrap();
    assert!(far > Duration::from_secs(100 * 365 * 24 * 3600), "counted from now");
    for garbage in ["soon", "-1", "+5", "1e9", "99999999999999999999999", ""] {
        assert_eq!(after(&[("Retry-After", garbage)]), None, "{garbage}");
        assert_eq!(after(&[("x-amz-retry-after", garbage), ("Retry-After", "1")]), Some(Duration::from_secs(1)));
    }
}

#[test]
fn a_field_holds_the_delay() {
    #[derive(Debug, Error, ServiceError)]
    #[error("later")]
    #[service_error(code = "Later")]
    struct Later {
        #[wire(retry_after)]
        after: Duration,
    }
    #[derive(Debug, Error, ServiceError)]
    #[error("later")]
    #[service_error(code = "MaybeLater")]
    struct MaybeLater(#[wire(retry_after)] Option<u32>);

    let response = || ErrorResponse::new().with_header("x-amz-retry-after", "1500");
    assert_eq!(Later::try_from(response()).unwrap().after, Duration::from_millis(1500));
    assert_eq!(MaybeLater::try_from(response()).unwrap().0, Some(2), "never too early");
    assert!(Later::try_from(ErrorResponse::new()).unwrap_err().error.is_missing());
    assert_eq!(MaybeLater::try_from(ErrorResponse::new()).unwrap().0, None);
    assert_eq!(MaybeLater(Some(3)).retry_advice().after(), Some(Duration::from_secs(3)));
    assert_eq!(MaybeLater(None).retry_advice().after(), None);
}

#[test]
fn the_delay_stretches_a_backoff_and_never_shortens_it() {
    let error = errtax::classify::<Root>(ErrorResponse::new().with_header("Retry-After", "5"));
    let seconds = |seconds| Some(Duration::from_secs(seconds));
    assert_eq!(error.adjust_delay(seconds(1)), seconds(5));
    assert_eq!(error.adjust_delay(seconds(9)), seconds(9));
    assert_eq!(error.adjust_delay(None), None);
}

#[derive(Debug, Error, ServiceError)]
#[error("full")]
#[service_error(parent = Root, code = "Full", retryable(throttling), members = "PascalCase")]
struct Full {
    #[wire(member, retry_after)]
    retry_after_seconds: Option<u32>,
}

#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[service_error(parent = Root, code = "Busy")]
struct Busy {
    #[wire(header = "x-come-back", retry_after, default)]
    seconds: u64,
}

#[test]
fn a_member_or_a_header_may_be_the_delay() {
    let full = coded("Full").with_member("RetryAfterSeconds", 3);
    let said = RetryAdvice::from(Retry::Throttling).with_after(Duration::from_secs(3));
    assert_eq!(advice(full.clone()), said);
    assert_eq!(advice(full.with_header("retry-after", "9")), said, "the value speaks first");
    let nine = said.with_after(Duration::from_secs(9));
    assert_eq!(advice(coded("Full").with_header("retry-after", "9")), nine, "without it, the header everybody knows");
    assert_eq!(advice(coded("Full")), Retry::Throttling.into());

    assert_eq!(advice(coded("Busy").with_header("X-Come-Back", "7")).after(), Some(Duration::from_secs(7)));
    let unfit = errtax::classify::<Root>(coded("Full").with_member("RetryAfterSeconds", "soon"));
    assert_eq!(unfit.retry_advice(), Retry::Throttling.into(), "of the class, whatever the member is");
}

/// What a class says of all failures is not said of this one; what a rule says of it is.
#[test]
fn a_request_that_could_not_be_built_fails_again() {
    let failed = |kind| ErrorResponse::new().with_transport(kind);
    for kind in [Transport::Timeout, Transport::Connect, Transport::Decode, Transport::Other] {
        assert_eq!(advice(failed(kind)).retry(), Some(Retry::Transient), "{kind:?}");
    }
    assert_eq!(advice(failed(Transport::Build)).retry(), Some(Retry::Never));
    assert_eq!(advice(failed(Transport::Build).with_operation("Refresh")).retry(), Some(Retry::Transient));
    assert_eq!(advice(failed(Transport::Build).with_status(503)).retry(), Some(Retry::Never));
}
