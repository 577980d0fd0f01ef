//! A `google.rpc.Status` and its details, written in protobuf (`google/rpc/status.proto`,
//! `google/rpc/error_details.proto`).

use alloc::vec::Vec;
use core::time::Duration;

use prost::encoding::{WireType, encode_key, encode_varint};

use super::Code;

/// About 10,000 years: more is no `google.protobuf.Duration`.
const MOST_SECONDS: u64 = 315_576_000_000;

/// A status with the details that the functions below write.
pub(super) fn status(code: Code, text: &str, details: impl Iterator<Item = Vec<u8>>) -> Vec<u8> {
    let mut status = Vec::new();
    number(&mut status, 1, code.number().into());
    field(&mut status, 2, text.as_bytes());
    for detail in details {
        field(&mut status, 3, &detail);
    }
    status
}

pub(super) fn error_info<'a>(
    reason: &str,
    domain: &str,
    metadata: impl Iterator<Item = (&'a str, &'a str)>,
) -> Vec<u8> {
    let mut info = Vec::new();
    field(&mut info, 1, reason.as_bytes());
    field(&mut info, 2, domain.as_bytes());
    for (name, value) in metadata {
        let mut entry = Vec::new();
        field(&mut entry, 1, name.as_bytes());
        field(&mut entry, 2, value.as_bytes());
        field(&mut info, 3, &entry);
    }
    any("ErrorInfo", &info)
}

pub(super) fn retry_info(after: Duration) -> Vec<u8> {
    let mut delay = Vec::new();
    number(&mut delay, 1, after.as_secs().min(MOST_SECONDS));
    number(&mut delay, 2, after.subsec_nanos().into());
    let mut info = Vec::new();
    field(&mut info, 1, &delay);
    any("RetryInfo", &info)
}

pub(super) fn request_info(id: &str) -> Vec<u8> {
    let mut info = Vec::new();
    field(&mut info, 1, id.as_bytes());
    any("RequestInfo", &info)
}

/// A `google.protobuf.Any` with a message of google.rpc in it.
fn any(name: &str, message: &[u8]) -> Vec<u8> {
    let mut any = Vec::new();
    field(&mut any, 1, ["type.googleapis.com/google.rpc.", name].concat().as_bytes());
    field(&mut any, 2, message);
    any
}

fn number(message: &mut Vec<u8>, tag: u32, number: u64) {
    encode_key(tag, WireType::Varint, message);
    encode_varint(number, message);
}

fn field(message: &mut Vec<u8>, tag: u32, bytes: &[u8]) {
    encode_key(tag, WireType::LengthDelimited, message);
    encode_varint(bytes.len() as u64, message);
    message.extend_from_slice(bytes);
}
