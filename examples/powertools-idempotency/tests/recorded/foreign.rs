//! Exceptions of other libraries, and of a handler.

use errtax::ServiceError;
use testbed::Case;
use thiserror::Error;

/// An exception that is none of the utility's.
#[derive(Debug, Error, ServiceError)]
#[error("{text}")]
pub(crate) struct Foreign {
    /// What it is called in Python.
    pub(crate) class: String,
    text: String,
}

impl Foreign {
    /// What that class says where it was raised with that argument. A `KeyError` quotes it, as it does a key.
    pub(crate) fn new(class: &str, argument: &str) -> Self {
        let class = class.rsplit('.').next().unwrap_or_default().to_owned();
        let text = if class == "KeyError" { format!("'{argument}'") } else { argument.to_owned() };
        Self { class, text }
    }
}

/// What the exception underneath says, which is no part of the input: it was recorded as the cause, else it is all that
/// was.
pub(crate) fn said(case: &Case) -> Option<&str> {
    let underneath = case.noted("expected_cause_chain").and_then(|causes| causes[0]["str"].as_str());
    underneath.or_else(|| case.noted("expected_args")?[0].as_str())
}
