//! The errors of AWS DevOps Agent, as Python knows them from devopsagent-api: the same classes, codes and texts, declared
//! once.
//!
//! | here | in Python |
//! |---|---|
//! | [`DevOpsAgentError`], and the classes below it | the same, by the same names, in `devopsagent_api.exceptions` |
//! | [`NetworkError`], [`ConnectionError`], [`TimeoutError`] | the same, which nothing raises |
//! | [`handle_client_error`] | the same, which forgets what it was given |
//! | [`DevOpsAgentAPIError`], [`DevOpsAgentAuthError`], [`DevOpsAgentValidationError`], [`DevOpsAgentConfigError`], [`Attributes`] | in the documentation alone |
//! | [`ClientError`], [`BotoCoreError`], [`NoCredentialsError`] | `botocore.exceptions` |
//! | [`official`] | `client.exceptions` of the official service, which the client calls `community-aidevops`, made at run time out of its model |
//! | [`community`] | the same of the service `community-devops-agent` |
//! | [`AwsError`] | `(ClientError, BotoCoreError)`, which have nothing in common but `Exception` |
//!
//! With [`errtax::Classify`] in scope, what the AWS SDK for Rust fails with is sorted in one line:
//!
//! ```
//! use devopsagent::{AwsError, ThrottlingException, calling, handle_client_error};
//! use errtax::{Classify, catch};
//! # use aws_sdk_devopsagent::{config::http::HttpResponse, error::{ErrorMetadata, SdkError}};
//!
//! # let raw = HttpResponse::new(429.try_into().unwrap(), "{}".into());
//! # let sent: Result<(), _> = Err(SdkError::service_error(ErrorMetadata::builder().build(), raw));
//! // let sent = client.get_backlog_task().agent_space_id("space").task_id("task").send().await;
//! let got = sent.classify_with::<AwsError>(calling("GetBacklogTask")).map_err(handle_client_error);
//! let error = got.unwrap_err();
//! catch!(error => {
//!     _ is ThrottlingException => assert!(error.is_retryable()),
//!     _ => unreachable!(),
//! });
//! ```
#![forbid(unsafe_code)]

mod client_error;
pub mod community;
mod documented;
mod exceptions;
mod handle;
mod network;
pub mod official;
mod raised_here;

use errtax::{ErrorResponse, ServiceError, Taxon};

pub use client_error::ClientError;
pub use documented::{
    Attributes, DevOpsAgentAPIError, DevOpsAgentAuthError, DevOpsAgentConfigError, DevOpsAgentValidationError,
};
pub use exceptions::{
    ConflictException, DevOpsAgentError, InternalServerException, ResourceNotFoundException,
    ServiceQuotaExceededException, ServiceUnavailableException, ThrottlingException, UnauthorizedException,
    ValidationException,
};
pub use handle::handle_client_error;
pub use network::{BotoCoreError, ConnectionError, NetworkError, NoCredentialsError, TimeoutError};
pub use raised_here::{
    AuthenticationError, ConfigurationError, CredentialExchangeError, CredentialRefreshError, JWTGenerationError,
    ModelValidationError, ServiceRegistrationError,
};

/// Whatever a call to a service of AWS can fail with: an answer ([`ClientError`]), or none ([`BotoCoreError`]).
#[derive(ServiceError)]
#[service_error(category)]
pub enum AwsError {}

/// Notes what only the caller knows: that the official service was called, and for which operation.
///
/// ```
/// use devopsagent::{AwsError, calling, official};
/// use errtax::ErrorResponse;
///
/// let response = ErrorResponse::new().with_status(402).with_code("ServiceQuotaExceededException");
/// let error = errtax::classify::<AwsError>(calling("CreateAgentSpace")(response.with_message("10 spaces")));
/// assert!(error.is_a::<official::ServiceQuotaExceededException>() && !error.is_retryable());
/// assert_eq!(
///     error.to_string(),
///     "An error occurred (ServiceQuotaExceededException) when calling the CreateAgentSpace operation: 10 spaces",
/// );
/// ```
pub fn calling(operation: &str) -> impl FnOnce(ErrorResponse) -> ErrorResponse {
    noting(official::OfficialError::TAXON, operation)
}

/// The same where the service `community-devops-agent` was called, whose model has four errors.
///
/// ```
/// use devopsagent::{AwsError, calling_community, community};
/// use errtax::ErrorResponse;
///
/// let answered = |code| ErrorResponse::new().with_code(code).with_message("no");
/// let error = errtax::classify::<AwsError>(calling_community("GetTask")(answered("UnauthorizedException")));
/// assert!(error.is_a::<community::UnauthorizedException>());
/// let error = errtax::classify::<AwsError>(calling_community("GetTask")(answered("ConflictException")));
/// assert_eq!(error.taxon().name(), "ClientError");
/// assert_eq!(error.to_string(), "An error occurred (ConflictException) when calling the GetTask operation: no");
/// ```
pub fn calling_community(operation: &str) -> impl FnOnce(ErrorResponse) -> ErrorResponse {
    noting(community::CommunityError::TAXON, operation)
}

fn noting(service: &Taxon, operation: &str) -> impl FnOnce(ErrorResponse) -> ErrorResponse {
    let service = service.service().unwrap_or_default();
    move |response| response.with_service(service).with_operation(operation)
}
