//! One member, read as every kind of type that serde knows.

use std::collections::BTreeMap;

use errtax::ErrorResponse;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde::Deserialize;
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

pub(crate) fn read(response: &ErrorResponse, name: &str) {
    as_type::<Inner>(response, name);
    as_type::<Vec<Inner>>(response, name);
    as_type::<Choice>(response, name);
    as_type::<String>(response, name);
    as_type::<char>(response, name);
    as_type::<bool>(response, name);
    as_type::<Option<u64>>(response, name);
    as_type::<u8>(response, name);
    as_type::<i64>(response, name);
    as_type::<u128>(response, name);
    as_type::<f32>(response, name);
    as_type::<()>(response, name);
    as_type::<(u8, String)>(response, name);
    as_type::<[Option<bool>; 2]>(response, name);
    as_type::<Vec<String>>(response, name);
    as_type::<Vec<Vec<u8>>>(response, name);
    as_type::<BTreeMap<String, String>>(response, name);
    as_type::<BTreeMap<u64, Vec<Choice>>>(response, name);
    as_type::<ByteBuf>(response, name);
    as_type::<IgnoredAny>(response, name);
    as_type::<serde_json::Value>(response, name);
}

fn as_type<T: DeserializeOwned>(response: &ErrorResponse, name: &str) {
    if let Err(error) = response.member::<T>(name) {
        let why = error.to_string();
        assert!(why.len() < 2_000, "{} bytes about `{name}`", why.len());
        crate::one_line(&why);
    }
}
