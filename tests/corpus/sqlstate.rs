//! PostgreSQL's SQLSTATE codes.

use errtax::wire::sqlstate;
use errtax::{Classifier, ServiceError, Unclassified};
use serde::Deserialize;
use thiserror::Error;

use super::rows;

#[derive(Deserialize)]
struct Row {
    class: String,
    code: String,
    severity: String,
    name: String,
}

#[derive(Debug, Error, ServiceError)]
#[error("database")]
struct DbError;

#[derive(Debug, Error, ServiceError)]
#[error("constraint {constraint:?}")]
#[service_error(parent = DbError)]
#[wire(code = "23*")]
struct Integrity {
    #[wire(member)]
    constraint: Option<String>,
}

#[derive(Debug, Error, ServiceError)]
#[error("unique")]
#[service_error(parent = DbError, code = "23505")]
struct Unique;

#[derive(Debug, Error, ServiceError)]
#[error("run it again")]
#[service_error(parent = DbError, retryable)]
#[wire(code("40001", "40P01"))]
struct RunAgain;

#[derive(Debug, Error, ServiceError)]
#[error("rolled back")]
#[service_error(parent = DbError)]
#[wire(code = "40*")]
struct RolledBack;

#[test]
fn every_code_is_read_and_falls_into_its_class() {
    let Some(rows) = rows::<Row>("sqlstate.csv") else { return };
    let classifier = Classifier::of::<DbError>();
    let mut count = 0;
    for Row { class, code, severity, name } in &rows {
        let fields = format!("S{severity}\0C{code}\0M{name}\0nconstraint of {name}\0\0");
        let length = u32::try_from(fields.len() + 4).unwrap().to_be_bytes();
        let message = [b"E", &length[..], fields.as_bytes()].concat();
        let by_hand = sqlstate::decode(code, name.as_str(), [("constraint", format!("constraint of {name}"))]);
        for response in [sqlstate::decode_message(&message), sqlstate::decode_message(fields.as_bytes()), by_hand] {
            assert_eq!((response.code(), response.message()), (Some(&**code), Some(&**name)));
            let expected = match (&**code, &**class) {
                ("23505", _) => "Unique",
                (_, "23") => "Integrity",
                ("40001" | "40P01", _) => "RunAgain",
                (_, "40") => "RolledBack",
                _ => "DbError",
            };
            assert_eq!(classifier.taxon(&response).name(), expected, "{code}");
            let error = classifier.classify(response);
            assert_eq!(error.is_retryable(), expected == "RunAgain", "{code}");
            assert_eq!(error.downcast_ref::<Unclassified>().is_some(), expected == "DbError", "{code}");
            if let Some(integrity) = error.downcast_ref::<Integrity>() {
                assert_eq!(integrity.constraint.as_deref(), Some(&*format!("constraint of {name}")));
            }
        }
        count += 1;
    }
    println!("sqlstate.csv: {count} codes");
    assert_eq!(count, 266);
}
