//! Declares the errors of a shop once, and classifies real answers with them.
//!
//! ```text
//! cargo run --example quickstart                      # the captured answers in examples/data/
//! cargo run --example quickstart -- answer.http       # one HTTP answer (`curl -i …`), `-` for standard input
//! cargo run --example quickstart -- answer.http sqs   # the same, of another service
//! ```

use std::io::{ErrorKind, Read, Write};
use std::{collections::BTreeMap, fs, path::Path, process::ExitCode};

use errtax::{Classifier, ErrorResponse, ServiceError, category, wire::aws_json};
use serde::Deserialize;
use thiserror::Error;

/// Base class of everything that the shop's services answer. Most of it comes from the orders table.
#[derive(Debug, Error, ServiceError)]
#[error("shop: {response}")]
#[service_error(service = "dynamodb")]
pub struct ShopError {
    #[wire(response)]
    response: ErrorResponse,
}

/// The table does not exist.
#[derive(Debug, Error, ServiceError)]
#[error("table not found: {base}")]
#[service_error(code = "ResourceNotFoundException", status = 404, also(category::NotFound))]
pub struct TableNotFound {
    #[service_error(base)]
    base: ShopError,
}

/// A condition expression was false. Carries the item that was there, if it was asked for.
#[derive(Debug, Error, ServiceError)]
#[error("condition failed")]
#[service_error(parent = ShopError, code = "ConditionalCheckFailedException", retryable = false, also(category::Conflict))]
pub struct ConditionFailed {
    #[wire(member = "Item")]
    item: Option<Item>,
}

/// A transaction was cancelled; each of its actions has a reason.
#[derive(Debug, Error, ServiceError)]
#[error("transaction cancelled")]
#[service_error(parent = ShopError, code = "TransactionCanceledException", also(category::Conflict))]
pub struct TransactionCancelled {
    #[wire(member = "CancellationReasons")]
    reasons: Vec<Reason>,
}

/// The request rate is too high.
#[derive(Debug, Error, ServiceError)]
#[error("slow down")]
#[service_error(parent = ShopError, status = 429, retryable(throttling), also(category::Throttled))]
#[wire(code("ProvisionedThroughputExceededException", "ThrottlingException", "RequestLimitExceeded"))]
pub struct TooFast;

/// The request is wrong.
#[derive(Debug, Error, ServiceError)]
#[error("invalid request: {message}")]
#[service_error(parent = ShopError, code = "ValidationException", status = 400, also(category::InvalidInput))]
pub struct InvalidRequest {
    #[wire(message, default)]
    message: String,
}

/// The service itself broke.
#[derive(Debug, Error, ServiceError)]
#[error("the service broke")]
#[service_error(parent = ShopError, code = "InternalServerError", status = 500, retryable)]
pub struct ServiceBroke;

/// Everything that the queue answers.
#[derive(ServiceError)]
#[service_error(category, parent = ShopError, service = "sqs")]
pub enum QueueError {}

/// The queue does not exist.
#[derive(Debug, Error, ServiceError)]
#[error("no such queue")]
#[service_error(parent = QueueError, code = "QueueDoesNotExist", also(category::NotFound))]
pub struct QueueNotFound;

/// An item as DynamoDB writes one: each attribute under the name of its type.
type Item = BTreeMap<String, BTreeMap<String, serde_json::Value>>;

/// Why one action of a transaction did not happen.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Reason {
    code: String,
    message: Option<String>,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.as_slice() {
        [] => captured(),
        [path] => one(path, None),
        [path, service] => one(path, Some(service)),
        _ => Err("usage: quickstart [FILE|-] [SERVICE]".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

/// Goes over the captured answers.
fn captured() -> Result<(), String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/data");
    let listed = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<_> = listed.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "http"));
    paths.sort();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let service = match &*name {
            "07-queue-not-found.http" => Some("sqs"),
            "08-function-not-found.http" => Some("lambda"),
            _ => None,
        };
        print(&format!("{name}\n"))?;
        one(&path.to_string_lossy(), service)?;
    }
    Ok(())
}

