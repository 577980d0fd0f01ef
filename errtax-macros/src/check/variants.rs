//! The variants of an enum: classes below the enum's, or service errors that answer for themselves.

use std::mem;

use darling::error::Accumulator;
use proc_macro2::Span;
use syn::ext::IdentExt;

use super::{node, rules};
use crate::attrs::{Body, ClassKeys, FieldAttrs, Item, Rule, RuleKeys, class_path};
use crate::model::{Delegate, Node, Variant};
use crate::refusal::refusal;

/// The variants of `item`, which has none of them left.
pub(super) fn checked(item: &mut Item<'_>, errors: &mut Accumulator) -> Vec<Variant> {
    let Body::Enum(variants) = &mut item.body else { return Vec::new() };
    let variants = mem::take(variants);
    let variants: Vec<_> = variants.into_iter().map(|variant| as_stated_on(item, variant)).collect();
    let classes = variants.iter().filter(|variant| held(variant).is_none());
    rules::once_each_variant(item, classes, errors);
    one_fallback(&variants, errors);
    variants.into_iter().map(|variant| checked_variant(item, variant, errors)).collect()
}

/// `variant` with what the enum states for all its variants: how they are filled and written.
fn as_stated_on<'a>(item: &Item<'_>, mut variant: Item<'a>) -> Item<'a> {
    let (all, own) = (&item.class.keys, &mut variant.class.keys);
    own.local = own.local.take().or_else(|| all.local.clone());
    own.out = own.out.take().or_else(|| all.out.clone());
    if let Body::Struct { is_tuple: false, .. } = &variant.body {
        own.members = own.members.take().or_else(|| all.members.clone());
    }
    variant
}

fn checked_variant(item: &Item<'_>, mut variant: Item<'_>, errors: &mut Accumulator) -> Variant {
    if let Some(Held { field, fallback }) = held(&variant) {
        if let (Some(_), Some(from)) = (fallback, field.from) {
            errors.push(refusal(
                from,
                "the derive writes `From<errtax::Error>` for the enum itself, to sort an error into its variants: \
                 remove `#[from]`",
            ));
        }
        let class = class_path(field.ty).filter(|class| !class.is_generic() && item.generics.params.is_empty());
        return Variant::Delegate(Delegate {
            variant: variant.ident.clone(),
            ty: field.ty.clone(),
            class,
            is_fallback: fallback.is_some(),
        });
    }
    of_the_enum(&mut variant.class.keys, errors);
    unless_named(&mut variant, errors);
    if let Body::Struct { fields, .. } = &mut variant.body {
        for field in fields {
            of_a_variant(field, errors);
        }
    }
    let ident = variant.ident.clone();
    let node = node(variant, errors);
    let name = format!("{}::{}", item.ident.unraw(), node.name);
    let mut facts = node.facts;
    // A class that moved takes its variants along.
    let moved = item.class.keys.id.as_ref().map(|id| format!("{}::{}", id.value.0, node.name));
    facts.id = facts.id.or(moved);
    Variant::Class(Node { variant: Some(ident), name, facts, ..node })
}

/// The service error in a variant that has no facts.
struct Held<'a, 'b> {
    field: &'a FieldAttrs<'b>,
    /// The word by which it takes the rest.
    fallback: Option<Span>,
}

fn held<'a, 'b>(variant: &'a Item<'b>) -> Option<Held<'a, 'b>> {
    let Body::Struct { is_tuple: true, fields } = &variant.body else { return None };
    let [field] = fields.as_slice() else { return None };
    let is_bare = variant.class.is_absent && field.mark.is_absent && field.role.is_absent;
    match variant.rules.as_slice() {
        [] if is_bare => Some(Held { field, fallback: None }),
        [rule] if is_bare => Some(Held { field, fallback: Some(fallback_alone(rule)?) }),
        _ => None,
    }
}

/// A variant that would take the rest, if its field had no name.
fn unless_named(variant: &mut Item<'_>, errors: &mut Accumulator) {
    let Body::Struct { is_tuple: false, fields } = &mut variant.body else { return };
    let ([field], [rule]) = (fields.as_mut_slice(), variant.rules.as_slice()) else { return };
    // What the enum states for all its variants may say what fills it, or that nothing does.
    let keys = &variant.class.keys;
    let is_bare = variant.class.is_absent && keys.members.is_none() && keys.local.is_none();
    if fallback_alone(rule).is_some() && is_bare && field.mark.is_absent && field.role.is_absent {
        errors.push(refusal(
            field.span,
            format!(
                "what takes the rest has no names in it: write `{}(errtax::Error)`, or give the field a role, such as \
                 `#[wire(message)]`",
                variant.ident,
            ),
        ));
        field.mark.is_whole = false;
    }
}

fn fallback_alone(rule: &Rule) -> Option<Span> {
    let RuleKeys { code, message_prefix, service, operation, status, transport, fallback, retryable, text, .. } =
        &rule.stated.keys;
    let is_alone = rule.stated.is_whole
        && code.is_none()
        && message_prefix.is_none()
        && (service.is_none() && operation.is_none() && status.is_none() && transport.is_none())
        && (retryable.is_none() && text.is_none());
    fallback.as_ref().filter(|_| is_alone).map(|fallback| fallback.key)
}

fn one_fallback(variants: &[Item<'_>], errors: &mut Accumulator) {
    let fallbacks = variants.iter().filter_map(|variant| held(variant)?.fallback);
    for second in fallbacks.skip(1) {
        errors.push(refusal(
            second,
            "an earlier variant takes the rest already, so nothing is left for this one: remove one of the two",
        ));
    }
}

/// What a variant leaves to its enum.
fn of_the_enum(class: &mut ClassKeys, errors: &mut Accumulator) {
    if let Some(parent) = class.parent.take() {
        errors.push(refusal(
            parent.key,
            "the parent of a variant is its enum: remove `parent`, or write `also(…)` for a secondary ancestor",
        ));
    }
    if let Some(category) = class.category.take() {
        errors.push(refusal(category.key, "a category has no values, and a variant is one: remove `category`"));
    }
    if let Some(krate) = class.krate.take() {
        errors.push(refusal(krate.key, "where `errtax` is concerns the whole enum: write `crate = …` on the enum"));
    }
}

fn of_a_variant(field: &mut FieldAttrs<'_>, errors: &mut Accumulator) {
    if let Some(base) = field.mark.keys.base.take() {
        errors.push(refusal(
            base.key,
            "the parent of a variant is its enum, of which no value fits inside: write `#[wire(response)]` and the \
             type `ErrorResponse` to keep the response, or remove `base`",
        ));
        field.mark.is_whole = false;
    }
    // An enum has no `TryFrom<ErrorResponse>` that it would collide with.
    field.from = None;
}
