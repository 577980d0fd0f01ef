//! What counts as an error in an XML answer, and how what is inside is read.

use std::collections::{BTreeMap, HashMap};

use errtax::wire::{NO_HEADERS, aws_xml};
use errtax::{ErrorResponse, ServiceError, category};
use serde::Deserialize;
use thiserror::Error;

fn decode(body: &str) -> ErrorResponse {
    aws_xml::decode(400, NO_HEADERS, body.as_bytes())
}

/// The member `m` of S3's kind of error.
fn member<T: for<'de> Deserialize<'de>>(inside: &str) -> Result<Option<T>, String> {
    decode(&format!("<Error><Code>C</Code>{inside}</Error>")).member("m").map_err(|error| error.to_string())
}

fn read<T: for<'de> Deserialize<'de>>(inside: &str) -> T {
    member(inside).unwrap().unwrap()
}

#[test]
fn only_the_error_of_a_known_envelope_counts() {
    let error = "<Error><Code>C</Code><Message>m</Message></Error>";
    for body in [
        error.to_owned(),
        format!("<ErrorResponse>{error}</ErrorResponse>"),
        format!("<ErrorResponse><RequestId>R</RequestId>{error}</ErrorResponse>"),
        format!("<Response><Errors>{error}</Errors><RequestID>R</RequestID></Response>"),
        format!("<Response><Errors>{error}<Error><Code>Second</Code></Error></Errors></Response>"),
        format!("<!-- <Error/> --><?xml-stylesheet href='a'?>{error}"),
        format!("\u{feff}<?xml version='1.0'?>\r\n\t<!DOCTYPE Error>\n<!-- -->{error}"),
        "<a:ErrorResponse xmlns:a='u'><a:Error><a:Code>C</a:Code><b:Message>m</b:Message></a:Error></a:ErrorResponse>"
            .to_owned(),
    ] {
        let response = decode(&body);
        assert_eq!((response.code(), response.message()), (Some("C"), Some("m")), "{body}");
    }
    for body in [
        format!("<Result>{error}</Result>"),
        format!("<DeleteResult><Deleted/>{error}</DeleteResult>"),
        format!("<ErrorResponse><Nested>{error}</Nested></ErrorResponse>"),
        format!("<ErrorResponse><Errors>{error}</Errors></ErrorResponse>"),
        format!("<Response>{error}</Response>"),
        format!("<Response><Errors><Nested>{error}</Nested></Errors></Response>"),
        format!("<Errors>{error}</Errors>"),
        "<error><code>C</code></error>".to_owned(),
        "<Error><Nested><Code>C</Code><Message>m</Message></Nested></Error>".to_owned(),
        "<Error><Code><Code>C</Code></Code><Message><b>m</b></Message></Error>".to_owned(),
        "<Error Code='C' Message='m'/>".to_owned(),
        "<ErrorResponse><Code>C</Code><Message>m</Message></ErrorResponse>".to_owned(),
        "<Error><Code> </Code></Error>".to_owned(),
        "{\"page\":\"<Error><Code>C</Code></Error>\"}".to_owned(),
        format!("2026-01-01 GET /key\n{error}"),
        format!("&lt;{error}"),
        format!("<![CDATA[ ]]>{error}"),
    ] {
        let response = decode(&body);
        assert_eq!((response.code(), response.message()), (None, None), "{body}");
        assert_eq!(response.body(), Some(body.as_bytes()));
    }
}

#[test]
fn the_message_is_the_first_that_says_something() {
    let message = |inside: &str| decode(&format!("<Error>{inside}</Error>")).message().map(str::to_owned);
    assert_eq!(message("<Message>b</Message><message>a</message>").as_deref(), Some("a"));
    assert_eq!(message("<message/><Message>b</Message>").as_deref(), Some("b"));
    assert_eq!(message("<errorMessage>c</errorMessage>").as_deref(), Some("c"));
    assert_eq!(message("<message/>").as_deref(), Some(""));
    assert_eq!(message("<MESSAGE>d</MESSAGE>"), None);
    assert_eq!(message("<Message> as it\r\n is </Message>").as_deref(), Some(" as it\n is "));
}

