//! A classifier over contracts, written from the order that the guide states, and trees that claim more.

use errtax_contract::{ClassFacts, Contract, Kind, Rule};

use super::trees::{alias, bare};

/// What a service answers, as far as rules ask for it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Answer {
    code: Option<&'static str>,
    service: &'static str,
    message: &'static str,
    status: Option<u16>,
    transport: Option<&'static str>,
}

/// An answer of each sort that the rules of [`claim`] tell apart.
pub(crate) fn answers() -> Vec<Answer> {
    let mut answers = Vec::new();
    for service in ["shop", "depot"] {
        for transport in ["timeout", "connect"] {
            for message in ["", "Gone", "Gone away"] {
                answers.push(Answer { code: None, service, message, status: None, transport: Some(transport) });
            }
        }
        for code in [None, Some("Slow"), Some("St"), Some("Stop"), Some("Stock"), Some("StockGone"), Some("Other")] {
            for (message, status) in
                [("", 429), ("", 500), ("Gone", 429), ("Gone", 500), ("Gone away", 429), ("Gone away", 500)]
            {
                answers.push(Answer { code, service, message, status: Some(status), transport: None });
            }
        }
    }
    answers
}

/// The rule with that number.
fn claim(number: usize) -> Rule {
    let code = ["Slow", "Stock", "StockGone", "St*", "Stock*", ""][number % 6];
    let (prefix, code) = match code.strip_suffix('*') {
        Some(prefix) => (Some(prefix.to_owned()), None),
        None => (None, Some(code.to_owned()).filter(|code| !code.is_empty())),
    };
    let message_prefix = [None, None, Some("gone"), Some("Gone away")][number / 6 % 4].map(str::to_owned);
    let service = [None, None, Some("*"), Some("depot")][number / 24 % 4].map(str::to_owned);
    let of_answer = Rule { code, prefix, message_prefix, service, ..Rule::default() };
    match number / 96 % 8 {
        0 => Rule { status: Some(429), ..of_answer },
        1 if of_answer.code.is_none() && of_answer.prefix.is_none() => {
            let transport = Some(["timeout", "*"][number % 2].to_owned());
            Rule { transport, message_prefix: None, ..of_answer }
        }
        2 if of_answer.code.is_none() && of_answer.prefix.is_none() => Rule { fallback: true, ..of_answer },
        _ => of_answer,
    }
}

/// Which class an answer becomes, by the order that the guide states, and whether by a fallback alone. `Err` where
/// several claim it alike: it becomes their nearest common ancestor.
pub(crate) fn classify(tree: &Contract, answer: Answer) -> Option<Result<(&str, bool), Vec<&str>>> {
    let starts = |text: &str, prefix: &str| text.to_lowercase().starts_with(&prefix.to_lowercase());
    let mut holding = Vec::new();
    for (id, class) in tree.classes.iter().filter(|(_, class)| matches!(class.kind, Kind::Wire | Kind::Category)) {
        let own = class.code.as_deref().map(alias);
        for rule in own.iter().chain(&class.rules) {
            let service = match rule.service.as_deref() {
                Some("*") => None,
                Some(service) => Some(service),
                None => class.service.as_deref(),
            };
            let holds = rule.code.as_deref().is_none_or(|code| answer.code == Some(code))
                && rule.prefix.as_deref().is_none_or(|it| answer.code.is_some_and(|code| code.starts_with(it)))
                && service.is_none_or(|service| service == answer.service)
                && rule.message_prefix.as_deref().is_none_or(|prefix| starts(answer.message, prefix))
                && rule.status.is_none_or(|status| answer.status == Some(status))
                && rule
                    .transport
                    .as_deref()
                    .is_none_or(|kind| answer.transport.is_some_and(|transport| kind == "*" || kind == transport));
            let length = |text: &Option<String>| text.as_ref().map_or(0, |text| 1 + text.len());
            let layer = match (&rule.code, &rule.prefix, rule.transport.as_deref()) {
                (Some(_), _, _) => 4,
                (_, Some(_), _) => 3,
                (_, _, Some("*")) => 1,
                (_, _, Some(_)) => 2,
                (_, _, None) => 0,
            };
            let telling = [usize::from(service.is_some()), length(&rule.message_prefix), rule.status.is_some().into()];
            let rank = (!rule.fallback, layer, length(&rule.prefix), telling);
            if holds {
                holding.push((rank, id.as_str()));
            }
        }
    }
    let best = holding.iter().map(|(rank, _)| *rank).max()?;
    let mut classes: Vec<&str> = holding.iter().filter(|(rank, _)| *rank == best).map(|(_, id)| *id).collect();
    classes.dedup();
    Some(match classes.as_slice() {
        [one] => Ok((*one, !best.0)),
        _ => Err(classes),
    })
}

/// The answers that were of one class and no longer are. What a fallback alone took was promised to nobody.
pub(crate) fn lost(old: &Contract, new: &Contract) -> Vec<String> {
    let mut lost = Vec::new();
    for answer in answers() {
        if let Some(Ok((before, by_fallback))) = classify(old, answer) {
            let after = classify(new, answer);
            let still = match &after {
                Some(Ok((after, _))) => new.is_a(after, before),
                Some(Err(several)) => several.iter().all(|after| new.is_a(after, before)),
                None => false,
            };
            let yields = by_fallback && matches!(after, Some(Ok((_, false))));
            if !still && !yields {
                lost.push(format!("{answer:?}: {before}, and now {after:?}"));
            }
        }
    }
    lost
}

/// A shop in which classes, some of them new, claim more: each number is a class and a rule.
pub(crate) fn claiming(tree: &Contract, claims: &[(usize, usize)]) -> Contract {
    let mut tree = tree.clone();
    for (at, number) in claims {
        let (name, parent) = [
            ("StockError", "shop::ShopError"),
            ("Slow", "shop::ShopError"),
            ("New", "shop::ShopError"),
            ("NewStock", "shop::StockError"),
            ("Internal", "shop::ShopError"),
            ("NewSlow", "shop::Slow"),
        ][at % 6];
        let new = ClassFacts { service: Some("shop".into()), ..bare(name, Some(parent)) };
        let class = tree.classes.entry(format!("shop::{name}")).or_insert(new);
        class.rules.push(claim(*number));
        if at % 24 == 2 && class.code.is_none() {
            class.code = Some("StockGone".into());
        }
    }
    tree
}
