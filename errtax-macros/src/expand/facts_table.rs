//! What a class states, what it inherits and what nobody says, as a table.

use super::markdown::{code, link, row, source};
use crate::facts::{Code, Fault, Retry, Service, Transport};
use crate::model::{Kind, Node, Rule};

pub(super) fn write(node: &Node) -> String {
    let mut table = row(&["fact", "value", "origin"]) + &row(&["---", "---", "---"]);
    let mut fact = |name: &str, value: String, stated: &str| table += &row(&[name, &value, stated]);

    match &node.parent {
        Some(parent) => fact("parent", link(parent), "declared"),
        None => fact("parent", "none: a root".to_owned(), "declared"),
    }
    fact("lineage", lineage(node), if node.parent.is_some() { "inherited" } else { "declared" });
    for also in &node.also {
        fact("also", link(also), "declared");
    }
    match &node.facts.code {
        Some(said) => fact("code", code(&said.value), "declared"),
        None => fact("code", "none".to_owned(), "not said: codes are not inherited"),
    }
    let own = node.facts.code.as_ref().map(|code| &code.value);
    for rule in node.rules.iter().filter(|rule| !is_own_code(rule, own)) {
        fact("recognised by", in_words(rule), "declared");
    }
    let inherited = |value: Option<String>| match (value, &node.parent) {
        (Some(value), _) => (value, "declared"),
        (None, Some(parent)) => (format!("as {} says", link(parent)), "inherited"),
        (None, None) => ("none".to_owned(), "not said"),
    };
    let (status, stated) = inherited(node.facts.status.map(|status| status.to_string()));
    fact("status", status, stated);
    match (node.facts.fault, node.facts.status) {
        (None, Some(status)) => {
            fact("fault", if status < 500 { "client" } else { "server" }.to_owned(), "from the status");
        }
        (fault, _) => {
            let (fault, stated) = inherited(fault.map(|fault| fault_name(fault).to_owned()));
            fact("fault", fault, stated);
        }
    }
    let (service, stated) = inherited(node.facts.service.as_ref().map(code));
    fact("service", service, stated);
    if let Some(base) = &node.facts.problem_base {
        fact("problem types", format!("{} and the code", code(base)), "declared");
    }
    if let Some(domain) = &node.facts.domain {
        fact("gRPC domain", code(domain), "declared");
    }
    let (retry, stated) = inherited(node.facts.retry.map(|retry| retry_name(retry).to_owned()));
    fact("retry", retry, stated);
    if let Some(advise) = &node.facts.advise {
        fact("retry of a value", format!("as {} says", code(source(advise))), "declared");
    }
    if let Some(id) = &node.facts.id {
        fact("id", code(id), "declared");
    }
    match node.kind {
        Kind::Category => fact("values", "none: a category".to_owned(), "declared"),
        Kind::Enum => fact("values", "those of its variants".to_owned(), "declared"),
        Kind::Local => fact("values", "made here, never from a response".to_owned(), "declared"),
        Kind::Constructible | Kind::Opaque => {}
    }
    if node.facts.expose {
        fact("exposed", "rendered like a client fault of the service's own, whatever it is".to_owned(), "declared");
    }
    table
}

/// The ancestors as far as this class can tell: its parent's page goes on from there.
fn lineage(node: &Node) -> String {
    match &node.parent {
        Some(parent) => format!("… > {} > {}", link(parent), code(&node.name)),
        None => code(&node.name),
    }
}

/// The rule that the class's own code is.
fn is_own_code(rule: &Rule, own: Option<&String>) -> bool {
    let Rule {
        code: Some(Code::Exact(code)),
        service: None,
        operation: None,
        message_prefix: None,
        status: None,
        transport: None,
        ..
    } = rule
    else {
        return false;
    };
    Some(code) == own
}

fn in_words(rule: &Rule) -> String {
    let keys = [
        rule.code.as_ref().map(|said| match said {
            Code::Exact(said) => format!("code {}", code(said)),
            Code::Prefix(prefix) => format!("codes {}", code(format!("{prefix}*"))),
        }),
        rule.service.as_ref().map(|service| match service {
            Service::Any => "of any service".to_owned(),
            Service::Named(name) => format!("of service {}", code(name)),
        }),
        rule.operation.as_ref().map(|operation| format!("in operation {}", code(operation))),
        rule.message_prefix.as_ref().map(|prefix| format!("with a message that begins with {}", code(prefix))),
        rule.status.map(|status| format!("status {status}")),
        rule.transport.map(|kind| transport_in_words(kind).to_owned()),
        rule.fallback.then(|| "what nothing else claims".to_owned()),
        rule.retry.map(|retry| format!("retry {}", retry_name(retry))),
        (!rule.texts.is_empty())
            .then(|| format!("reads {}", rule.texts.iter().map(code).collect::<Vec<_>>().join(", else "))),
    ];
    keys.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn fault_name(fault: Fault) -> &'static str {
    match fault {
        Fault::Client => "client",
        Fault::Server => "server",
    }
}

pub(super) fn retry_name(retry: Retry) -> &'static str {
    match retry {
        Retry::Never => "never",
        Retry::Transient => "transient",
        Retry::Throttling => "throttling",
    }
}

fn transport_in_words(kind: Transport) -> &'static str {
    match kind {
        Transport::Any => "no answer that could be read",
        Transport::Timeout => "no answer arrived in time",
        Transport::Connect => "no connection could be made",
        Transport::Dns => "the host name could not be resolved",
        Transport::Tls => "the TLS handshake failed",
        Transport::Credentials => "no usable credentials",
        Transport::Io => "the connection broke",
        Transport::Build => "the request could not be built",
        Transport::Decode => "the answer could not be read",
        Transport::Other => "no answer arrived for another reason",
    }
}
