//! Keys are the original's, so that functions in both languages share a table. The hashes are of Python 3.11:
//! `hashlib.md5(json.dumps(data, sort_keys=True).encode()).hexdigest()`.

use std::error::Error as _;

use powertools_idempotency::{
    Call, Config, IdempotencyKeyError, IdempotencyPersistenceConfigError, IdempotencyPersistenceLayerError,
};
use serde_json::{Value, json};

fn hash(event: &str) -> String {
    let key = Config::new("f").key(&serde_json::from_str(event).unwrap()).unwrap().unwrap();
    key.strip_prefix("f#").unwrap().to_owned()
}

#[test]
fn numbers_are_written_as_python_writes_them() {
    let integers = "0, -7, 18446744073709551615, ";
    let floats = "1.0, 0.1, -0.0, 1000000000000000.0, 1e+16, 1.5e+300, 0.0001, 1e-05, -2.5e-07";
    assert_eq!(hash(&format!("[{integers}{floats}]")), "e34204403f0fb280ee1066094d0af8a0");
}

#[test]
fn members_are_sorted_at_every_depth() {
    let event = r#"{"b": {"z": 1, "a": [{"y": 2, "x": null}]}, "a": true, "B": "1"}"#;
    assert_eq!(hash(event), "c480c26114a8d9cafa155beba0d0e6f3");
}

#[test]
fn texts_are_written_in_ascii() {
    let event = r#""caf\u00e9 \ud83e\udd80 \"q\" \\ \n \u0000 \u007f \u2028""#;
    assert_eq!(hash(event), "b84d39ac6f46e069655d4a9f2e7d0ca3");
}

#[test]
fn a_key_is_a_part_of_the_event_or_several() {
    let event = json!({"order": {"id": "A-7"}, "sent": "10:02"});
    let parts = [
        ("order.id", json!("A-7")),
        ("[order.id, sent]", json!(["A-7", "10:02"])),
        ("{id: order.id}", json!({"id": "A-7"})),
    ];
    for (expression, part) in parts {
        let config = Config::new("f").with_event_key(expression).unwrap();
        assert_eq!(config.key(&event).unwrap(), Config::new("f").key(&part).unwrap(), "{expression}");
    }
}

#[test]
fn nothing_is_no_key_and_neither_is_a_list_of_nothing() {
    let key = |event: &Value| Config::new("f").key(event).unwrap();
    for event in [json!(null), json!(""), json!([]), json!([null, null]), json!({}), json!({"id": null})] {
        assert_eq!(key(&event), None, "{event}");
    }
    for event in [json!(0), json!(false), json!(" "), json!([null, 0]), json!({"id": null, "of": ""})] {
        assert!(key(&event).is_some(), "{event}");
    }
}

#[test]
fn an_event_without_the_key_that_it_must_have_is_an_error() {
    let config = Config::new("f").with_event_key("id").unwrap();
    assert_eq!(config.key(&json!({"x": 1})).unwrap(), None);
    let error = config.raising_without_key().key(&json!({"x": 1})).unwrap_err();
    assert!(error.is_a::<IdempotencyKeyError>(), "{error:?}");
    assert_eq!(error.to_string(), "No data found to create a hashed idempotency_key");
}

/// As the original has it, which finds both where it saves the record: neither is a missing key.
#[test]
fn an_expression_that_does_not_fit_the_event_says_why() {
    let of_key = Config::new("f").with_event_key("length(id)").unwrap().key(&json!({"id": 7})).unwrap_err();
    let of_payload = Config::new("f").with_payload_validation("length(id)").unwrap();
    for error in [of_key, of_payload.payload_hash(&json!({"id": 7})).unwrap_err()] {
        let failed: &IdempotencyPersistenceLayerError = error.downcast_ref().unwrap();
        assert_eq!((failed.call, error.is_retryable()), (Some(Call::Put), false));
        assert!(error.to_string().starts_with("Failed to save in progress record to idempotency store - ("), "{error}");
        assert!(error.source().unwrap().is::<jmespath::JmespathError>());
    }
}

/// Most of the original's examples have a body in JSON.
#[test]
fn a_key_may_lie_in_a_text() {
    let event = json!({"body": r#"{"id": 5}"#, "data": "NQ==", "none": "{", "bytes": "/w=="});
    let key = |expression: &str| Config::new("f").with_event_key(expression).unwrap().key(&event);
    assert_eq!(key("powertools_json(body).id").unwrap(), Config::new("f").key(&json!(5)).unwrap());
    assert_eq!(key("powertools_base64(data)").unwrap(), Config::new("f").key(&json!("5")).unwrap());
    assert_eq!(key("powertools_json(powertools_base64(data))").unwrap(), Config::new("f").key(&json!(5)).unwrap());
    for unfit in [
        "powertools_json(none)",
        "powertools_json(missing)",
        "powertools_json(body, body)",
        "powertools_json()",
        "powertools_base64(none)",
        "powertools_base64(bytes)",
        "powertools_nothing(body)",
    ] {
        assert!(key(unfit).unwrap_err().is_a::<IdempotencyPersistenceLayerError>(), "{unfit}");
    }
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
    assert_eq!(config.payload_hash(&event).unwrap(), hash("7"));
}
