//! The rules of recognition, as data for the index.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::taxon;
use crate::facts::{At, Code, Service, Transport};
use crate::model::{Item, Node, Rule};

/// `.recognised_by(&[…])`, if there is a rule. What a code is called besides is for core to say, which knows the root.
pub(super) fn expand(item: &Item, node: &Node, taxon: &TokenStream) -> Option<TokenStream> {
    let Item { krate, .. } = item;
    let rules = node.rules.iter().map(|each| rule(item, each));
    let rules = quote!([#(#rules),*]);
    let rules = if let Some(At { value: code, .. }) = &node.facts.code {
        quote!(#krate::__private::rules!(#taxon, #code, #rules))
    } else {
        quote!(&#rules)
    };
    (!node.rules.is_empty()).then(|| quote!(.recognised_by(#rules)))
}

fn rule(item: &Item, rule: &Rule) -> TokenStream {
    let Item { krate, .. } = item;
    let Rule { code, service, operation, message_prefix, status, transport, fallback, retry, texts } = rule;
    let code = code.iter().map(|code| match code {
        Code::Exact(code) => quote!(.code(#code)),
        Code::Prefix(prefix) => quote!(.code_prefix(#prefix)),
    });
    let service = service.iter().map(|service| match service {
        Service::Any => quote!(.any_service()),
        Service::Named(name) => quote!(.service(#name)),
    });
    let operation = operation.iter().map(|operation| quote!(.operation(#operation)));
    let message_prefix = message_prefix.iter().map(|prefix| quote!(.message_prefix(#prefix)));
    let status = status.map(Literal::u16_unsuffixed).into_iter().map(|status| quote!(.status(#status)));
    let transport = transport.iter().map(|kind| match kind_name(*kind) {
        None => quote!(.any_transport()),
        Some(kind) => quote!(.transport(#krate::Transport::#kind)),
    });
    let fallback = fallback.then(|| quote!(.fallback()));
    let retry = retry.map(|retry| taxon::retry(item, retry)).into_iter().map(|retry| quote!(.retry(#retry)));
    let texts = (!texts.is_empty()).then(|| quote!(.texts(&[#(#texts),*])));
    quote! {
        #krate::__private::Rule::new()
            #(#code)* #(#service)* #(#operation)* #(#message_prefix)* #(#status)* #(#transport)* #fallback #(#retry)* #texts
    }
}

fn kind_name(kind: Transport) -> Option<TokenStream> {
    Some(match kind {
        Transport::Any => return None,
        Transport::Timeout => quote!(Timeout),
        Transport::Connect => quote!(Connect),
        Transport::Dns => quote!(Dns),
        Transport::Tls => quote!(Tls),
        Transport::Credentials => quote!(Credentials),
        Transport::Io => quote!(Io),
        Transport::Build => quote!(Build),
        Transport::Decode => quote!(Decode),
        Transport::Other => quote!(Other),
    })
}
