//! What is shown of an error, beyond what was recorded.

use errtax::wire::{NO_HEADERS, aws_json};
use errtax::{Error, ErrorResponse, Transport};
use identitystore::failure::ParamValidationError;
use identitystore::{AwsError, boto3_response, calling};

fn error(response: ErrorResponse) -> Error {
    errtax::classify::<AwsError>(calling("ListUsers")(response))
}

#[test]
fn a_stranger_writes_no_second_line_and_moves_no_cursor() {
    let body = br#"{"__type": "A\u001b[2JB", "message": "one\ntwo\u001b[31m"}"#;
    let text = error(aws_json::decode(400, NO_HEADERS, body)).to_string();
    assert!(!text.contains(char::is_control), "{text:?}");
    assert!(text.ends_with(": one two [31m"), "{text:?}");
}

#[test]
fn a_message_that_came_empty_stays_so() {
    let text = |status, body: &str| error(aws_json::decode(status, NO_HEADERS, body.as_bytes())).to_string();
    let said = "An error occurred (500) when calling the ListUsers operation: ";
    assert_eq!(text(500, r#"{"message": ""}"#), said);
    assert_eq!(text(500, "{}"), said);
    assert_eq!(text(500, " "), format!("{said}Internal Server Error"));
    assert_eq!(text(500, "upstream is gone"), format!("{said}upstream is gone"));
}

#[test]
fn without_an_answer_there_is_no_e_response() {
    assert_eq!(boto3_response(&*error(ErrorResponse::new().with_transport(Transport::Dns))), None);
    assert_eq!(boto3_response(&ParamValidationError { report: "no name".into() }), None);
}

#[test]
fn an_error_made_by_hand_has_botocores_text() {
    assert_eq!(
        errtax::classify::<AwsError>(ErrorResponse::new()).to_string(),
        "An error occurred (Unknown) when calling the Unknown operation: Unknown",
    );
}

#[test]
fn two_codes_are_shown_where_the_header_states_exactly_one_more() {
    let shown = |header| {
        let response = aws_json::decode(400, [("x-amzn-query-error", header)], br#"{"__type": "New"}"#);
        boto3_response(&*error(response)).unwrap()["Error"].clone()
    };
    let both = shown("Old;Sender");
    assert_eq!(
        (&both["Code"], &both["QueryErrorCode"], &both["Type"]),
        (&"Old".into(), &"New".into(), &"Sender".into())
    );
    for malformed in ["Old", ";Sender", "Old;Sender;"] {
        let one = shown(malformed);
        assert_eq!(
            (&one["Code"], one.get("QueryErrorCode"), one.get("Type")),
            (&"New".into(), None, None),
            "{malformed}"
        );
    }
}
