//! The table of codes of the original's page: what each of them is here.

use devopsagent::{
    Attributes, AuthenticationError, ConfigurationError, DevOpsAgentAPIError, DevOpsAgentAuthError,
    DevOpsAgentConfigError, DevOpsAgentValidationError, ModelValidationError,
};
use errtax::{Error, ErrorResponse, Taxon};

use crate::agent::{answer, answering, client};
use crate::programs;

/// The statuses that the page lists.
pub(crate) const STATUSES: [u16; 10] = [400, 401, 403, 404, 409, 429, 500, 502, 503, 504];

/// What the agent's answer with that status alone becomes: without a code, as from a gateway.
pub(crate) async fn of_status(status: u16) -> Option<Error> {
    let address = answering(vec![answer(status, None, "<html>")]).ok()?;
    programs::title(&client(&address), programs::SPACE, "task-1").await.err()
}

/// What no answer is about: this side raises it, or nobody listens.
pub(crate) async fn raised_here() -> Vec<Error> {
    let said = |text| ErrorResponse::new().with_message(text);
    let refused = programs::title(&client("http://127.0.0.1:1"), programs::SPACE, "task-1").await;
    [
        Some(ConfigurationError::new(said("AGENT_SPACE_ID is not set")).into()),
        Some(ModelValidationError::new(said("status: no such value")).into()),
        Some(AuthenticationError::new(said("the role may not be assumed")).into()),
        refused.err(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// One row: the code, the class, what catches it, and whether to try again.
pub(crate) fn row(error: &Error) -> String {
    let caught = |(name, class): (&'static str, &Taxon)| error.taxon().is_a(class).then_some(name);
    let classes = [
        ("Auth", DevOpsAgentAuthError::TAXON),
        ("Validation", DevOpsAgentValidationError::TAXON),
        ("Config", DevOpsAgentConfigError::TAXON),
        ("API", DevOpsAgentAPIError::TAXON),
    ];
    let caught: Vec<_> = classes.into_iter().filter_map(caught).collect();
    let code = Attributes::of(&**error).code.unwrap_or_default();
    let status = error.status().map(|status| status.to_string()).unwrap_or_default();
    let (class, caught, retry) = (error.taxon().name(), caught.join(", "), error.retry_advice());
    format!("  {status:<5}{code:<29}{class:<29}{caught:<25}{retry}")
}
