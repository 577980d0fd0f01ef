//! What the original's documentation catches and reads, and what is in none of its releases: four classes, four
//! attributes.

use std::borrow::Cow;

use errtax::{ErrorResponse, ServiceError};
use serde_json::{Map, Value};

use crate::client_error::code;

/// Whatever the agent answered, and what this side raised in its stead: every [`DevOpsAgentError`](crate::DevOpsAgentError).
///
/// The three below are more precise, so that a program asks for them first.
#[derive(ServiceError)]
#[service_error(category)]
pub enum DevOpsAgentAPIError {}

/// Credentials and permissions: 401 and 403, and everything that failed before there were credentials.
#[derive(ServiceError)]
#[service_error(category)]
pub enum DevOpsAgentAuthError {}

/// Data that was refused: by the agent, or by a model on this side.
#[derive(ServiceError)]
#[service_error(category)]
pub enum DevOpsAgentValidationError {}

/// The client is set up wrongly.
#[derive(ServiceError)]
#[service_error(category)]
pub enum DevOpsAgentConfigError {}

/// The attributes that the documentation reads of an error, whatever its class.
///
/// ```
/// use devopsagent::{Attributes, AwsError, DevOpsAgentError};
/// use errtax::{ErrorResponse, Transport, wire::aws_json};
///
/// let body = br#"{"message": "wrong", "fieldList": [{"path": "/limit", "message": "too large"}]}"#;
/// let error = errtax::classify::<DevOpsAgentError>(aws_json::decode(400, [("x-amzn-requestid", "R-1")], body));
/// let e = Attributes::of(&*error);
/// assert_eq!((e.code.as_deref(), e.status_code, e.request_id), (Some("ValidationException"), Some(400), Some("R-1")));
/// assert_eq!(e.details["fieldList"][0]["path"], "/limit");
///
/// let error = errtax::classify::<AwsError>(ErrorResponse::new().with_transport(Transport::Timeout));
/// assert_eq!(Attributes::of(&*error).code.as_deref(), Some("NETWORK_ERROR"));
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Attributes<'a> {
    /// What the agent said, else what the class does; else the status of an answer, else the code of the nearest class above.
    pub code: Option<Cow<'a, str>>,
    /// The HTTP status.
    pub status_code: Option<u16>,
    /// The id under which the agent logged the request.
    pub request_id: Option<&'a str>,
    /// What stood in the body of the answer besides code and message; empty where there was no body, or no object in it.
    /// What was put into a response by hand is no part of it: that is read by name,
    /// with [`member`](errtax::ErrorResponse::member).
    pub details: Map<String, Value>,
}

impl<'a> Attributes<'a> {
    /// Those of this error.
    pub fn of(error: &'a dyn ServiceError) -> Self {
        let answered = || error.response().and_then(code);
        let inherited = || error.taxon().lineage().iter().rev().find_map(|class| class.code()).map(Cow::from);
        Self {
            code: error.code().map(Cow::from).or_else(answered).or_else(inherited),
            status_code: error.status(),
            request_id: error.request_id(),
            details: error.response().map(details).unwrap_or_default(),
        }
    }
}

fn details(response: &ErrorResponse) -> Map<String, Value> {
    let body = response.body().and_then(|body| serde_json::from_slice(body).ok());
    let members: Map<String, Value> = body.unwrap_or_default();
    // A code that was read nowhere else is not told yet.
    let told: &[&str] = if response.code().is_some() { &["__type", "code", "message"] } else { &["message"] };
    let is_told = |name: &str| told.iter().any(|known| known.eq_ignore_ascii_case(name));
    members.into_iter().filter(|(name, _)| !is_told(name)).collect()
}
