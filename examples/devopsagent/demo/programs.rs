//! The programs of the original's page about exceptions. What they do about an error, they say.
//!
//! Each of the four classes that the page catches is a category here, and `Attributes` are what it reads of an error.

use std::time::Duration;

use aws_sdk_devopsagent::Client;
use devopsagent::{
    Attributes, AwsError, ConfigurationError, DevOpsAgentAPIError, DevOpsAgentAuthError, DevOpsAgentConfigError,
    DevOpsAgentError, DevOpsAgentValidationError, NetworkError, ResourceNotFoundException, calling,
    handle_client_error,
};
use errtax::{Classify, ErrorResponse, catch};
use serde_json::Value;

/// The space that the programs ask in which the page is about something else.
pub(crate) const SPACE: &str = "space-1";

/// The title of a task in a space. What the client raises is converted, and kept as the cause.
pub(crate) async fn title(client: &Client, space: &str, task: &str) -> errtax::Result<String> {
    let got = client.get_backlog_task().agent_space_id(space).task_id(task).send().await;
    let got = got.classify_with::<AwsError>(calling("GetBacklogTask")).map_err(handle_client_error)?;
    Ok(got.task().map(|task| task.title().to_owned()).unwrap_or_default())
}

/// Basic handling: one class for whatever the agent answers with.
pub(crate) async fn basic(client: &Client, task: &str) -> String {
    let error = match title(client, SPACE, task).await {
        Ok(title) => return title,
        Err(error) => error,
    };
    catch!(error => {
        e: DevOpsAgentError => format!("{}: {}", e.error_code().unwrap_or_default(), e.error_message().unwrap_or_default()),
        e => format!("no answer: {e}"),
    })
}

/// Specific handling: the more precise classes first.
pub(crate) async fn specific(client: &Client, space: Option<&str>, task: &str) -> String {
    let unset = || ConfigurationError::new(ErrorResponse::new().with_message("AGENT_SPACE_ID is not set"));
    let got = match space {
        Some(space) => title(client, space, task).await,
        None => Err(unset().into()),
    };
    let error = match got {
        Ok(title) => return title,
        Err(error) => error,
    };
    catch!(error => {
        e is DevOpsAgentAuthError => format!("look after your credentials: {e}"),
        e is DevOpsAgentValidationError => format!("mend the request: {}", Value::from(Attributes::of(e).details)),
        e is DevOpsAgentConfigError => format!("mend the configuration: {e}"),
        _ is ResourceNotFoundException => format!("there is no {task}"),
        e is DevOpsAgentAPIError => format!("API error {}: {e}", shown(Attributes::of(e).status_code)),
        e is NetworkError => format!("look after the network: {e}"),
        _ => format!("something else: {error}"),
    })
}

/// Logging: the four attributes, `-` for one that there is not, and the whole chain.
pub(crate) async fn logged(client: &Client, task: &str) -> String {
    let Err(error) = title(client, SPACE, task).await else { return String::new() };
    let Attributes { code, status_code, request_id, details } = Attributes::of(&*error);
    let details = Value::from(details);
    format!(
        "code={} status={} request={} details={details}\n{:#}",
        code.as_deref().unwrap_or("-"),
        shown(status_code),
        request_id.unwrap_or("-"),
        errtax::report(&error),
    )
}

fn shown(status: Option<u16>) -> String {
    status.map_or_else(|| "-".to_owned(), |status| status.to_string())
}

/// An error of the program's own, with the agent's as its cause.
#[derive(Debug, thiserror::Error)]
#[error("the investigation {task} cannot be shown")]
pub(crate) struct NotShown {
    task: String,
    #[source]
    cause: errtax::Error,
}

/// Raising another error: nothing of the first is lost.
pub(crate) async fn raised_again(client: &Client, task: &str) -> Result<String, NotShown> {
    title(client, SPACE, task).await.map_err(|cause| NotShown { task: task.to_owned(), cause })
}

/// Waits for 1, 2, 4, … seconds where the agent answers with 429, or longer where it asks for it.
pub(crate) async fn retried(
    client: &Client,
    task: &str,
    attempts: u32,
    mut sleep: impl AsyncFnMut(Duration),
) -> errtax::Result<String> {
    let mut delays = (0..attempts.saturating_sub(1)).map(|attempt| Duration::from_secs(2_u64.saturating_pow(attempt)));
    loop {
        let error = match title(client, SPACE, task).await {
            Err(error) if Attributes::of(&*error).status_code == Some(429) => error,
            done => return done,
        };
        let Some(delay) = error.adjust_delay(delays.next()) else { return Err(error) };
        sleep(delay).await;
    }
}
