//! What stands in a `catch!`, and what is wrong with its form.

use proc_macro2::Span;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Expr, Ident, Path, Token, braced, token};

use crate::facts::Krate;

/// `path of errtax; error => { arms }`: the path comes from the `macro_rules!` that users call.
pub(super) struct Catch {
    pub(super) krate: Krate,
    pub(super) error: Expr,
    pub(super) arms: Vec<Arm>,
}

pub(super) struct Arm {
    pub(super) binding: Binding,
    pub(super) pattern: Pattern,
    pub(super) body: Expr,
}

pub(super) enum Binding {
    Name(Ident),
    Nothing(Token![_]),
}

pub(super) enum Pattern {
    /// `e: Class`: the value itself, or a base embedded in it.
    Value(Path),
    /// `e is A | B`: whatever is one of these.
    IsA(Punctuated<Path, Token![|]>),
    /// `e` or `_`: the rest.
    Rest,
}

impl Parse for Catch {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let krate = Krate(Some(input.parse()?));
        input.parse::<Token![;]>()?;
        if input.is_empty() {
            return Err(syn::Error::new(input.span(), format!("`catch!` takes an error and its arms: {WHOLE}")));
        }
        let error = Expr::parse_without_eager_brace(input)?;
        expected::<Token![=>]>(input, || format!("the arms come after `=>`: {WHOLE}"))?;
        if !input.peek(token::Brace) {
            return Err(syn::Error::new(input.span(), format!("the arms stand in braces: {WHOLE}")));
        }
        let content;
        braced!(content in input);
        let mut arms = Vec::new();
        while !content.is_empty() {
            let arm: Arm = content.parse()?;
            let is_block = matches!(arm.body, Expr::Block(_));
            arms.push(arm);
            if content.peek(Token![,]) || !(is_block || content.is_empty()) {
                expected::<Token![,]>(&content, || "arms are separate: write `,` before this one".to_owned())?;
            }
        }
        if arms.is_empty() {
            let nothing = "a `catch!` without arms catches nothing: write `e: Class => …`, and `_ => …` last";
            return Err(syn::Error::new_spanned(&error, nothing));
        }
        Ok(Self { krate, error, arms })
    }
}

impl Parse for Arm {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let binding = match input.parse::<Option<Token![_]>>()? {
            Some(nothing) => Binding::Nothing(nothing),
            None => Binding::Name(input.parse().map_err(|error| {
                syn::Error::new(error.span(), "an arm begins with a name: write `e: Class`, `e is Class` or `_`")
            })?),
        };
        let pattern = if input.parse::<Option<Token![:]>>()?.is_some() {
            let class = class(input)?;
            if let Some(or) = input.parse::<Option<Token![|]>>()? {
                return Err(syn::Error::new(
                    or.span,
                    "a value has one type: write `e is A | B` for what is one of several classes",
                ));
            }
            Pattern::Value(class)
        } else if input.peek(Ident) {
            let is: Ident = input.parse()?;
            if is != "is" {
                return Err(syn::Error::new(is.span(), NO_ARM));
            }
            Pattern::IsA(Punctuated::parse_separated_nonempty_with(input, class)?)
        } else if input.peek(Token![=>]) {
            Pattern::Rest
        } else {
            return Err(input.error(NO_ARM));
        };
        expected::<Token![=>]>(input, || {
            "after the class comes what to do: write `=> …`, and a further condition behind it".to_owned()
        })?;
        Ok(Self { binding, pattern, body: input.parse()? })
    }
}

const WHOLE: &str = "write `catch!(error => { e: Class => …, _ => … })`";
const NO_ARM: &str = "no arm begins so: write `e: Class` for a value of the class, `e is Class` for whatever is one, or \
                      `e` for the rest";

/// The path of a class.
fn class(input: ParseStream<'_>) -> syn::Result<Path> {
    let span = input.span();
    input.call(Path::parse).map_err(|_| {
        syn::Error::new(span, "an arm names a class: write its path here, as in `e: Class` or `e is A | B`")
    })
}

fn expected<T: Parse>(input: ParseStream<'_>, otherwise: impl FnOnce() -> String) -> syn::Result<T> {
    let span = input.span();
    input.parse().map_err(|_| syn::Error::new(span, otherwise()))
}

impl Arm {
    pub(super) fn span(&self) -> Span {
        match &self.binding {
            Binding::Name(name) => name.span(),
            Binding::Nothing(nothing) => nothing.span,
        }
    }
}
