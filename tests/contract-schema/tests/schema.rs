//! The JSON Schema of contract files says what is written, and refuses what the reader does.

use errtax::contract::{Contract, Retry, Rule, SAMPLE, Values};
use errtax::{Classifier, ServiceError, category};
use jsonschema::Validator;
use serde_json::{Value, json};
use thiserror::Error;

const SCHEMA: &str = include_str!("../../../errtax-contract/contract.schema.json");

/// What went wrong with an order.
#[derive(Debug, Error, ServiceError)]
#[error("orders")]
#[service_error(
    service = "orders",
    status = 400,
    retryable = false,
    problem = "https://example.com/probs/",
    domain = "a.b"
)]
#[wire(fallback)]
struct OrdersError;

/// There is too little of it.
#[derive(Debug, Error, ServiceError)]
#[error("out of stock: {sku}")]
#[service_error(parent = OrdersError, code = "OUT_OF_STOCK", status = 409, also(category::Conflict), expose, out)]
#[wire(code("NoStock", "Stock*"), text = "{sku} is gone")]
#[wire(service = any, operation = "Put", code = "E7", message_prefix = "gone", status = 404, retryable(throttling))]
#[wire(transport)]
#[wire(transport(timeout))]
struct OutOfStock {
    /// What is gone.
    #[wire(member)]
    sku: String,
    #[wire(member)]
    shelf: Option<Shelf>,
    #[wire(header = "x-depot")]
    depot: Option<String>,
    #[wire(context)]
    customer: Option<String>,
    #[wire(request_id)]
    id: Option<String>,
    #[wire(retry_after)]
    after: Option<u32>,
    #[wire(message)]
    message: Option<String>,
}

#[derive(Debug, serde::Serialize, serde::Deserialize)]
enum Shelf {
    Top,
    Bottom,
}

/// The program's own mistake.
#[derive(Debug, Error, ServiceError)]
#[error("refused: {0}")]
#[service_error(parent = OrdersError, code = "REFUSED", local)]
struct Refused(&'static str);

/// A network.
#[derive(Debug, ServiceError)]
#[service_error(category, parent = OrdersError, retryable)]
enum Network {}

fn schema() -> Validator {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    jsonschema::draft202012::meta::validate(&schema).unwrap();
    jsonschema::draft202012::new(&schema).unwrap()
}

#[track_caller]
fn valid(file: &str) {
    let file: Value = serde_json::from_str(file).unwrap();
    let errors: Vec<String> =
        schema().iter_errors(&file).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn what_is_written_of_a_tree_is_valid() {
    let contract = Contract::of(Classifier::of::<OrdersError>());
    let file = contract.to_json();
    for word in
        ["category", "wire", "local", "outside", "context", "retry_after", "request_id", "\"message\"", "transport"]
    {
        assert!(file.contains(word), "{word} is in none of it: {file}");
    }
    valid(&file);
    valid(SAMPLE);
}

#[test]
fn whatever_a_class_may_say_is_valid() {
    let mut contract = Contract::from_json(SAMPLE).unwrap();
    let class = contract.classes.get_mut("orders::OutOfStock").unwrap();
    class.rules = vec![Rule {
        code: Some("A".into()),
        prefix: Some("B".into()),
        service: Some("*".into()),
        operation: Some("Put".into()),
        message_prefix: Some("gone".into()),
        status: Some(404),
        transport: Some("timeout".into()),
        fallback: true,
        retry: Some(Retry::Transient),
        texts: vec!["{message}".into()],
    }];
    class.members[0].values = Some(Values { known: vec!["A".into()], open: true });
    class.members[0].sample = Some(json!({"any": [1, null]}));
    class.members[0].docs = "Of it.".into();
    valid(&contract.to_json());
}

#[test]
fn what_the_schema_refuses_the_reader_refuses_too() {
    let sample: Value = serde_json::from_str(SAMPLE).unwrap();
    let class = "/classes/orders::OutOfStock";
    let broken = [
        ("/errtax_contract".to_owned(), json!("1")),
        ("/errtax_contract".to_owned(), json!(2)),
        ("/root".to_owned(), json!(null)),
        ("/classes".to_owned(), json!([])),
        (class.to_owned(), json!({"name": "OutOfStock"})),
        (format!("{class}/kind"), json!("remote")),
        (format!("{class}/also"), json!("a")),
        (format!("{class}/status"), json!(200)),
        (format!("{class}/status"), json!("409")),
        (format!("{class}/fault"), json!("nobody")),
        (format!("{class}/retry"), json!(true)),
        (format!("{class}/exposed"), json!(null)),
        (format!("{class}/rules/0"), json!({"codes": "A"})),
        (format!("{class}/rules/0"), json!({"retry": "often"})),
        (format!("{class}/members/0/place"), json!("trailer")),
        (
            format!("{class}/members/0"),
            json!({"place": "member", "name": "a", "type": "A", "optional": true, "out": true, "values": {"known": ["A"]}}),
        ),
        (format!("{class}/docs"), json!(["a"])),
    ];
    let schema = schema();
    for (place, value) in broken {
        let mut file = sample.clone();
        *file.pointer_mut(&place).unwrap() = value;
        assert!(!schema.is_valid(&file), "{place}");
        assert!(Contract::from_json(&file.to_string()).is_err(), "{place}");
    }
}
