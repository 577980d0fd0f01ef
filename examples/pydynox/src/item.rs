//! An item of a table, as an answer holds it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Number, Value};

/// The attributes of an item, by name.
pub type Item = BTreeMap<String, AttributeValue>;

/// The value of an attribute. Bytes are in base64, numbers in decimal digits, as DynamoDB sends them.
///
/// ```
/// use pydynox::{AttributeValue, Item};
///
/// let item: Item = serde_json::from_str(r#"{"pk": {"S": "USER#1"}, "version": {"N": "2"}}"#).unwrap();
/// assert_eq!(item["version"], AttributeValue::N("2".into()));
/// assert_eq!(item["version"].plain(), 2);
/// ```
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub enum AttributeValue {
    /// A text.
    S(String),
    /// A number.
    N(String),
    /// Bytes.
    B(String),
    /// A set of texts.
    SS(Vec<String>),
    /// A set of numbers.
    NS(Vec<String>),
    /// A set of bytes.
    BS(Vec<String>),
    /// A map.
    M(Item),
    /// A list.
    L(Vec<AttributeValue>),
    /// Nothing.
    NULL(bool),
    /// A truth value.
    BOOL(bool),
    /// A type that this crate does not know, as it came.
    #[serde(untagged)]
    Unknown(Value),
}

impl AttributeValue {
    /// The value without the name of its type. A number that JSON's cannot hold is a text.
    pub fn plain(&self) -> Value {
        let texts = |texts: &[String]| texts.iter().map(String::as_str).collect();
        match self {
            Self::S(text) | Self::B(text) => text.as_str().into(),
            Self::N(number) => plain_number(number),
            Self::SS(set) | Self::BS(set) => texts(set),
            Self::NS(set) => set.iter().map(|number| plain_number(number)).collect(),
            Self::M(map) => plain(map),
            Self::L(list) => list.iter().map(Self::plain).collect(),
            Self::NULL(_) => Value::Null,
            Self::BOOL(value) => (*value).into(),
            Self::Unknown(value) => value.clone(),
        }
    }
}

/// The item without the names of types.
///
/// ```
/// let item = serde_json::from_str(r#"{"pk": {"S": "USER#1"}, "tags": {"L": [{"BOOL": true}]}}"#).unwrap();
/// assert_eq!(pydynox::plain(&item).to_string(), r#"{"pk":"USER#1","tags":[true]}"#);
/// ```
pub fn plain(item: &Item) -> Value {
    item.iter().map(|(name, value)| (name.clone(), value.plain())).collect()
}

fn plain_number(digits: &str) -> Value {
    digits.parse::<Number>().map_or_else(|_| digits.into(), Value::Number)
}
