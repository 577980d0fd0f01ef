//! The classes say what the service's own model says: which errors there are, with which members and values.

use errtax::{ErrorResponse, Fault, Members, Retry};
use identitystore::{AwsError, calling};
use serde::Deserialize;
use serde_json::{Map, Value};

#[derive(Deserialize)]
struct Model {
    errors: Vec<Error>,
}

#[derive(Deserialize)]
struct Error {
    shape: String,
    #[serde(rename = "error_code")]
    code: String,
    members: Map<String, Value>,
    fault: bool,
    retryable: Option<Retryable>,
}

#[derive(Deserialize)]
struct Retryable {
    throttling: bool,
}

impl Error {
    /// An answer with all members: of an enum, the value that `chosen` names.
    fn answer(&self, chosen: &dyn Fn(&[Value]) -> Value) -> ErrorResponse {
        let value = |member: &Value| match (&member["enum"], member["type"].as_str()) {
            (Value::Array(values), _) => chosen(values),
            (_, Some("string")) => "text".into(),
            (_, Some("integer")) => 7.into(),
            other => panic!("{other:?}"),
        };
        let response = calling("CreateUser")(ErrorResponse::new().with_code(&*self.code));
        self.members.iter().fold(response, |response, (name, member)| response.with_member(name, value(member)))
    }
}

fn errors() -> Option<Vec<Error>> {
    testbed::corpus("aws_identitystore_errors.json").map(|Model { errors }| errors)
}

#[test]
fn each_error_of_the_model_is_a_class() {
    let Some(errors) = errors() else { return };
    assert_eq!(errors.len(), identitystore::exceptions().count());
    for error in &errors {
        let class = identitystore::from_code(&error.code);
        let retry = error.retryable.as_ref().map(|it| if it.throttling { Retry::Throttling } else { Retry::Transient });
        assert_eq!(class.name(), error.shape);
        assert_eq!(class.fault(), Some(if error.fault { Fault::Server } else { Fault::Client }), "{}", error.shape);
        assert_eq!(class.retry(), retry, "{}", error.shape);
        assert!(!class.docs().is_empty());
    }
}

#[test]
fn each_member_of_the_model_is_a_typed_field() {
    for error in errors().unwrap_or_default() {
        let mut members = Members::new();
        let classified = errtax::classify::<AwsError>(error.answer(&|values| values[0].clone()));
        classified.own_members(&mut members);
        let mut names: Vec<_> = members.names().collect();
        let mut modelled: Vec<_> = error.members.keys().map(String::as_str).collect();
        names.sort_unstable();
        modelled.sort_unstable();
        assert_eq!(names, modelled, "{}", error.shape);
    }
}

#[test]
fn each_value_of_the_model_has_a_name_and_a_new_one_is_kept() {
    for error in errors().unwrap_or_default() {
        let values = error.members.values().filter_map(|member| member["enum"].as_array()).map(Vec::len).max();
        for at in 0..values.unwrap_or_default() {
            let classified = errtax::classify::<AwsError>(error.answer(&|values| values[at % values.len()].clone()));
            assert!(!format!("{classified:?}").contains("Unknown("), "{classified:?}");
        }
        if values.is_some() {
            let classified = errtax::classify::<AwsError>(error.answer(&|_| "BRAND_NEW".into()));
            assert!(format!("{classified:?}").contains(r#"Unknown("BRAND_NEW")"#), "{classified:?}");
        }
    }
}
