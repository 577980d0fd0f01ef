//! A chain of errors in words: printed once, in one place.

use alloc::{string::String, string::ToString, vec::Vec};
use core::error::Error;
use core::fmt;

use crate::chain::{self, Link};
use crate::line;
use crate::registry;
use crate::service_error::ServiceError;

/// The chain of `error` in words, on one line; `{:#}` puts each cause on a line of its own, with what is known of it.
///
/// No text is said twice, however the wrappers repeat it, at their end or there in brackets or quotes, and no control
/// character gets through.
///
/// ```
/// use errtax::{ErrorResponse, ServiceError};
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("orders: {response}")]
/// #[service_error(service = "dynamodb", code = "Throttled", status = 429)]
/// struct Throttled { #[wire(response)] response: ErrorResponse }
///
/// #[derive(Debug, thiserror::Error)]
/// #[error("the order was not placed")]
/// struct NotPlaced(#[source] errtax::Error);
///
/// let response = ErrorResponse::new().with_message("slow down").with_request_id("R-1").with_operation("PutItem");
/// let error = NotPlaced(Throttled { response }.into());
/// assert_eq!(errtax::report(&error).to_string(), "the order was not placed: orders: slow down");
/// assert_eq!(
///     format!("{:#}", errtax::report(&error)),
///     "the order was not placed\n\
///      caused by: orders: slow down (Throttled, code Throttled, status 429, request R-1, dynamodb.PutItem)"
/// );
/// ```
pub fn report<'a>(error: &'a (dyn Error + 'static)) -> impl fmt::Display + 'a {
    Report(error)
}

struct Report<'a>(&'a (dyn Error + 'static));

/// What one link adds to what has been said: a text, unless it has been said, and what is known of it.
struct Saying<'a> {
    text: Option<String>,
    service_error: Option<&'a dyn ServiceError>,
}

/// The chain without what it repeats.
fn sayings<'a>(error: &'a (dyn Error + 'static)) -> Vec<Saying<'a>> {
    let mut sayings: Vec<Saying<'a>> = Vec::new();
    let mut said = String::new();
    for Link { error, service_error } in chain::walk(error, registry::see) {
        let text = error.to_string();
        let is_new = !repeats(&said, &text) || (said.is_empty() && sayings.is_empty());
        match sayings.last_mut() {
            // One text, said by a wrapper and by what it wraps: the one of which something is known speaks.
            Some(last) if said == text && last.service_error.is_none() => last.service_error = service_error,
            _ if is_new => sayings.push(Saying { text: Some(text.clone()), service_error }),
            _ if service_error.is_some() => sayings.push(Saying { text: None, service_error }),
            _ => {}
        }
        if is_new {
            said = text;
        }
    }
    sayings
}

/// What a wrapper may close after the text of another error.
const CLOSING: [char; 7] = [')', ']', '}', '>', '"', '\'', '`'];

/// Whether what was said ends with that text, which may stand in brackets or quotes there.
fn repeats(said: &str, text: &str) -> bool {
    core::iter::successors(Some(said), |said| said.strip_suffix(CLOSING)).any(|said| said.ends_with(text))
}

impl fmt::Display for Report<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, Saying { text, service_error }) in sayings(self.0).into_iter().enumerate() {
            let between = match (place, f.alternate()) {
                (0, _) => "",
                (_, true) => "\ncaused by: ",
                (_, false) if text.is_some() => ": ",
                (_, false) => "",
            };
            f.write_str(between)?;
            line::write(text.as_deref().unwrap_or_default(), f)?;
            if let (true, Some(error)) = (f.alternate(), service_error) {
                f.write_str(if text.is_some() { " (" } else { "(" })?;
                facts(error, f)?;
                f.write_str(")")?;
            }
        }
        Ok(())
    }
}

/// Class, code, status, request id, service and operation, as far as they are known.
fn facts(error: &dyn ServiceError, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str(error.taxon().name())?;
    if let Some(code) = error.code() {
        f.write_str(", code ")?;
        line::write(code, f)?;
    }
    if let Some(status) = error.status() {
        write!(f, ", status {status}")?;
    }
    if let Some(id) = error.request_id() {
        f.write_str(", request ")?;
        line::write(id, f)?;
    }
    let response = error.response();
    let service = response.and_then(|response| response.service()).or(error.taxon().service());
    let operation = response.and_then(|response| response.operation());
    let where_from: Vec<&str> = service.into_iter().chain(operation).collect();
    if !where_from.is_empty() {
        f.write_str(", ")?;
        line::write(&where_from.join("."), f)?;
    }
    Ok(())
}
