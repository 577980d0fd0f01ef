//! What each variant of an enum is, as a table.

use quote::ToTokens;
use syn::ext::IdentExt;

use super::facts_table::retry_name;
use super::fields_table;
use super::markdown::{code, link, row, source};
use crate::model::{Delegate, Field, Model, Node, Variant};

/// The table; `None` where there are no variants.
pub(super) fn write(model: &Model) -> Option<String> {
    let rows: String = model.variants.iter().map(|variant| variant_row(model, variant)).collect();
    let head = row(&["variant", "code", "status", "retry", "holds"]) + &row(&["---", "---", "---", "---", "---"]);
    (!rows.is_empty()).then(|| head + &rows)
}

fn variant_row(model: &Model, variant: &Variant) -> String {
    match variant {
        Variant::Class(node) => class_row(&model.node, node),
        Variant::Delegate(delegate) => delegate_row(delegate),
    }
}

fn class_row(own: &Node, node: &Node) -> String {
    let inherited = || "inherited".to_owned();
    let name = code(node.variant.as_ref().map(IdentExt::unraw).into_token_stream());
    let own_code = node.facts.code.as_ref().map_or_else(|| "none".to_owned(), |said| code(&said.value));
    let status = node.facts.status.or(own.facts.status).map_or_else(inherited, |status| status.to_string());
    let advise = |node: &Node| node.facts.advise.as_ref().map(|advise| format!("as {} says", code(source(advise))));
    let stated = |node: &Node| node.facts.retry.map(|retry| retry_name(retry).to_owned());
    let retry = [advise(node), stated(node), advise(own), stated(own)].into_iter().flatten().next();
    let fields: Vec<_> = node.fields.iter().map(|field| held(field, node.facts.out)).collect();
    let holds = if fields.is_empty() { "nothing".to_owned() } else { fields.join("; ") };
    row(&[&name, &own_code, &status, &retry.unwrap_or_else(inherited), &holds])
}

/// A field, and where it is filled from, else its type.
fn held(field: &Field, out: bool) -> String {
    let name = code(field.member.to_token_stream());
    let what = fields_table::origin(field, out).unwrap_or_else(|| code(source(&field.ty)));
    format!("{name}: {what}")
}

/// The facts are those of the error inside.
fn delegate_row(delegate: &Delegate) -> String {
    let name = code(delegate.variant.unraw());
    let ty = delegate.class.as_ref().map_or_else(|| code(source(&delegate.ty)), link);
    let holds = if delegate.is_fallback { format!("{ty}: whatever no other variant takes") } else { ty };
    row(&[&name, "its own", "its own", "its own", &holds])
}
