//! The error inside a script's error.
//!
//! Up to Redis 6 a server wraps what a command in a script answered, and says how often it did:
//! `ERR Error running script (call to f_<sha>): @user_script:1: @user_script: 1: -MISCONF …`. Later ones pass the
//! command's code on, but still put a position before what Lua's `error` was given: `ERR user_script:1: -MYCODE …`.

use super::parts;

/// The code of the error that a script ran into, where `message` (what follows `ERR`) tells of one.
pub(super) fn inner_code(message: &str) -> Option<&str> {
    let told = match message.strip_prefix("Error running script") {
        // The call in parentheses has no `@` in it.
        Some(rest) => &rest[rest.find('@')?..],
        None => message,
    };
    let mut inner = after_position(told)?;
    while let Some(rest) = after_position(inner) {
        inner = rest;
    }
    let (code, _) = parts(inner.strip_prefix('-').unwrap_or(inner));
    code.filter(|code| *code != "ERR")
}

/// What follows `@user_script:1: `, with or without the `@` and the space before the number.
fn after_position(text: &str) -> Option<&str> {
    let text = text.strip_prefix('@').unwrap_or(text);
    let text = text.strip_prefix("user_script:").or_else(|| text.strip_prefix("user_function:"))?;
    let (line, rest) = text.split_once(": ")?;
    let line = line.strip_prefix(' ').unwrap_or(line);
    (!line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit())).then_some(rest)
}
