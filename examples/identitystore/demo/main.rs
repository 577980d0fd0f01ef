//! Shows what becomes of the answers of `IdentityStore`.
//!
//! ```text
//! cargo run -p identitystore             # recorded answers, without a server
//! cargo run -p identitystore -- --live   # answers of moto, through the AWS SDK; the first time, installs moto
//! ```
#![forbid(unsafe_code)]

mod live;
mod recorded;

use std::error::Error;

use errtax::wire::aws_json;
use errtax::{catch, category};
use identitystore::{
    AwsError, ClientError, ConflictException, ConflictReason, ResourceNotFoundException, boto3_response, calling,
};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => {
            print!("{}\n{}", classes(), recorded());
            Ok(())
        }
        ["--live"] => live::run(),
        _ => Err("usage: identitystore [--live]".into()),
    }
}

/// The tree, as it was declared.
fn classes() -> String {
    let row = |class: &'static errtax::Taxon| {
        let retry = class.retry().map_or(String::new(), |retry| format!(" ({retry:?})"));
        format!("  {:<31}{}{retry}\n", class.name(), class.docs().lines().next().unwrap_or_default())
    };
    "What IdentityStore answers with\n".to_owned() + &identitystore::exceptions().map(row).collect::<String>()
}

fn recorded() -> String {
    let each = recorded::ANSWERS.iter().map(|answer| {
        let response = aws_json::decode(answer.status, answer.headers.iter().copied(), answer.body.as_bytes());
        let response = calling(answer.operation)(response).with_context("attempts", answer.attempts);
        shown(&errtax::classify::<AwsError>(response))
    });
    each.collect::<Vec<_>>().join("\n")
}

/// What a program, and whoever reads its log, can see of an error.
pub(crate) fn shown(error: &errtax::Error) -> String {
    let class: Vec<_> = error.taxon().lineage().iter().map(|class| class.name()).collect();
    let rows = [
        ("class", class.join(" > ")),
        ("retry", error.retry_advice().to_string()),
        ("do", advice(error)),
        ("e.response", boto3_response(&**error).unwrap_or_default().to_string()),
    ];
    let row = |(name, value): (&str, String)| format!("  {name:<12}{value}\n");
    // Of an answer, the text says all; of a failure, the causes do.
    let text = if error.is_a::<ClientError>() { error.to_string() } else { errtax::report(error).to_string() };
    text + "\n" + &rows.map(row).concat()
}

/// What a program does about an error: it asks for classes, of any depth, and reads their fields.
fn advice(error: &errtax::Error) -> String {
    catch!(error => {
        _ is category::Throttled => format!("wait for {:?}", error.retry_advice().after().unwrap_or_default()),
        e: ConflictException => match &e.reason {
            Some(ConflictReason::UniquenessConstraintViolation) => "choose another name".to_owned(),
            Some(ConflictReason::Unknown(reason)) => format!("look up what {reason} means"),
            _ => "try again".to_owned(),
        },
        e: ResourceNotFoundException => match &e.resource_type {
            Some(missing) => format!("create the {missing:?} first"),
            None => "look at the id".to_owned(),
        },
        _ is category::InvalidInput => "mend the request".to_owned(),
        _ is category::Connection => "look after the network".to_owned(),
        _ => {
            let code = error.code().unwrap_or("an answer without a code");
            if error.is_retryable() { "try again".to_owned() } else { format!("call an operator about {code}") }
        }
    })
}
