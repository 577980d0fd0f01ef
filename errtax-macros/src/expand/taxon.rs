//! The node of the tree as one static.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::Ident;

use super::docs;
use crate::facts::{At, ClassPath, Fault, Retry};
use crate::model::{Facts, Item, Kind, Model, Node, Role, Variant};

/// Expands to the statics `__TAXON` and `__LINEAGE`, and to one constant for each class they mention.
///
/// An enum's variants follow, each in a block of its own.
pub(super) fn expand(model: &Model) -> TokenStream {
    let Model { item, node, variants } = model;
    let Item { krate, .. } = item;
    let holds = |variant: &Variant| match variant {
        Variant::Class(node) => !node.fields.is_empty(),
        Variant::Delegate(_) => true,
    };
    let own = own(item, node, !node.fields.is_empty() || variants.iter().any(holds));
    let of_enum = (node.kind == Kind::Enum).then(|| quote!(const __ENUM: &#krate::Taxon = &__TAXON;));
    let variants = model.classes().enumerate().map(|(index, node)| {
        let (taxon, own) = (of_variant(index), self::own(item, node, !node.fields.is_empty()));
        quote!(const #taxon: &#krate::Taxon = { #own &__TAXON };)
    });
    quote!(#own #of_enum #(#variants)*)
}

/// The taxon of the variant that is the class of that index.
pub(super) fn of_variant(index: usize) -> Ident {
    format_ident!("__VARIANT_{index}")
}

fn own(item: &Item, node: &Node, has_fields: bool) -> TokenStream {
    let Item { krate, .. } = item;
    let Node { name, facts, .. } = node;
    let (lineage, child_of) = match (&node.variant, &node.parent) {
        (Some(_), _) => (below_enum(item), Some(quote!(.child_of(__ENUM)))),
        (None, Some(parent)) => (below(item, parent), Some(quote!(.child_of(__PARENT)))),
        (None, None) => (quote!(static __LINEAGE: [&#krate::Taxon; 1] = [&__TAXON];), None),
    };
    let same_class = node.base_beside_parent.as_ref().map(|base| same_class(item, base));
    let guard = guard(item, node);
    let (also, with_also) = also(item, node);
    let id = facts.id.as_ref().map_or_else(
        || {
            let tail = format!("::{name}");
            quote!(::core::concat!(::core::module_path!(), #tail))
        },
        ToTokens::to_token_stream,
    );
    let docs = docs::expand(&node.docs).map(|docs| quote!(.with_docs(#docs)));
    let with_fields = has_fields.then(|| quote!(.with_fields()));
    let embeds = node.field_in(&Role::Base).map(|_| quote!(.embedding_its_parent()));
    let reason = facts.code.as_ref().map(|code| reason(item, code));
    let facts = stated(item, facts);
    quote! {
        #lineage
        #same_class
        #guard
        #also
        static __TAXON: #krate::Taxon = #krate::Taxon::new(#name, #id, &__LINEAGE)
            #child_of #docs #with_also #facts #with_fields #embeds;
        #reason
    }
}

fn stated(item: &Item, facts: &Facts) -> TokenStream {
    let Item { krate, .. } = item;
    let code = facts.code.iter().map(|At { value, .. }| quote!(.with_code(#value)));
    let service = facts.service.iter().map(|service| quote!(.with_service(#service)));
    let status = facts.status.map(Literal::u16_unsuffixed).into_iter().map(|status| quote!(.with_status(#status)));
    let fault = facts.fault.iter().map(|fault| match fault {
        Fault::Client => quote!(.with_fault(#krate::Fault::Client)),
        Fault::Server => quote!(.with_fault(#krate::Fault::Server)),
    });
    let retry = facts.retry.map(|retry| self::retry(item, retry)).into_iter().map(|retry| quote!(.with_retry(#retry)));
    let base = facts.problem_base.iter().map(|base| quote!(.with_problem_base(#base)));
    let uri = facts.problem_type.iter().map(|uri| quote!(.with_problem_type(#uri)));
    let domain = facts.domain.iter().map(|domain| quote!(.with_domain(#domain)));
    let names = base.chain(uri).chain(domain);
    let exposed = facts.expose.then(|| quote!(.exposed())).into_iter();
    code.chain(service).chain(status).chain(fault).chain(retry).chain(names).chain(exposed).collect()
}

/// A [`Retry`] as core spells it.
pub(super) fn retry(item: &Item, retry: Retry) -> TokenStream {
    let Item { krate, .. } = item;
    match retry {
        Retry::Never => quote!(#krate::Retry::Never),
        Retry::Transient => quote!(#krate::Retry::Transient),
        Retry::Throttling => quote!(#krate::Retry::Throttling),
    }
}

/// Whether the code is a reason of gRPC errors is known when it is known whose child the class is.
fn reason(item: &Item, code: &At<String>) -> TokenStream {
    let (krate, value) = (item.krate.at(code.span), &code.value);
    quote_spanned!(code.span=> const _: () = #krate::__private::reason(&__TAXON, #value);)
}

/// The lineage of a class with a parent.
fn below(item: &Item, parent: &ClassPath) -> TokenStream {
    let span = parent.span();
    let mention = mention(item, "__ErrtaxParent", "__PARENT", parent);
    let krate = item.krate.at(span);
    quote_spanned! {span=>
        #mention
        static __LINEAGE: [&#krate::Taxon; __PARENT.lineage().len() + 1] =
            #krate::__private::lineage(__PARENT, &__TAXON);
    }
}

/// The lineage of a variant.
fn below_enum(item: &Item) -> TokenStream {
    let Item { krate, .. } = item;
    quote! {
        static __LINEAGE: [&#krate::Taxon; __ENUM.lineage().len() + 1] = #krate::__private::lineage(__ENUM, &__TAXON);
    }
}

/// The one place where another class is named: its path as the user wrote it, its trait at the last segment.
///
/// The constant stands there too, for the sake of a cycle: E0391 shows each one it goes through.
fn mention(item: &Item, class: &str, taxon: &str, path: &ClassPath) -> TokenStream {
    let span = path.span();
    let krate = item.krate.at(span);
    let (class, taxon) = (Ident::new(class, span), Ident::new(taxon, span));
    let path = &path.0;
    quote_spanned! {span=>
        type #class = #path;
        const #taxon: &#krate::Taxon = <#class as #krate::Class>::TAXON;
    }
}

fn same_class(item: &Item, base: &ClassPath) -> TokenStream {
    let mention = mention(item, "__ErrtaxBase", "__BASE", base);
    let krate = item.krate.at(base.span());
    let check = quote_spanned!(base.span()=> const _: () = #krate::__private::same_class(__PARENT, __BASE););
    quote!(#mention #check)
}

/// Where the base's type is no class, `__GUARD` has no value, and nothing more is said of that type.
fn guard(item: &Item, node: &Node) -> Option<TokenStream> {
    let span = node.field_in(&Role::Base)?.ty_span;
    let krate = item.krate.at(span);
    let (class, taxon) =
        if node.base_beside_parent.is_some() { ("__ErrtaxBase", "__BASE") } else { ("__ErrtaxParent", "__PARENT") };
    let (class, taxon) = (Ident::new(class, span), Ident::new(taxon, span));
    Some(quote_spanned! {span=>
        const __GUARD: ::core::primitive::usize =
            #krate::__private::embedded::<#class, { #taxon.lineage().len() }>();
    })
}

fn also(item: &Item, node: &Node) -> (TokenStream, Option<TokenStream>) {
    let mut mentions = TokenStream::new();
    let mut taxa = Vec::new();
    for (class, index) in node.also.iter().zip(0_usize..) {
        let span = class.span();
        let taxon = format_ident!("__ALSO_{index}", span = span);
        mentions.extend(mention(item, &format!("__ErrtaxAlso{index}"), &taxon.to_string(), class));
        let krate = item.krate.at(span);
        mentions.extend(quote_spanned!(span=> const _: () = #krate::__private::also(#taxon);));
        taxa.push(taxon);
    }
    let with_also = (!taxa.is_empty()).then(|| quote!(.with_also(&[#(#taxa),*])));
    (mentions, with_also)
}
