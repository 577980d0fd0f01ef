//! A contract has of every class what it was declared with, and what its fields would read.

#![allow(dead_code, reason = "classes stand here for what they are declared with")]

use std::collections::BTreeMap;

use errtax::contract::{Contract, Kind, Member, Place, Values};
use errtax::{Classifier, ServiceError, catalog, category};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What went wrong with an order.
#[derive(Debug, Error, ServiceError)]
#[error("orders")]
#[service_error(service = "orders", status = 400, id = "orders::Base")]
struct OrdersError;

/// There is too little of it.
///
/// - order less
#[derive(Debug, Error, ServiceError)]
#[error("out of stock: {sku}")]
#[service_error(parent = OrdersError, code = "OutOfStock", status = 409, retryable = false, also(category::AlreadyExists))]
#[wire(code("NoStock", "Stock*"), text = "{sku} is gone")]
#[wire(service = "legacy", code = "E7", retryable)]
struct OutOfStock {
    /// What is gone.
    #[wire(member)]
    sku: String,
    #[wire(member = "Left")]
    left: Option<u32>,
    #[wire(member, default)]
    reason: Reason,
    #[wire(member)]
    shelf: Shelf,
    #[wire(member)]
    crates: Vec<Crate>,
    #[wire(member)]
    chain: Chain,
    #[wire(header = "x-depot")]
    depot: Option<String>,
    #[wire(context = "customer")]
    customer: Option<String>,
    #[wire(request_id)]
    id: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum Reason {
    #[default]
    SoldOut,
    Recalled,
    #[serde(untagged)]
    Unknown(String),
}

#[derive(Debug, Deserialize)]
enum Shelf {
    Top,
    Bottom,
}

/// A type that contains itself.
#[derive(Debug, Deserialize)]
struct Crate {
    label: String,
    shelf: Shelf,
    inside: Vec<Crate>,
}

/// One that is nothing but itself.
#[derive(Debug, Deserialize)]
struct Chain(Option<Box<Chain>>);

/// The program's own mistake.
#[derive(Debug, Error, ServiceError)]
#[error("refused")]
#[service_error(parent = OrdersError, code = "Refused", local, out)]
struct Refused {
    #[wire(member)]
    why: Written,
    #[wire(member)]
    at: Option<u8>,
    /// Nobody outside is told.
    cause: &'static str,
}

/// Goes out and never comes in.
#[derive(Debug, Serialize)]
struct Written;

/// None of it is left anywhere.
#[derive(Debug, Error, ServiceError)]
#[error("gone: {base}")]
#[service_error(code = "Gone")]
struct Gone {
    #[service_error(base)]
    base: OutOfStock,
    /// Since when.
    #[wire(member)]
    since: Option<String>,
    #[wire(header = "x-depot")]
    from: String,
}

/// Whatever it may be.
#[derive(Debug, Error, ServiceError)]
#[error("odd")]
#[service_error(parent = OrdersError, local, members, out)]
struct Odd<T: std::fmt::Debug + Serialize + Send + Sync> {
    what: T,
    count: u8,
}

/// Whatever has to do with money.
#[derive(ServiceError)]
#[service_error(category, parent = OrdersError)]
enum Payment {}

#[derive(Debug, Error, ServiceError)]
#[service_error(parent = Payment)]
enum Card {
    #[error("declined")]
    #[service_error(code = "Declined", retryable(throttling))]
    Declined(#[wire(retry_after)] u64),
    #[error("lost")]
    #[service_error(code = "Lost", local)]
    Lost,
}

catalog! {
    static LISTED: OrdersError = [Card];
}

fn contract() -> Contract {
    Contract::of(Classifier::of::<OrdersError>())
}

fn member<'a>(contract: &'a Contract, class: &str, name: &str) -> &'a Member {
    let class = contract.classes.values().find(|each| each.name == class).unwrap();
    class.members.iter().find(|member| member.name == name).unwrap()
}

#[test]
fn every_class_stands_there_by_its_identity_and_so_do_ancestors_from_outside() {
    let contract = contract();
    let kinds: BTreeMap<_, _> = contract.classes.iter().map(|(id, class)| (id.as_str(), class.kind)).collect();
    let expected = [
        ("described::Card", Kind::Category),
        ("described::Card::Declined", Kind::Wire),
        ("described::Card::Lost", Kind::Local),
        ("described::Gone", Kind::Wire),
        ("described::Odd", Kind::Local),
        ("described::OutOfStock", Kind::Wire),
        ("described::Payment", Kind::Category),
        ("described::Refused", Kind::Local),
        // `AlreadyExists` is named, and `Conflict` stands above it.
        ("errtax_core::category::AlreadyExists", Kind::Outside),
        ("errtax_core::category::Conflict", Kind::Outside),
        ("orders::Base", Kind::Wire),
    ];
    assert_eq!(kinds, BTreeMap::from(expected));
    assert_eq!(contract.root, "orders::Base");
    for (id, parent) in [
        ("orders::Base", None),
        ("described::Card", Some("described::Payment")),
        ("described::Card::Lost", Some("described::Card")),
        ("errtax_core::category::AlreadyExists", Some("errtax_core::category::Conflict")),
    ] {
        assert_eq!(contract.classes[id].parent.as_deref(), parent, "{id}");
    }
}

