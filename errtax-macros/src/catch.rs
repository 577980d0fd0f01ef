//! `catch!`: arms by class, the first that fits.
//!
//! A function-like macro of its own, since `macro_rules!` could not point at the one type that is wrong.

mod grammar;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Ident, Path};

use self::grammar::{Arm, Binding, Catch, Pattern};
use crate::facts::Krate;
use crate::token::{first_token, last_of};

pub(crate) fn catch(input: TokenStream) -> TokenStream {
    match syn::parse2::<Catch>(input) {
        Ok(catch) => match order_mistakes(&catch) {
            None => expand(&catch),
            Some(mistakes) => mistakes.into_compile_error(),
        },
        Err(error) => error.into_compile_error(),
    }
}

/// The rest comes last, and it comes.
fn order_mistakes(catch: &Catch) -> Option<syn::Error> {
    let (last, others) = catch.arms.split_last()?;
    let is_rest = |arm: &&Arm| matches!(arm.pattern, Pattern::Rest);
    let early = others.iter().filter(is_rest).map(|arm| {
        let or = match &arm.binding {
            Binding::Name(name) => format!(", or `e: {name}` for the values of a class"),
            Binding::Nothing(_) => String::new(),
        };
        let mistake = format!("this arm takes everything, and leaves nothing to the next: write it last{or}");
        syn::Error::new(arm.span(), mistake)
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
    // Where there is no such method, the report names it, and what was caught.
    let deref = Ident::new("__derefs_to_dyn_service_error", first_token(error));
    quote! {{
        #(#checks)*
        match (#error).#deref() {
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
