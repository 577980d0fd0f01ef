//! Which decoder reads an answer: told by the caller, or found out by what the answer shows.

use std::collections::BTreeSet;

use errtax::ErrorResponse;
use errtax::wire::aws::{self, Protocol};
use errtax::wire::{NO_HEADERS, aws_cbor, aws_json};

const JSON: &[u8] = br#"{"__type": "ns#InBody", "message": "m"}"#;
const BARE_XML: &[u8] = b"<Error><Code>InBody</Code><Message>m</Message></Error>";
const XML: &[u8] = b"<?xml version=\"1.0\"?>\n<ErrorResponse><Error><Code>InBody</Code></Error></ErrorResponse>";
const EC2: &[u8] = b"<Response><Errors><Error><Code>InBody</Code></Error></Errors></Response>";
const CBOR: &[u8] = b"\xa1\x66__type\x69ns#InBody";
const HTML: &[u8] = b"<html><body>503</body></html>";

const ERROR_TYPE: (&str, &str) = ("X-Amzn-ErrorType", "InHeader:http://x");
const QUERY: (&str, &str) = ("x-amzn-query-error", "Public;Sender");
const SMITHY_CBOR: (&str, &str) = ("Smithy-Protocol", "rpc-v2-cbor");
const SMITHY_JSON: (&str, &str) = ("Smithy-Protocol", "rpc-v2-json");

fn content_type(value: &'static str) -> (&'static str, &'static str) {
    ("Content-Type", value)
}

/// What an answer is, its headers and body, and the decoder and the code that are found.
type Row<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a [u8], &'a str, Option<&'a str>);

