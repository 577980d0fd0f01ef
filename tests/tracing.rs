//! An error is recorded by OpenTelemetry's names: a type of few values, no message unless asked, no control characters.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::{Arc, Mutex};

use errtax::wire::{NO_HEADERS, aws_json, grpc, problem, resp};
use errtax::{ErrorResponse, ServiceError, Transport};
use thiserror::Error;
use tracing::field::{Empty, Field, Visit};
use tracing::span::{Id, Record};
use tracing::{Event, Level, Subscriber};
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};

#[derive(Debug, Error, ServiceError)]
#[error("shop")]
#[service_error(service = "shop", problem = "https://shop.example/probs/", domain = "shop.example")]
struct ShopError;

#[derive(Debug, Error, ServiceError)]
#[error("sold out: {sku}")]
#[service_error(parent = ShopError, code = "SOLD_OUT", status = 409)]
#[wire(code = "Gone")]
#[wire(code = "Empty*")]
#[wire(problem = "https://shop.example/probs/EATEN")]
struct SoldOut {
    #[wire(member)]
    sku: String,
}

#[derive(Debug, Error, ServiceError)]
#[error("away")]
#[service_error(parent = ShopError, status = 503, retryable)]
#[wire(transport)]
struct Away;

#[derive(Debug, Error, ServiceError)]
#[error("the secret is\n{0}")]
#[service_error(parent = ShopError, code = "INTERNAL", status = 500, local)]
struct Internal(String);

type Fields = BTreeMap<&'static str, String>;

type Events = Vec<(Level, Fields)>;

/// What a program's subscriber is told of the span, and of events.
#[derive(Clone, Default)]
struct Told(Arc<Mutex<(Fields, Events)>>);

/// Collects fields by their names.
struct Collect<'a>(&'a mut Fields);

impl Visit for Collect<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.insert(field.name(), format!("{value:?}"));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name(), value.to_owned());
    }
}

impl<S: Subscriber> Layer<S> for Told {
    fn on_record(&self, _: &Id, values: &Record<'_>, _: Context<'_, S>) {
        values.record(&mut Collect(&mut self.0.lock().unwrap().0));
    }

    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        assert_eq!(event.metadata().target(), "errtax");
        let mut fields = Fields::new();
        event.record(&mut Collect(&mut fields));
        self.0.lock().unwrap().1.push((*event.metadata().level(), fields));
    }
}

/// What the span and the event get, where events up to `level` are enabled.
fn told(level: Level, record: impl FnOnce()) -> (Fields, Events) {
    let told = Told::default();
    let subscriber = tracing_subscriber::registry().with(LevelFilter::from_level(level)).with(told.clone());
    tracing::subscriber::with_default(subscriber, || {
        let span = tracing::error_span!(
            "order",
            "error.type" = Empty,
            "http.response.status_code" = Empty,
            "rpc.method" = Empty,
            "aws.request_id" = Empty,
            "exception.message" = Empty
        );
        span.in_scope(record);
    });
    let told = told.0.lock().unwrap();
    told.clone()
}

/// The one event below debug.
fn event(error: &dyn ServiceError) -> Fields {
    let (_, mut events) = told(Level::INFO, || errtax::tracing::record(error));
    assert_eq!(events.len(), 1);
    events.remove(0).1
}

