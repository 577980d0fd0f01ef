//! Trying again by class.

use std::time::Duration;

use coredis::{Budget, retry};
use errtax::{Error, ServiceError};
use serde_json::{Value, json};
use testbed::{Case, Comparison};

use crate::made::{Given, made};
use crate::{find, named};

/// A loop that tries again by class, over calls that fail as they were told to, and succeed at last.
pub(crate) fn retried(case: &Case, compare: &mut Comparison) {
    let raises: Vec<String> = serde_json::from_value(case.input["raises"].clone()).unwrap();
    let is_builtin = case.id.contains("builtin");
    let mut errors = raises.iter().map(|name| raised(name, is_builtin));
    let mut policies: Vec<Policy> =
        case.input["policy"].as_str().unwrap().split("RetryPolicy<").filter_map(Policy::of).collect();
    let hooks = hooks(&case.input);
    let (mut calls, mut fired) = (0, Vec::new());
    // By name here; a program writes a `catch!`, as in the documentation of `retry`.
    let wait = |error: &Error| {
        // Each policy that knows the class pays for the attempt.
        let delay = policies.iter_mut().filter_map(|policy| policy.spend(error)).max()?;
        fired.extend(hooks.iter().find(|hook| is(error, hook)).cloned());
        Some(delay)
    };
    let result = retry(
        || {
            calls += 1;
            errors.next().map_or(Ok(()), Err)
        },
        wait,
    );
    let result = result.map_or_else(|error| called(&error).to_owned(), |()| "ok".to_owned());
    let expected = case.recorded("expected");
    compare.that("calls", expected.map(|expected| &expected["calls"]), calls);
    compare.that("result", expected.map(|expected| &expected["result"]), result);
    compare.that("hooks fired", expected.map(|expected| &expected["hooks_fired"]), fired);
}

/// A retry policy as Python shows it.
struct Policy {
    classes: Vec<String>,
    budget: Budget,
}

impl Policy {
    /// `retries=1, deadline=inf, retryable_exceptions=MovedError,AskError>`; none of a policy made of others.
    fn of(shown: &str) -> Option<Self> {
        let (_, retries) = shown.split_once("retries=")?;
        let (retries, rest) = retries.split_once(", deadline=")?;
        let (_, classes) = rest.split_once("retryable_exceptions=")?;
        let classes = classes.split('>').next()?.split(',').map(|class| class.trim().to_owned()).collect();
        // `None` is without end.
        let retries = retries.parse().unwrap_or(u32::MAX);
        Some(Self { classes, budget: Budget::new(retries, Duration::ZERO) })
    }

    fn spend(&mut self, error: &Error) -> Option<Duration> {
        if self.classes.iter().any(|class| is(error, class)) { self.budget.spend() } else { None }
    }
}

/// The classes that a hook waits for, in their order; none where nothing is said of hooks.
fn hooks(input: &Value) -> Vec<String> {
    match input.get("hooks").or(input.get("failure_hook")) {
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        Some(Value::Object(by_class)) => by_class.keys().cloned().collect(),
        Some(Value::String(name)) => vec![name.clone()],
        _ => Vec::new(),
    }
}

fn is(error: &Error, class: &str) -> bool {
    match find(class) {
        Some(class) => error.taxon().is_a(class),
        None => class.ends_with("Exception") || called(error) == class,
    }
}

/// What the error's class is called in Python.
fn called(error: &Error) -> &str {
    error.downcast_ref().map_or(error.taxon().name(), |Builtin(name)| name)
}

/// A value of that class; of Python's own, where Redis has none of that name, or the case is about that.
fn raised(name: &str, is_builtin: bool) -> Error {
    if is_builtin || find(name).is_none() {
        return Builtin(name.to_owned()).into();
    }
    let error = made(name, &Given(&json!({"args": ["raised"]})));
    assert_eq!(error.taxon().id(), named(name).id(), "{name}");
    error
}

/// What Python has by itself, and is none of Redis.
#[derive(Debug, thiserror::Error, ServiceError)]
#[error("{0}")]
#[service_error(local)]
struct Builtin(String);
