//! What becomes of an answer, and of none: which class it is, and how it reads.

use devopsagent::{
    Attributes, AwsError, ClientError, ConfigurationError, DevOpsAgentError, NetworkError, UnauthorizedException,
    ValidationException, calling, calling_community, community, handle_client_error, official,
};
use errtax::wire::{NO_HEADERS, aws_json};
use errtax::{ErrorResponse, Retry, Transport};
use serde_json::{Value, json};

#[test]
fn no_answer_becomes_what_only_this_side_raises() {
    for code in ["CONFIG_ERROR", "VALIDATION_ERROR", "AUTH_ERROR", "NETWORK_ERROR"] {
        let error = errtax::classify::<DevOpsAgentError>(ErrorResponse::new().with_code(code));
        assert_eq!((error.taxon().name(), error.code()), ("DevOpsAgentError", Some(code)));
    }
}

/// Three have a class of that name: whose answer it is decides, and without that it is none of them.
#[test]
fn a_code_means_what_its_service_means_by_it() {
    let coded = || ErrorResponse::new().with_code("ValidationException");
    let of = |response: ErrorResponse| errtax::classify::<AwsError>(response);
    assert!(of(coded().with_service("community-devops-agent")).is_a::<ValidationException>());
    assert!(of(calling("CreateChat")(coded())).is_a::<official::ValidationException>());
    assert!(of(calling_community("GetTask")(coded())).is_a::<community::ValidationException>());
    let unknown = of(coded());
    assert!(!unknown.is_a::<ValidationException>() && !unknown.is_a::<official::ValidationException>());
    assert!(!unknown.is_a::<community::ValidationException>());
    assert_eq!(of(coded().with_service("s3")).taxon().name(), "ClientError");
}

#[test]
fn what_the_model_of_the_service_that_was_called_does_not_have_is_a_client_error() {
    let coded = |code| ErrorResponse::new().with_code(code).with_status(402);
    let class = |response| {
        let error = errtax::classify::<AwsError>(response);
        let models = [error.is_a::<official::OfficialError>(), error.is_a::<community::CommunityError>()];
        (error.taxon().name(), models)
    };
    for code in ["ConflictException", "ServiceQuotaExceededException", "AccessDeniedException", "ThrottlingException"] {
        assert_eq!(class(calling("GetTask")(coded(code))), (code, [true, false]));
        assert_eq!(class(calling_community("GetTask")(coded(code))), ("ClientError", [false, false]), "{code}");
    }
    let code = "UnauthorizedException";
    assert_eq!(class(calling("GetTask")(coded(code))), ("ClientError", [false, false]));
    assert_eq!(class(calling_community("GetTask")(coded(code))), (code, [false, true]));
}

#[test]
fn a_quota_is_one_by_its_code_alone_and_not_worth_another_try() {
    let class = |code, status| {
        let response = ErrorResponse::new().with_code(code).with_status(status);
        let error = errtax::classify::<DevOpsAgentError>(response);
        (error.taxon().name(), error.retry_advice().retry())
    };
    for status in [400, 402, 429] {
        assert_eq!(
            class("ServiceQuotaExceededException", status),
            ("ServiceQuotaExceededException", Some(Retry::Never)),
            "{status}"
        );
    }
    assert_eq!(class("X", 402).0, "DevOpsAgentError");
}

#[test]
fn a_failure_without_an_answer_says_whether_to_try_again_where_that_is_known() {
    let failed = |transport| errtax::classify::<AwsError>(ErrorResponse::new().with_transport(transport));
    let retry = |transport| failed(transport).retry_advice().retry();
    let class = |transport| failed(transport).taxon().name();
    for transport in [Transport::Connect, Transport::Dns, Transport::Io] {
        assert_eq!((class(transport), retry(transport)), ("ConnectionError", Some(Retry::Transient)));
    }
    for transport in [Transport::Tls, Transport::Other] {
        assert_eq!((class(transport), retry(transport)), ("ConnectionError", None), "not even built, perhaps");
    }
    assert_eq!((class(Transport::Timeout), retry(Transport::Timeout)), ("TimeoutError", Some(Retry::Transient)));
    let credentials = Transport::Credentials;
    assert_eq!((class(credentials), retry(credentials)), ("NoCredentialsError", Some(Retry::Never)));
}

#[test]
fn what_is_no_answer_is_handed_back_as_it_is() {
    let lost = errtax::classify::<AwsError>(ErrorResponse::new().with_transport(Transport::Io));
    assert_eq!(handle_client_error(lost).taxon().name(), "ConnectionError");
    let unset = ConfigurationError::new(ErrorResponse::new().with_message("unset"));
    assert_eq!(handle_client_error(unset).to_string(), "CONFIG_ERROR: unset");
    assert_eq!(handle_client_error(NetworkError).to_string(), "An unspecified error occurred");
}

