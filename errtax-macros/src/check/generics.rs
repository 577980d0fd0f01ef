//! A generic class has one node of the tree for all its instantiations.

use darling::error::Accumulator;
use darling::usage::{IdentSet, Purpose, UsesTypeParams};
use syn::GenericParam;

use crate::attrs::{Body, Item, class_path};
use crate::refusal::refusal;

pub(super) fn check(item: &Item<'_>, errors: &mut Accumulator) {
    for lifetime in item.generics.lifetimes() {
        errors.push(refusal(
            lifetime.lifetime.span(),
            "a class borrows nothing, since its errors travel far: own the data, as in `String` for `&str`",
        ));
    }
}

/// What a class with parameters cannot say.
pub(super) fn one_node(item: &Item<'_>, errors: &mut Accumulator) {
    let params: IdentSet = item.generics.params.iter().filter_map(named).collect();
    if !params.is_empty() {
        no_instance(item, &params, errors);
    }
    if let Body::Struct { fields, .. } = &item.body {
        let bases = fields.iter().filter(|field| field.mark.keys.base.is_some());
        for base in bases.filter_map(|base| class_path(base.ty)) {
            if base.is_generic() || params.iter().any(|param| base.0.is_ident(param)) {
                errors.push(refusal(
                    base.span(),
                    "a base is one class, not a generic one: write a class without generic arguments",
                ));
            }
        }
    }
}

fn no_instance(item: &Item<'_>, params: &IdentSet, errors: &mut Accumulator) {
    if let Some(code) = &item.class.keys.code {
        errors.push(refusal(code.span, UNKNOWN_INSTANCE));
    }
    for rule in &item.rules {
        let code = rule.stated.keys.code.as_ref().and_then(|codes| codes.value.0.first());
        errors.push(refusal(code.map_or(rule.span, |(_, span)| *span), UNKNOWN_INSTANCE));
    }
    let parent = item.class.keys.parent.iter().map(|parent| &parent.value);
    let also = item.class.keys.also.iter().flat_map(|also| &also.value);
    for ancestor in parent.chain(also) {
        if !ancestor.0.uses_type_params(&Purpose::BoundImpl.into(), params).is_empty() {
            errors.push(refusal(
                ancestor.span(),
                "all instantiations of a generic class have the same ancestors: write a class that does not name its \
                 parameters",
            ));
        }
    }
}

const UNKNOWN_INSTANCE: &str = "a response cannot say which instantiation of a generic class it is: remove this, or \
                                write a class without parameters for it";

fn named(param: &GenericParam) -> Option<syn::Ident> {
    match param {
        GenericParam::Type(param) => Some(param.ident.clone()),
        GenericParam::Const(param) => Some(param.ident.clone()),
        GenericParam::Lifetime(_) => None,
    }
}
