//! The grammar: what each attribute may say. Rules about one value live here, where the value is read.

mod classes;
mod codes;
mod given;
mod glance;
mod items;
mod keys;
mod lists;
mod names;
mod stated;
mod texts;
mod words;

pub(crate) use self::classes::class_path;
pub(crate) use self::glance::{Glance, glance};
pub(crate) use self::keys::{ClassKeys, FieldMark, RoleKeys, RuleKeys};
pub(crate) use self::stated::Stated;

use darling::{Error, error::Accumulator};
use proc_macro2::Span;
use syn::{Attribute, Data, DeriveInput, Field, Fields, Generics, Ident, Index, Member, Type, Variant, Visibility};

use self::stated::stated;
use crate::refusal::refusal;
use crate::token::first_token;

/// A type, or a variant of one, with its attributes read, nothing compared yet.
pub(crate) struct Item<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) vis: &'a Visibility,
    pub(crate) generics: &'a Generics,
    pub(crate) attrs: &'a [Attribute],
    pub(crate) class: Stated<ClassKeys>,
    pub(crate) rules: Vec<Rule>,
    pub(crate) body: Body<'a>,
}

/// One `#[wire(…)]` on a type.
pub(crate) struct Rule {
    /// Where the attribute's name stands.
    pub(crate) span: Span,
    pub(crate) stated: Stated<RuleKeys>,
}

pub(crate) enum Body<'a> {
    Struct {
        is_tuple: bool,
        fields: Vec<FieldAttrs<'a>>,
    },
    EmptyEnum,
    /// The variants, each with the type's visibility and parameters.
    Enum(Vec<Item<'a>>),
    /// Something else, and refused already.
    Other,
}

pub(crate) struct FieldAttrs<'a> {
    pub(crate) member: Member,
    pub(crate) attrs: &'a [Attribute],
    pub(crate) ty: &'a Type,
    /// Where to point at the field itself.
    pub(crate) span: Span,
    pub(crate) mark: Stated<FieldMark>,
    pub(crate) role: Stated<RoleKeys>,
    /// thiserror's `#[from]`, if it is there.
    pub(crate) from: Option<Span>,
}

/// Reads every attribute of `input`, and collects what is wrong with each alone.
pub(crate) fn read(input: &DeriveInput) -> (Item<'_>, Accumulator) {
    let mut errors = Error::accumulator();
    let item = item(input, &input.ident, &input.attrs, body, &mut errors);
    (item, errors)
}

/// The type itself, or one variant of it.
fn item<'a>(
    input: &'a DeriveInput,
    ident: &'a Ident,
    attrs: &'a [Attribute],
    body: impl FnOnce(&'a DeriveInput, &mut Accumulator) -> Body<'a>,
    errors: &mut Accumulator,
) -> Item<'a> {
    let DeriveInput { vis, generics, .. } = input;
    let class = stated(items::named(attrs, "service_error"), errors);
    let rules = items::named(attrs, "wire")
        .map(|attr| Rule { span: items::name_span(attr), stated: stated([attr], errors) })
        .collect();
    let body = body(input, errors);
    Item { ident, vis, generics, attrs, class, rules, body }
}

fn body<'a>(input: &'a DeriveInput, errors: &mut Accumulator) -> Body<'a> {
    match &input.data {
        Data::Struct(data) => values(&data.fields, errors),
        Data::Enum(data) if data.variants.is_empty() => Body::EmptyEnum,
        Data::Enum(data) => {
            let variants = data.variants.iter().map(|variant| {
                let Variant { ident, attrs, fields, .. } = variant;
                item(input, ident, attrs, |_, errors| values(fields, errors), errors)
            });
            Body::Enum(variants.collect())
        }
        Data::Union(data) => {
            errors.push(refusal(
                data.union_token.span,
                "a union cannot be a class: write a `struct`, an `enum` of classes, or an empty `enum` with \
                 `#[service_error(category)]`",
            ));
            Body::Other
        }
    }
}

fn values<'a>(fields: &'a Fields, errors: &mut Accumulator) -> Body<'a> {
    let is_tuple = matches!(fields, Fields::Unnamed(_));
    let fields = fields.iter().zip(0..).map(|(each, index)| field(each, index, errors)).collect();
    Body::Struct { is_tuple, fields }
}

fn field<'a>(field: &'a Field, index: u32, errors: &mut Accumulator) -> FieldAttrs<'a> {
    let span = field.ident.as_ref().map_or_else(|| first_token(&field.ty), Ident::span);
    let member = match &field.ident {
        Some(ident) => Member::Named(ident.clone()),
        None => Member::Unnamed(Index { index, span }),
    };
    FieldAttrs {
        member,
        attrs: &field.attrs,
        ty: &field.ty,
        span,
        mark: stated(items::named(&field.attrs, "service_error"), errors),
        role: stated(items::named(&field.attrs, "wire"), errors),
        from: items::named(&field.attrs, "from").map(items::name_span).next(),
    }
}
