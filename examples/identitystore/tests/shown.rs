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

#[test]
fn attempts_ran_out_only_where_the_last_answer_may_be_repeated() {
    let shown = |status, body: &str, attempts: u32| {
        let response = aws_json::decode(status, NO_HEADERS, body.as_bytes()).with_context("attempts", attempts);
        let error = error(response);
        let metadata = boto3_response(&*error).unwrap()["ResponseMetadata"].clone();
        let is_noted = error.to_string().contains(&format!(" operation (reached max retries: {}): ", attempts - 1));
        assert_eq!(error.to_string().contains("max retries"), is_noted, "{error}");
        assert_eq!(metadata["RetryAttempts"], attempts - 1, "{error}");
        assert_eq!(metadata.get("MaxAttemptsReached"), is_noted.then_some(&true.into()), "{error}");
        is_noted
    };
    // By the class, by its value, by the code, by the status.
    assert!(shown(400, r#"{"__type": "InternalServerException"}"#, 3));
    assert!(shown(400, r#"{"__type": "ConflictException", "Reason": "CONCURRENT_MODIFICATION"}"#, 2));
    assert!(shown(400, r#"{"__type": "RequestTimeout"}"#, 2));
    assert!(shown(503, "", 2));
    assert!(!shown(503, "", 1), "nothing was repeated");
    // A throttled request was repeated, and then there was another error.
    assert!(!shown(400, r#"{"__type": "ResourceNotFoundException"}"#, 3));
    assert!(!shown(400, r#"{"__type": "ConflictException", "Reason": "UNIQUENESS_CONSTRAINT_VIOLATION"}"#, 2));
    assert!(!shown(400, r#"{"__type": "BrandNew"}"#, 2));
    assert!(!shown(403, "<html>Forbidden</html>", 2));
}
