//! The fields: each at most one role, and a class that responses become none without.

use darling::error::Accumulator;
use proc_macro2::Span;
use syn::{Member, Type, ext::IdentExt};

use super::doc;
use crate::attrs::{Body, FieldAttrs, Item, RoleKeys, class_path};
use crate::facts::{At, Renaming};
use crate::model::{DefaultValue, Field, Role};
use crate::refusal::refusal;
use crate::token::first_token;

pub(super) fn checked(item: &Item<'_>, errors: &mut Accumulator) -> Vec<Field> {
    let Body::Struct { fields, is_tuple } = &item.body else { return Vec::new() };
    let members = item.class.keys.members.as_ref().map(|members| members.value).filter(|_| !is_tuple);
    let all: Vec<_> = fields.iter().map(|field| checked_field(field, members, errors)).collect();
    each_once(&all, errors);
    if must_be_constructible(item) {
        all_filled(fields, &all, item, errors);
    }
    all
}

fn checked_field(attrs: &FieldAttrs<'_>, members: Option<Renaming>, errors: &mut Accumulator) -> Field {
    let mut roles = stated(attrs, members.unwrap_or_default(), errors).into_iter();
    let role = roles.next();
    for second in roles {
        errors.push(refusal(second.key, "a field is filled from one place: remove this role or the other"));
    }
    let role = role.or_else(|| members.and_then(|members| member_by_name(attrs, members)));
    if let (Some(from), Some(Role::Response)) = (attrs.from, role.as_ref().map(|role| &role.value)) {
        errors.push(refusal(
            from,
            "`TryFrom<ErrorResponse>` is derived for the class already: remove `#[from]` from its response",
        ));
    }
    let default = default(attrs, role.as_ref(), errors);
    if let (Type::Reference(borrowed), Some(_)) = (attrs.ty, &role) {
        errors.push(refusal(
            borrowed.and_token.span,
            "a field borrows nothing from a response: write a type that owns its data, as in `String` for `&str`",
        ));
    }
    let ty_span = class_path(attrs.ty).map_or_else(|| first_token(attrs.ty), |path| path.span());
    if let (Some(Role::Base), None) = (role.as_ref().map(|role| &role.value), class_path(attrs.ty)) {
        errors.push(refusal(ty_span, "a base is a value of the parent class: write the path of that class"));
    }
    let delay = attrs.role.keys.retry_after.as_ref().filter(|_| is_delay_of_the_body(attrs)).map(|word| word.key);
    Field {
        member: attrs.member.clone(),
        ty: attrs.ty.clone(),
        ty_span,
        role,
        delay,
        default,
        docs: attrs.attrs.iter().filter_map(doc).collect(),
    }
}

/// Whether `retry_after` says what a member or a header means, rather than where the field is filled from.
fn is_delay_of_the_body(attrs: &FieldAttrs<'_>) -> bool {
    let RoleKeys { member, header, retry_after, .. } = &attrs.role.keys;
    retry_after.is_some() && (member.is_some() || header.is_some())
}

/// The roles that the field's attributes state.
fn stated(attrs: &FieldAttrs<'_>, members: Renaming, errors: &mut Accumulator) -> Vec<At<Role>> {
    let RoleKeys { response, message, request_id, member, header, context, retry_after, cause, .. } = &attrs.role.keys;
    let words = [
        (&attrs.mark.keys.base, Role::Base),
        (response, Role::Response),
        (message, Role::Message),
        (request_id, Role::RequestId),
        (retry_after, Role::RetryAfter),
        (cause, Role::Cause),
    ];
    let words = words
        .into_iter()
        .filter(|(_, role)| *role != Role::RetryAfter || !is_delay_of_the_body(attrs))
        .filter_map(|(word, role)| word.as_ref().map(|word| At { value: role, key: word.key, span: word.span }));
    let mut roles: Vec<_> = words.collect();
    if let Some(member) = member {
        let own = || own_name(attrs).map(|name| members.apply(&name));
        let name = member.value.0.clone().or_else(own);
        roles.push(named_role("member", name, Role::Member, member.key, errors));
    }
    if let Some(header) = header {
        roles.push(At { value: Role::Header(header.value.0.clone()), key: header.key, span: header.span });
    }
    if let Some(context) = context {
        let key = context.value.0.clone().or_else(|| own_name(attrs));
        roles.push(named_role("context", key, Role::Context, context.key, errors));
    }
    roles
}

