//! SQL databases: what drivers know of an error, and PostgreSQL's own messages.

use errtax::wire::sqlstate;
use errtax::{ErrorResponse, ServiceError};
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("database: {response}")]
struct DbError {
    #[wire(response)]
    response: ErrorResponse,
}

#[derive(Debug, Error, ServiceError)]
#[error("{table:?}.{constraint:?}")]
#[service_error(parent = DbError, members)]
#[wire(code = "23*")]
struct ConstraintError {
    schema: Option<String>,
    table: Option<String>,
    constraint: Option<String>,
    line: Option<u32>,
}

const FIELDS: &[u8] = b"SFEHLER\0VERROR\0C23505\0Mduplicate key\0DKey (id)=(7) exists.\0Htry 8\0P10\0p11\0qSELECT\0\
    WPL/pgSQL\0sshop\0torders\0cid\0dint4\0norders_pkey\0Fnbtinsert.c\0L664\0R_bt_check_unique\0Zlater\0\0";

fn framed(kind: u8, length: u32, fields: &[u8]) -> Vec<u8> {
    [&[kind], &length.to_be_bytes()[..], fields].concat()
}

#[test]
fn every_field_is_a_member() {
    for message in [FIELDS.to_vec(), framed(b'E', 200, FIELDS), framed(b'N', 4, FIELDS)] {
        let response = sqlstate::decode_message(&message);
        assert_eq!((response.code(), response.message()), (Some("23505"), Some("duplicate key")));
        assert_eq!(response.body(), Some(&*message));
        for (name, value) in [
            ("severity", "ERROR"),
            ("detail", "Key (id)=(7) exists."),
            ("hint", "try 8"),
            ("internal_query", "SELECT"),
            ("where", "PL/pgSQL"),
            ("schema", "shop"),
            ("table", "orders"),
            ("column", "id"),
            ("data_type", "int4"),
            ("constraint", "orders_pkey"),
            ("file", "nbtinsert.c"),
            ("routine", "_bt_check_unique"),
            ("Z", "later"),
        ] {
            assert_eq!(response.member::<String>(name).unwrap().as_deref(), Some(value), "{name}");
        }
        for (name, value) in [("position", 10), ("internal_position", 11), ("line", 664)] {
            assert_eq!(response.member::<u32>(name).unwrap(), Some(value), "{name}");
        }
        assert_eq!(response.member::<String>("X").unwrap(), None);
        let error = errtax::classify::<DbError>(response);
        let constraint = error.downcast_ref::<ConstraintError>().unwrap();
        assert_eq!(constraint.constraint.as_deref(), Some("orders_pkey"));
        assert_eq!((constraint.schema.as_deref(), constraint.line), (Some("shop"), Some(664)));
    }
    let old = sqlstate::decode_message(b"SERROR\0\0");
    assert_eq!(old.member::<String>("severity").unwrap().as_deref(), Some("ERROR"), "before PostgreSQL 9.6");
}

#[test]
fn a_length_is_never_believed() {
    for length in [0, 1, 4, 0x3fff_ffff] {
        assert_eq!(sqlstate::decode_message(&framed(b'E', length, FIELDS)).code(), Some("23505"), "{length}");
    }
    let text = sqlstate::decode_message(b"Ecould not fork new process for connection: no memory\n\0");
    assert_eq!(text.message(), Some("could not fork new process for connection: no memory"));
    assert_eq!((text.code(), text.member::<String>("detail").unwrap()), (None, None));
}

#[test]
fn what_a_driver_does_not_have_is_absent() {
    let fields = [("table", Some("orders")), ("constraint", None)];
    let error = errtax::classify::<DbError>(sqlstate::decode("23503", String::from("no such order"), fields));
    let constraint = error.downcast_ref::<ConstraintError>().unwrap();
    assert_eq!((constraint.table.as_deref(), constraint.constraint.as_deref()), (Some("orders"), None));
    assert_eq!((error.code(), error.message().as_deref()), (Some("23503"), Some("no such order")));
    for empty in ["", "  "] {
        assert_eq!(sqlstate::decode(empty, "x", sqlstate::NO_FIELDS).code(), None);
    }
    let numbers = sqlstate::decode("42601", "syntax", [("position", 10_u32)]);
    assert_eq!(numbers.member::<u32>("position").unwrap(), Some(10));
}

/// Decodes, and checks what must hold for any bytes.
fn decode(message: &[u8]) -> ErrorResponse {
    let response = sqlstate::decode_message(message);
    assert_eq!(response.protocol(), Some("sqlstate"));
    assert_eq!(response.body(), Some(message).filter(|message| !message.is_empty()));
    let error = errtax::classify::<DbError>(response.clone());
    let shown = format!("{error} {error:?}");
    assert!(!shown.chars().any(char::is_control), "{shown}");
    response
}

#[test]
fn every_prefix_of_a_message_is_an_answer() {
    let message = framed(b'E', 200, FIELDS);
    for end in 0..=message.len() {
        decode(&message[..end]);
        decode(&FIELDS[..end.min(FIELDS.len())]);
    }
    assert_eq!(decode(b"SERROR\0C235").code(), Some("235"), "as far as it goes");
    assert_eq!(decode(b"C23505\0\0Mafter the end\0").message(), None);
    assert_eq!(decode(b"C23505\0C23503\0").code(), Some("23503"), "of two, the last");
}

#[test]
fn a_byte_changed_anywhere_is_an_answer() {
    let message = framed(b'E', 60, b"SERROR\0C23505\0Mduplicate\0nkey\0L7\0\0");
    for place in 0..message.len() {
        for byte in 0..=255 {
            let mut message = message.clone();
            message[place] = byte;
            decode(&message);
        }
    }
}
