//! The official service: what its model says is a class, and its answers reach a program through the AWS SDK for Rust.

#[allow(dead_code, reason = "the demo needs more of it")]
#[path = "../demo/agent.rs"]
mod agent;
mod members;

use std::time::Duration;

use aws_sdk_devopsagent::Client;
use aws_sdk_devopsagent::config::Credentials;
use aws_sdk_devopsagent::config::retry::RetryConfig;
use devopsagent::official::{
    ConflictException, ConflictReason, IdentityCenterServiceException, OfficialError, ServiceQuotaExceededException,
    ValidationException,
};
use devopsagent::{Attributes, AwsError, ClientError, calling, handle_client_error};
use errtax::aws_sdk::RetryClassifier;
use errtax::{Classifier, Classify as _, Error, Fault, Retry};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use agent::{answer, answering};

#[derive(Deserialize)]
struct Model {
    errors: Vec<Modelled>,
}

#[derive(Deserialize)]
struct Modelled {
    shape: String,
    #[serde(rename = "error_code")]
    code: String,
    members: Map<String, Value>,
    error: Option<Answered>,
    fault: bool,
    retryable: Option<Value>,
}

#[derive(Deserialize)]
struct Answered {
    #[serde(rename = "httpStatusCode")]
    status: u16,
}

impl Modelled {
    /// Smithy: 400 where nothing else is said of a client's fault.
    fn status(&self) -> u16 {
        self.error.as_ref().map_or(400, |answered| answered.status)
    }

    /// A body with all members.
    fn body(&self) -> Value {
        self.members.iter().map(|(name, member)| (name.clone(), value(member))).collect()
    }
}

fn value(member: &Value) -> Value {
    match (&member["enum"][0], member["type"].as_str()) {
        (Value::String(first), _) => first.as_str().into(),
        (_, Some("string")) => "text".into(),
        (_, Some("list")) => json!([value(&member["member"])]),
        (_, Some("structure")) => {
            let members = member["members"].as_object().unwrap();
            members.iter().map(|(name, member)| (name.clone(), value(member))).collect()
        }
        other => panic!("{other:?}"),
    }
}

fn modelled() -> Option<Vec<Modelled>> {
    testbed::corpus("aws_devops_agent_errors.json").map(|Model { errors }| errors)
}

/// What the SDK makes of up to three of these answers, and errtax of that. The request id says which of them it was.
async fn called(status: u16, code: Option<&str>, body: &str) -> Error {
    let numbered = |number| answer(status, code, body).replace(&format!("R-{status}"), &format!("R-{number}"));
    let address = answering((1..=3).map(numbered).collect()).unwrap();
    let config = agent::config(&address)
        .credentials_provider(Credentials::new("id", "secret", None, None, "test"))
        .retry_config(RetryConfig::standard().with_max_attempts(3).with_initial_backoff(Duration::from_millis(1)))
        .retry_classifier(RetryClassifier::<OfficialError>::new());
    let call = Client::from_conf(config.build()).enable_operator_app();
    let call = call.agent_space_id("space-1").auth_flow("idc".into()).operator_app_role_arn("arn:aws:iam::1:role/app");
    call.send().await.classify_with::<AwsError>(calling("EnableOperatorApp")).unwrap_err()
}

#[test]
fn each_error_of_the_model_is_a_class() {
    let Some(errors) = modelled() else { return };
    let classifier = Classifier::of::<OfficialError>();
    assert_eq!((errors.len(), classifier.taxa().filter(|class| class.code().is_some()).count()), (10, 10));
    for error in &errors {
        let class = classifier.by_code(&error.code).unwrap_or_else(|| panic!("no class for {}", error.code));
        assert_eq!(class.name(), error.shape);
        assert_eq!(class.status(), Some(error.status()), "{}", error.shape);
        assert_eq!(class.fault(), Some(if error.fault { Fault::Server } else { Fault::Client }), "{}", error.shape);
        assert_eq!(class.retry().is_some_and(Retry::is_retryable), error.retryable.is_some(), "{}", error.shape);
        assert!(!class.docs().is_empty());
    }
}

#[tokio::test]
async fn each_error_arrives_through_the_sdk_with_all_its_members_and_is_sent_again_where_the_model_says_so() {
    for error in modelled().unwrap_or_default() {
        let got = called(error.status(), Some(&error.code), &error.body().to_string()).await;
        assert_eq!(got.taxon().name(), error.shape);
        assert!(got.is_a::<OfficialError>());
        assert_eq!(members::of(&got), error.body(), "{}", error.shape);
        assert_eq!((got.code(), got.status()), (Some(&*error.code), Some(error.status())));
        let requests = if error.retryable.is_some() { "R-3" } else { "R-1" };
        assert_eq!(got.request_id(), Some(requests), "{}", error.shape);
        let text = format!("An error occurred ({}) when calling the EnableOperatorApp operation: text", error.code);
        assert_eq!(got.to_string(), text);
    }
}

