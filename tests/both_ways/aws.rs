//! What one of AWS's protocols says twice, or a header says of all, an answer may say once.

use errtax::ErrorResponse;
use errtax::wire::aws::{self, Protocol};
use errtax::wire::{Answer, NO_HEADERS, Request};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;

use crate::config;
use crate::shop::{self, Sent, ShopError};
use crate::wire::Wire;

fn encoded(error: &dyn Sent, wire: Wire) -> Answer {
    wire.encode(error, Request::new().with_id("R-1"))
}

fn is_read(error: &dyn Sent, wire: Wire, response: ErrorResponse) -> TestCaseResult {
    error.is(&errtax::classify::<ShopError>(response), wire, "R-1")
}

/// The headers without one, which is not the last that tells.
fn without<'a>(answer: &'a Answer, absent: &str) -> Vec<(&'a str, &'a str)> {
    let headers: Vec<_> = answer.headers().filter(|(name, _)| *name != absent).collect();
    assert_eq!(headers.len() + 1, answer.headers().count(), "{absent}");
    headers
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn awsjson_needs_no_header(error in shop::flat()) {
        let answer = encoded(&*error, Wire::AwsJson);
        let headers = without(&answer, "x-amzn-errortype");
        for protocol in [Protocol::AwsJson1_0, Protocol::AwsJson1_1] {
            is_read(&*error, Wire::AwsJson, aws::decode_as(protocol, 404, headers.iter().copied(), answer.body()))?;
        }
    }

    #[test]
    fn restjson_needs_no_type_in_the_body(error in shop::flat()) {
        let answer = encoded(&*error, Wire::AwsJson);
        let mut body: serde_json::Map<_, _> = serde_json::from_slice(answer.body()).unwrap();
        prop_assert!(body.remove("__type").is_some());
        let body = serde_json::to_vec(&body).unwrap();
        is_read(&*error, Wire::AwsJson, aws::decode_as(Protocol::RestJson1, 404, answer.headers(), &body))?;
    }

    #[test]
    fn rpcv2json_is_told_by_its_header(error in shop::deep()) {
        let answer = encoded(&*error, Wire::AwsJson).with_header("smithy-protocol", "rpc-v2-json");
        is_read(&*error, Wire::AwsJson, aws::decode(422, without(&answer, "x-amzn-errortype"), answer.body()))?;
    }

    #[test]
    fn an_answer_shows_its_protocol(error in shop::deep()) {
        for wire in [Wire::AwsJson, Wire::AwsXml] {
            let answer = encoded(&*error, wire);
            is_read(&*error, wire, aws::decode(answer.status(), answer.headers(), answer.body()))?;
        }
    }

    #[test]
    fn restxml_and_awsquery_need_no_header(error in shop::deep()) {
        let answer = encoded(&*error, Wire::AwsXml);
        for protocol in [Protocol::RestXml, Protocol::AwsQuery] {
            is_read(&*error, Wire::AwsXml, aws::decode_as(protocol, 422, NO_HEADERS, answer.body()))?;
        }
    }
}
