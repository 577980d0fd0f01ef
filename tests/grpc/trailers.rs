//! What goes out: reasons of the domain, and no more than clients take.

use errtax::wire::{Answer, Request, grpc};
use errtax::{ErrorResponse, ServiceError, Unclassified};
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("shop: {response}")]
#[service_error(domain = "shop.example.com")]
struct ShopError {
    #[wire(response)]
    response: ErrorResponse,
}

/// Its reason is called as a canonical code is.
#[derive(Debug, Error, ServiceError)]
#[error("no order")]
#[service_error(parent = ShopError, code = "NOT_FOUND", status = 404)]
struct NotFound;

#[derive(Debug, Error, ServiceError)]
#[error("nobody's domain")]
#[service_error(code = "NOT_FOUND", status = 404)]
struct WithoutDomain;

#[derive(Debug, Error, ServiceError)]
#[error("quota")]
#[service_error(parent = ShopError, code = "QUOTA", status = 429, expose)]
struct Quota {
    #[wire(response)]
    response: ErrorResponse,
}

fn read(answer: &Answer) -> ErrorResponse {
    grpc::decode(answer.status(), answer.headers(), answer.body())
}

#[test]
fn a_class_that_is_called_as_a_canonical_code_says_its_reason() {
    let response = read(&grpc::encode(&NotFound));
    assert_eq!((response.code(), response.shape()), (Some("NOT_FOUND"), Some("shop.example.com/NOT_FOUND")));
    let error = errtax::classify::<ShopError>(response);
    assert!(error.downcast_ref::<NotFound>().is_some());
    // Whoever says no reason means the canonical code.
    let plain = errtax::classify::<ShopError>(grpc::decode(200, [("grpc-status", "5")], b""));
    assert!(plain.downcast_ref::<NotFound>().is_some());
    assert!(grpc::encode(&WithoutDomain).header("grpc-status-details-bin").is_none(), "a reason of no domain");
}

#[test]
fn a_canonical_code_that_was_received_is_no_reason() {
    let error = Quota { response: grpc::decode(200, [("grpc-status", "8"), ("grpc-message", "at most 7")], b"") };
    let answer = grpc::encode(&error);
    assert_eq!((answer.header("grpc-status"), answer.header("grpc-message")), (Some("8"), Some("at most 7")));
    assert_eq!(read(&answer).shape(), None);
}

#[derive(Debug, Error, ServiceError)]
#[error("{text}")]
#[service_error(parent = ShopError, code = "TOO_MUCH", status = 400, out)]
struct TooMuch {
    #[wire(message)]
    text: String,
    #[wire(member)]
    first: String,
    #[wire(member)]
    second: String,
    #[wire(header = "x-bound")]
    bound: String,
}

#[derive(Debug, Default)]
struct Sizes {
    text: usize,
    first: usize,
    second: usize,
    bound: usize,
    id: usize,
}

/// The answer of an error with texts of these sizes, and what it takes by HTTP/2's measure (RFC 9113 §6.5.2).
fn answer(char: char, sizes: &Sizes) -> (Answer, usize) {
    let text = |size: usize| char.to_string().repeat(size / char.len_utf8());
    let error = TooMuch {
        text: text(sizes.text),
        first: text(sizes.first),
        second: text(sizes.second),
        bound: "b".repeat(sizes.bound),
    };
    let id = "i".repeat(sizes.id);
    let answer = grpc::encode_for(&error, Request::new().with_id(&id));
    let size = answer.headers().map(|(name, value)| name.len() + value.len() + 32).sum();
    (answer, size)
}

/// Lengths of the message, the members, the header, the id.
fn arrived(answer: &Answer) -> [Option<usize>; 5] {
    let response = read(answer);
    let length = |name: &str| response.member::<String>(name).unwrap().map(|text| text.len());
    [
        response.message().map(str::len),
        length("first"),
        length("second"),
        response.header("x-bound").map(str::len),
        response.request_id().map(str::len),
    ]
}

#[test]
fn what_fits_is_sent_whole_and_what_does_not_is_left_out_in_order() {
    let whole = Sizes { text: 2_000, first: 500, second: 500, bound: 500, id: 50 };
    assert_eq!(arrived(&answer('x', &whole).0), [2_000, 500, 500, 500, 50].map(Some));
    for (sizes, expected) in [
        (Sizes { text: 5_000, ..whole }, [1_024, 500, 500, 500, 50].map(Some)),
        (Sizes { text: 5_000, second: 5_000, ..whole }, [Some(1_024), Some(500), None, Some(500), Some(50)]),
        (Sizes { first: 9_000, ..whole }, [Some(1_024), None, None, Some(500), Some(50)]),
        (Sizes { bound: 9_000, ..whole }, [Some(1_024), None, None, None, Some(50)]),
        (Sizes { id: 9_000, ..whole }, [Some(1_024), None, None, None, None]),
    ] {
        let (answer, size) = answer('x', &sizes);
        assert_eq!(arrived(&answer), expected, "{sizes:?}");
        assert!(size <= 8 * 1024, "{size}: {sizes:?}");
    }
}

