//! Errors as a caller constructs them.

use errtax::Error;
use powertools_idempotency::{
    BaseError, DataRecord, IdempotencyAlreadyInProgressError, IdempotencyInconsistentStateError,
    IdempotencyInvalidStatusError, IdempotencyItemAlreadyExistsError, IdempotencyItemNotFoundError,
    IdempotencyKeyError, IdempotencyModelTypeError, IdempotencyNoSerializationModelError,
    IdempotencyPersistenceConfigError, IdempotencyPersistenceConnectionError, IdempotencyPersistenceConsistencyError,
    IdempotencyPersistenceLayerError, IdempotencyValidationError,
};
use serde_json::Value;
use testbed::Case;

/// An error of that class, with those arguments.
pub(crate) fn constructed(case: &Case) -> Error {
    let arguments = case.input["args"].as_array().into_iter().flatten();
    let mut arguments = arguments.map(|argument| argument_text(argument.as_str().unwrap()));
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

/// An argument is a text, or an exception as Python writes it: what that says is its own argument.
fn argument_text(argument: &str) -> String {
    let in_quotes = argument.strip_suffix("\")").and_then(|argument| argument.split_once("(\""));
    in_quotes.map_or(argument, |(_, text)| text).to_owned()
}

/// `DataRecord(key,STATUS)`.
fn record(written: &str) -> DataRecord {
    let inside = written.strip_prefix("DataRecord(").and_then(|written| written.strip_suffix(')')).unwrap();
    let (key, status) = inside.split_once(',').unwrap();
    DataRecord::new(key, status.parse().unwrap())
}

#[test]
fn every_class_of_the_original_can_be_constructed() {
    let Some(classes) = testbed::corpus::<Value>("seeds/powertools_classes.json") else { return };
    for class in classes["classes"].as_array().unwrap() {
        let name = class["class"].as_str().unwrap();
        let case = serde_json::json!({"id": name, "kind": "construct", "input": {"class": name, "args": ["a", "b"]}});
        let error = constructed(&serde_json::from_value(case).unwrap());
        assert_eq!((error.taxon().name(), error.to_string().as_str()), (name, "a - (b)"));
        assert_eq!(class["suggested_http_status"].as_u64(), error.taxon().status().map(u64::from), "{name}");
    }
}
