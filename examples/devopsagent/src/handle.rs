//! From what a client raises to what this package has a name for.

use errtax::{Error, ErrorResponse};

use crate::AwsError;
use crate::exceptions::DevOpsAgentError;

/// An answer that some client made a [`ClientError`](crate::ClientError) of, as one of this package's classes, with what
/// it was given as its cause.
///
/// What is one of them already, and what is no answer, is handed back as it is.
///
/// ```
/// use devopsagent::{AwsError, ResourceNotFoundException, calling, handle_client_error, official};
/// use errtax::wire::aws_json;
///
/// let response = aws_json::decode(404, [("x-amzn-errortype", "ResourceNotFoundException")], br#"{"message": "no task"}"#);
/// let raised = errtax::classify::<AwsError>(calling("GetBacklogTask")(response));
/// let error = handle_client_error(raised);
/// assert!(error.is_a::<ResourceNotFoundException>());
/// assert!(errtax::find_a::<official::ResourceNotFoundException>(&error).is_some());
/// assert_eq!(
///     errtax::report(&error).to_string(),
///     "ResourceNotFoundException: no task: \
///      An error occurred (ResourceNotFoundException) when calling the GetBacklogTask operation: no task",
/// );
/// ```
pub fn handle_client_error(error: impl Into<Error>) -> Error {
    let error = error.into();
    let is_to_convert = |answer: &&ErrorResponse| answer.transport().is_none() && !error.is_a::<DevOpsAgentError>();
    let Some(answer) = error.response().filter(is_to_convert).cloned() else { return error };
    let service = DevOpsAgentError::TAXON.service().unwrap_or_default();
    errtax::classify::<AwsError>(answer.with_service(service).with_source(error))
}
