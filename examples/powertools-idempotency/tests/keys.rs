//! Keys are the original's, so that functions in both languages share a table. The hashes are of Python 3.11:
//! `hashlib.md5(json.dumps(data, sort_keys=True).encode()).hexdigest()`.

use powertools_idempotency::{Config, IdempotencyKeyError, IdempotencyPersistenceConfigError};
use serde_json::{Value, json};

fn hash(event: Value) -> String {
    let key = Config::new("f").key(&event).unwrap().unwrap();
    key.strip_prefix("f#").unwrap().to_owned()
}

#[test]
fn numbers_are_written_as_python_writes_them() {
    let event = serde_json::from_str(r#"[0, -7, 18446744073709551615, 1.0, 0.1, -0.0, 1000000000000000.0, 1e+16, 1.5e+300, 0.0001, 1e-05, -2.5e-07]"#).unwrap();
    assert_eq!(hash(event), "e34204403f0fb280ee1066094d0af8a0");
}

#[test]
fn members_are_sorted_at_every_depth() {
    let event = serde_json::from_str(r#"{"b": {"z": 1, "a": [{"y": 2, "x": null}]}, "a": true, "B": "1"}"#).unwrap();
    assert_eq!(hash(event), "c480c26114a8d9cafa155beba0d0e6f3");
}

#[test]
fn texts_are_written_in_ascii() {
    let event = serde_json::from_str(r#""caf\u00e9 \ud83e\udd80 \"q\" \\ \n \u0000 \u007f \u2028""#).unwrap();
    assert_eq!(hash(event), "b84d39ac6f46e069655d4a9f2e7d0ca3");
}

#[test]
fn a_key_is_a_part_of_the_event_or_several() {
    let key =
        |expression: &str, event: Value| Config::new("f").with_event_key(expression).unwrap().key(&event).unwrap();
    let event = json!({"order": {"id": "A-7"}, "sent": "10:02"});
    assert_eq!(key("order.id", event.clone()), Config::new("f").key(&json!("A-7")).unwrap());
    assert_eq!(key("[order.id, sent]", event.clone()), Config::new("f").key(&json!(["A-7", "10:02"])).unwrap());
    assert_eq!(key("{id: order.id}", event), Config::new("f").key(&json!({"id": "A-7"})).unwrap());
}

#[test]
fn nothing_is_no_key_and_neither_is_a_list_of_nothing() {
    let key = |event: Value| Config::new("f").key(&event).unwrap();
    for event in [json!(null), json!(""), json!([]), json!([null, null]), json!({}), json!({"id": null})] {
        assert_eq!(key(event.clone()), None, "{event}");
    }
    for event in [json!(0), json!(false), json!(" "), json!([null, 0]), json!({"id": null, "of": ""})] {
        assert!(key(event.clone()).is_some(), "{event}");
    }
}

#[test]
fn an_event_without_the_key_that_it_must_have_is_an_error() {
    let config = Config::new("f").with_event_key("id").unwrap();
    assert_eq!(config.key(&json!({"x": 1})).unwrap(), None);
    let error: IdempotencyKeyError = config.raising_without_key().key(&json!({"x": 1})).unwrap_err();
    assert_eq!(error.to_string(), "No data found to create a hashed idempotency_key");
}

#[test]
fn an_expression_that_does_not_fit_the_event_says_why() {
    let config = Config::new("f").with_event_key("length(id)").unwrap();
    let error = config.key(&json!({"id": 7})).unwrap_err();
    assert!(error.to_string().starts_with("No data found to create a hashed idempotency_key - ("), "{error}");
    assert!(std::error::Error::source(&error).unwrap().is::<jmespath::JmespathError>());
}

#[test]
fn what_is_no_expression_is_refused_at_once() {
    let error: IdempotencyPersistenceConfigError = Config::new("f").with_payload_validation("a[").unwrap_err();
    assert!(error.to_string().starts_with("`a[` is no expression - ("), "{error}");
}

/// As the original has it: no hash where nothing is to be compared, else one of what was found.
#[test]
fn a_payload_is_hashed_where_it_is_to_be_compared() {
    let event = json!({"id": 1, "amount": 7});
    assert_eq!(Config::new("f").payload_hash(&event).unwrap(), "");
    let config = Config::new("f").with_payload_validation("amount").unwrap();
    assert_eq!(config.payload_hash(&event).unwrap(), hash(json!(7)));
}
