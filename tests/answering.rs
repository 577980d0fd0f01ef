//! What one side answers, the other side reads: `decode(encode(e))` is the class and the members of `e`.

use std::time::Duration;

use errtax::wire::{Answer, Request, aws_json, aws_xml, grpc, problem, resp};
use errtax::{ErrorResponse, ServiceError, category};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What the shop answers.
#[derive(Debug, Error, ServiceError)]
#[error("shop")]
#[service_error(service = "shop", problem = "https://shop.example.com/probs/", domain = "shop.example.com")]
struct ShopError;

/// There is no such order. Look again.
#[derive(Debug, PartialEq, Error, ServiceError)]
#[error("no order {id}: {note}")]
#[service_error(parent = ShopError, code = "NO_ORDER", status = 404, also(category::NotFound), members, out)]
struct NoOrder {
    id: u64,
    note: String,
    left: Option<i32>,
    is_late: bool,
    share: f64,
}

#[derive(Debug, PartialEq, Error, ServiceError)]
#[error("come back later")]
#[service_error(parent = ShopError, code = "TOO_MANY", status = 429, retryable(throttling))]
struct TooMany(#[wire(retry_after)] Duration);

#[derive(Debug, PartialEq, Error, ServiceError)]
#[error("closed in {region}")]
#[service_error(parent = ShopError, code = "CLOSED", status = 503, expose, out)]
struct Closed {
    #[wire(header = "x-region")]
    region: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Line {
    sku: String,
    amounts: Vec<u32>,
}

/// A part of the cart does not fit.
#[derive(Debug, PartialEq, Error, ServiceError)]
#[error("bad cart")]
#[service_error(parent = ShopError, code = "BAD_CART", status = 422, members, out)]
struct BadCart {
    first: Line,
    lines: Vec<Line>,
    by_name: std::collections::BTreeMap<String, u8>,
    none: Vec<String>,
    #[wire(member)]
    seal: serde_bytes::ByteBuf,
}

const TEXTS: [&str; 7] = [
    "plain",
    "",
    "Grüße 🦀 %41 \u{fffd}",
    "a\r\nb\tc",
    "<&>'\"]]> ; # :",
    "\u{0}\u{1}\u{7f}\u{85}\u{2028}",
    " both ends ",
];

fn orders() -> impl Iterator<Item = NoOrder> {
    TEXTS.into_iter().map(|note| NoOrder {
        id: u64::MAX,
        note: note.to_owned(),
        left: (note.len() > 5).then_some(-1),
        is_late: note.is_empty(),
        share: 0.1,
    })
}

fn cart() -> BadCart {
    let line = |sku: &str, amounts: &[u32]| Line { sku: sku.to_owned(), amounts: amounts.to_vec() };
    BadCart {
        first: line("A", &[1, 2]),
        lines: vec![line("B<", &[]), line("C", &[7])],
        by_name: [("a b".to_owned(), 1), ("c".to_owned(), 2)].into(),
        none: Vec::new(),
        seal: serde_bytes::ByteBuf::from([0, 255, 7]),
    }
}

type Encode = fn(&dyn ServiceError, Request<'_>) -> Answer;
type Decode = fn(&Answer) -> ErrorResponse;

/// The wires that carry members of any name.
const WIRES: [(&str, Encode, Decode); 4] = [
    ("problem", problem::encode_for, |answer| problem::decode(answer.status(), answer.headers(), answer.body())),
    ("aws_json", aws_json::encode_for, |answer| aws_json::decode(answer.status(), answer.headers(), answer.body())),
    ("aws_xml", aws_xml::encode_for, |answer| aws_xml::decode(answer.status(), answer.headers(), answer.body())),
    ("grpc", grpc::encode_for, |answer| grpc::decode(answer.status(), answer.headers(), answer.body())),
];

fn again(error: &dyn ServiceError, encode: Encode, decode: Decode) -> errtax::Error {
    errtax::classify::<ShopError>(decode(&encode(error, Request::new().with_id("R-1"))))
}

#[test]
fn a_class_with_members_is_the_same_on_the_other_side() {
    for (wire, encode, decode) in WIRES {
        for order in orders() {
            let read = again(&order, encode, decode);
            let mut expected = order;
            if wire == "aws_xml" {
                // What XML 1.0 cannot write.
                expected.note = expected.note.replace(['\u{0}', '\u{1}'], "\u{fffd}");
            }
            assert_eq!(read.downcast_ref::<NoOrder>(), Some(&expected), "{wire}: {read:?}");
            assert_eq!(read.message().as_deref(), Some(&*expected.to_string()), "{wire}");
            assert_eq!((read.code(), read.status()), (Some("NO_ORDER"), Some(404)), "{wire}");
            assert_eq!(read.request_id(), Some("R-1"), "{wire}");
        }
    }
}

#[test]
fn nested_members_are_the_same_on_the_other_side() {
    for (wire, encode, decode) in WIRES {
        let read = again(&cart(), encode, decode);
        assert_eq!(read.downcast_ref::<BadCart>(), Some(&cart()), "{wire}: {read:?}");
    }
}

#[test]
fn a_delay_is_rounded_up_to_seconds_but_over_grpc() {
    for (wire, encode, decode) in WIRES {
        let read = again(&TooMany(Duration::from_millis(1001)), encode, decode);
        let expected = if wire == "grpc" { Duration::from_millis(1001) } else { Duration::from_secs(2) };
        assert_eq!(read.downcast_ref::<TooMany>(), Some(&TooMany(expected)), "{wire}");
    }
}

#[test]
fn a_member_that_is_bound_to_a_header_is_there() {
    for (wire, encode, decode) in WIRES {
        for region in ["east 7", "Übersee 7"] {
            let closed = Closed { region: region.to_owned() };
            let read = again(&closed, encode, decode);
            // gRPC's headers are ASCII.
            let arrives = wire != "grpc" || region.is_ascii();
            assert_eq!(read.downcast_ref::<Closed>(), Some(&closed).filter(|_| arrives), "{wire}");
            assert_eq!(read.taxon(), Closed::TAXON, "{wire}");
        }
    }
}

/// Bound to what no member may say.
#[derive(Debug, Error, ServiceError)]
#[error("bound")]
#[service_error(parent = ShopError, code = "BOUND", status = 400, out)]
struct Bound {
    #[wire(header = "Content-Length")]
    length: u64,
    #[wire(header = "te")]
    te: String,
    #[wire(header = "Proxy-Connection")]
    proxy: String,
    #[wire(header = "x-bound")]
    other: String,
}

#[test]
fn no_member_frames_the_message_nor_speaks_of_the_connection() {
    let bound = Bound { length: 7, te: "gzip".into(), proxy: "close".into(), other: "b".into() };
    for (wire, encode, _) in WIRES {
        let answer = encode(&bound, Request::new());
        for name in ["content-length", "te", "proxy-connection"] {
            assert_eq!(answer.header(name), None, "{wire}");
        }
        assert_eq!(answer.header("x-bound"), Some("b"), "{wire}");
    }
}

/// What another service says of its own request.
#[derive(Debug, Error, ServiceError)]
#[error("named")]
#[service_error(parent = ShopError, code = "NAMED", status = 400, expose, out)]
struct Named {
    #[wire(header = "x-amzn-requestid")]
    amzn: String,
    #[wire(header = "X-Amzn-Request-Id")]
    dashed: String,
    #[wire(header = "x-amz-request-id")]
    amz: String,
    #[wire(header = "X-Request-ID")]
    plain: String,
}

#[test]
fn the_id_of_another_request_never_goes_out() {
    let id = || "another's".to_owned();
    let named = Named { amzn: id(), dashed: id(), amz: id(), plain: id() };
    let received = errtax::classify::<ShopError>(aws_json::decode(
        400,
        named_headers().map(|name| (name, "another's")),
        br#"{"__type": "NAMED"}"#,
    ));
    assert!(received.downcast_ref::<Named>().is_some(), "{received:?}");
    for (wire, encode, decode) in WIRES {
        for error in [&named as &dyn ServiceError, &*received] {
            let answer = encode(error, Request::new());
            assert!(named_headers().iter().all(|name| answer.header(name).is_none()), "{wire}: {answer:?}");
            assert_eq!(decode(&answer).request_id(), None, "{wire}");
            assert_eq!(decode(&encode(error, Request::new().with_id("R-1"))).request_id(), Some("R-1"), "{wire}");
        }
    }
}

fn named_headers() -> [&'static str; 4] {
    ["x-amzn-requestid", "x-amzn-request-id", "x-amz-request-id", "x-request-id"]
}

#[test]
fn a_control_character_never_reaches_a_header() {
    let region = "eu\r\nset-cookie: a=b\u{0}\u{7f}\u{85}".to_owned();
    let closed = Closed { region };
    let request = Request::new().with_id("R\r\n1");
    for (wire, encode, _) in WIRES {
        for (name, value) in encode(&closed, request).with_header("x\n", "y").headers() {
            assert!(!name.chars().chain(value.chars()).any(char::is_control), "{wire}: {name}: {value:?}");
        }
    }
}

#[test]
fn a_line_of_redis_is_one_line() {
    for order in orders() {
        let answer = resp::encode(&order);
        let line = str::from_utf8(answer.body()).unwrap();
        let inside = line.strip_prefix("-NO_ORDER ").unwrap().strip_suffix("\r\n").unwrap();
        assert!(!inside.contains(char::is_control), "{inside:?}");
        assert_eq!(resp::errors(answer.body()).count(), 1);
        assert_eq!(resp::decode(answer.body()).code(), Some("NO_ORDER"));
    }
}

/// The slot is served elsewhere.
#[derive(Debug, PartialEq, Error, ServiceError)]
#[error("moved")]
#[service_error(parent = ShopError, code = "MOVED", status = 400, members, out)]
struct Moved {
    slot: u16,
    host: String,
    port: u16,
}

#[test]
fn a_redirect_of_redis_is_the_same_on_the_other_side() {
    for host in ["127.0.0.1", "2001:db8::1", ""] {
        let moved = Moved { slot: 3999, host: host.to_owned(), port: 6381 };
        let read = errtax::classify::<ShopError>(resp::decode(resp::encode(&moved).body()));
        assert_eq!(read.downcast_ref::<Moved>(), Some(&moved));
    }
}

#[test]
fn a_canonical_code_is_the_categorys_else_the_statuss() {
    let code = |error: &dyn ServiceError| grpc::encode(error).header("grpc-status").map(str::to_owned);
    assert_eq!(code(&orders().next().unwrap()).as_deref(), Some("5"));
    assert_eq!(code(&TooMany(Duration::ZERO)).as_deref(), Some("8"));
    assert_eq!(code(&cart()).as_deref(), Some("3"));
}

/// Own names for what the wires call something else.
#[derive(Debug, PartialEq, Error, ServiceError)]
#[error("own names")]
#[service_error(parent = ShopError, code = "OWN", status = 400, out)]
struct Own {
    #[wire(member = "message")]
    message: String,
    #[wire(member = "title")]
    title: String,
    #[wire(member = "detail")]
    detail: String,
    #[wire(member = "Type")]
    r#type: String,
    #[wire(member = "Message")]
    capital: String,
}

#[test]
fn a_member_may_have_a_name_that_the_wire_uses() {
    let text = str::to_owned;
    let (title, detail) = (text("t"), text("d"));
    let own = Own { message: text("m"), title, detail, r#type: text("T"), capital: text("M") };
    for (wire, encode, decode) in WIRES {
        assert_eq!(again(&own, encode, decode).downcast_ref::<Own>(), Some(&own), "{wire}");
    }
}