#[test]
fn the_protocol_shows_in_headers_and_body() {
    let none: &[(&str, &str)] = &[];
    let rows: &[Row<'_>] = &[
        ("nothing at all", none, b"", "aws", None),
        ("a JSON body alone", none, JSON, "aws-json", Some("InBody")),
        ("white space before JSON", none, b" \r\n{\"code\": \"InBody\"}", "aws-json", Some("InBody")),
        ("a byte order mark before JSON", none, b"\xef\xbb\xbf{\"code\": \"InBody\"}", "aws-json", Some("InBody")),
        ("S3's body alone", none, BARE_XML, "aws-xml", Some("InBody")),
        ("an XML body alone", none, XML, "aws-xml", Some("InBody")),
        ("EC2's body alone", none, EC2, "aws-xml", Some("InBody")),
        ("white space before XML", none, b"\n\n <Error><Code>InBody</Code></Error>", "aws-xml", Some("InBody")),
        ("XML in UTF-16", none, b"\xff\xfe<\0E\0r\0r\0o\0r\0/\0>\0", "aws-xml", None),
        ("a page", &[content_type("text/html")], HTML, "aws-xml", None),
        ("a text", &[content_type("text/plain")], b"Request Entity Too Large", "aws", None),
        ("awsJson1.0", &[content_type("application/x-amz-json-1.0")], JSON, "aws-json", Some("InBody")),
        ("awsJson1.1", &[content_type("application/x-amz-json-1.1; charset=utf-8")], b"", "aws-json", None),
        ("restJson1", &[content_type("application/json"), ERROR_TYPE], JSON, "aws-json", Some("InHeader")),
        ("a JSON service that answers HEAD", &[ERROR_TYPE], b"", "aws-json", Some("InHeader")),
        ("a JSON service behind a page", &[ERROR_TYPE, content_type("text/html")], HTML, "aws-json", Some("InHeader")),
        ("XML by its type alone", &[content_type("TEXT/XML;charset=UTF-8")], b"", "aws-xml", None),
        ("XML under another name", &[content_type("application/x-amz-json-1.1")], XML, "aws-xml", Some("InBody")),
        ("JSON under another name", &[content_type("text/xml")], JSON, "aws-json", Some("InBody")),
        ("problem+json", &[content_type("application/problem+json")], b"[]", "aws-json", None),
        ("rpcv2Cbor", &[SMITHY_CBOR, content_type("application/cbor")], CBOR, "aws-cbor", Some("InBody")),
        ("rpcv2Cbor without a body", &[SMITHY_CBOR], b"", "aws-cbor", None),
        ("rpcv2Cbor over all else", &[SMITHY_CBOR, ERROR_TYPE], JSON, "aws-cbor", None),
        ("CBOR without its header", &[content_type("application/cbor"), ERROR_TYPE], CBOR, "aws-cbor", None),
        ("CBOR by its type, without its header", &[content_type("application/cbor")], b"", "aws-cbor", None),
        (
            "CBOR by its type, without header and body",
            &[content_type("application/cbor"), ERROR_TYPE],
            b"",
            "aws-cbor",
            None,
        ),
        ("CBOR under another header", &[("smithy-protocol", "rpc-v3-cbor")], CBOR, "aws-cbor", None),
        ("CBOR with its mark", none, b"\xd9\xd9\xf7\xa1\x66__type\x61X", "aws-cbor", None),
        ("CBOR with its mark, under another name", &[content_type("text/html")], b"\xd9\xd9\xf7\xa0", "aws-cbor", None),
        ("a map under JSON's name", &[content_type("application/x-amz-json-1.1")], CBOR, "aws-json", None),
        ("a map under XML's name", &[content_type("text/xml")], CBOR, "aws-xml", None),
        ("a map under no protocol's name", &[content_type("image/png")], CBOR, "aws", None),
        ("a map with JSON's header", &[content_type("text/html"), ERROR_TYPE], CBOR, "aws-json", Some("InHeader")),
        ("rpcv2Json", &[SMITHY_JSON], JSON, "aws-json", Some("InBody")),
        ("rpcv2Json ignores the header", &[SMITHY_JSON, ERROR_TYPE], JSON, "aws-json", Some("InBody")),
        ("rpcv2Json ignores `code`", &[SMITHY_JSON], br#"{"code": "A", "__type": "B"}"#, "aws-json", Some("B")),
        ("awsJson with a public code", &[QUERY], JSON, "aws-json", Some("Public")),
        ("rpcv2Cbor with a public code", &[QUERY, SMITHY_CBOR], CBOR, "aws-cbor", Some("Public")),
        ("rpcv2Json with a public code", &[QUERY, SMITHY_JSON], JSON, "aws-json", Some("Public")),
    ];
    for (what, headers, body, protocol, code) in rows {
        let response = aws::decode(418, headers.iter().copied(), body);
        assert_eq!((response.protocol(), response.code()), (Some(*protocol), *code), "{what}");
        assert_eq!(response.status(), Some(418), "{what}");
        assert_eq!(response.body().unwrap_or_default(), *body, "{what}");
        for (name, value) in *headers {
            assert_eq!(response.header(name), Some(*value), "{what}");
        }
        let shape = code.filter(|code| *code == "Public").map(|_| "InBody");
        assert_eq!(response.shape(), shape, "{what}");
    }
    let inputs: BTreeSet<_> = rows.iter().map(|(_, headers, body, ..)| (headers, body)).collect();
    assert_eq!(inputs.len(), rows.len(), "a row says twice what another one says");
}

/// A header or a body, and the decoder that it means.
type Tells<'a> = (Option<(&'a str, &'a str)>, &'a [u8], &'a str);

/// What tells the protocol, in the order in which it does.
const TELLING: [Tells<'_>; 10] = [
    (Some(("smithy-protocol", "rpc-v2-cbor")), b"", "aws-cbor"),
    (Some(("smithy-protocol", "rpc-v2-json")), b"", "aws-json"),
    (None, b"\xd9\xd9\xf7\xa0", "aws-cbor"),
    (Some(("x-amzn-errortype", "InHeader")), b"", "aws-json"),
    (None, JSON, "aws-json"),
    (None, BARE_XML, "aws-xml"),
    (Some(("content-type", "application/json")), b"", "aws-json"),
    (Some(("content-type", "text/xml")), b"", "aws-xml"),
    (Some(("content-type", "text/plain")), b"", "aws"),
    (None, b"Request Entity Too Large", "aws"),
];

#[test]
fn of_two_things_that_tell_the_protocol_the_first_decides() {
    let mut decided = BTreeSet::new();
    for (place, (header, body, decoder)) in TELLING.iter().enumerate() {
        assert_eq!(aws::decode(400, *header, body).protocol(), Some(*decoder), "{header:?} {body:?} alone");
        for (later_header, later_body, later) in &TELLING[place + 1..] {
            let names = [header, later_header].map(|header| header.map(|(name, _)| name));
            // One answer has one body, and one header of a name.
            if decoder == later
                || (!body.is_empty() && !later_body.is_empty())
                || (names[0].is_some() && names[0] == names[1])
            {
                continue;
            }
            for headers in [[header, later_header], [later_header, header]] {
                let body = [*body, *later_body].concat();
                let response = aws::decode(400, headers.into_iter().flatten().copied(), &body);
                assert_eq!(response.protocol(), Some(*decoder), "{headers:?} {body:?}");
            }
            decided.insert((*decoder, *later));
        }
    }
    let won_against =
        |decoder: &str| decided.iter().filter(|(won, _)| *won == decoder).map(|(_, lost)| *lost).collect();
    let lost: [Vec<_>; 4] = ["aws-cbor", "aws-json", "aws-xml", "aws"].map(won_against);
    assert_eq!(
        lost,
        [vec!["aws", "aws-json", "aws-xml"], vec!["aws", "aws-cbor", "aws-xml"], vec!["aws", "aws-json"], vec![]]
    );
}

#[test]
fn who_is_told_the_protocol_does_not_guess() {
    let read = |protocol, body| {
        let response = aws::decode_as(protocol, 500, [content_type("text/html")], body);
        (response.protocol().unwrap().to_owned(), response.code().map(str::to_owned))
    };
    let found = |protocol: &str| (protocol.to_owned(), Some("InBody".to_owned()));
    let nothing = |protocol: &str| (protocol.to_owned(), None);
    for protocol in [Protocol::AwsJson1_0, Protocol::AwsJson1_1, Protocol::RestJson1] {
        assert_eq!(read(protocol, JSON), found("aws-json"));
        assert_eq!(read(protocol, XML), nothing("aws-json"));
        assert_eq!(read(protocol, CBOR), nothing("aws-json"));
    }
    for protocol in [Protocol::RestXml, Protocol::AwsQuery, Protocol::Ec2Query] {
        for body in [BARE_XML, XML, EC2] {
            assert_eq!(read(protocol, body), found("aws-xml"));
        }
        assert_eq!(read(protocol, JSON), nothing("aws-xml"));
    }
}

#[test]
fn an_rpc_answer_without_its_header_is_judged_by_its_status_alone() {
    let headers = [ERROR_TYPE, QUERY, ("x-amzn-requestid", "R-1"), ("Retry-After", "3")];
    let judge = |response: &ErrorResponse, body: &[u8]| {
        assert_eq!((response.status(), response.code(), response.shape()), (Some(503), None, None));
        assert_eq!((response.message(), response.to_string()), (None, "503 Service Unavailable".into()));
        assert_eq!(response.member::<String>("message").unwrap(), None);
        assert_eq!((response.request_id(), response.body()), (Some("R-1"), Some(body)));
        assert_eq!(response.header("x-amzn-query-error"), Some("Public;Sender"));
        assert_eq!(response.retry_after().map(|after| after.as_secs()), Some(3));
        assert!(response.is_received());
        response.protocol().map(str::to_owned)
    };
    let cbor = b"\xa2\x66__type\x61X\x67message\x61m";
    let (of_json, of_cbor) = (Some("aws-json".to_owned()), Some("aws-cbor".to_owned()));
    assert_eq!(judge(&aws::decode_as(Protocol::RpcV2Json, 503, headers, JSON), JSON), of_json);
    assert_eq!(judge(&aws::decode_as(Protocol::RpcV2Cbor, 503, headers, cbor), cbor), of_cbor);
    assert_eq!(judge(&aws_cbor::decode(503, headers, cbor), cbor), of_cbor);
    assert_eq!(aws_json::decode(503, headers, JSON).protocol(), of_json.as_deref(), "what it is called where it reads");
    for wrong in ["rpc-v2-json", "rpc-v2-cbor2", "", "RPC-V2-CBOR"] {
        let headers = headers.into_iter().chain([("smithy-protocol", wrong)]);
        assert_eq!(judge(&aws::decode_as(Protocol::RpcV2Cbor, 503, headers.clone(), cbor), cbor), of_cbor);
        assert_eq!(judge(&aws_cbor::decode(503, headers, cbor), cbor), of_cbor);
    }
    let right = aws_cbor::decode(503, [("smithy-protocol", " rpc-v2-cbor ")], cbor);
    assert_eq!((right.code(), right.message()), (Some("X"), Some("m")));
}

#[test]
fn what_tells_the_protocol_is_kept_whatever_comes_before_it() {
    let flood = (0..10_000).map(|n| (format!("x-flood-{n}"), "x".repeat(100)));
    let last = [SMITHY_CBOR, QUERY].map(|(name, value)| (name.to_owned(), value.to_owned()));
    let response = aws::decode(400, flood.chain(last), CBOR);
    assert_eq!((response.code(), response.shape()), (Some("Public"), Some("InBody")));
}

#[test]
fn any_headers_and_any_body_are_an_answer() {
    for header in ["smithy-protocol", "content-type", "x-amzn-errortype", "x-amzn-query-error"] {
        for value in ["", ";", "/", "a/b/c", "rpc-v2-cbor", "rpc-v2-json", "application/json", "\u{fffd}", "#:"] {
            for body in [JSON, BARE_XML, XML, EC2, CBOR, HTML, b"", b"\0", b"\xff\xfe", b"\xfe\xff\0", b"\xbf", b"\x9f"]
            {
                let response = aws::decode(599, [(header, value)], body);
                assert_eq!(response.status(), Some(599));
                assert_eq!(response.body().unwrap_or_default(), body);
            }
        }
    }
    assert_eq!(aws::decode(400, NO_HEADERS, b"").code(), None);
}
