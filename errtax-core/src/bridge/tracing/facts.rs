//! What is recorded of an error: its values, on one line each, since strangers wrote some of them.

use alloc::{format, string::String};

use ::tracing::{Span, Value};

use crate::line;
use crate::response::ErrorResponse;
use crate::retry::Retry;
use crate::rule::Rule;
use crate::service_error::ServiceError;

pub(super) struct Facts {
    pub(super) kind: String,
    pub(super) status: Option<u16>,
    pub(super) method: Option<String>,
    pub(super) aws_request_id: Option<String>,
    pub(super) request_id: Option<String>,
    pub(super) class: &'static str,
    pub(super) code: Option<String>,
    pub(super) service: Option<String>,
    pub(super) retry: Option<&'static str>,
    pub(super) retry_after: Option<f64>,
}

impl Facts {
    pub(super) fn of(error: &dyn ServiceError) -> Self {
        let (class, response) = (error.taxon(), error.response());
        let service = response.and_then(ErrorResponse::service).or(class.service());
        let operation = response.and_then(ErrorResponse::operation);
        let is_aws = response.and_then(ErrorResponse::protocol).is_some_and(|protocol| protocol.starts_with("aws"));
        let request_id = error.request_id().map(line::of);
        let (aws_request_id, request_id) = if is_aws { (request_id, None) } else { (None, request_id) };
        let advice = error.retry_advice();
        Self {
            kind: line::of(declared_code(error).unwrap_or(class.name())),
            status: status(error),
            method: operation.map(|operation| match service {
                Some(service) => line::of(format!("{service}/{operation}")),
                None => line::of(operation),
            }),
            aws_request_id,
            request_id,
            class: class.name(),
            code: error.code().map(line::of),
            service: service.map(line::of),
            retry: advice.retry().map(Retry::name),
            retry_after: advice.after().map(|after| after.as_secs_f64()),
        }
    }

    pub(super) fn record_on(&self, span: &Span) {
        let fields: [(&str, &dyn Value); 10] = [
            ("error.type", &self.kind),
            ("http.response.status_code", &self.status),
            ("rpc.method", &self.method),
            ("aws.request_id", &self.aws_request_id),
            ("errtax.request_id", &self.request_id),
            ("errtax.class", &self.class),
            ("errtax.code", &self.code),
            ("errtax.service", &self.service),
            ("errtax.retry", &self.retry),
            ("errtax.retry_after", &self.retry_after),
        ];
        for (field, value) in fields {
            span.record(field, value);
        }
    }
}

/// The code, where it is a name that the program spells: its class does, or the rule that decided, which may have what
/// qualifies it (the base of problem types, the domain of gRPC's reasons) before it.
fn declared_code(error: &dyn ServiceError) -> Option<&str> {
    let code = error.code().filter(|code| !code.is_empty())?;
    let rule = error.response().and_then(ErrorResponse::rule);
    let is_declared = error.taxon().code() == Some(code)
        || rule.and_then(Rule::exact_code).is_some_and(|spelled| spelled.ends_with(code));
    is_declared.then_some(code)
}

/// The status of an HTTP answer: the one that came, or the one that a local error's class has for it. Where no answer
/// came, or its wire has no statuses, there is none.
fn status(error: &dyn ServiceError) -> Option<u16> {
    match error.response() {
        Some(response) if response.is_received() || response.transport().is_some() => response.status(),
        _ => error.status(),
    }
}
