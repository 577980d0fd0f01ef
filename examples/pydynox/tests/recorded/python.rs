//! Values of Python, of the expressions that cases write down.

use pydynox::PyValue;

/// The value of a literal that JSON has too, of an empty set, or of a call, of which the name says the class.
pub(crate) fn value(expression: &str) -> PyValue {
    let json = match expression {
        "None" => "null",
        "True" => "true",
        "False" => "false",
        expression => expression,
    };
    if let Ok(value) = serde_json::from_str::<serde_json::Value>(json) {
        return value.into();
    }
    let called = expression.split('(').next().unwrap_or_default();
    match called.rsplit('.').next().unwrap_or_default() {
        "set" | "frozenset" if expression.ends_with("()") => PyValue::Set(Vec::new()),
        class => PyValue::Other(class.to_owned()),
    }
}