#[test]
fn the_request_id_is_in_the_body_or_in_the_headers() {
    let id = |body: &str| {
        let headers = [("x-amz-id-2", "no"), ("x-amz-request-id", "H")];
        aws_xml::decode(400, headers, body.as_bytes()).request_id().map(str::to_owned).unwrap()
    };
    assert_eq!(id("<Error><RequestId>B</RequestId></Error>"), "B");
    assert_eq!(id("<ErrorResponse><Error/><RequestId> B </RequestId></ErrorResponse>"), "B");
    assert_eq!(id("<Response><Errors><Error/></Errors><RequestID>B</RequestID></Response>"), "B");
    assert_eq!(id("<Response><Errors><Error/></Errors><RequestId>B</RequestId></Response>"), "B");
    assert_eq!(id("<ErrorResponse><Error/><RequestId/></ErrorResponse>"), "H");
    assert_eq!(id("<ErrorResponse><Error/><Nested><RequestId>B</RequestId></Nested></ErrorResponse>"), "H");
    assert_eq!(id(""), "H");
}

#[test]
fn a_query_error_is_the_public_code_here_too() {
    let headers = [("x-amzn-query-error", "Public;Sender")];
    let response = aws_xml::decode(400, headers, b"<Error><Code>ns#Shape:x</Code></Error>");
    assert_eq!((response.code(), response.shape()), (Some("Public"), Some("Shape")));
}

#[test]
fn an_answer_with_a_status_of_success_may_carry_an_error() {
    #[derive(Debug, Error, ServiceError)]
    #[error("s3: {response}")]
    #[service_error(service = "s3")]
    struct S3Error {
        #[wire(response)]
        response: ErrorResponse,
    }
    #[derive(Debug, Error, ServiceError)]
    #[error("internal")]
    #[service_error(parent = S3Error, code = "InternalError", status = 500, retryable, also(category::Internal))]
    struct InternalError;

    let probe = |body: &[u8]| aws_xml::probe(200, [("x-amz-request-id", "R")], body);
    let late = b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\n   \n<Error><Code>InternalError</Code></Error>";
    let response = probe(late).unwrap();
    assert_eq!(
        (response.status(), response.code(), response.request_id()),
        (Some(200), Some("InternalError"), Some("R"))
    );
    let error = errtax::classify::<S3Error>(response);
    assert!(error.is_a::<InternalError>() && error.is_retryable());

    assert!(probe(b" \n <?xml version=\"1.0\"?><Error><Code>SlowDown</Code></Error>").is_some(), "after white space");
    assert!(probe(b"<ErrorResponse><Error><Code>C</Code></Error></ErrorResponse>").is_some());
    for success in [
        "",
        "   ",
        "plain text",
        "{\"Error\": 1}",
        "{\"page\":\"<Error><Code>C</Code></Error>\"}",
        "2026-01-01 GET /key\n<Error><Code>C</Code></Error>",
        "<CopyObjectResult><ETag>x</ETag></CopyObjectResult>",
        "<CompleteMultipartUploadResult><Error><Code>C</Code></Error></CompleteMultipartUploadResult>",
        "<DeleteResult><Error><Key>k</Key><Code>AccessDenied</Code></Error></DeleteResult>",
        "<Error/>",
        "<Error><Code/></Error>",
        "<Error><Message>no code</Message></Error>",
        "<Error><Code>Cut",
    ] {
        assert!(probe(success.as_bytes()).is_none(), "{success}");
    }
}

#[test]
fn text_is_what_the_document_means() {
    let text = |inside: &str| read::<String>(&format!("<m>{inside}</m>"));
    assert_eq!(text("&lt;&gt;&amp;&apos;&quot;"), "<>&'\"");
    assert_eq!(text("&#65;&#x42;&#x1F980;"), "AB\u{1f980}");
    assert_eq!(text("a<![CDATA[<b>&amp;</b>]]>c"), "a<b>&amp;</b>c");
    assert_eq!(text("a<!-- not this -->b<?nor this?>c"), "abc");
    assert_eq!(text("a\r\nb\rc"), "a\nb\nc");
    assert_eq!(text("  "), "  ");
    assert_eq!(text(""), "");
    // What XML does not allow, and is no reason to lose an answer.
    assert_eq!(text("AT&T & Co"), "AT&T & Co");
    assert_eq!(text("&nbsp;&lol;&unknown;"), "&nbsp;&lol;&unknown;");
    assert_eq!(text("&#0;&#xD800;&#x110000;&#99999999999;&#;&#x;"), "\u{fffd}".repeat(6));
    assert_eq!(read::<String>("<m xsi:nil='true'/>"), "");
}

