//! Rules about two values: what was read becomes the model, or all mistakes together.

mod class;
mod fields;
mod generics;
mod rules;
mod variants;

use darling::{Result, error::Accumulator};
use syn::{Attribute, Expr, Meta, ext::IdentExt};

use crate::attrs;
use crate::facts::{At, Krate, Retryable};
use crate::model::{Facts, Item, Kind, Model, Node, Role};

/// Checks what was read. `errors` is what reading refused; nothing is concluded from what that may have left out.
pub(crate) fn check(mut item: attrs::Item<'_>, mut errors: Accumulator) -> Result<Model> {
    generics::check(&item, &mut errors);
    let variants = variants::checked(&mut item, &mut errors);
    let krate = Krate(item.class.keys.krate.as_ref().map(|krate| krate.value.0.clone()));
    let attrs::Item { ident, vis, generics, .. } = &item;
    let model = Item { ident: (*ident).clone(), vis: (*vis).clone(), generics: (*generics).clone(), krate };
    let node = node(item, &mut errors);
    errors.finish_with(Model { item: model, node, variants })
}

/// One class: the type's, or a variant's.
fn node(item: attrs::Item<'_>, errors: &mut Accumulator) -> Node {
    class::check(&item, errors);
    generics::one_node(&item, errors);
    let fields = fields::checked(&item, errors);
    let rules = rules::checked(&item, errors);
    let problem_type = item.rules.iter().find_map(|rule| Some(rule.stated.keys.problem.as_ref()?.value.0.clone()));

    let attrs::Item { ident, generics, attrs, class: attrs::Stated { keys: class, .. }, body, .. } = item;
    let is_generic = generics.type_params().next().is_some() || generics.const_params().next().is_some();
    let kind = match body {
        attrs::Body::EmptyEnum | attrs::Body::Other => Kind::Category,
        attrs::Body::Enum(_) => Kind::Enum,
        attrs::Body::Struct { .. } if class.local.is_some() => Kind::Local,
        attrs::Body::Struct { .. } if is_generic => Kind::Opaque,
        attrs::Body::Struct { .. } if fields.iter().any(|field| field.role.is_none()) => Kind::Opaque,
        attrs::Body::Struct { .. } => Kind::Constructible,
    };
    let base = fields.iter().find(|field| field.is_in(&Role::Base)).and_then(|base| attrs::class_path(&base.ty));
    let (parent, base_beside_parent) = match class.parent {
        Some(parent) => (Some(parent.value), base),
        None => (base, None),
    };
    let (retry, advise) = match class.retryable.map(|retryable| retryable.value) {
        Some(Retryable::Class(retry)) => (Some(retry), None),
        Some(Retryable::Value(function)) => (None, Some(function)),
        None => (None, None),
    };
    let facts = Facts {
        id: class.id.map(|id| id.value.0),
        code: class.code.map(|code| At { value: code.value.0, key: code.key, span: code.span }),
        service: class.service.map(|service| service.value.0),
        problem_base: class.problem.map(|base| base.value.0),
        problem_type,
        domain: class.domain.map(|domain| domain.value.0),
        status: class.status.map(|status| status.value.0),
        fault: class.fault.map(|fault| fault.value),
        retry,
        advise,
        expose: class.expose.is_some(),
        out: class.out.is_some(),
    };
    Node {
        variant: None,
        name: ident.unraw().to_string(),
        kind,
        docs: attrs.iter().filter_map(doc).collect(),
        parent,
        base_beside_parent,
        also: class.also.map(|also| also.value).unwrap_or_default(),
        facts,
        rules,
        fields,
    }
}

/// What one line of a doc comment says.
fn doc(attr: &Attribute) -> Option<Expr> {
    match &attr.meta {
        Meta::NameValue(doc) if doc.path.is_ident("doc") => Some(doc.value.clone()),
        _ => None,
    }
}
