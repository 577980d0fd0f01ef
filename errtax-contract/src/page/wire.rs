//! How a class is recognised, and what its values carry, in words.

use minijinja::value::Value;
use serde::Serialize;

use crate::model::{ClassFacts, Member, Place, Retry, Rule};

/// One rule: what must hold, and what it says then.
#[derive(Serialize)]
pub(super) struct Recognised<'a> {
    conditions: Vec<Condition>,
    retry: Option<Retry>,
    texts: &'a [String],
}

/// One thing that must hold.
#[derive(Serialize)]
struct Condition {
    what: &'static str,
    value: String,
    /// Whether it is what a code is, or begins with: a search finds it.
    is_alias: bool,
}

/// The rules of a class besides its own code.
pub(super) fn rules(class: &ClassFacts) -> Vec<Recognised<'_>> {
    let rule = |rule| Recognised { conditions: conditions(rule), retry: rule.retry, texts: &rule.texts };
    class.rules.iter().map(rule).collect()
}

fn conditions(rule: &Rule) -> Vec<Condition> {
    let any = |value: &String, any: &str| if value == "*" { any.to_owned() } else { value.clone() };
    let status = rule.status.map(|status| status.to_string());
    let fallback = rule.fallback.then(|| "what no other class takes".to_owned());
    let stated = [
        ("code", rule.code.clone(), true),
        ("code begins with", rule.prefix.clone(), true),
        ("no answer", rule.transport.as_ref().map(|kind| any(kind, "for any reason")), false),
        ("service", rule.service.as_ref().map(|service| any(service, "any")), false),
        ("operation", rule.operation.clone(), false),
        ("message begins with", rule.message_prefix.clone(), false),
        ("status", status, false),
        ("fallback", fallback, false),
    ];
    let condition = |(what, value, is_alias)| Option::map(value, |value| Condition { what, value, is_alias });
    stated.into_iter().filter_map(condition).collect()
}

/// A value that errors carry.
#[derive(Serialize)]
pub(super) struct Field<'a> {
    name: &'a str,
    place: &'static str,
    r#type: &'a str,
    optional: bool,
    out: bool,
    values: &'a [String],
    is_open: bool,
    docs: Value,
}

/// A member, with its docs as `docs` shows them.
pub(super) fn field(member: &Member, docs: impl FnOnce(&str) -> Value) -> Field<'_> {
    Field {
        name: &member.name,
        place: place(member.place),
        r#type: &member.r#type,
        optional: member.optional,
        out: member.out,
        values: member.values.as_ref().map_or(&[], |values| &values.known),
        is_open: member.values.as_ref().is_some_and(|values| values.open),
        docs: docs(&member.docs),
    }
}

const fn place(place: Place) -> &'static str {
    match place {
        Place::Member => "body",
        Place::Header => "header",
        Place::Message => "the message",
        Place::RequestId => "the request id",
        Place::RetryAfter => "the retry delay",
        Place::Context => "noted by the caller",
    }
}
