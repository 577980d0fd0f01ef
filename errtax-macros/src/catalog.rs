//! `catalog!`: the classes of one tree, as tables that the compiler fills.
//!
//! A function-like macro of its own, since each class is checked at its own token.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Ident, Path, Token, Visibility, bracketed};

use crate::facts::Krate;
use crate::token::last_of;

/// `path of errtax; catalogs`: the path comes from the `macro_rules!` that users call.
struct Catalogs {
    krate: Krate,
    catalogs: Vec<Catalog>,
}

/// `pub static NAME: Root = [Class, …];`
struct Catalog {
    attributes: Vec<Attribute>,
    visibility: Visibility,
    name: Ident,
    root: Path,
    classes: Vec<Path>,
}

pub(crate) fn catalog(input: TokenStream) -> TokenStream {
    match syn::parse2::<Catalogs>(input) {
        Ok(Catalogs { krate, catalogs }) => catalogs.iter().map(|catalog| expand(&krate, catalog)).collect(),
        Err(error) => error.into_compile_error(),
    }
}

impl Parse for Catalogs {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let krate = Krate(Some(input.parse()?));
        input.parse::<Token![;]>()?;
        let mut catalogs = Vec::new();
        while !input.is_empty() {
            catalogs.push(input.parse()?);
        }
        if catalogs.is_empty() {
            let nothing =
                "a `catalog!` without a catalog lists nothing: write `static ORDERS: OrdersError = [NoSuchOrder];`";
            return Err(syn::Error::new(Span::call_site(), nothing));
        }
        Ok(Self { krate, catalogs })
    }
}

impl Parse for Catalog {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let attributes = input.call(Attribute::parse_outer)?;
        let visibility = input.parse()?;
        expect::<Token![static]>(input, "a catalog is a static: write `pub static ORDERS: OrdersError = […];`")?;
        let name = expect(input, "a catalog has a name: write `static ORDERS: OrdersError = […];`")?;
        expect::<Token![:]>(input, "after the name stands the root of the tree: write `: OrdersError = […];`")?;
        let root = expect(input, "the root of the tree is a class: write `OrdersError`")?;
        expect::<Token![=]>(input, "after the root stand its classes: write `= [NoSuchOrder, OutOfStock];`")?;
        if !input.peek(syn::token::Bracket) {
            return Err(input.error("the classes stand in brackets: write `[NoSuchOrder, OutOfStock];`"));
        }
        let content;
        let brackets = bracketed!(content in input);
        let classes = classes(&content)?;
        if input.is_empty() {
            return Err(syn::Error::new(brackets.span.close(), "a catalog ends like a static: write `;` after this"));
        }
        expect::<Token![;]>(input, "a catalog ends like a static: write `;` before this")?;
        Ok(Self { attributes, visibility, name, root, classes })
    }
}

/// Names, with commas between them.
fn classes(input: ParseStream<'_>) -> syn::Result<Vec<Path>> {
    let mut classes = Vec::new();
    while !input.is_empty() {
        classes.push(expect(input, "a catalog lists classes: write their names, with commas between them")?);
        if !input.is_empty() {
            expect::<Token![,]>(input, "between two classes stands a comma: write `,` before this")?;
        }
    }
    Ok(classes)
}

/// Parses what must stand here, else says what to write.
fn expect<T: Parse>(input: ParseStream<'_>, otherwise: &str) -> syn::Result<T> {
    input.parse().map_err(|error| syn::Error::new(error.span(), otherwise))
}

fn expand(krate: &Krate, catalog: &Catalog) -> TokenStream {
    let Catalog { attributes, visibility, name, root, classes } = catalog;
    let private = quote!(#krate::__private::catalog);
    let entries = std::iter::once(root).chain(classes).map(|class| {
        let span = last_of(class);
        let krate = krate.at(span);
        quote_spanned!(span=> &<#class as #krate::Class>::ENTRY)
    });
    let checks = std::iter::once(root).chain(classes).enumerate().map(|(index, class)| {
        let place = Literal::usize_unsuffixed(index);
        let span = last_of(class);
        let krate = krate.at(span);
        quote_spanned!(span=> const _: () = #krate::__private::catalog::check(&__MISTAKES, #place);)
    });
    quote! {
        #(#attributes)*
        // No list is too long: what takes a while here is a long list, and no loop without end.
        #[allow(long_running_const_eval)]
        #visibility static #name: #krate::Catalog = {
            const __LISTED: &[&#krate::__private::Entry] = &[#(#entries),*];
            const __ROOT: &#krate::Taxon = __LISTED[0].taxon();

            const __SOUND: #private::Listed<{ __LISTED.len() }, { #private::entries_in(__LISTED) }> =
                #private::Listed::of(__LISTED);
            static __ENTRIES: [&#krate::__private::Entry; __SOUND.count()] = __SOUND.exact();

            const __NAMED: #private::Names<{ #private::names_at_most(&__ENTRIES) }> =
                #private::Names::of(__ROOT, &__ENTRIES);
            static __NAMES: [#private::Name; __NAMED.count()] = __NAMED.exact();
            static __TOPS: [#private::Top; __NAMED.count()] = #private::tops(__ROOT, &__ENTRIES, &__NAMES);

            const __UNSORTED: [#private::Claim; #private::claims_in(&__ENTRIES)] =
                #private::claims(&__ENTRIES, &__NAMES);
            const __SORTED: [#private::Claim; #private::claims_in(&__ENTRIES)] = #private::sorted(__UNSORTED);
            static __CLAIMS: [#private::Claim; #private::claims_in(&__ENTRIES)] =
                #private::settled(__ROOT, &__ENTRIES, __SORTED);
            static __STARTS: [::core::primitive::u32; #private::starts_in(&__CLAIMS)] = #private::starts(&__CLAIMS);
            static __TAGS: [::core::primitive::u16; #private::tags_in(&__CLAIMS)] = #private::tags(&__CLAIMS);

            static __MISTAKES: [::core::option::Option<#private::Mistake>; __LISTED.len()] = __SOUND.mistakes(&__CLAIMS);
            #(#checks)*

            #krate::Catalog::new(__ROOT, &__ENTRIES, (&__NAMES, &__TOPS), (&__CLAIMS, &__STARTS, &__TAGS))
        };
    }
}