fn named_role(
    key: &str,
    name: Option<String>,
    role: fn(String) -> Role,
    span: Span,
    errors: &mut Accumulator,
) -> At<Role> {
    if name.is_none() {
        errors.push(refusal(span, format!("a field without a name needs one here: write `{key} = \"…\"`")));
    }
    // Named even then, so that nothing else is said about the field.
    At { value: role(name.unwrap_or_default()), key: span, span }
}

fn own_name(attrs: &FieldAttrs<'_>) -> Option<String> {
    match &attrs.member {
        Member::Named(ident) => Some(ident.unraw().to_string()),
        Member::Unnamed(_) => None,
    }
}

fn member_by_name(attrs: &FieldAttrs<'_>, members: Renaming) -> Option<At<Role>> {
    let name = members.apply(&own_name(attrs)?);
    Some(At { value: Role::Member(name), key: attrs.span, span: attrs.span })
}

fn default(attrs: &FieldAttrs<'_>, role: Option<&At<Role>>, errors: &mut Accumulator) -> Option<DefaultValue> {
    let default = attrs.role.keys.default.as_ref()?;
    match role.map(|role| &role.value) {
        None if attrs.role.is_whole => errors.push(refusal(
            default.key,
            "a default completes a role, and this field has none: write `#[wire(member, default)]` or the like",
        )),
        Some(Role::Base | Role::Response | Role::Cause) => {
            errors
                .push(refusal(default.key, "a field in this role is never missing from a response: remove `default`"));
        }
        _ => {}
    }
    Some(default.value.0.clone().map_or(DefaultValue::OfType(default.key), DefaultValue::Call))
}

/// Roles of which a class has one at most, and `base` beside `response`.
fn each_once(fields: &[Field], errors: &mut Accumulator) {
    let roles: Vec<_> = fields.iter().filter_map(|field| field.role.as_ref()).collect();
    for (at, role) in roles.iter().enumerate() {
        let mut earlier = roles[..at].iter().map(|role| &role.value);
        let may_repeat = matches!(role.value, Role::Member(_) | Role::Header(_));
        if !may_repeat && earlier.any(|earlier| *earlier == role.value) {
            errors.push(refusal(role.key, "another field of the class has this role: remove one of the two"));
        }
    }
    let delays: Vec<_> = fields.iter().filter(|field| field.is_delay()).collect();
    if let ([_, second, ..], true) = (&*delays, delays.iter().any(|field| field.delay.is_some())) {
        let key = second.delay.or_else(|| second.role.as_ref().map(|role| role.key)).unwrap_or(second.ty_span);
        errors.push(refusal(key, "another field of the class is the delay already: remove this role or the other"));
    }
    let response = roles.iter().find(|role| role.value == Role::Response);
    if let (Some(response), true) = (response, roles.iter().any(|role| role.value == Role::Base)) {
        errors.push(refusal(
            response.key,
            "the base keeps the response already, and there is only one: remove this field, or give it another role",
        ));
    }
}

/// A class that a code or a rule recognises is made from the response.
fn must_be_constructible(item: &Item<'_>) -> bool {
    let class = &item.class.keys;
    let is_recognised = class.code.is_some() || !item.rules.is_empty();
    // With `members` every field has a role already, or the class is a tuple struct and that was said; and so was that
    // no response becomes a generic class.
    let is_said = class.members.is_some() || !item.generics.params.is_empty();
    // A rule may be a field's role that stands in the wrong place.
    let is_whole = item.class.is_whole && item.rules.iter().all(|rule| rule.stated.is_whole);
    is_recognised && is_whole && class.local.is_none() && !is_said
}

fn all_filled(attrs: &[FieldAttrs<'_>], fields: &[Field], item: &Item<'_>, errors: &mut Accumulator) {
    for (attrs, field) in attrs.iter().zip(fields) {
        let is_whole = attrs.mark.is_whole && attrs.role.is_whole;
        if field.role.is_some() || field.default.is_some() || !is_whole {
            continue;
        }
        let class = item.ident;
        errors.push(match own_name(attrs) {
            Some(name) => refusal(
                attrs.span,
                format!(
                    "`{name}` has no role, so no response can become `{class}`: write `#[wire(member)]` or another \
                     role on it, or mark the class `local`, or the type `#[service_error(members)]`"
                ),
            ),
            None => refusal(
                attrs.span,
                format!(
                    "this field has no role, so no response can become `{class}`: write `#[wire(member = \"…\")]` or \
                     another role on it, or mark the class `local`"
                ),
            ),
        });
    }
}
