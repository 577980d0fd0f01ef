//! One member, read as every kind of type that serde knows.

use std::collections::BTreeMap;

use errtax::ErrorResponse;
use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_bytes::ByteBuf;

#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "only its reading is tested")]
pub(crate) struct Inner {
    m: Option<u64>,
    #[serde(default)]
    list: Vec<String>,
    n: Option<Box<Inner>>,
}

#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "only its reading is tested")]
enum Choice {
    Unit,
    One(u64),
    Two(String, i8),
    Named { m: f64 },
}

/// Every kind of type: each is read by one of them.
const KINDS: &[fn(&ErrorResponse, &str)] = &[
    as_type::<Inner>,
    as_type::<Vec<Inner>>,
    as_type::<Choice>,
    as_type::<String>,
    as_type::<char>,
    as_type::<bool>,
    as_type::<Option<u64>>,
    as_type::<u8>,
    as_type::<i64>,
    as_type::<u128>,
    as_type::<f32>,
    as_type::<()>,
    as_type::<(u8, String)>,
    as_type::<[Option<bool>; 2]>,
    as_type::<Vec<String>>,
    as_type::<Vec<Vec<u8>>>,
    as_type::<BTreeMap<String, String>>,
    as_type::<BTreeMap<u64, Vec<Choice>>>,
    as_type::<ByteBuf>,
    as_type::<IgnoredAny>,
    as_type::<serde_json::Value>,
];

/// Reads the member as one kind of type. Which one is `turn`'s to say: reading is finding it in the body, and to find it
/// once for every kind would take nearly all of a run's time.
pub(crate) fn read(response: &ErrorResponse, name: &str, turn: usize) {
    KINDS[turn % KINDS.len()](response, name);
}

fn as_type<T: DeserializeOwned>(response: &ErrorResponse, name: &str) {
    if let Err(error) = response.member::<T>(name) {
        let why = error.to_string();
        assert!(why.len() < 2_000, "{} bytes about `{name}`", why.len());
        crate::one_line(&why);
    }
}