#[tokio::test]
async fn a_quota_is_answered_with_402_and_not_tried_again() {
    let error = called(402, Some("ServiceQuotaExceededException"), r#"{"message": "10 spaces"}"#).await;
    let quota: &ServiceQuotaExceededException = error.downcast_ref().unwrap();
    assert_eq!((quota.message.as_deref(), error.status()), (Some("10 spaces"), Some(402)));
    assert_eq!((error.request_id(), error.retry_advice().retry()), (Some("R-1"), Some(Retry::Never)));
    assert_eq!(error.fault(), Some(Fault::Client));
}

/// The SDK has no such field.
#[tokio::test]
async fn the_reason_of_a_conflict_is_a_field_and_a_new_one_is_kept() {
    let body = r#"{"message": "no", "reason": "CHAT_ARCHIVED"}"#;
    let archived = called(409, Some("ConflictException"), body).await;
    let conflict: &ConflictException = archived.downcast_ref().unwrap();
    assert_eq!(conflict.reason, Some(ConflictReason::ChatArchived));
    assert_eq!(archived.retry_advice().retry(), Some(Retry::Never));

    let newer = called(409, Some("ConflictException"), r#"{"message": "no", "reason": "CHAT_LOCKED"}"#).await;
    let conflict: &ConflictException = newer.downcast_ref().unwrap();
    assert_eq!(conflict.reason, Some(ConflictReason::Unknown("CHAT_LOCKED".to_owned())));
    assert_eq!(newer.retry_advice().retry(), None);
}

#[tokio::test]
async fn what_is_wrong_with_each_member_of_a_request_is_listed() {
    let fields = r#"[{"path": "/name", "message": "too long"}, {"path": "/name", "message": "no text"}]"#;
    let body = format!(r#"{{"message": "2 errors", "fieldList": {fields}}}"#);
    let error = called(400, Some("ValidationException"), &body).await;
    let invalid: &ValidationException = error.downcast_ref().unwrap();
    let said: Vec<_> = invalid.field_list.iter().map(|field| (&*field.path, &*field.message)).collect();
    assert_eq!(said, [("/name", "too long"), ("/name", "no text")]);

    let short = called(400, Some("ValidationException"), r#"{"message": "wrong"}"#).await;
    assert!(short.downcast_ref::<ValidationException>().unwrap().field_list.is_empty());
}

#[tokio::test]
async fn a_member_of_another_type_loses_nothing() {
    let body = r#"{"message": "wrong", "fieldList": "/name"}"#;
    let error = called(400, Some("ValidationException"), body).await;
    assert!(error.is_a::<ValidationException>() && error.downcast_ref::<ValidationException>().is_none());
    assert_eq!(error.message().as_deref(), Some("wrong"));
    let converted = handle_client_error(error);
    assert_eq!(converted.to_string(), "ValidationException: wrong (Request ID: R-1)");
    assert_eq!(Attributes::of(&*converted).details["fieldList"], "/name");
}

#[tokio::test]
async fn the_code_of_identity_center_is_a_field_beside_the_services_own() {
    let body = r#"{"message": "no", "underlyingErrorCode": "AccessDenied"}"#;
    let error = called(400, Some("IdentityCenterServiceException"), body).await;
    let failed: &IdentityCenterServiceException = error.downcast_ref().unwrap();
    assert_eq!(failed.underlying_error_code.as_deref(), Some("AccessDenied"));
    assert_eq!(error.code(), Some("IdentityCenterServiceException"));
}

#[tokio::test]
async fn what_the_model_does_not_have_is_a_client_error() {
    let error = called(418, Some("BrandNewException"), r#"{"message": "hello"}"#).await;
    assert!(error.downcast_ref::<ClientError>().is_some() && !error.is_a::<OfficialError>());
    assert_eq!(error.code(), Some("BrandNewException"));

    // A gateway's page is sent again, as the SDK does with every 502.
    let gateway = called(502, None, "<html>Bad Gateway</html>").await;
    assert_eq!((gateway.request_id(), gateway.is_retryable()), (Some("R-3"), true));
    let text = "An error occurred (502) when calling the EnableOperatorApp operation: Bad Gateway";
    assert_eq!((gateway.taxon().name(), &*gateway.to_string()), ("ClientError", text));
}
