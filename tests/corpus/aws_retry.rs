//! The code lists of the AWS SDKs.

use errtax::{Retry, ServiceError, wire::aws_json};
use serde_json::Value;
use thiserror::Error;

use crate::file;

#[derive(Debug, Error, ServiceError)]
#[error("root")]
struct Root;

/// The SDKs' lists disagree in two places, and one SDK reads a code of its own.
#[test]
fn the_code_lists_are_those_of_the_sdks() {
    let Some(lists) = file::<Value>("aws_retry.json") else { return };
    let advice = |code: &str| {
        let answer = aws_json::decode(400, [("x-amzn-errortype", code)], b"");
        errtax::classify::<Root>(answer).retry_advice().retry()
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
