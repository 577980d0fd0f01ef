//! What a class says about itself.

use darling::error::Accumulator;
use quote::ToTokens;

use crate::attrs::{Body, ClassKeys, Item};
use crate::facts::{Fault, Retryable};
use crate::refusal::refusal;

pub(super) fn check(item: &Item<'_>, errors: &mut Accumulator) {
    match &item.body {
        Body::EmptyEnum => category(item, errors),
        Body::Struct { is_tuple, .. } => values(&item.class.keys, *is_tuple, errors),
        // What concerns its variants is said there.
        Body::Enum(_) => {
            if let Some(category) = &item.class.keys.category {
                errors.push(refusal(
                    category.key,
                    "a category has no values, and this enum has variants: remove `category`, or the variants",
                ));
            }
        }
        Body::Other => {}
    }
    fault(&item.class.keys, errors);
    also(&item.class.keys, errors);
    if let (Some(local), false) = (&item.class.keys.local, item.rules.is_empty()) {
        errors.push(refusal(
            local.key,
            "a `local` class is never made from a response, and this one has a `#[wire(…)]` rule: remove the rule, \
             or `local`",
        ));
    }
}

fn category(item: &Item<'_>, errors: &mut Accumulator) {
    if item.class.keys.category.is_none() && item.class.is_whole {
        errors.push(refusal(
            item.ident.span(),
            "an empty enum has no values, so it can only be a category: write `#[service_error(category)]`",
        ));
    }
    if let Some(retryable) = &item.class.keys.retryable
        && let Retryable::Value(_) = retryable.value
    {
        errors.push(refusal(
            retryable.span,
            "a category has no values that could be asked: write `retryable`, `retryable = false` or \
             `retryable(throttling)`",
        ));
    }
}

fn values(class: &ClassKeys, is_tuple: bool, errors: &mut Accumulator) {
    if let Some(category) = &class.category {
        errors.push(refusal(
            category.key,
            "a category has no values, and a struct has: write an empty `enum`, or remove `category`",
        ));
    }
    if let (Some(members), true) = (&class.members, is_tuple) {
        errors.push(refusal(
            members.key,
            "the fields of a tuple struct have no names to be members by: write `#[wire(member = \"…\")]` on each",
        ));
    }
}

/// Each secondary ancestor once.
fn also(class: &ClassKeys, errors: &mut Accumulator) {
    let mut seen: Vec<String> = Vec::new();
    for also in class.also.iter().flat_map(|also| &also.value) {
        let path = also.0.to_token_stream().to_string();
        if seen.contains(&path) {
            errors.push(refusal(also.span(), "this class stands in `also` already: remove this one"));
        }
        seen.push(path);
    }
}

/// A status says whose fault it is; a stated fault must say the same.
fn fault(class: &ClassKeys, errors: &mut Accumulator) {
    let (Some(status), Some(fault)) = (&class.status, &class.fault) else { return };
    let status = status.value.0;
    let (said, of_status) = match (fault.value, status) {
        (Fault::Server, 400..=499) => ("server", "client"),
        (Fault::Client, 500..=599) => ("client", "server"),
        _ => return,
    };
    errors.push(refusal(
        fault.span,
        format!(
            "status {status} is the {of_status}'s fault, not the {said}'s: remove `fault`, or state another status"
        ),
    ));
}