#[test]
fn facts_stand_there_as_they_hold() {
    let contract = contract();
    let class = &contract.classes["described::OutOfStock"];
    assert_eq!(
        (class.code.as_deref(), class.service.as_deref(), class.status),
        (Some("OutOfStock"), Some("orders"), Some(409))
    );
    assert_eq!(
        (class.fault, class.retry),
        (Some(errtax::contract::Fault::Client), Some(errtax::contract::Retry::Never))
    );
    assert_eq!(class.also, ["errtax_core::category::AlreadyExists"]);
    assert_eq!(class.docs, "There is too little of it.\n\n- order less");
    let rules = class.rules.iter().map(|rule| (rule.code.as_deref(), rule.prefix.as_deref(), rule.service.as_deref()));
    assert!(rules.eq([(Some("E7"), None, Some("legacy")), (Some("NoStock"), None, None), (None, Some("Stock"), None)]));
    let (legacy, alias) = (&class.rules[0], &class.rules[1]);
    assert_eq!((legacy.retry, alias.retry), (Some(errtax::contract::Retry::Transient), None));
    assert_eq!((&*legacy.texts, &*alias.texts), (&[][..], &["{sku} is gone".to_owned()][..]));
    assert_eq!(contract.classes["described::Card::Lost"].status, Some(400), "inherited");
}

#[test]
fn a_field_says_where_it_stands_its_type_and_whether_it_may_be_missing() {
    let contract = contract();
    let members = &contract.classes["described::OutOfStock"].members;
    let facts = members.iter().map(|each| (each.place, &*each.name, &*each.r#type, each.optional));
    assert!(facts.eq([
        (Place::Member, "Left", "Option<u32>", true),
        (Place::Member, "chain", "Chain", false),
        (Place::Member, "crates", "Vec<Crate>", false),
        (Place::Member, "reason", "Reason", true),
        (Place::Member, "shelf", "Shelf", false),
        (Place::Member, "sku", "String", false),
        (Place::Header, "x-depot", "Option<String>", true),
        (Place::RequestId, "", "Option<String>", true),
        (Place::Context, "customer", "Option<String>", true),
    ]));
    assert_eq!(member(&contract, "OutOfStock", "sku").docs, "What is gone.");
    let delay = &contract.classes["described::Card::Declined"].members;
    assert!(delay.iter().map(|each| (each.place, each.optional)).eq([(Place::RetryAfter, false)]));
}

#[test]
fn a_class_carries_what_its_base_does() {
    let contract = contract();
    let carried = |class: &str| -> Vec<(Place, String)> {
        contract.classes[class].members.iter().map(|each| (each.place, each.name.clone())).collect()
    };
    let mut expected = carried("described::OutOfStock");
    expected.insert(5, (Place::Member, "since".to_owned()));
    expected.sort();
    assert_eq!(carried("described::Gone"), expected);
    let depot = &contract.classes["described::Gone"].members.iter().find(|each| each.name == "x-depot").unwrap();
    assert_eq!((&*depot.r#type, depot.optional), ("String", false), "one value, as the class itself reads it");
    assert!(
        contract.classes["described::Refused"].members.iter().all(|each| each.name != "sku"),
        "a parent is no base"
    );
}

#[test]
fn an_enum_says_which_names_it_knows_and_whether_it_takes_others() {
    let contract = contract();
    let values = |name| member(&contract, "OutOfStock", name).values.clone();
    let names = |known: [&str; 2], open| Some(Values { known: known.map(str::to_owned).into(), open });
    assert_eq!(values("reason"), names(["SOLD_OUT", "RECALLED"], true));
    assert_eq!(values("shelf"), names(["Top", "Bottom"], false));
    assert_eq!(values("sku"), None);
    assert_eq!(values("crates"), None, "the names inside of a struct are not its own");
}

#[test]
fn a_sample_is_what_the_type_reads() {
    let contract = contract();
    let sample = |name| member(&contract, "OutOfStock", name).sample.clone().unwrap();
    assert_eq!(sample("reason"), "SOLD_OUT");
    assert_eq!(sample("shelf"), "Top");
    let read: Vec<Crate> = serde_json::from_value(sample("crates")).unwrap();
    assert_eq!(read[0].inside.len(), 1, "it ends somewhere, and not at once");
}

#[test]
fn what_only_goes_out_is_a_member_too() {
    let contract = contract();
    let members = &contract.classes["described::Refused"].members;
    let facts = members.iter().map(|each| (&*each.name, each.out, each.optional, each.sample.is_some()));
    assert!(facts.eq([("at", true, true, true), ("why", true, false, false)]), "and a field without a role is none");
}

#[test]
fn a_generic_class_says_what_it_carries_and_not_what_that_reads() {
    let contract = contract();
    let members = &contract.classes["described::Odd"].members;
    let facts = members.iter().map(|each| (&*each.name, &*each.r#type, each.out, each.sample.is_some()));
    assert!(facts.eq([("count", "u8", true, false), ("what", "T", true, false)]));
}

#[test]
fn a_catalog_describes_what_it_lists() {
    let classifier = Classifier::new(&LISTED);
    let contract = Contract::of(&classifier);
    let names: Vec<_> = contract.classes.values().map(|class| (&*class.name, class.kind)).collect();
    let expected = [
        ("Card", Kind::Category),
        ("Card::Declined", Kind::Wire),
        ("Card::Lost", Kind::Local),
        ("Payment", Kind::Category),
        ("OrdersError", Kind::Wire),
    ];
    assert_eq!(names, expected);
}
