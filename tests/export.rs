//! What readers of a tree are shown: answers as its wires send them, for the protocols that were asked for.

#![allow(dead_code, reason = "classes stand here for what they are declared with")]

use errtax::export::Export;
use errtax::{Classifier, ServiceError, wire};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What went wrong with an order.
#[derive(Debug, Error, ServiceError)]
#[error("orders")]
struct OrdersError;

/// There is too little of it.
#[derive(Debug, Error, ServiceError)]
#[error("out of stock: {sku}")]
#[service_error(parent = OrdersError, code = "OutOfStock", status = 409)]
struct OutOfStock {
    #[wire(member)]
    sku: String,
    #[wire(member)]
    reason: Reason,
    #[wire(header = "x-depot")]
    depot: Option<String>,
    #[wire(retry_after)]
    after: Option<u64>,
}

#[derive(Debug, Deserialize, Serialize)]
enum Reason {
    SoldOut,
    #[serde(untagged)]
    Unknown(String),
}

/// The service's own name for it stands in a rule.
#[derive(Debug, Error, ServiceError)]
#[error("busy")]
#[service_error(parent = OrdersError, status = 503)]
#[wire(code("TooBusy", "Busy*"), operation = "PutOrder")]
struct Busy;

/// Nobody outside is told why.
#[derive(Debug, Error, ServiceError)]
#[error("the disk is full")]
#[service_error(parent = OrdersError, code = "Internal", status = 500, local, members, out)]
struct Internal {
    path: String,
}

/// Shown text by text, as a browser does.
fn shown(export: &Export) -> String {
    let page = export.to_html();
    page.replace("&quot;", "\"").replace("&#34;", "\"").replace("&#x2f;", "/").replace("&lt;", "<").replace("&gt;", ">")
}

#[test]
fn an_answer_is_shown_as_its_wire_sends_it() {
    let page = shown(&Export::of(Classifier::of::<OrdersError>()).answering(&["AWS JSON", "problem+json"]));
    for part in ["HTTP/1.1 409 Conflict", "x-depot: string", "retry-after: 3", "x-amzn-errortype: OutOfStock"] {
        assert!(page.contains(part), "{part}");
    }
    let (begin, end) = ("{\"__type\":\"OutOfStock\"", "\"reason\":\"SoldOut\"}");
    let body = page.find(begin).map(|at| &page[at..]).and_then(|rest| Some(&rest[..rest.find(end)? + end.len()]));
    let body = body.unwrap_or_else(|| panic!("{page}"));
    let read = errtax::classify::<OrdersError>(wire::aws_json::decode(409, wire::NO_HEADERS, body.as_bytes()));
    assert_eq!(read.downcast_ref::<OutOfStock>().map(|gone| gone.sku.as_str()), Some("string"), "it is one, indeed");
}

#[test]
fn a_class_without_a_code_of_its_own_is_shown_by_the_first_of_its_rules() {
    let page = shown(&Export::of(Classifier::of::<OrdersError>()).answering(&["AWS JSON"]));
    assert!(page.contains("x-amzn-errortype: TooBusy"), "{page}");
}

#[test]
fn only_the_protocols_that_were_asked_for_are_shown() {
    let all = shown(&Export::of(Classifier::of::<OrdersError>()));
    let one = shown(&Export::of(Classifier::of::<OrdersError>()).answering(&["problem+json", "carrier pigeon"]));
    for (protocol, is_asked) in [("application/problem+json", true), ("application/grpc", false), ("__type", false)] {
        assert!(all.contains(protocol), "{protocol}");
        assert_eq!(one.contains(protocol), is_asked, "{protocol}");
    }
    assert!(!one.contains("carrier pigeon"));
}

#[test]
fn a_fault_of_the_service_itself_is_shown_as_others_see_it() {
    let export = Export::of(Classifier::of::<OrdersError>()).answering(&["problem+json"]);
    let page = shown(&export);
    let body = "{\"title\":\"Internal Server Error\",\"status\":500,\"code\":\"Internal\"}";
    assert!(page.contains(body), "{page}");
}
