//! The members of one error, the same by every AWS protocol: what is nested, listed, renamed, bound to a header.

use std::collections::BTreeMap;

use errtax::wire::{aws_cbor, aws_json, aws_xml};
use errtax::{ErrorResponse, ServiceError};
use minicbor::Encoder;
use minicbor::data::IanaTag;
use serde::Deserialize;
use serde_bytes::ByteBuf;
use thiserror::Error;

#[derive(Debug, PartialEq, Error, ServiceError)]
#[error("everything")]
#[service_error(code = "Everything")]
struct Everything {
    #[wire(member = "Text")]
    text: String,
    #[wire(member = "Count")]
    count: u64,
    #[wire(member = "Below")]
    below: i64,
    #[wire(member = "Ratio")]
    ratio: f64,
    #[wire(member = "Flag")]
    flag: bool,
    #[wire(member = "Outer")]
    outer: Outer,
    #[wire(member = "Names")]
    names: Vec<String>,
    #[wire(member = "Empty")]
    empty: Vec<String>,
    #[wire(member = "Reasons")]
    reasons: Vec<Reason>,
    #[wire(member = "Grid")]
    grid: Vec<Vec<u8>>,
    #[wire(member = "Limits")]
    limits: BTreeMap<u32, String>,
    #[wire(member = "Groups")]
    groups: BTreeMap<String, Vec<Reason>>,
    #[wire(member = "Choice")]
    choice: Choice,
    #[wire(member = "Blob")]
    blob: ByteBuf,
    #[wire(member = "When")]
    when: f64,
    #[wire(member = "Absent")]
    absent: Option<Outer>,
    #[wire(header = "X-Limit")]
    limit: u16,
    #[wire(request_id)]
    id: String,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Outer {
    inner: Option<Box<Outer>>,
    depth: u8,
}

#[derive(Debug, PartialEq, Deserialize)]
struct Reason {
    #[serde(rename = "Renamed")]
    code: String,
    weight: Option<f32>,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Choice {
    Text(String),
    Reason(Reason),
}

fn everything() -> Everything {
    let reason = |code: &str, weight| Reason { code: code.into(), weight };
    Everything {
        text: "a < b & \u{1f980}".into(),
        count: u64::MAX,
        below: -7,
        ratio: 0.25,
        flag: true,
        outer: Outer { inner: Some(Box::new(Outer { inner: None, depth: 2 })), depth: 1 },
        names: vec!["one".into(), String::new(), "three".into()],
        empty: vec![],
        reasons: vec![reason("a", Some(1.5)), reason("b", None)],
        grid: vec![vec![1, 2], vec![], vec![3]],
        limits: BTreeMap::from([(5, "five".into()), (6, "six".into())]),
        groups: BTreeMap::from([("only".into(), vec![reason("a", Some(2.0)), reason("b", None)])]),
        choice: Choice::Reason(reason("c", None)),
        blob: ByteBuf::from([0, 0xff, 0x10, 0x80]),
        when: 1_515_531_081.123,
        absent: None,
        limit: 300,
        id: "R-1".into(),
    }
}

const JSON: &str = r#"{
    "__type": "ns#Everything", "Text": "a < b & \ud83e\udd80", "Count": 18446744073709551615, "Below": -7,
    "Ratio": 0.25, "Flag": true, "Outer": {"Inner": {"Depth": 2}, "Depth": 1}, "Names": ["one", "", "three"],
    "Empty": [], "Reasons": [{"Renamed": "a", "weight": 1.5}, {"Renamed": "b", "weight": null}],
    "Grid": [[1, 2], [], [3]], "Limits": {"5": "five", "6": "six"},
    "Groups": {"only": [{"Renamed": "a", "weight": 2}, {"Renamed": "b"}]},
    "Choice": {"reason": {"Renamed": "c"}}, "Blob": "AP8QgA==", "When": 1515531081.123, "Absent": null
}"#;

/// With names of list and map elements as models give them: by default, renamed, flattened.
const XML: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<ErrorResponse xmlns="http://service.example.com/doc/2020-01-01/">
  <Error>
    <Type>Sender</Type>
    <Code>Everything</Code>
    <Text>a &lt; b &amp; &#x1F980;</Text>
    <Count> 18446744073709551615 </Count>
    <Below>-7</Below>
    <Ratio>0.25</Ratio>
    <Flag>true</Flag>
    <Outer>
      <Inner><Depth>2</Depth></Inner>
      <Depth>1</Depth>
    </Outer>
    <Names><member>one</member><member/><member>three</member></Names>
    <Empty/>
    <Reasons><Renamed>a</Renamed><weight>1.5</weight></Reasons>
    <Reasons><Renamed>b</Renamed></Reasons>
    <Grid>
      <item><item>1</item><item>2</item></item>
      <item></item>
      <item><item>3</item></item>
    </Grid>
    <Limits>
      <entry><key>5</key><value>five</value></entry>
      <entry><value>six</value><key>6</key></entry>
    </Limits>
    <Groups>
      <key>only</key>
      <value><member><Renamed>a</Renamed><weight>2</weight></member><member><Renamed>b</Renamed></member></value>
    </Groups>
    <Choice><reason><Renamed>c</Renamed></reason></Choice>
    <Blob>
      AP8QgA==
    </Blob>
    <When>1515531081.123</When>
  </Error>
  <RequestId>R-1</RequestId>
</ErrorResponse>"#;

fn cbor() -> Vec<u8> {
    let mut body = Vec::new();
    write_cbor(&mut Encoder::new(&mut body)).unwrap();
    body
}

/// With definite and indefinite lengths, and numbers of every width.
fn write_cbor(e: &mut Encoder<&mut Vec<u8>>) -> Result<(), minicbor::encode::Error<std::convert::Infallible>> {
    e.begin_map()?.str("__type")?.str("ns#Everything")?;
    e.str("Text")?.begin_str()?.str("a < b ")?.str("& \u{1f980}")?.end()?;
    e.str("Count")?.u64(u64::MAX)?.str("Below")?.i8(-7)?.str("Ratio")?.f32(0.25)?.str("Flag")?.bool(true)?;
    e.str("Outer")?.map(2)?.str("Inner")?.begin_map()?.str("Depth")?.u8(2)?.end()?.str("Depth")?.u8(1)?;
    e.str("Names")?.begin_array()?.str("one")?.str("")?.str("three")?.end()?.str("Empty")?.array(0)?;
    e.str("Reasons")?.array(2)?.map(2)?.str("Renamed")?.str("a")?.str("weight")?.f64(1.5)?;
    e.map(2)?.str("Renamed")?.str("b")?.str("weight")?.undefined()?;
    e.str("Grid")?.array(3)?.array(2)?.u8(1)?.u8(2)?.begin_array()?.end()?.array(1)?.u8(3)?;
    e.str("Limits")?.map(2)?.str("5")?.str("five")?.str("6")?.str("six")?;
    e.str("Groups")?.map(1)?.str("only")?.array(2)?.map(2)?.str("Renamed")?.str("a")?.str("weight")?.u8(2)?;
    e.map(1)?.str("Renamed")?.str("b")?.str("Choice")?.map(1)?.str("reason")?.map(1)?.str("Renamed")?.str("c")?;
    e.str("Blob")?.begin_bytes()?.bytes(&[0, 0xff])?.bytes(&[0x10, 0x80])?.end()?;
    e.str("When")?.tag(IanaTag::Timestamp)?.f64(1_515_531_081.123)?.str("Absent")?.null()?.end()?;
    Ok(())
}

const HEADERS: [(&str, &str); 3] =
    [("x-limit", "300"), ("x-amzn-requestid", "R-1"), ("smithy-protocol", "rpc-v2-cbor")];

#[test]
fn the_members_of_an_error_are_the_same_by_every_protocol() {
    for response in [
        aws_json::decode(400, HEADERS, JSON.as_bytes()),
        aws_xml::decode(400, HEADERS, XML.as_bytes()),
        aws_cbor::decode(400, HEADERS, &cbor()),
    ] {
        let protocol = response.protocol().unwrap().to_owned();
        assert_eq!(response.code(), Some("Everything"), "{protocol}");
        let error = Everything::try_from(response).unwrap_or_else(|unfit| panic!("{protocol}: {}", unfit.error));
        assert_eq!(error, everything(), "{protocol}");
    }
}

#[test]
fn a_timestamp_is_what_the_wire_has() {
    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(untagged)]
    enum Timestamp {
        Seconds(f64),
        Text(String),
    }
    let text = "2018-01-09T20:51:21Z";
    let when = |response: ErrorResponse| response.member::<Timestamp>("when").unwrap().unwrap();
    assert_eq!(when(aws_json::decode(400, HEADERS, br#"{"when": 1.5}"#)), Timestamp::Seconds(1.5));
    assert_eq!(
        when(aws_json::decode(400, HEADERS, br#"{"when": "2018-01-09T20:51:21Z"}"#)),
        Timestamp::Text(text.into())
    );
    let xml = format!("<Error><when>{text}</when></Error>");
    assert_eq!(when(aws_xml::decode(400, HEADERS, xml.as_bytes())), Timestamp::Text(text.into()));
    let tagged = b"\xa1\x64when\xc1\x1a\x5a\x55\x2b\x89";
    assert_eq!(when(aws_cbor::decode(400, HEADERS, tagged)), Timestamp::Seconds(1_515_531_145.0));
    let half = b"\xa1\x64when\xc1\xf9\x3e\x00";
    assert_eq!(when(aws_cbor::decode(400, HEADERS, half)), Timestamp::Seconds(1.5));
}

#[test]
fn a_member_that_does_not_fit_is_named_on_every_wire() {
    for (response, why) in [
        (aws_json::decode(400, HEADERS, br#"{"n": "x"}"#), "member `n`: invalid type: string \"x\", expected u8"),
        (
            aws_xml::decode(400, HEADERS, b"<Error><n>x</n></Error>"),
            "member `n`: invalid type: string \"x\", expected u8",
        ),
        (
            aws_xml::decode(400, HEADERS, b"<Error><n><a>1</a></n></Error>"),
            "member `n`: invalid type: map, expected u8",
        ),
        (
            aws_xml::decode(400, HEADERS, b"<Error><n>1</n><n>2</n></Error>"),
            "member `n`: invalid type: sequence, expected u8",
        ),
        (aws_cbor::decode(400, HEADERS, b"\xa1\x61n\x61x"), "member `n`: invalid type: string \"x\", expected u8"),
        (
            aws_cbor::decode(400, HEADERS, b"\xa1\x61n\x19\x01\x00"),
            "member `n`: invalid value: integer `256`, expected u8",
        ),
    ] {
        assert_eq!(response.member::<u8>("n").unwrap_err().to_string(), why);
        assert_eq!(response.member::<u8>("m").unwrap(), None, "{why}");
    }
}
