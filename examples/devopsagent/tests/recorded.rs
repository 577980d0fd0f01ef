//! What devopsagent-api made of recorded inputs, and what becomes of them here: answers go through the AWS SDK, as they did
//! through boto3.

#[allow(dead_code, reason = "the demo needs more of it")]
#[path = "../demo/agent.rs"]
mod agent;
mod members;

use devopsagent::{
    AuthenticationError, AwsError, ClientError, ConfigurationError, ConflictException, ConnectionError,
    CredentialExchangeError, CredentialRefreshError, DevOpsAgentError, InternalServerException, JWTGenerationError,
    ModelValidationError, NetworkError, ResourceNotFoundException, ServiceQuotaExceededException,
    ServiceRegistrationError, ServiceUnavailableException, ThrottlingException, TimeoutError, UnauthorizedException,
    ValidationException, calling, calling_community, community, handle_client_error, official,
};
use errtax::{Error, ErrorResponse, ServiceError, Unfit};
use serde_json::{Value, json};
use testbed::{Case, Comparison, Difference};

/// Where this differs on purpose.
const DIFFERENCES: [Difference; 2] = [
    Difference {
        id: "community-devops-agent_client_quota_converted",
        what: &["class", "ancestors"],
        why: "there is a class for it, as `quota_402` says that there should be",
    },
    Difference {
        id: "ctor_extra_kwargs",
        what: &["module", "class", "ancestors", "text", "args", "fields"],
        why: "what the documentation promises to take is taken: whatever else is known of an answer is a part of it",
    },
];

#[tokio::test]
async fn every_recorded_case_becomes_what_the_original_makes_of_it() {
    let Some(cases) = testbed::cases("devopsagent") else { return };
    // What is called waits for its answer; what is compared does not.
    let mut answers = Vec::new();
    for case in cases.iter().filter(|case| case.kind.starts_with("wire")) {
        answers.push(answered(case).await);
    }
    let mut answers = answers.into_iter();
    testbed::compare("devopsagent", &cases, &DIFFERENCES, |case, compare| {
        let error = match case.kind.as_str() {
            "factory" => {
                let operation = case.input["operation_name"].as_str().unwrap();
                converted(error_response(&case.input["error_response"]).with_operation(operation), compare)
            }
            "wire_converted" => converted(answers.next().unwrap().with_operation(operation(case)), compare),
            "wire_raw" => {
                let error = raised(case, answers.next().unwrap());
                compare.that("members", modelled(case, &error).as_ref(), members::of(&error));
                error
            }
            "construct" | "construct_crash" => constructed(&case.input),
            other => panic!("{}: a case of the kind {other}", case.id),
        };
        same(case, compare, &error);
    });
}

/// A recorded answer, as it arrives through the AWS SDK: which operation was called, it does not say.
async fn answered(case: &Case) -> ErrorResponse {
    let headers = case.input["headers"].as_object().unwrap().iter();
    let headers: Vec<_> = headers.map(|(name, value)| format!("{name}: {}\r\n", value.as_str().unwrap())).collect();
    let headers = headers.concat();
    let status = &case.input["http_status"];
    let body = match &case.input["body"] {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        document => document.to_string(),
    };
    let length = body.len();
    let answer = format!("HTTP/1.1 {status} \r\n{headers}connection: close\r\ncontent-length: {length}\r\n\r\n{body}");
    let client = agent::client(&agent::answering(vec![answer]).unwrap());
    client.get_agent_space().agent_space_id("space-1").send().await.unwrap_err().into()
}

/// What the client of the service raises: of `community-aidevops`, it has a copy of the official service's model.
fn raised(case: &Case, answer: ErrorResponse) -> Error {
    let operation = operation(case);
    errtax::classify::<AwsError>(match case.input["service"].as_str().unwrap() {
        "community-aidevops" => calling(&operation)(answer),
        "community-devops-agent" => calling_community(&operation)(answer),
        other => panic!("{}: a client of {other}", case.id),
    })
}

/// What the body has of the members that the error has in its service's model; `None` where it is in none.
fn modelled(case: &Case, error: &Error) -> Option<Value> {
    let members: &[_] = if error.is_a::<community::CommunityError>() {
        &["message"]
    } else if error.is_a::<official::OfficialError>() {
        &["message", "reason", "underlyingErrorCode", "fieldList"]
    } else {
        return None;
    };
    let body = case.input["body"].as_object()?.iter();
    let modelled = body.filter(|(name, _)| members.contains(&&***name));
    Some(modelled.map(|(name, value)| (name.clone(), value.clone())).collect())
}

/// What a client raised, converted; and it is the cause of what it was converted to.
fn converted(response: ErrorResponse, compare: &mut Comparison) -> Error {
    let raised = ClientError::new(response);
    let text = raised.to_string();
    let error = handle_client_error(raised);
    let cause = std::error::Error::source(&error).map(ToString::to_string);
    compare.holds("cause", cause == Some(text));
    error
}

fn error_response(python: &Value) -> ErrorResponse {
    let (error, metadata) = (&python["Error"], &python["ResponseMetadata"]);
    let mut response = ErrorResponse::new();
    if let Some(code) = error["Code"].as_str() {
        response = response.with_code(code);
    }
    if let Some(message) = error["Message"].as_str() {
        response = response.with_message(message);
    }
    if let Some(status) = status(&metadata["HTTPStatusCode"]) {
        response = response.with_status(status);
    }
    if let Some(id) = metadata["RequestId"].as_str() {
        response = response.with_request_id(id);
    }
    response
}

