//! Answers of emulated AWS services, and what botocore reads in them.

use std::collections::BTreeMap;

use errtax::wire::aws::{self, Protocol};
use serde::Deserialize;
use serde_json::Value;

use crate::cases;

#[derive(Deserialize)]
struct Case {
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

fn protocol(name: &str) -> Protocol {
    match name {
        "json-1.0" => Protocol::AwsJson1_0,
        "json-1.1" => Protocol::AwsJson1_1,
        "rest-json" => Protocol::RestJson1,
        "rest-xml" => Protocol::RestXml,
        "query" => Protocol::AwsQuery,
        "ec2" => Protocol::Ec2Query,
        unknown => panic!("{unknown}"),
    }
}

fn is_xml(protocol: &str) -> bool {
    ["rest-xml", "query", "ec2"].contains(&protocol)
}

/// Where the reading differs from botocore's, and why that is right.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Difference {
    /// An HTML page where JSON should be: botocore calls the status a code, and the page a message. Here, both are
    /// where they belong.
    PageForJson,
    /// An empty body, or an HTML page where XML should be: botocore calls the status a code, and makes its reason the
    /// message. Here, there is no code, and the reason is what the response says of itself.
    StatusAsCode,
    /// Of an XML answer that is no error document, botocore reads `x-amz-request-id` alone; it has `x-amzn-requestid`.
    IdInHeader,
    /// Of S3's answers, botocore reads the headers alone; moto writes a fixed id into this body, and sends none.
    IdInBody,
}

#[test]
fn the_answers_of_emulated_services_read_as_botocore_reads_them() {
    let Some(cases) = cases::<Case>("moto_responses.json") else { return };
    let mut differences = BTreeMap::<_, Vec<_>>::new();
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    for case in &cases {
        let label = format!("{} {} {}", case.service, case.operation, case.label);
        assert!(!case.body_is_base64, "{label}");
        let told = aws::decode_as(protocol(&case.protocol), case.status, &case.headers, case.body.as_bytes());
        let found = aws::decode(case.status, &case.headers, case.body.as_bytes());
        assert_eq!(told.body().unwrap_or_default(), case.body.as_bytes(), "{label}");
        let read = |response: &errtax::ErrorResponse| {
            [response.code(), response.message(), response.request_id()].map(|text| text.map(str::to_owned))
        };
        assert_eq!(read(&told), read(&found), "{label}: the protocol shows");

        let mut note = |difference| differences.entry(difference).or_default().push(label.clone());
        let expected = case.botocore.parsed["Error"].as_object().unwrap();
        if text(&expected["Code"]) == case.status.to_string() {
            assert_eq!((told.code(), told.message()), (None, None), "{label}");
            if is_xml(&case.protocol) {
                let reason = expected["Message"].as_str().filter(|_| case.status >= 400).unwrap_or("304");
                assert!(told.to_string().ends_with(reason), "{label}: {told}");
                note(Difference::StatusAsCode);
            } else {
                assert_eq!(told.body().unwrap(), text(&expected["Message"]).as_bytes(), "{label}");
                note(Difference::PageForJson);
            }
        } else {
            assert_eq!(told.code().unwrap_or_default(), expected["Code"], "{label}");
            assert_eq!(told.message().unwrap_or_default(), expected["Message"], "{label}");
            for (name, value) in expected {
                // What JSON says besides, botocore does not put there.
                if is_xml(&case.protocol) {
                    assert_eq!(told.member::<String>(name).unwrap().as_deref(), value.as_str(), "{label}: {name}");
                }
            }
        }

        let expected_id = case.botocore.request_id.as_deref().filter(|id| !id.is_empty());
        if told.request_id() != expected_id {
            assert_eq!(expected_id, None, "{label}");
            let in_header = case.headers.get("x-amzn-requestid").map(String::as_str);
            note(if told.request_id() == in_header { Difference::IdInHeader } else { Difference::IdInBody });
        }
    }
    println!("moto_responses.json: {} answers, read as botocore does but for {differences:#?}", cases.len());
    assert_eq!(cases.len(), 89);
    let counts: Vec<_> = differences.iter().map(|(difference, labels)| (difference, labels.len())).collect();
    assert_eq!(
        counts,
        [
            (&Difference::PageForJson, 2),
            (&Difference::StatusAsCode, 4),
            (&Difference::IdInHeader, 3),
            (&Difference::IdInBody, 1)
        ]
    );
}
