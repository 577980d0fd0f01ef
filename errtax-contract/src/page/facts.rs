//! What is known of a class, and from where.

use serde::Serialize;

use super::Link;
use crate::model::{ClassFacts, Fault, Kind, Retry};

/// A row of the table of facts.
#[derive(Serialize)]
pub(super) struct Fact {
    name: &'static str,
    value: String,
    /// Whether the value is what programs read, and no word.
    is_code: bool,
    origin: &'static str,
    /// The class that states it, if that is another one.
    from: Option<Link>,
}

/// The facts of a class whose ancestors are these, the nearest first.
///
/// What is equal to the parent's is inherited: from the topmost of the ancestors that have it without a gap.
pub(super) fn facts(class: &ClassFacts, ancestors: &[(&str, &ClassFacts)], link: impl Fn(&str) -> Link) -> Vec<Fact> {
    let inherited = |is_same: &dyn Fn(&ClassFacts) -> bool| {
        ancestors.iter().take_while(|(_, ancestor)| is_same(ancestor)).last().map(|(id, _)| link(id))
    };
    let stated = |name, value: Option<String>, is_code, from: Option<Link>| {
        let origin = if from.is_some() { "inherited from" } else { "declared" };
        value.map(|value| Fact { name, value, is_code, origin, from })
    };
    let code = stated("code", class.code.clone(), true, None);
    let service = stated("service", class.service.clone(), true, inherited(&|of| of.service == class.service));
    let status = stated("status", class.status.map(of_status), false, inherited(&|of| of.status == class.status));
    let fault = class.fault.map(of_fault).map(str::to_owned);
    let fault = stated("fault", fault, false, inherited(&|of| of.fault == class.fault)).map(|mut fault| {
        if fault.from.is_none() && class.fault.is_some() && class.status.and_then(fault_of) == class.fault {
            fault.origin = "from the status";
        }
        fault
    });
    let retry = class.retry.map(of_retry).map(str::to_owned);
    let retry = stated("retry", retry, false, inherited(&|of| of.retry == class.retry));
    let retry = retry.or_else(|| {
        let value = "not said".to_owned();
        (class.kind != Kind::Outside).then_some(Fact { name: "retry", value, is_code: false, origin: "", from: None })
    });
    let problem = stated("problem type", class.problem.clone(), true, inherited(&|of| of.problem == class.problem));
    let problem = problem.map(|mut problem| {
        // What the root states as its base, and the code.
        if class.code.as_ref().is_some_and(|code| problem.from.is_none() && problem.value.ends_with(code.as_str())) {
            problem.origin = "from the code";
        }
        problem
    });
    let domain = stated("domain", class.domain.clone(), true, inherited(&|of| of.domain == class.domain));
    let exposed = class.exposed.then(|| "its values are shown to others as they are".to_owned());
    let exposed = stated("exposed", exposed, false, None);
    [code, service, status, fault, retry, problem, domain, exposed].into_iter().flatten().collect()
}

/// The status with its usual reason (RFC 9110, 15; RFC 6585).
fn of_status(status: u16) -> String {
    let reason = match status {
        400 => "Bad Request",
        401 => "Unauthorized",
        402 => "Payment Required",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        406 => "Not Acceptable",
        408 => "Request Timeout",
        409 => "Conflict",
        410 => "Gone",
        411 => "Length Required",
        412 => "Precondition Failed",
        413 => "Content Too Large",
        414 => "URI Too Long",
        415 => "Unsupported Media Type",
        416 => "Range Not Satisfiable",
        417 => "Expectation Failed",
        422 => "Unprocessable Content",
        423 => "Locked",
        424 => "Failed Dependency",
        428 => "Precondition Required",
        429 => "Too Many Requests",
        500 => "Internal Server Error",
        501 => "Not Implemented",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        507 => "Insufficient Storage",
        _ => return status.to_string(),
    };
    format!("{status} {reason}")
}

const fn fault_of(status: u16) -> Option<Fault> {
    match status {
        400..=499 => Some(Fault::Client),
        500..=599 => Some(Fault::Server),
        _ => None,
    }
}

const fn of_fault(fault: Fault) -> &'static str {
    match fault {
        Fault::Client => "client: the request was wrong",
        Fault::Server => "server: the service failed",
    }
}

const fn of_retry(retry: Retry) -> &'static str {
    match retry {
        Retry::Never => "never: the same request will fail again",
        Retry::Transient => "transient: the cause passes by itself",
        Retry::Throttling => "throttling: the service asked for less",
    }
}

/// The word for a badge, and for the style of it.
pub(super) const fn retry_word(retry: Retry) -> &'static str {
    match retry {
        Retry::Never => "never",
        Retry::Transient => "transient",
        Retry::Throttling => "throttling",
    }
}
