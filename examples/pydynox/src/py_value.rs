//! A value as Python hands it over, and whether DynamoDB has a type for it.

use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::Value;

use crate::{AttributeValue, SerializationException};

/// A value of Python, before it is an attribute.
///
/// ```
/// use pydynox::{AttributeValue, PyValue, SerializationException};
///
/// let tags = PyValue::Set(vec![PyValue::Str("new".into()), PyValue::Str("red".into())]);
/// assert_eq!(AttributeValue::try_from(tags).unwrap(), AttributeValue::SS(vec!["new".into(), "red".into()]));
///
/// let odd = PyValue::List(vec![PyValue::None, PyValue::Other("datetime".into())]);
/// let error = AttributeValue::try_from(odd).unwrap_err();
/// assert!(error.to_string().starts_with("Unsupported type for DynamoDB: datetime. "));
/// # assert!(matches!(error, SerializationException::Type { .. }));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub enum PyValue {
    /// `None`.
    None,
    /// A `bool`.
    Bool(bool),
    /// A `str`.
    Str(String),
    /// An `int`, a `float` or a `Decimal`, in digits.
    Number(String),
    /// `bytes`.
    Bytes(Vec<u8>),
    /// A `list`.
    List(Vec<PyValue>),
    /// A `dict`, by keys that are texts.
    Dict(Vec<(String, PyValue)>),
    /// A `set` or a `frozenset`.
    Set(Vec<PyValue>),
    /// An instance of any other class, by the name of that class.
    Other(String),
}

impl TryFrom<PyValue> for AttributeValue {
    type Error = SerializationException;

    fn try_from(value: PyValue) -> Result<Self, SerializationException> {
        Ok(match value {
            PyValue::None => Self::NULL(true),
            PyValue::Bool(value) => Self::BOOL(value),
            PyValue::Str(text) => Self::S(text),
            PyValue::Number(digits) => Self::N(digits),
            PyValue::Bytes(bytes) => Self::B(BASE64_STANDARD.encode(bytes)),
            PyValue::List(list) => Self::L(list.into_iter().map(Self::try_from).collect::<Result<_, _>>()?),
            PyValue::Dict(dict) => {
                let members = dict.into_iter().map(|(name, value)| Ok((name, value.try_into()?)));
                Self::M(members.collect::<Result<_, _>>()?)
            }
            PyValue::Set(set) => set_of(set)?,
            PyValue::Other(found) => return Err(SerializationException::Type { found }),
        })
    }
}

/// A set of one type, which is that of its first element.
fn set_of(set: Vec<PyValue>) -> Result<AttributeValue, SerializationException> {
    let first = set.first().ok_or(SerializationException::EmptySet)?.clone();
    let all = |of: fn(PyValue) -> Option<String>, mixed| set.into_iter().map(of).collect::<Option<_>>().ok_or(mixed);
    match first {
        PyValue::Str(_) => {
            all(text, SerializationException::MixedSet { of: "String", only: "strings" }).map(AttributeValue::SS)
        }
        PyValue::Number(_) => {
            all(number, SerializationException::MixedSet { of: "Number", only: "numbers" }).map(AttributeValue::NS)
        }
        PyValue::Bytes(_) => {
            all(bytes, SerializationException::MixedSet { of: "Binary", only: "bytes" }).map(AttributeValue::BS)
        }
        PyValue::Bool(_) => Err(SerializationException::SetOfBooleans),
        other => Err(SerializationException::SetElement { found: other.class() }),
    }
}

fn text(value: PyValue) -> Option<String> {
    if let PyValue::Str(text) = value { Some(text) } else { None }
}

fn number(value: PyValue) -> Option<String> {
    if let PyValue::Number(digits) = value { Some(digits) } else { None }
}

fn bytes(value: PyValue) -> Option<String> {
    if let PyValue::Bytes(bytes) = value { Some(BASE64_STANDARD.encode(bytes)) } else { None }
}

impl PyValue {
    /// The name of the value's class in Python; of a number, `int` or `float`.
    pub fn class(&self) -> String {
        let name = match self {
            Self::None => "NoneType",
            Self::Bool(_) => "bool",
            Self::Str(_) => "str",
            Self::Number(digits) if digits.contains(['.', 'e', 'E']) => "float",
            Self::Number(_) => "int",
            Self::Bytes(_) => "bytes",
            Self::List(_) => "list",
            Self::Dict(_) => "dict",
            Self::Set(_) => "set",
            Self::Other(class) => class,
        };
        name.to_owned()
    }
}

/// As Python's `json.loads` reads it.
impl From<Value> for PyValue {
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Self::None,
            Value::Bool(value) => Self::Bool(value),
            Value::Number(number) => Self::Number(number.to_string()),
            Value::String(text) => Self::Str(text),
            Value::Array(list) => Self::List(list.into_iter().map(Self::from).collect()),
            Value::Object(dict) => Self::Dict(dict.into_iter().map(|(name, value)| (name, value.into())).collect()),
        }
    }
}