/// "Exact integer": a text with digits in it is kept in Python, and is in no table; here, a status is a number.
fn status(python: &Value) -> Option<u16> {
    python.as_u64()?.try_into().ok()
}

/// Python calls `get_task` what AWS calls `GetTask`.
fn operation(case: &Case) -> String {
    let capitalised = |word: &str| word[..1].to_uppercase() + &word[1..];
    case.input["operation"].as_str().unwrap().split('_').map(capitalised).collect()
}

/// The classes of Python take a dictionary and an operation; the `kwargs`, where there are any, are what else is known.
fn constructed(input: &Value) -> Error {
    fn built<T: TryFrom<ErrorResponse, Error = Unfit> + ServiceError>(response: ErrorResponse) -> Error {
        T::try_from(response).unwrap().into()
    }

    let args = &input["args"];
    let operation = args[1].as_str().into_iter().fold(error_response(&args[0]), ErrorResponse::with_operation);
    let kwargs = input["kwargs"].as_object().into_iter().flatten();
    let response = kwargs.fold(operation, |response, (name, value)| response.with_member(name, value));
    match input["class"].as_str().unwrap() {
        "DevOpsAgentError" => DevOpsAgentError::new(response).into(),
        "AuthenticationError" => AuthenticationError::new(response).into(),
        "CredentialRefreshError" => CredentialRefreshError(AuthenticationError::new(response)).into(),
        "JWTGenerationError" => JWTGenerationError(AuthenticationError::new(response)).into(),
        "CredentialExchangeError" => CredentialExchangeError(AuthenticationError::new(response)).into(),
        "ConfigurationError" => ConfigurationError::new(response).into(),
        "ServiceRegistrationError" => ServiceRegistrationError(ConfigurationError::new(response)).into(),
        "ModelValidationError" => ModelValidationError::new(response).into(),
        "ValidationException" => built::<ValidationException>(response),
        "UnauthorizedException" => built::<UnauthorizedException>(response),
        "ResourceNotFoundException" => built::<ResourceNotFoundException>(response),
        "ConflictException" => built::<ConflictException>(response),
        "ThrottlingException" => built::<ThrottlingException>(response),
        "InternalServerException" => built::<InternalServerException>(response),
        "ServiceUnavailableException" => built::<ServiceUnavailableException>(response),
        "NetworkError" => NetworkError.into(),
        "ConnectionError" => built::<ConnectionError>(response),
        "TimeoutError" => built::<TimeoutError>(response),
        other => panic!("nothing here constructs {other}"),
    }
}

/// What is compared of each error.
fn same(case: &Case, compare: &mut Comparison, error: &Error) {
    compare.that("module", case.recorded("expected_module"), module(error));
    compare.that("class", case.recorded("expected_class"), error.taxon().name());
    compare.that("ancestors", case.recorded("expected_ancestors"), ancestors(error));
    compare.that("text", case.recorded("expected_str"), error.to_string());
    // What a `ClientError` says of itself; of what is none, its text.
    let said = error.downcast_ref::<ClientError>().map_or_else(|| error.to_string(), ToString::to_string);
    compare.that("args", case.recorded("expected_args"), [said]);
    compare.that("fields", recorded_fields(case).as_ref(), fields(error));
    // What a note says in words is about the code of the input.
    let coded = [&case.input["error_response"]["Error"]["Code"], &case.input["headers"]["x-amzn-errortype"]];
    if case.should("note").is_some() && coded.contains(&&json!("ServiceQuotaExceededException")) {
        compare.holds("quota", error.is_a::<ServiceQuotaExceededException>());
    }
}

/// Where Python has the class: made at run time out of the service's model, the client's own, or botocore's.
fn module(error: &Error) -> &'static str {
    if error.is_a::<official::OfficialError>() || error.is_a::<community::CommunityError>() {
        "botocore.errorfactory"
    } else if error.is_a::<DevOpsAgentError>() || error.is_a::<NetworkError>() {
        "devopsagent_api.exceptions"
    } else {
        "botocore.exceptions"
    }
}

/// With a status only where it is one.
fn recorded_fields(case: &Case) -> Option<Value> {
    let mut fields = case.recorded("expected_fields")?.clone();
    if let Some(known) = fields.get_mut("http_status_code") {
        *known = status(known).into();
    }
    Some(fields)
}

/// As Python lists them. Three of this tree's are not among them: `AwsError`, for there is no such base, and
/// `OfficialError` and `CommunityError`, for `client.exceptions` is no class.
fn ancestors(error: &Error) -> Vec<&'static str> {
    let lineage = error.taxon().lineage().iter().rev().skip(1).map(|class| class.name());
    let known = lineage.filter(|name| !["AwsError", "OfficialError", "CommunityError"].contains(name));
    known.chain(["Exception", "BaseException"]).collect()
}

/// The attributes that a `DevOpsAgentError` really has.
fn fields(error: &Error) -> Value {
    let Some(e) = error.downcast_ref::<DevOpsAgentError>() else { return json!({}) };
    json!({
        "error_code": e.error_code(),
        "error_message": e.error_message(),
        "http_status_code": e.http_status_code(),
        "request_id": error.request_id(),
        "operation_name": e.operation_name(),
        "service_name": e.service_name(),
    })
}