/// Reads one answer, classifies it and shows what became of it.
fn one(path: &str, service: Option<&str>) -> Result<(), String> {
    let mut answer = Vec::new();
    let read = match path {
        "-" => std::io::stdin().read_to_end(&mut answer),
        path => fs::File::open(path).and_then(|mut file| file.read_to_end(&mut answer)),
    };
    read.map_err(|error| format!("{path}: {error}"))?;
    let (status, headers, body) = http_answer(&answer).map_err(|problem| format!("{path}: {problem}"))?;
    let mut response = aws_json::decode(status, headers, body);
    if let Some(service) = service {
        response = response.with_service(service);
    }
    print(&shown(response))
}

/// Prints, and is content where nobody reads any more.
fn print(text: &str) -> Result<(), String> {
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.to_string()),
        _ => Ok(()),
    }
}

/// What a caller sees of one answer.
fn shown(response: ErrorResponse) -> String {
    let why = Classifier::of::<ShopError>().explain(&response).to_string();
    let error = errtax::classify::<ShopError>(response);

    let names =
        |taxa: &[&errtax::Taxon], between| taxa.iter().map(|taxon| taxon.name()).collect::<Vec<_>>().join(between);
    let also = match error.taxon().also() {
        [] => String::new(),
        also => format!(" (also {})", names(also, ", ")),
    };
    let mut rows = String::new();
    // The answer is a stranger's: no control character of it reaches the terminal.
    let mut row = |name, value: &str| {
        let value = value.replace(|c: char| c.is_control() && c != '\n', "?");
        rows.extend([&*format!("  {name:<11}"), &value, "\n"]);
    };
    row("error", &error.to_string());
    row("lineage", &(names(error.taxon().lineage(), " > ") + &also));
    row("code", error.code().unwrap_or("-"));
    row("status", &error.status().map_or("-".into(), |status| status.to_string()));
    row("request id", error.request_id().unwrap_or("-"));
    row("message", error.message().as_deref().unwrap_or("-"));
    row("retry", &error.retry_advice().to_string());
    row("payload", &payload(&error));
    row("why", &(why.replace('\n', "\n           ") + "\n"));
    rows
}

/// The typed fields of the classes that have some: what a program would act on.
fn payload(error: &errtax::Error) -> String {
    if let Some(ConditionFailed { item: Some(item) }) = error.downcast_ref() {
        let value = |attribute: &BTreeMap<_, serde_json::Value>| match attribute.values().next() {
            Some(serde_json::Value::String(text)) => text.clone(),
            other => other.map(ToString::to_string).unwrap_or_default(),
        };
        item.iter().map(|(name, attribute)| format!("{name} = {}", value(attribute))).collect::<Vec<_>>().join(", ")
    } else if let Some(TransactionCancelled { reasons }) = error.downcast_ref() {
        let reason = |reason: &Reason| match &reason.message {
            Some(message) => format!("{}: {message}", reason.code),
            None => reason.code.clone(),
        };
        reasons.iter().map(reason).collect::<Vec<_>>().join("; ")
    } else {
        "-".into()
    }
}

type Headers<'a> = Vec<(&'a str, &'a [u8])>;

/// Splits an HTTP answer into status, headers and body, as `curl -i` prints one.
fn http_answer(answer: &[u8]) -> Result<(u16, Headers<'_>, &[u8]), &'static str> {
    const EXPECTED: &str = "this is no HTTP answer; it should begin with a line such as `HTTP/1.1 400 Bad Request`";
    let (status_line, mut rest) = line(answer).ok_or(EXPECTED)?;
    let status_line = str::from_utf8(status_line).map_err(|_| EXPECTED)?;
    let mut words = status_line.split(' ');
    if !words.next().is_some_and(|version| version.starts_with("HTTP/")) {
        return Err(EXPECTED);
    }
    let status = words.next().and_then(|word| word.parse().ok()).filter(|status| (100..600).contains(status));
    let status = status.ok_or("the first line has no status between 100 and 599")?;
    let mut headers = Vec::new();
    while let Some((header, after)) = line(rest) {
        rest = after;
        if header.is_empty() {
            return Ok((status, headers, rest));
        }
        let colon = header.iter().position(|byte| *byte == b':').ok_or("a header has no `:`")?;
        let name = str::from_utf8(&header[..colon]).map_err(|_| "a header's name is no text")?;
        headers.push((name, header[colon + 1..].trim_ascii()));
    }
    Err("the headers do not end with an empty line")
}

/// The first line of `text` without its end, and what comes after it.
fn line(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = text.iter().position(|byte| *byte == b'\n')?;
    Some((text[..end].strip_suffix(b"\r").unwrap_or(&text[..end]), &text[end + 1..]))
}
