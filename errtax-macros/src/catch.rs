//! `catch!`: arms by class, the first that fits.
//!
//! A function-like macro of its own, since `macro_rules!` could not point at the one type that is wrong.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Expr, Ident, Path, Token, braced};

use crate::facts::Krate;
use crate::token::last_of;

/// `path of errtax; error => { arms }`: the path comes from the `macro_rules!` that users call.
struct Catch {
    krate: Krate,
    error: Expr,
    arms: Vec<Arm>,
}

struct Arm {
    binding: Binding,
    pattern: Pattern,
    body: Expr,
}

enum Binding {
    Name(Ident),
    Nothing(Token![_]),
}

enum Pattern {
    /// `e: Class`: the value itself, or a base embedded in it.
    Value(Path),
    /// `e is A | B`: whatever is one of these.
    IsA(Punctuated<Path, Token![|]>),
    /// `e` or `_`: the rest.
    Rest,
}

pub(crate) fn catch(input: TokenStream) -> TokenStream {
    match syn::parse2::<Catch>(input) {
        Ok(catch) => match order_mistakes(&catch) {
            None => expand(&catch),
            Some(mistakes) => mistakes.into_compile_error(),
        },
        Err(error) => error.into_compile_error(),
    }
}

impl Parse for Catch {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let krate = Krate(Some(input.parse()?));
        input.parse::<Token![;]>()?;
        let error = Expr::parse_without_eager_brace(input)?;
        input.parse::<Token![=>]>()?;
        let content;
        braced!(content in input);
        let mut arms = Vec::new();
        while !content.is_empty() {
            let arm: Arm = content.parse()?;
            let is_block = matches!(arm.body, Expr::Block(_));
            arms.push(arm);
            if content.peek(Token![,]) || !(is_block || content.is_empty()) {
                content.parse::<Token![,]>()?;
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
            let class = input.call(Path::parse)?;
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
                return Err(syn::Error::new(is.span(), "write `e: Class` for a value, or `e is Class` for a kind"));
            }
            Pattern::IsA(Punctuated::parse_separated_nonempty(input)?)
        } else if input.peek(Token![=>]) {
            Pattern::Rest
        } else {
            return Err(input.error("write `e: Class` for a value, `e is Class` for a kind, or `e` for the rest"));
        };
        input.parse::<Token![=>]>()?;
        Ok(Self { binding, pattern, body: input.parse()? })
    }
}

impl Arm {
    fn span(&self) -> Span {
        match &self.binding {
            Binding::Name(name) => name.span(),
            Binding::Nothing(nothing) => nothing.span,
        }
    }
}

/// The rest comes last, and it comes.
fn order_mistakes(catch: &Catch) -> Option<syn::Error> {
    let (last, others) = catch.arms.split_last()?;
    let is_rest = |arm: &&Arm| matches!(arm.pattern, Pattern::Rest);
    let early = others.iter().filter(is_rest).map(|arm| {
        syn::Error::new(arm.span(), "this arm takes everything, and leaves nothing to the next: write it last")
    });
    let missing = (!is_rest(&last))
        .then(|| syn::Error::new(last.span(), "what no arm takes is left over: write `_ => …` after this arm"));
    early.chain(missing).reduce(|mut all, mistake| {
        all.combine(mistake);
        all
    })
}

fn expand(catch: &Catch) -> TokenStream {
    let Catch { krate, error, arms } = catch;
    let checks = arms.iter().enumerate().map(|(place, arm)| checks(krate, &arms[..place], arm));
    // One name for all spans: a type's own span would look for it where the type was written.
    let caught = Ident::new("__error", Span::mixed_site());
    let arms = arms.iter().rev().fold(TokenStream::new(), |rest, arm| branch(krate, &caught, arm, &rest));
    quote! {{
        #(#checks)*
        match (#error).__caught() {
            #caught => #arms
        }
    }}
}

/// One arm, with the later ones behind its `else`.
fn branch(krate: &Krate, caught: &Ident, arm: &Arm, rest: &TokenStream) -> TokenStream {
    let body = &arm.body;
    let name = match &arm.binding {
        Binding::Name(name) => name.to_token_stream(),
        Binding::Nothing(nothing) => nothing.to_token_stream(),
    };
    match &arm.pattern {
        Pattern::Value(class) => {
            let span = last_of(class);
            let krate = krate.at(span);
            let value = quote_spanned!(span=> #krate::__private::caught::<#class>(#caught));
            quote!(if let ::core::option::Option::Some(#name) = #value { #body } else { #rest })
        }
        Pattern::IsA(classes) => {
            let is_one = classes.iter().map(|class| {
                let span = last_of(class);
                let krate = krate.at(span);
                quote_spanned!(span=> #krate::__private::is_caught::<#class>(#caught))
            });
            quote!(if #(#is_one)||* { let #name = #caught; #body } else { #rest })
        }
        Pattern::Rest => quote!({ let #name = #caught; #body }),
    }
}

/// That no class of an arm is taken by an earlier one: each class against each, at the later one's name.
fn checks(krate: &Krate, earlier: &[Arm], arm: &Arm) -> TokenStream {
    let mut checks = TokenStream::new();
    let classes: Vec<&Path> = match &arm.pattern {
        Pattern::Value(class) => vec![class],
        Pattern::IsA(classes) => classes.iter().collect(),
        Pattern::Rest => return checks,
    };
    let is_value = matches!(arm.pattern, Pattern::Value(_));
    for (place, class) in classes.iter().enumerate() {
        let span = last_of(class);
        let krate = krate.at(span);
        let later = quote_spanned!(span=> <#class as #krate::Class>::TAXON);
        let mut check = |function: &str, taken: &Path| {
            let function = Ident::new(function, span);
            let taken = quote_spanned!(span=> <#taken as #krate::Class>::TAXON);
            checks.extend(quote_spanned!(span=> const _: () = #krate::__private::#function(#later, #taken);));
        };
        for arm in earlier {
            match (&arm.pattern, is_value) {
                (Pattern::Value(taken), true) => check("not_taken_by_value", taken),
                (Pattern::IsA(taken), _) => taken.iter().for_each(|taken| check("not_taken", taken)),
                // A kind is more than the values of its class: it has `Unclassified` errors in it.
                (Pattern::Value(_), false) | (Pattern::Rest, _) => {}
            }
        }
        classes[..place].iter().for_each(|taken| check("not_taken", taken));
    }
    checks
}
