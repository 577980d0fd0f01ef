//! Where each field of a class comes from, as a table.

use quote::ToTokens;

use super::markdown::{code, row, source};
use crate::model::{DefaultValue, Field, Kind, Node, Role};

/// The table; `None` where no response fills the fields.
pub(super) fn write(node: &Node) -> Option<String> {
    if node.kind != Kind::Constructible {
        return None;
    }
    let rows: String = node.fields.iter().filter_map(|field| field_row(field, node.facts.out)).collect();
    let head = row(&["field", "filled from", "type", "if it is missing"]) + &row(&["---", "---", "---", "---"]);
    (!rows.is_empty()).then(|| head + &rows)
}

fn field_row(field: &Field, out: bool) -> Option<String> {
    let from = origin(field, out)?;
    let missing = match &field.default {
        None => "as its type allows".to_owned(),
        Some(DefaultValue::OfType(_)) => "the type's default".to_owned(),
        Some(DefaultValue::Call(function)) => code(format!("{}()", source(function))),
    };
    let name = code(field.member.to_token_stream());
    Some(row(&[&name, &from, &code(source(&field.ty)), &missing]))
}

/// Where a field is filled from; `None` where it has no role.
pub(super) fn origin(field: &Field, out: bool) -> Option<String> {
    let from = match field.role()? {
        Role::Base => "the whole response".to_owned(),
        Role::Response => "the response itself".to_owned(),
        Role::Message => "the message".to_owned(),
        Role::RequestId => "the request id".to_owned(),
        Role::Member(name) if out => format!("member {}, also written when rendered", code(name)),
        Role::Member(name) => format!("member {}", code(name)),
        Role::Header(name) => format!("header {}", code(name)),
        Role::Context(key) => format!("context {}", code(key)),
        Role::RetryAfter => "the retry delay".to_owned(),
        Role::Cause => "the error underneath".to_owned(),
    };
    Some(if field.delay.is_some() { format!("{from}: the retry delay, in seconds") } else { from })
}