#[test]
fn scalars_are_what_the_type_asks_for() {
    assert_eq!(read::<u8>("<m> 7 </m>"), 7);
    assert_eq!(read::<String>("<m>7</m>"), "7");
    assert!(read::<bool>("<m>true</m>") && !read::<bool>("<m>false</m>"));
    assert!(read::<f64>("<m>-Infinity</m>") < f64::MIN);
    assert!(read::<f32>("<m>NaN</m>").is_nan());
    assert_eq!(read::<i128>("<m>-170141183460469231731687303715884105728</m>"), i128::MIN);
    assert_eq!(read::<Option<u8>>("<m>7</m>"), Some(7));
    assert!(member::<u8>("<m>300</m>").is_err() && member::<u8>("<m/>").is_err());
    assert!(member::<bool>("<m>1</m>").is_err());
    assert_eq!(member::<u8>("").unwrap(), None);
    #[derive(Debug, PartialEq, Deserialize)]
    struct Wrapped(u8);
    assert_eq!(read::<Wrapped>("<m>7</m>"), Wrapped(7));
}

#[derive(Debug, PartialEq, Deserialize)]
struct Point {
    x: u8,
    y: Option<u8>,
}

fn point(x: u8, y: u8) -> Point {
    Point { x, y: Some(y) }
}

#[test]
fn lists_are_read_in_every_way_they_are_written() {
    let numbers = read::<Vec<u8>>;
    assert_eq!(numbers("<m><member>1</member><member>2</member></m>"), [1, 2]);
    assert_eq!(numbers("<m><item>1</item></m>"), [1], "renamed");
    assert_eq!(numbers("<m>1</m><m>2</m>"), [1, 2], "flattened");
    assert_eq!(numbers("<m>1</m><other/><m>2</m>"), [1, 2], "flattened, with something between");
    assert_eq!(numbers("<m>1</m>"), [1], "flattened, of one");
    assert!(numbers("<m/>").is_empty());
    assert!(numbers("<m>\n</m>").is_empty());
    assert_eq!(read::<Vec<String>>("<m><member/></m>"), [""]);
    assert_eq!(read::<(u8, u8)>("<m><member>1</member><member>2</member></m>"), (1, 2));
    assert_eq!(read::<Vec<Vec<u8>>>("<m><member>1</member></m><m><member>2</member></m>"), [[1], [2]]);

    let points = read::<Vec<Point>>;
    let two = "<x>1</x><y>2</y>";
    assert_eq!(points(&format!("<m><member>{two}</member></m>")), [point(1, 2)]);
    assert_eq!(points(&format!("<m>{two}</m><m>{two}</m>")), [point(1, 2), point(1, 2)]);
    assert_eq!(points(&format!("<m>{two}</m>")), [point(1, 2)], "flattened, of one");
}

#[test]
fn structs_are_read_by_their_names() {
    assert_eq!(read::<Point>("<m><y>2</y><z/><x>1</x></m>"), point(1, 2));
    assert_eq!(read::<Point>("<m>text<a:x>1</a:x></m>"), Point { x: 1, y: None });
    assert!(member::<Point>("<m/>").unwrap_err().contains("missing field `x`"));
    assert!(member::<Point>("<m>1</m>").is_err());
    assert!(member::<Point>("<m><x>1</x><x>2</x></m>").is_err(), "two where one is asked for");
    #[derive(Debug, PartialEq, Deserialize)]
    struct Tree {
        leaf: Vec<u8>,
        tree: Option<Box<Tree>>,
    }
    let tree = read::<Tree>("<m><leaf>1</leaf><tree><leaf>2</leaf><leaf>3</leaf></tree><leaf>4</leaf></m>");
    let inner = Tree { leaf: vec![2, 3], tree: None };
    assert_eq!(tree, Tree { leaf: vec![1, 4], tree: Some(Box::new(inner)) });
    let twice = member::<Tree>("<m><leaf>1</leaf><tree/><tree/></m>").unwrap_err();
    assert!(twice.contains("invalid type"), "{twice}");
}

