//! The texts of the classes: the original's form.

use std::io;
use std::time::Duration;

use errtax::ErrorResponse;
use errtax::wire::{NO_HEADERS, aws_json};
use powertools_idempotency::{
    BaseError, ClientError, DataRecord, IdempotencyItemAlreadyExistsError, IdempotencyKeyError,
    IdempotencyPersistenceLayerError, Serializer, Status, connect_to_cache,
};

#[test]
fn details_stand_in_parentheses_after_a_message() {
    let said = |message: &str, details: Option<&str>| {
        let base = || details.into_iter().fold(BaseError::new(message), BaseError::with_detail);
        let text = base().to_string();
        assert_eq!(text, IdempotencyKeyError(base()).to_string());
        assert_eq!(text, IdempotencyPersistenceLayerError::from(base()).to_string());
        text
    };
    assert_eq!(said("a", Some("b")), "a - (b)");
    assert_eq!(said("a", Some("")), "a");
    assert_eq!(said("a", None), "a");
    assert_eq!(said("", Some("b")), "");
    assert_eq!(said("", None), "");
}

#[test]
fn the_record_that_is_there_follows() {
    let mut record = DataRecord::new("the partition", Status::InProgress);
    record.response_data = "secret".into();
    let text = |record: &DataRecord| {
        let old_data_record = Some(record.clone());
        IdempotencyItemAlreadyExistsError { base: BaseError::new("m").with_detail("d"), old_data_record }.to_string()
    };
    assert_eq!(text(&record), "m - (d) from [the partition INPROGRESS]");
    record.sort_key = Some("orders#1".into());
    assert_eq!(text(&record), "m - (d) from [orders#1 INPROGRESS]");
}

/// As botocore shows it, and nothing that moves a terminal's cursor.
#[test]
fn an_answer_of_dynamodb_stands_on_one_line_and_says_what_there_is_to_say() {
    let text =
        |response: ErrorResponse| errtax::classify::<ClientError>(response.with_operation("PutItem")).to_string();
    let said =
        |code: &str, message: &str| format!("An error occurred ({code}) when calling the PutItem operation: {message}");
    let strange = ErrorResponse::new().with_code("X\r").with_message("a\n\x1b[2Jb");
    assert_eq!(text(strange), said("X ", "a  [2Jb"));
    assert_eq!(text(ErrorResponse::new()), said("Unknown", "Unknown"));

    let answered = |status, body: &str| text(aws_json::decode(status, NO_HEADERS, body.as_bytes()));
    assert_eq!(answered(502, ""), said("502", "Bad Gateway"));
    assert_eq!(answered(502, "<html>no gateway</html>"), said("502", "Bad Gateway"));
    assert_eq!(answered(599, ""), said("599", ""));
    assert_eq!(answered(500, "out of\norder"), said("500", "out of order"));
    assert_eq!(answered(400, r#"{"__type": "X"}"#), said("X", ""));
    assert_eq!(answered(400, "{}"), said("400", ""));
}

/// What the original's serialisers refuse, which are not rebuilt.
#[test]
fn a_serialiser_says_what_it_takes() {
    assert_eq!(Serializer::Pydantic.refuses().to_string(), "Model type is not inherited from pydantic BaseModel");
    assert_eq!(Serializer::Dataclass.misses_a_model().to_string(), "No serialization model was supplied");
    let choice = "Invalid type: expected a single type, optionally wrapped in Optional or Union with None.";
    assert_eq!(Serializer::Pydantic.refuses_a_choice().to_string(), choice);
}

#[tokio::test]
async fn a_cache_that_is_not_there_is_named_with_its_cause() {
    let error = connect_to_cache("127.0.0.1", 1, Duration::from_mins(1)).await.unwrap_err();
    assert!(error.to_string().starts_with("Could not to connect to Cache endpoint - ("), "{error}");
    let source: &io::Error = std::error::Error::source(&error).unwrap().downcast_ref().unwrap();
    assert_eq!(source.kind(), io::ErrorKind::ConnectionRefused);
}
