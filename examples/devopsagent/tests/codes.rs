//! The table of codes of the original's documentation: each of them is a class here, and is caught as the page says.

#[allow(dead_code, reason = "the demo needs more of it")]
#[path = "../demo/agent.rs"]
mod agent;
#[allow(dead_code, reason = "the demo needs more of it")]
#[path = "../demo/codes.rs"]
mod codes;
#[allow(dead_code, reason = "the table needs one of them")]
#[path = "../demo/programs.rs"]
mod programs;

use devopsagent::{
    Attributes, DevOpsAgentAPIError, DevOpsAgentAuthError, DevOpsAgentConfigError, DevOpsAgentError,
    DevOpsAgentValidationError, NetworkError,
};
use errtax::{Error, Retry};

/// A row: the class, and whether it is caught as auth, validation, config, API; and whether to try again.
type Row = (&'static str, [bool; 4], Option<Retry>);

fn row(error: &Error) -> Row {
    let caught = [
        error.is_a::<DevOpsAgentAuthError>(),
        error.is_a::<DevOpsAgentValidationError>(),
        error.is_a::<DevOpsAgentConfigError>(),
        error.is_a::<DevOpsAgentAPIError>(),
    ];
    (error.taxon().name(), caught, error.retry_advice().retry())
}

const API: [bool; 4] = [false, false, false, true];
const AUTH: [bool; 4] = [true, false, false, true];

#[tokio::test]
async fn each_status_of_the_pages_table_has_a_class_and_is_caught_as_an_api_error() {
    let rows: [(u16, Row); 10] = [
        (400, ("ValidationException", [false, true, false, true], None)),
        (401, ("UnauthorizedException", AUTH, None)),
        (403, ("UnauthorizedException", AUTH, None)),
        (404, ("ResourceNotFoundException", API, None)),
        (409, ("ConflictException", API, None)),
        (429, ("ThrottlingException", API, Some(Retry::Throttling))),
        (500, ("InternalServerException", API, Some(Retry::Transient))),
        // No class of their own, and no less to be tried again.
        (502, ("DevOpsAgentError", API, Some(Retry::Transient))),
        (503, ("ServiceUnavailableException", API, Some(Retry::Transient))),
        (504, ("DevOpsAgentError", API, Some(Retry::Transient))),
    ];
    assert_eq!(rows.map(|(status, _)| status), codes::STATUSES);
    for (status, expected) in rows {
        let error = codes::of_status(status).await.unwrap();
        assert_eq!(row(&error), expected, "{status}");
        let code = if expected.0 == "DevOpsAgentError" { status.to_string() } else { expected.0.to_owned() };
        let attributes = Attributes::of(&*error);
        assert_eq!((attributes.code.as_deref(), attributes.status_code), (Some(&*code), Some(status)));
        assert!(error.downcast_ref::<DevOpsAgentError>().is_some(), "{status}");
    }
}

#[tokio::test]
async fn each_word_of_the_pages_table_is_the_code_of_an_error_without_an_answer() {
    let rows: [(&str, Row); 4] = [
        ("CONFIG_ERROR", ("ConfigurationError", [false, false, true, true], None)),
        ("VALIDATION_ERROR", ("ModelValidationError", [false, true, true, true], None)),
        ("AUTH_ERROR", ("AuthenticationError", AUTH, None)),
        ("NETWORK_ERROR", ("ConnectionError", [false; 4], Some(Retry::Transient))),
    ];
    let errors = codes::raised_here().await;
    assert_eq!(errors.len(), rows.len());
    for (error, (code, expected)) in errors.iter().zip(rows) {
        assert_eq!(row(error), expected, "{code}");
        let attributes = Attributes::of(&**error);
        assert_eq!((attributes.code.as_deref(), attributes.status_code), (Some(code), None));
    }
    assert!(errors[3].is_a::<NetworkError>());
}