#[test]
fn whatever_else_is_known_of_an_answer_is_kept_and_a_stranger_writes_no_second_line() {
    let response = ErrorResponse::new().with_code("A\u{1b}[2J").with_message("one\ntwo").with_member("foo", 1);
    let error = handle_client_error(ClientError::new(response));
    assert_eq!(error.to_string(), "A [2J: one two");
    assert_eq!(error.response().unwrap().member::<u8>("foo").unwrap(), Some(1));
    let raised = errtax::find_a::<ClientError>(std::error::Error::source(&error).unwrap()).unwrap();
    assert_eq!(raised.to_string(), "An error occurred (A [2J) when calling the Unknown operation: one two");
}

#[test]
fn what_is_empty_is_shown_as_unknown_and_a_status_only_where_an_answer_arrived() {
    let by_hand = ErrorResponse::new().with_code("").with_message("").with_request_id("").with_status(404);
    let error = handle_client_error(ClientError::new(by_hand));
    assert_eq!((error.taxon().name(), &*error.to_string()), ("ResourceNotFoundException", "Unknown: Unknown error"));
    let e: &DevOpsAgentError = error.downcast_ref().unwrap();
    assert_eq!((e.error_code().as_deref(), e.error_message().as_deref()), (Some(""), Some("")));

    let by_hand = handle_client_error(ClientError::new(ErrorResponse::new().with_status(404)));
    assert_eq!(by_hand.to_string(), "Unknown: Unknown error");
}

/// As botocore reads it.
#[test]
fn an_answer_without_a_code_shows_its_status_and_one_without_a_message_what_came_instead() {
    let shown = |status, body: &str| {
        let raised = ClientError::new(aws_json::decode(status, NO_HEADERS, body.as_bytes()).with_operation("GetTask"));
        let error = handle_client_error(raised);
        let e: &DevOpsAgentError = error.downcast_ref().unwrap();
        let fields = (e.error_code().unwrap().into_owned(), e.error_message().unwrap().into_owned());
        let raised = error.downcast_ref::<ClientError>().unwrap().to_string();
        assert_eq!(
            raised,
            format!("An error occurred ({}) when calling the GetTask operation: {}", fields.0, fields.1)
        );
        (error.to_string(), fields.1)
    };
    let is = |text: &str, message: &str| (text.to_owned(), message.to_owned());
    assert_eq!(shown(404, "{}"), is("404: Unknown error", ""));
    assert_eq!(shown(404, ""), is("404: Unknown error", ""));
    assert_eq!(shown(500, "{}"), is("500: Unknown error", ""));
    assert_eq!(shown(401, r#"{"message": "Unauthorized"}"#), is("401: Unauthorized", "Unauthorized"));
    assert_eq!(shown(403, "<html>no</html>"), is("403: <html>no</html>", "<html>no</html>"));
    assert_eq!(shown(499, "<html>gone</html>"), is("499: <html>gone</html>", "<html>gone</html>"));
    assert_eq!(shown(502, " <html>gone</html>"), is("502: Bad Gateway", "Bad Gateway"));
    assert_eq!(shown(500, "\n"), is("500: Internal Server Error", "Internal Server Error"));
    assert_eq!(shown(502, "upstream is gone"), is("502: upstream is gone", "upstream is gone"));
    assert_eq!(shown(599, ""), is("599: Unknown error", ""));
    assert_eq!(shown(400, r#"{"code": "Teapot"}"#), is("Teapot: Unknown error", ""));
}

#[test]
fn details_are_what_was_told_by_neither_code_nor_message() {
    let details = |headers: &[(&str, &str)], body: &str| {
        let error =
            errtax::classify::<DevOpsAgentError>(aws_json::decode(400, headers.iter().copied(), body.as_bytes()));
        Value::from(Attributes::of(&*error).details)
    };
    let coded = [("x-amzn-errortype", "X")];
    assert_eq!(details(&coded, r#"{"Code": "X", "Message": "no", "limit": 10}"#), json!({"limit": 10}));
    assert_eq!(details(&[], r#"{"code": "X", "message": "no", "limit": 10}"#), json!({"limit": 10}));
    assert_eq!(details(&[], r#"{"__type": "ns#X", "limit": 10}"#), json!({"limit": 10}));
    assert_eq!(details(&[], r#"{"Code": "X", "message": "no"}"#), json!({"Code": "X"}), "nobody else has it");
    assert_eq!(details(&coded, r#"["limit"]"#), json!({}));
}

#[test]
fn the_two_that_are_not_told_apart_have_their_status() {
    for status in [401, 403] {
        let error = errtax::classify::<DevOpsAgentError>(ErrorResponse::new().with_status(status));
        assert_eq!((error.is_a::<UnauthorizedException>(), error.status()), (true, Some(status)));
    }
    assert_eq!(UnauthorizedException::TAXON.status(), Some(401));
}