#[test]
fn maps_are_read_in_every_way_they_are_written() {
    let expected = BTreeMap::from([("a".to_owned(), 1), ("b".to_owned(), 2)]);
    for map in [
        "<m><entry><key>a</key><value>1</value></entry><entry><key>b</key><value>2</value></entry></m>",
        "<m><entry><value>1</value><key>a</key></entry><entry><key>b</key><value>2</value></entry></m>",
        "<m><entry><Name>a</Name><Setting>1</Setting></entry><entry><Name>b</Name><Setting>2</Setting></entry></m>",
        "<m><pair><key>a</key><value>1</value></pair><pair><key>b</key><value>2</value></pair></m>",
        "<m><key>a</key><value>1</value></m><m><key>b</key><value>2</value></m>",
        "<m><a>1</a><b>2</b></m>",
    ] {
        assert_eq!(read::<BTreeMap<String, u8>>(map), expected, "{map}");
    }
    let one = BTreeMap::from([("a".to_owned(), 1)]);
    assert_eq!(read::<BTreeMap<String, u8>>("<m><key>a</key><value>1</value></m>"), one, "flattened, of one");
    assert_eq!(read::<BTreeMap<String, u8>>("<m/>"), BTreeMap::new());
    assert_eq!(read::<HashMap<bool, Point>>("<m><entry><key>true</key><value><x>1</x></value></entry></m>").len(), 1);
    #[derive(Debug, PartialEq, Deserialize)]
    struct Entry {
        key: String,
        value: u8,
    }
    let entries = read::<Vec<Entry>>("<m><key>a</key><value>1</value></m><m><key>b</key><value>2</value></m>");
    assert_eq!(entries.len(), 2, "a list, where the type says so");
    assert!(member::<BTreeMap<String, u8>>("<m>1</m><m>2</m>").is_err());
}

#[test]
fn unions_are_enums() {
    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(rename_all = "lowercase")]
    enum Choice {
        Plain,
        Number(u8),
        Point { x: u8 },
        Pair(u8, u8),
        Many(Vec<u8>),
    }
    assert_eq!(read::<Choice>("<m>plain</m>"), Choice::Plain);
    assert_eq!(read::<Choice>("<m><number>7</number></m>"), Choice::Number(7));
    assert_eq!(read::<Choice>("<m><point><x>7</x></point></m>"), Choice::Point { x: 7 });
    assert_eq!(read::<Choice>("<m><pair><member>1</member><member>2</member></pair></m>"), Choice::Pair(1, 2));
    assert_eq!(read::<Choice>("<m><many>1</many><many>2</many></m>"), Choice::Many(vec![1, 2]));
    assert!(member::<Choice>("<m><number>7</number><plain/></m>").is_err());
}

#[test]
fn a_type_that_takes_anything_is_given_the_likeliest() {
    let json = |inside: &str| read::<serde_json::Value>(inside).to_string();
    assert_eq!(json("<m>7</m>"), r#""7""#);
    assert_eq!(json("<m><member>7</member></m>"), r#"["7"]"#);
    assert_eq!(json("<m><a>7</a></m>"), r#"{"a":"7"}"#);
    assert_eq!(json("<m><key>k</key><value>v</value></m>"), r#"{"key":"k","value":"v"}"#);
    let tags = json("<m><member><key>k</key><value>v</value></member></m>");
    assert_eq!(tags, r#"[{"key":"k","value":"v"}]"#, "a list of structs");
    assert_eq!(json("<m><a>7</a><a>8</a></m>"), r#"["7","8"]"#);
    assert_eq!(json("<m><a>7</a><a>8</a><b/></m>"), r#"{"a":["7","8"],"b":""}"#);
    assert_eq!(json("<m>7</m><m>8</m>"), r#"["7","8"]"#);
    assert_eq!(json("<m><entry><key>k</key><value>v</value></entry></m>"), r#"{"k":"v"}"#);
    assert_eq!(json("<m><key>k</key><value>v</value></m><m><key>l</key><value>w</value></m>"), r#"{"k":"v","l":"w"}"#);
}

#[test]
fn white_space_counts_in_a_text_and_nowhere_else() {
    let body = b"<ErrorResponse>\n <Error>\n\t<Code>\n Late </Code>\r\n<Message> a &amp; b\n<![CDATA[ c ]]> d </Message>\
        <Tags> <member> x </member>\n<member/> </Tags><Pad>  </Pad> </Error> <RequestId> R-1\n</RequestId></ErrorResponse>";
    let response = aws_xml::decode(400, NO_HEADERS, body);
    assert_eq!((response.code(), response.request_id()), (Some("Late"), Some("R-1")));
    assert_eq!(response.message(), Some(" a & b\n c  d "));
    assert_eq!(response.member::<String>("Message").unwrap().as_deref(), Some(" a & b\n c  d "));
    assert_eq!(response.member::<Vec<String>>("Tags").unwrap().unwrap(), [" x ", ""]);
    assert_eq!(response.member::<String>("Pad").unwrap().as_deref(), Some("  "));
}