fn fields<const N: usize>(fields: [(&'static str, &str); N]) -> Fields {
    fields.into_iter().map(|(name, value)| (name, value.to_owned())).collect()
}

fn classify(response: ErrorResponse) -> errtax::Error {
    errtax::classify::<ShopError>(response)
}

fn aws(body: &[u8]) -> ErrorResponse {
    aws_json::decode(400, [("x-amzn-requestid", "R-1"), ("x-amz-retry-after", "1500")], body).with_operation("Order")
}

#[test]
fn one_call_tells_the_span_what_it_has_fields_for_and_the_event_everything() {
    let error = classify(aws(br#"{"__type": "SOLD_OUT", "message": "secret", "sku": "A-7"}"#));
    let (span, events) = told(Level::INFO, || errtax::tracing::record(&*error));
    let common = fields([
        ("error.type", "SOLD_OUT"),
        ("http.response.status_code", "400"),
        ("rpc.method", "shop/Order"),
        ("aws.request_id", "R-1"),
    ]);
    assert_eq!(span, common);
    let mut all = common;
    all.extend(fields([
        ("errtax.class", "SoldOut"),
        ("errtax.code", "SOLD_OUT"),
        ("errtax.service", "shop"),
        ("errtax.retry_after", "1.5"),
    ]));
    assert_eq!(events, [(Level::WARN, all)]);
}

#[test]
fn a_type_is_a_code_that_the_program_spells_else_the_class() {
    let kind = |code: &str, body: &str| {
        let error = classify(aws(format!(r#"{{"__type": "{code}"{body}}}"#).as_bytes()));
        let told = event(&*error);
        assert_eq!(told["errtax.code"], code, "whatever it is");
        told["error.type"].clone()
    };
    assert_eq!(kind("SOLD_OUT", r#", "sku": "A-7""#), "SOLD_OUT");
    assert_eq!(kind("SOLD_OUT", ""), "SOLD_OUT", "its payload does not fit, and it is claimed");
    assert_eq!(kind("Gone", r#", "sku": "A-7""#), "Gone", "a rule spells it");
    assert_eq!(kind("Empty17", r#", "sku": "A-7""#), "SoldOut", "a prefix takes any code");
    assert_eq!(kind("X-51ab99", ""), "ShopError", "nobody claims it");
    assert_eq!(kind("OUT", ""), "ShopError");
}

#[test]
fn a_qualified_code_is_a_type_without_what_qualifies_it() {
    let body = br#"{"type": "https://shop.example/probs/SOLD_OUT", "sku": "A-7"}"#;
    let error = classify(problem::decode(409, [("x-request-id", "R-2")], body));
    let told = event(&*error);
    assert_eq!((&*told["error.type"], &*told["errtax.request_id"]), ("SOLD_OUT", "R-2"));
    assert!(!told.contains_key("aws.request_id"));
    let body = br#"{"error": {"status": "ABORTED", "details": [{"@type": "type.googleapis.com/google.rpc.ErrorInfo",
        "reason": "SOLD_OUT", "domain": "shop.example", "metadata": {"sku": "A-7"}}]}}"#;
    assert_eq!(event(&*classify(grpc::decode_json(409, NO_HEADERS, body)))["error.type"], "SOLD_OUT");
    let kind = |name: &str| {
        let body = format!(r#"{{"type": "https://shop.example/probs/{name}", "sku": "A-7"}}"#);
        event(&*classify(problem::decode(409, NO_HEADERS, body.as_bytes())))["error.type"].clone()
    };
    assert_eq!((kind("EATEN"), kind("51ab99")), ("EATEN".into(), "ShopError".into()));
}

#[test]
fn a_message_is_told_only_where_it_is_asked_for_and_never_to_the_span() {
    let error = Internal("s3cret".into());
    let (span, events) = told(Level::TRACE, || errtax::tracing::record(&error));
    assert!(!format!("{span:?}{events:?}").contains("s3cret"));
    assert_eq!(events[0].0, Level::ERROR, "a fault of the server's");
    let (span, events) = told(Level::TRACE, || errtax::tracing::record_with_message(&error));
    assert!(!format!("{span:?}").contains("s3cret"));
    assert_eq!(events[0].1["exception.message"], r"the secret is\ns3cret");
}

#[test]
fn a_status_is_one_that_http_said_or_that_a_local_error_has() {
    assert_eq!(event(&Internal(String::new()))["http.response.status_code"], "500");
    let away = classify(ErrorResponse::new().with_transport(Transport::Timeout));
    let told = event(&*away);
    assert!(!told.contains_key("http.response.status_code"), "no answer has arrived");
    let of_redis = event(&*classify(resp::decode(b"-SOLD_OUT gone\r\n")));
    assert!(!of_redis.contains_key("http.response.status_code"), "its wire has no statuses");
    assert_eq!((&*told["error.type"], &*told["errtax.retry"]), ("Away", "transient"));
}

#[test]
fn an_explanation_is_told_at_debug_level_alone() {
    let error = classify(aws(br#"{"__type": "SOLD_OUT"}"#));
    let explanations = |level| {
        let (_, events) = told(level, || errtax::tracing::record(&*error));
        let debug = events.into_iter().filter(|(level, _)| *level == Level::DEBUG);
        debug.map(|(_, fields)| fields["errtax.explanation"].clone()).collect::<Vec<_>>()
    };
    assert!(explanations(Level::INFO).is_empty());
    let [explanation] = &explanations(Level::DEBUG)[..] else { panic!("one explanation") };
    assert!(explanation.starts_with("exact code: SoldOut by `code = \"SOLD_OUT\"`"), "{explanation}");
    let (_, events) = told(Level::DEBUG, || errtax::tracing::record(&Internal(String::new())));
    assert_eq!(events.len(), 1, "nothing has classified it");
}

#[test]
fn what_strangers_wrote_forges_no_line() {
    let response = ErrorResponse::new().with_code("A\nB").with_request_id("R\r\n1").with_operation("O\u{2028}P");
    let error = classify(response.with_service("x\ny"));
    let (span, events) = told(Level::DEBUG, || errtax::tracing::record_with_message(&*error));
    let texts = span.values().chain(events[0].1.values());
    let forged: Vec<_> = texts.filter(|text| text.contains(['\n', '\r', '\u{2028}'])).collect();
    assert!(forged.is_empty(), "{forged:?}");
    assert_eq!(events[0].1["errtax.code"], r"A\nB");
}
