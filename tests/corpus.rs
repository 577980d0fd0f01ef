//! External cases: answers of the Smithy protocol tests and of emulated AWS services.
//!
//! They are not part of the repository. `ERRTAX_CORPUS` names their folder; then each file must be there.

use std::{collections::BTreeMap, env, fs, path::Path};

use errtax::{ErrorResponse, Retry, ServiceError, wire::aws_json};
use serde::Deserialize;
use serde_json::{Value, json};
use thiserror::Error;

#[path = "corpus/grpc.rs"]
mod grpc;
#[path = "corpus/problem.rs"]
mod problem;
#[path = "corpus/resp.rs"]
mod resp;
#[path = "corpus/sqlstate.rs"]
mod sqlstate;

/// One file of the corpus; `None`, said aloud, where no corpus is named.
fn text(file: &str) -> Option<String> {
    let Some(folder) = env::var_os("ERRTAX_CORPUS") else {
        println!("skipped: ERRTAX_CORPUS names no folder");
        return None;
    };
    let path = Path::new(&folder).join(file);
    Some(fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
}

fn file<T: for<'de> Deserialize<'de>>(file: &str) -> Option<T> {
    text(file).map(|text| serde_json::from_str(&text).unwrap())
}

/// The rows of a table.
fn rows<T: for<'de> Deserialize<'de>>(file: &str) -> Option<Vec<T>> {
    let text = text(file)?;
    Some(csv::Reader::from_reader(text.as_bytes()).into_deserialize().map(Result::unwrap).collect())
}

fn cases<T: for<'de> Deserialize<'de>>(name: &str) -> Option<Vec<T>> {
    #[derive(Deserialize)]
    struct File<T> {
        cases: Vec<T>,
    }
    file(name).map(|file: File<T>| file.cases)
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct SmithyCase {
    id: String,
    protocol: String,
    #[serde(rename = "error_shape")]
    shape: String,
    code: u16,
    headers: Option<BTreeMap<String, String>>,
    body: Option<String>,
    params: Option<Value>,
    vendor_params: Option<Value>,
}

mod aws_json_protocols {
    use super::*;

    #[derive(Debug, Error, ServiceError)]
    #[error("root")]
    pub(super) struct Root;

    #[derive(Debug, Error, ServiceError)]
    #[error("foo")]
    #[service_error(parent = Root, code = "FooError", status = 500)]
    pub(super) struct FooError;

    #[derive(Debug, Error, ServiceError)]
    #[error("greeting")]
    #[service_error(parent = Root, code = "InvalidGreeting", status = 400)]
    pub(super) struct InvalidGreeting {
        #[wire(message)]
        pub(super) message: Option<String>,
    }

    #[derive(Debug, Error, ServiceError)]
    #[error("complex")]
    #[service_error(parent = Root, code = "ComplexError", status = 400)]
    pub(super) struct ComplexError {
        #[wire(member = "TopLevel")]
        pub(super) top_level: Option<String>,
        #[wire(member = "Nested")]
        pub(super) nested: Option<Nested>,
        #[wire(header = "X-Header")]
        pub(super) header: Option<String>,
    }

    /// What `ComplexNestedErrorData` is called differs: `restJson1` renames its member.
    #[derive(Debug, Deserialize)]
    pub(super) struct Nested {
        #[serde(rename = "Foo", alias = "Fooooo")]
        pub(super) foo: Option<String>,
    }

    #[derive(Debug, Error, ServiceError)]
    #[error("custom")]
    #[service_error(parent = Root, code = "CustomCodeError", status = 402)]
    pub(super) struct CustomCodeError {
        #[wire(member)]
        pub(super) message: Option<String>,
    }

    #[derive(Debug, Error, ServiceError)]
    #[error("no custom")]
    #[service_error(parent = Root, code = "NoCustomCodeError", status = 400)]
    pub(super) struct NoCustomCodeError {
        #[wire(member)]
        pub(super) message: Option<String>,
    }
}

/// The typed fields of an error, under the names that the model gives them; without those that are absent.
fn params(error: &errtax::Error) -> Value {
    use aws_json_protocols::{ComplexError, CustomCodeError, InvalidGreeting, NoCustomCodeError};
    let mut params = if let Some(error) = error.downcast_ref::<ComplexError>() {
        let nested = error.nested.as_ref().map(|nested| json!({ "Foo": nested.foo }));
        json!({ "TopLevel": error.top_level, "Nested": nested, "Header": error.header })
    } else if let Some(error) = error.downcast_ref::<InvalidGreeting>() {
        json!({ "Message": error.message })
    } else if let Some(error) = error.downcast_ref::<CustomCodeError>() {
        json!({ "message": error.message })
    } else if let Some(error) = error.downcast_ref::<NoCustomCodeError>() {
        json!({ "message": error.message })
    } else {
        json!({})
    };
    params.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    params
}

#[test]
fn the_smithy_protocol_tests_of_the_json_protocols_hold() {
    let Some(cases) = cases::<SmithyCase>("smithy_error_tests.json") else { return };
    let mut count = 0;
    for case in cases.iter().filter(|case| ["awsJson1_0", "awsJson1_1", "restJson1"].contains(&&*case.protocol)) {
        let body = case.body.as_deref().unwrap_or_default();
        let response = aws_json::decode(case.code, case.headers.iter().flatten(), body.as_bytes());
        let (_, shape) = case.shape.split_once('#').unwrap();
        let public = case.vendor_params.as_ref().and_then(|params| params["code"].as_str()).unwrap_or(shape);
        assert_eq!(response.code(), Some(public), "{}", case.id);
        assert_eq!(response.shape().or(response.code()), Some(shape), "{}", case.id);

        let error = errtax::classify::<aws_json_protocols::Root>(response);
        assert_eq!(error.taxon().name(), shape, "{}", case.id);
        assert_eq!(Some(params(&error)), case.params, "{}", case.id);
        count += 1;
    }
    println!("smithy_error_tests.json: {count} awsJson and restJson1 cases");
    assert_eq!(count, 44);
}

#[derive(Deserialize)]
struct MotoCase {
    label: String,
    service: String,
    operation: String,
    protocol: String,
    status: u16,
    headers: BTreeMap<String, String>,
    body: String,
    body_is_base64: bool,
    botocore: Reading,
}

#[derive(Deserialize)]
struct Reading {
    parsed: Value,
    request_id: Option<String>,
}

#[test]
fn the_answers_of_json_services_read_as_botocore_reads_them() {
    let Some(cases) = cases::<MotoCase>("moto_responses.json") else { return };
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let (mut count, mut pages) = (0, 0);
    for case in cases.iter().filter(|case| ["json-1.0", "json-1.1", "rest-json"].contains(&&*case.protocol)) {
        let label = format!("{} {} {}", case.service, case.operation, case.label);
        assert!(!case.body_is_base64, "{label}");
        let response: ErrorResponse = aws_json::decode(case.status, &case.headers, case.body.as_bytes());
        let expected = &case.botocore.parsed["Error"];
        if case.body.starts_with('<') {
            // An HTML page has no code: botocore calls the status one, and the page a message. Both are there.
            assert_eq!((response.code(), response.message()), (None, None), "{label}");
            assert_eq!(response.status().unwrap().to_string(), text(&expected["Code"]), "{label}");
            assert_eq!(response.body().unwrap(), text(&expected["Message"]).as_bytes(), "{label}");
            pages += 1;
        } else {
            assert_eq!(response.code().unwrap_or_default(), expected["Code"], "{label}");
            assert_eq!(response.message().unwrap_or_default(), expected["Message"], "{label}");
        }
        assert_eq!(response.request_id(), case.botocore.request_id.as_deref(), "{label}");
        count += 1;
    }
    println!("moto_responses.json: {count} answers of JSON services, {pages} of them HTML pages");
    assert_eq!((count, pages), (62, 2));
}

/// The SDKs' lists disagree in two places, and one SDK reads a code of its own.
#[test]
fn the_code_lists_are_those_of_the_sdks() {
    let Some(lists) = file::<Value>("aws_retry.json") else { return };
    let advice = |code: &str| {
        let answer = aws_json::decode(400, [("x-amzn-errortype", code)], b"");
        errtax::classify::<aws_json_protocols::Root>(answer).retry_advice().retry()
    };
    let mut count = 0;
    for (list, expected) in [
        ("/botocore/standard/throttling_codes", Retry::Throttling),
        ("/smithy_rs/throttling_codes", Retry::Throttling),
        ("/go_v2/throttling_codes", Retry::Throttling),
        ("/java_v2/throttling_codes", Retry::Throttling),
        ("/js_v3/throttling_codes", Retry::Throttling),
        ("/botocore/standard/transient_codes", Retry::Transient),
        ("/smithy_rs/transient_codes", Retry::Transient),
        ("/go_v2/retryable_codes", Retry::Transient),
        ("/java_v2/retryable_codes", Retry::Transient),
        ("/js_v3/transient_codes", Retry::Transient),
    ] {
        for code in lists.pointer(list).unwrap().as_array().unwrap().iter().filter_map(Value::as_str) {
            let expected = match code {
                // botocore has it in both lists, Java among the transient ones, all others among the throttling.
                "PriorRequestNotComplete" => Some(Retry::Throttling),
                // What JavaScript calls its own time-outs: it is on no wire.
                "TimeoutError" => None,
                _ => Some(expected),
            };
            assert_eq!(advice(code), expected, "{list}: {code}");
            count += 1;
        }
    }
    println!("aws_retry.json: {count} entries of ten lists");
    assert!(count > 70, "{count}");
}
