//! What the original was given, as this package is given it.

use devopsagent::{
    AuthenticationError, ConfigurationError, ConflictException, ConnectionError, CredentialExchangeError,
    CredentialRefreshError, DevOpsAgentError, InternalServerException, JWTGenerationError, ModelValidationError,
    NetworkError, ResourceNotFoundException, ServiceRegistrationError, ServiceUnavailableException,
    ThrottlingException, TimeoutError, UnauthorizedException, ValidationException,
};
use errtax::{Error, ErrorResponse, ServiceError, Unfit};
use serde_json::Value;
use testbed::Case;

use crate::agent;

/// A recorded answer, as it arrives through the AWS SDK: which operation was called, it does not say.
pub(crate) async fn answered(case: &Case) -> ErrorResponse {
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

/// The dictionary that a `ClientError` of botocore has.
pub(crate) fn error_response(python: &Value) -> ErrorResponse {
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
pub(crate) fn status(python: &Value) -> Option<u16> {
    python.as_u64()?.try_into().ok()
}

/// Python calls `get_task` what AWS calls `GetTask`.
pub(crate) fn operation(case: &Case) -> String {
    let capitalised = |word: &str| word[..1].to_uppercase() + &word[1..];
    case.input["operation"].as_str().unwrap().split('_').map(capitalised).collect()
}

/// The classes of Python take a dictionary and an operation; the `kwargs`, where there are any, are what else is known.
pub(crate) fn constructed(input: &Value) -> Error {
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
