//! Errors of SQL databases: a SQLSTATE (ISO/IEC 9075-2 §24.1: a class of two characters, a subclass of three), a
//! message, and the fields that tell what it is about.
//!
//! A class of the standard is a prefix: `code = "23*"` is every violated integrity constraint. Which errors may be
//! repeated is for the program's own classes to say, since it is the whole transaction that must be repeated:
//! serialization failures and deadlocks (`40001`, `40P01`; PostgreSQL's documentation, "Serialization Failure
//! Handling") by design, a lost connection (`08*`, `57P01` to `57P03`) only where the transaction cannot have been
//! committed.
//!
//! ```
//! use errtax::{ServiceError, category, wire::sqlstate};
//!
//! #[derive(Debug, thiserror::Error, ServiceError)]
//! #[error("database: {response}")]
//! struct DbError { #[wire(response)] response: errtax::ErrorResponse }
//!
//! #[derive(Debug, thiserror::Error, ServiceError)]
//! #[error("the row breaks {constraint:?}")]
//! #[service_error(parent = DbError, also(category::Conflict))]
//! #[wire(code = "23*")]
//! struct ConstraintError { #[wire(member)] constraint: Option<String> }
//!
//! #[derive(Debug, thiserror::Error, ServiceError)]
//! #[error("run the transaction again")]
//! #[service_error(parent = DbError, retryable)]
//! #[wire(code("40001", "40P01"))]
//! struct RunAgain;
//!
//! let unique = [("constraint", Some("users_email_key")), ("table", Some("users")), ("column", None)];
//! let error = errtax::classify::<DbError>(sqlstate::decode("23505", "duplicate key value", unique));
//! assert_eq!(error.downcast_ref::<ConstraintError>().unwrap().constraint.as_deref(), Some("users_email_key"));
//!
//! let error = errtax::classify::<DbError>(sqlstate::decode("40001", "could not serialize access", sqlstate::NO_FIELDS));
//! assert!(error.is_a::<RunAgain>() && error.is_retryable());
//! ```

mod fields;

use alloc::borrow::ToOwned;
use alloc::string::String;

use serde_core::Serialize;

use self::fields::Fields;
use crate::response::ErrorResponse;

/// The protocol's name, as [`ErrorResponse::protocol`] gives it.
const PROTOCOL: &str = "sqlstate";

/// No fields, for a driver that has none to give.
///
/// ```
/// use errtax::wire::sqlstate;
///
/// assert_eq!(sqlstate::decode("57014", "canceling statement", sqlstate::NO_FIELDS).code(), Some("57014"));
/// ```
pub const NO_FIELDS: [(&str, &str); 0] = [];

/// What a driver knows of an error, as data. Trusts the caller that this is an error: `00000` and warnings (`01*`,
/// `02*`) are codes like all others.
///
/// Each field is a member, by the caller's names; those that [`decode_message`] uses are listed there. A value is
/// anything that serialises, an `Option` with nothing in it is absent: most drivers' getters fit as they are. Code and
/// message are capped at 64 KiB each, all fields together at 1 MiB: see [`with_member`](ErrorResponse::with_member).
///
/// ```
/// use errtax::wire::sqlstate;
///
/// let response = sqlstate::decode("23503", "violates foreign key", [("table", Some("orders")), ("column", None)]);
/// assert_eq!(response.code(), Some("23503"));
/// assert_eq!(response.member::<String>("table").unwrap().as_deref(), Some("orders"));
/// assert_eq!(response.member::<String>("column").unwrap(), None);
/// ```
pub fn decode(
    code: impl AsRef<str>,
    message: impl Into<String>,
    fields: impl IntoIterator<Item = (impl Into<String>, impl Serialize)>,
) -> ErrorResponse {
    let response = with_code(ErrorResponse::received(PROTOCOL, &[]), code.as_ref()).with_message(message);
    fields.into_iter().fold(response, |response, (name, value)| response.with_member(name, value))
}

/// PostgreSQL's `ErrorResponse` (or `NoticeResponse`) as data: with the message's type and length before its fields,
/// or the fields alone. Total: a length is never believed, and a message may break off anywhere.
///
/// The code is field `C`, the message field `M`. The others are members (PostgreSQL's documentation, "Error and
/// Notice Message Fields"): `severity` (never translated where the server sends it so), `detail`, `hint`, `position`,
/// `internal_position`, `internal_query`, `where`, `schema`, `table`, `column`, `data_type`, `constraint`, `file`,
/// `line`, `routine`; a field of another type is the member of that one letter.
///
/// A server that fails before it speaks protocol 3 sends text instead of fields: that is then the message.
///
/// ```
/// use errtax::wire::sqlstate;
///
/// let fields = b"SERROR\0VERROR\0C42601\0Msyntax error at or near \"FORM\"\0P10\0\0";
/// let response = sqlstate::decode_message(fields);
/// assert_eq!(response.code(), Some("42601"));
/// assert_eq!(response.message(), Some("syntax error at or near \"FORM\""));
/// assert_eq!(response.member::<u32>("position").unwrap(), Some(10)); // in characters, from 1
/// ```
pub fn decode_message(message: &[u8]) -> ErrorResponse {
    let mut response = ErrorResponse::received(PROTOCOL, &[]);
    let fields = Fields::of(message);
    if let Some(code) = fields.get(b'C') {
        response = with_code(response, &code);
    }
    if let Some(text) = fields.get(b'M') {
        response = response.with_message(text);
    }
    response.with_document(message, fields::member)
}

fn with_code(response: ErrorResponse, code: &str) -> ErrorResponse {
    match code.trim() {
        "" => response,
        code => response.with_code(code.to_owned()),
    }
}
