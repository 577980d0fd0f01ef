//! Error formats of a Redis-compatible server, and error replies whose reading was recorded.

use errtax::wire::resp;
use errtax::{ErrorResponse, ServiceError};
use serde::Deserialize;
use serde_json::Value;
use thiserror::Error;

use super::{cases, rows};

#[derive(Deserialize)]
struct Row {
    code: String,
    format: String,
}

/// A format as a server may fill it: the numbers and texts have digits, spaces and colons in them.
fn filled(format: &str) -> String {
    let filled = format.replace("%d %s:%d", "3999 2001:db8::1:6381").replace("%s:%d", "redis-0.local:6380");
    filled.replace("%s", "A b: 1").replace("%S", "-x").replace("%i", "2").replace("%f", "0.5")
}

#[test]
fn every_error_format_of_the_server_gives_its_code() {
    let Some(rows) = rows::<Row>("redis_errors.csv") else { return };
    let mut count = 0;
    for Row { code, format } in &rows {
        let text = filled(format);
        let line = format!("{code} {text}");
        let simple = format!("-{line}\r\n");
        let blob = format!("!{}\r\n{line}\r\n", line.len());
        let array = format!("*3\r\n+QUEUED\r\n{simple}{blob}");
        for reply in [&line, &simple, &blob] {
            let response = resp::decode(reply.as_bytes());
            assert_eq!(response.code(), Some(&**code), "{reply}");
            assert_eq!(response.message().unwrap_or_default(), text, "{reply}");
            assert_eq!(response.body(), Some(reply.as_bytes()));
            if ["MOVED", "ASK"].contains(&&**code) {
                assert_eq!(response.member::<u16>("slot").unwrap(), Some(3999));
                assert_eq!(response.member::<String>("host").unwrap().as_deref(), Some("2001:db8::1"));
                assert_eq!(response.member::<u16>("port").unwrap(), Some(6381));
            }
        }
        let places: Vec<_> =
            resp::errors(array.as_bytes()).map(|(place, error)| (place, error.code() == Some(code))).collect();
        assert_eq!(places, [(vec![0, 1], true), (vec![0, 2], true)]);
        count += 1;
    }
    println!("redis_errors.csv: {count} formats");
    assert_eq!(count, 79);
}

#[derive(Deserialize)]
struct Case {
    id: String,
    input: Value,
    #[serde(default)]
    expected_fields: Value,
}

#[derive(Debug, Error, ServiceError)]
#[error("redis: {response}")]
struct RedisError {
    #[wire(response)]
    response: ErrorResponse,
}

#[derive(Debug, Error, ServiceError)]
#[error("slot {slot:?} is at {host:?}:{port:?}")]
#[service_error(parent = RedisError, members)]
#[wire(code("MOVED", "ASK"))]
struct Redirected {
    slot: Option<u16>,
    host: Option<String>,
    port: Option<u16>,
}

#[test]
fn recorded_replies_give_their_fields() {
    let Some(cases) = cases::<Case>("seeds/coredis_cases.json") else { return };
    let mut count = 0;
    for case in &cases {
        let (Some(wire), Some(line)) = (case.input["wire"].as_str(), case.input["error_line"].as_str()) else {
            continue;
        };
        let error = errtax::classify::<RedisError>(resp::decode(wire.as_bytes()));
        assert_eq!(errtax::classify::<RedisError>(resp::decode(line.as_bytes())).code(), error.code(), "{}", case.id);
        let said = [error.code(), error.response().unwrap().message()];
        assert_eq!(said.into_iter().flatten().collect::<Vec<_>>().join(" "), *line, "{}", case.id);
        if let Some(redirected) = error.downcast_ref::<Redirected>() {
            let fields = &case.expected_fields;
            if !fields["host"].is_null() {
                assert_eq!(redirected.slot.map(Value::from).as_ref(), Some(&fields["slot_id"]), "{}", case.id);
                assert_eq!(redirected.host.as_deref(), fields["host"].as_str(), "{}", case.id);
                assert_eq!(redirected.port.map(Value::from).as_ref(), Some(&fields["port"]), "{}", case.id);
            }
        } else {
            assert!(!line.starts_with("MOVED") && !line.starts_with("ASK"), "{}", case.id);
        }
        count += 1;
    }
    println!("coredis_cases.json: {count} error lines");
    assert!(count > 30, "{count}");
}
