//! Problem details: the examples of RFC 9457 and what follows from its MUSTs.

use std::collections::BTreeMap;

use errtax::wire::problem;
use serde::Deserialize;
use serde_json::Value;

use super::cases;

#[derive(Deserialize)]
struct Case {
    id: String,
    status: u16,
    headers: BTreeMap<String, String>,
    body: String,
    valid_json: Option<bool>,
    #[serde(default)]
    expect: Value,
}

#[test]
fn problems_are_read_as_the_specification_says() {
    let Some(cases) = cases::<Case>("problem_json.json") else { return };
    let mut count = 0;
    for Case { id, status, headers, body, valid_json, expect } in &cases {
        let response = problem::decode(*status, headers, body.as_bytes());
        assert_eq!(response.status(), Some(*status), "{id}");
        assert_eq!(response.body(), Some(body.as_bytes()), "{id}");
        for (name, value) in headers {
            assert_eq!(response.header(name), Some(&**value), "{id}");
        }
        let text = |name| response.member::<String>(name).unwrap();
        let stated = serde_json::from_str::<BTreeMap<String, Value>>(body).unwrap_or_default();
        if *valid_json != Some(false) && expect.get("problem").is_none() {
            let r#type = expect["type"].as_str().or(stated.get("type").and_then(Value::as_str));
            assert_eq!(response.code(), r#type.filter(|uri| *uri != "about:blank"), "{id}");
            assert_eq!(text("type").as_deref(), r#type.or(Some("about:blank")), "{id}");
            let member = |name: &str| stated.get(name).filter(|value| value.is_string()).and_then(Value::as_str);
            assert_eq!(response.message(), member("detail").or(member("title")), "{id}");
            for (name, value) in &stated {
                let is_defined = ["type", "title", "detail", "instance", "status"].contains(&&**name);
                if !is_defined {
                    assert_eq!(response.member::<Value>(name).unwrap().as_ref(), Some(value), "{id}: {name}");
                }
            }
        } else {
            assert_eq!(response.message(), None, "{id}");
        }
        for name in ["title", "detail"] {
            if let Some(expected) = expect.get(name) {
                assert_eq!(text(name).as_deref(), expected.as_str(), "{id}: {name}");
            }
        }
        if let Some(expected) = expect.get("status_member") {
            assert_eq!(response.member::<u64>("status").unwrap(), expected.as_u64(), "{id}");
        }
        if let Some(expected) = expect.get("extensions") {
            for (name, value) in expected.as_object().unwrap() {
                assert_eq!(response.member::<Value>(name).unwrap().as_ref(), Some(value), "{id}: {name}");
            }
        }
        count += 1;
    }
    println!("problem_json.json: {count} problems");
    assert_eq!(count, 19);
}
