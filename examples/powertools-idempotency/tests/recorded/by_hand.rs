//! Errors as a caller constructs them.

use errtax::Error;
use powertools_idempotency::{
    BaseError, DataRecord, IdempotencyAlreadyInProgressError, IdempotencyInconsistentStateError,
    IdempotencyInvalidStatusError, IdempotencyItemAlreadyExistsError, IdempotencyItemNotFoundError,
    IdempotencyKeyError, IdempotencyModelTypeError, IdempotencyNoSerializationModelError,
    IdempotencyPersistenceConfigError, IdempotencyPersistenceConnectionError, IdempotencyPersistenceConsistencyError,
    IdempotencyPersistenceLayerError, IdempotencyValidationError, Status,
};
use serde_json::{Value, json};
use testbed::Case;

/// An error of that class, with those arguments.
pub(crate) fn constructed(case: &Case) -> Error {
    let arguments = case.input["args"].as_array().into_iter().flatten();
    let mut arguments = arguments.map(argument_text);
    let base = BaseError::new(arguments.next().unwrap_or_default());
    let base = arguments.fold(base, BaseError::with_detail);
    match case.input["class"].as_str().unwrap() {
        "BaseError" => base.into(),
        "IdempotencyItemAlreadyExistsError" => {
            let old_data_record = case.input["kwargs"]["old_data_record"].as_str().map(record);
            IdempotencyItemAlreadyExistsError { base, old_data_record }.into()
        }
        "IdempotencyPersistenceLayerError" => IdempotencyPersistenceLayerError::from(base).into(),
        class => one_of(class, base),
    }
}

fn one_of(class: &str, base: BaseError) -> Error {
    macro_rules! of_base {
        ($($class:ident)*) => {
            $(if class == $class::TAXON.name() {
                return $class(base).into();
            })*
        };
    }
    of_base! {
        IdempotencyItemNotFoundError IdempotencyAlreadyInProgressError IdempotencyInvalidStatusError
        IdempotencyValidationError IdempotencyInconsistentStateError IdempotencyKeyError IdempotencyModelTypeError
        IdempotencyNoSerializationModelError IdempotencyPersistenceConfigError IdempotencyPersistenceConnectionError
        IdempotencyPersistenceConsistencyError
    }
    panic!("a class that is not here: {class}")
}

/// What Python's `str` makes of an argument. An exception stands there as Python writes it: what that says is its own
/// argument.
fn argument_text(argument: &Value) -> String {
    match argument {
        Value::Null => "None".to_owned(),
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        Value::String(text) => exception_text(text).unwrap_or(text).to_owned(),
        other => other.to_string(),
    }
}

/// Of `NAME("TEXT")` or `NAME('TEXT')`, the text.
fn exception_text(written: &str) -> Option<&str> {
    let (name, quoted) = written.strip_suffix(')')?.split_once('(')?;
    let is_name = !name.is_empty() && name.chars().all(|char| char.is_alphanumeric() || "._".contains(char));
    let within = |quote| quoted.strip_prefix(quote)?.strip_suffix(quote);
    within('"').or_else(|| within('\'')).filter(|_| is_name)
}

/// `DataRecord(key,STATUS)`.
fn record(written: &str) -> DataRecord {
    let inside = written.strip_prefix("DataRecord(").and_then(|written| written.strip_suffix(')')).unwrap();
    let (key, status) = inside.split_once(',').unwrap();
    DataRecord { status: status.to_owned(), ..DataRecord::new(key, Status::Completed) }
}

#[test]
fn every_class_of_the_original_can_be_constructed() {
    let Some(classes) = testbed::corpus::<Value>("seeds/powertools_classes.json") else { return };
    for class in classes["classes"].as_array().unwrap() {
        let name = class["class"].as_str().unwrap();
        let case = json!({"id": name, "kind": "construct", "input": {"class": name, "args": ["a", "b"]}});
        let error = constructed(&serde_json::from_value(case).unwrap());
        assert_eq!((error.taxon().name(), error.to_string().as_str()), (name, "a - (b)"));
        assert_eq!(class["suggested_http_status"].as_u64(), error.taxon().status().map(u64::from), "{name}");
    }
}

#[test]
fn an_argument_is_what_pythons_str_makes_of_it() {
    let texts = [
        (json!(null), "None"),
        (json!(true), "True"),
        (json!(7), "7"),
        (json!("v"), "v"),
        (json!("a (\"b\")"), "a (\"b\")"),
        (json!("ValueError(\"v\")"), "v"),
        (json!("botocore.exceptions.Error('v')"), "v"),
        (json!("ValueError()"), "ValueError()"),
    ];
    for (argument, text) in texts {
        assert_eq!(argument_text(&argument), text);
    }
}
