//! What devopsagent-api made of recorded inputs, and what becomes of them here: answers go through the AWS SDK, as they did
//! through boto3.

#[allow(dead_code, reason = "the demo needs more of it")]
#[path = "../../demo/agent.rs"]
mod agent;
mod input;
#[path = "../members/mod.rs"]
mod members;

use devopsagent::{
    AwsError, ClientError, DevOpsAgentError, NetworkError, ServiceQuotaExceededException, calling, calling_community,
    community, handle_client_error, official,
};
use errtax::{Error, ErrorResponse};
use serde_json::{Value, json};
use testbed::{Case, Comparison, Difference};

use input::{answered, constructed, error_response, operation, status};

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
