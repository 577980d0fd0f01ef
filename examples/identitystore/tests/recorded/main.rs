//! What boto3 and botocore made of recorded inputs, and what becomes of them here.

mod boto3;
mod botocore;

use std::collections::BTreeMap;

use errtax::Error;
use serde_json::{Value, json};
use testbed::{Case, Comparison};

use identitystore::boto3_response;

/// The answer in a case of the kind `wire`.
struct Answer {
    /// What was called, as AWS writes it.
    operation: String,
    status: u16,
    headers: BTreeMap<String, String>,
    body: String,
    /// How many requests were sent, the last of which this answers.
    requests: u64,
}

impl Answer {
    fn of(case: &Case) -> Self {
        let Value::Object(headers) = &case.input["headers"] else { panic!("{}: no headers", case.id) };
        let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        // Python calls `create_user` what AWS calls `CreateUser`.
        let capitalised = |word: &str| word[..1].to_uppercase() + &word[1..];
        let operation = case.input["operation"].as_str().expect("each case names it");
        Self {
            operation: operation.split('_').map(capitalised).collect(),
            status: status(&case.input),
            headers: headers.iter().map(|(name, value)| (name.clone(), text(value))).collect(),
            body: text(&case.input["body"]),
            requests: case.noted("requests_sent").and_then(Value::as_u64).expect("each case says so"),
        }
    }
}

fn status(input: &Value) -> u16 {
    input["http_status"].as_u64().and_then(|status| status.try_into().ok()).expect("each answer has one")
}

/// Compares what every case of the kind `wire` says.
fn compare_error(case: &Case, error: &Error, requests: u64, compare: &mut Comparison) {
    let fields = case.recorded("expected_fields");
    compare.that("class", case.class(), error.taxon().name());
    compare.that("ancestors", case.ancestors().as_ref(), ancestors(error));
    compare.that("text", case.recorded("expected_str"), error.to_string());
    compare.that("operation", fields.map(|fields| &fields["operation_name"]), error.response().unwrap().operation());
    let shown = boto3_response(&**error).expect("every case is an answer");
    let response = fields.map(|fields| &fields["response"]);
    for part in ["Error", "ResponseMetadata"] {
        compare.that(part, response.map(|response| &response[part]), &shown[part]);
    }
    compare.that("members", response.map(members).as_ref(), members(&shown));
    // Botocore sends again what it takes to be retryable.
    compare.that("retry", fields.map(|_| json!(requests > 1)).as_ref(), error.is_retryable());
}

/// What stands on top of `e.response` beside what every error has.
fn members(response: &Value) -> Value {
    let members = response.as_object().into_iter().flatten();
    let own = members.filter(|(name, _)| !["Error", "ResponseMetadata"].contains(&name.as_str()));
    own.map(|(name, value)| (name.clone(), value.clone())).collect()
}

/// As Python lists them. Two of this tree's are not among them: `AwsError`, for there is no such base, and
/// `IdentityStoreError`, for `client.exceptions` is no class.
fn ancestors(error: &Error) -> Vec<&'static str> {
    let lineage = error.taxon().lineage().iter().rev().skip(1).map(|class| class.name());
    lineage.filter(|name| !["AwsError", "IdentityStoreError"].contains(name)).collect()
}