#[test]
fn as_much_is_sent_as_fits() {
    let sizes = (5_000..6_500).map(|first| answer('x', &Sizes { first, ..Sizes::default() }));
    let (mut largest, mut whole) = (0, 0);
    for (answer, size) in sizes {
        largest = largest.max(size);
        whole += usize::from(arrived(&answer)[1].is_some());
    }
    assert!((8 * 1024 - 2..=8 * 1024).contains(&largest), "{largest}");
    assert!((500..1_400).contains(&whole), "{whole}");
}

#[test]
fn a_text_is_cut_between_characters_and_the_code_always_arrives() {
    for char in ['é', '🦀', '\u{1}', '%'] {
        for huge in [1_024, 1_025, 1_026, 1_027, 100_000] {
            let (answer, size) = answer(char, &Sizes { text: huge, first: huge, second: huge, bound: huge, id: huge });
            assert!(size <= 8 * 1024, "{size}");
            let response = read(&answer);
            assert!(response.message().unwrap().chars().all(|each| each == char), "{response:?}");
            assert_eq!(response.shape(), Some("shop.example.com/TOO_MUCH"));
            let error = errtax::classify::<ShopError>(response);
            assert_eq!((error.taxon().name(), error.code()), ("TooMuch", Some("TOO_MUCH")));
        }
    }
    let (cut, _) = answer('x', &Sizes { first: 9_000, ..Sizes::default() });
    let error = errtax::classify::<ShopError>(read(&cut));
    assert!(error.downcast_ref::<Unclassified>().is_some(), "its members did not arrive");
}

#[derive(Debug, Error, ServiceError)]
#[error("bound")]
#[service_error(parent = ShopError, code = "BOUND", status = 400, out)]
struct Bound {
    #[wire(header = "x-plain")]
    plain: String,
    #[wire(header = "x-text-bin")]
    text: String,
    #[wire(header = "X-Bytes-Bin")]
    bytes: serde_bytes::ByteBuf,
    #[wire(header = "x!odd")]
    odd: String,
}

#[test]
fn what_is_bound_to_a_header_is_metadata_as_grpc_has_it() {
    let sent = |plain: &str, text: &str| {
        let bytes = serde_bytes::ByteBuf::from([0, 255]);
        let answer = grpc::encode(&Bound { plain: plain.into(), text: text.into(), bytes, odd: "odd".into() });
        assert_eq!((answer.header("x-bytes-bin"), answer.header("x!odd")), (Some("AP8="), None));
        ["x-plain", "x-text-bin"].map(|name| answer.header(name).map(str::to_owned))
    };
    let is = |plain: Option<&str>, text: Option<&str>| [plain, text].map(|value| value.map(str::to_owned));
    assert_eq!(sent(" a~", "AP8="), is(Some(" a~"), Some("AP8=")));
    assert_eq!(sent("a\tb\u{85}", "AP8"), is(Some("a b "), Some("AP8")));
    for (plain, text) in [("é", "no base64!"), ("\u{a0}", "A"), ("🦀", "é")] {
        assert_eq!(sent(plain, text), is(None, None), "{plain} {text}");
    }
}

/// Below no domain, where no code is checked.
#[derive(Debug, Error, ServiceError)]
#[error("no such order")]
#[service_error(code = "no-such-order", status = 404)]
struct NoSuchOrder;

#[derive(Debug, Error, ServiceError)]
#[error("sold out")]
#[service_error(code = "SOLD_OUT", status = 404)]
struct SoldOut;

#[test]
fn a_code_that_is_spelled_otherwise_is_no_reason() {
    let reason = |answer: &Answer| {
        let info = read(answer).member::<serde_json::Value>("ErrorInfo").unwrap();
        info.map(|info| info["reason"].as_str().unwrap_or_default().to_owned())
    };
    assert_eq!(reason(&grpc::encode(&SoldOut)).as_deref(), Some("SOLD_OUT"));
    assert_eq!(reason(&grpc::encode(&NoSuchOrder)), None);
    // An exposed class says the code that came.
    for (code, sent) in [
        ("OTHER_QUOTA", true),
        (&*format!("A{}", "B".repeat(62)), true),
        (&*format!("A{}", "B".repeat(63)), false),
        (&*"Q".repeat(60_000), false),
        ("https://other.example.com/probs/quota", false),
        ("Quota", false),
        ("A_", false),
        ("", false),
    ] {
        let answer = grpc::encode(&Quota { response: ErrorResponse::new().with_status(429).with_code(code) });
        assert_eq!(reason(&answer).as_deref(), Some(code).filter(|_| sent));
        assert_eq!(answer.header("grpc-status"), Some("8"), "{code}");
        let size: usize = answer.headers().map(|(name, value)| name.len() + value.len() + 32).sum();
        assert!(size <= 8 * 1024, "{size}");
    }
}
