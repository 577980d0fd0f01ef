//! Trying again by class.

use std::time::Duration;

use coredis::errors::RedisError;
use coredis::{Budget, retry};
use errtax::{Error, ErrorResponse, Transport};
use testbed::{Case, Comparison};

use crate::named;

/// A loop that tries again by class, over calls that fail as they were told to, and succeed at last.
pub(crate) fn retried(case: &Case, compare: &mut Comparison) {
    let raises: Vec<String> = serde_json::from_value(case.input["raises"].clone()).unwrap();
    let policy = case.input["policy"].as_str().unwrap();
    let budgets = policy.split("ConstantRetryPolicy<").skip(1).map(|one| {
        let value = |key: &str| one.split_once(key).unwrap().1.split([',', '>']).next().unwrap();
        let class = value("retryable_exceptions=").to_owned();
        (class, Budget::new(value("retries=").parse().unwrap(), Duration::ZERO))
    });
    let mut budgets: Vec<(String, Budget)> = budgets.collect();
    // By name here; a program writes a `catch!`, as in the documentation of `retry`.
    let wait = |error: &Error| {
        let (_, budget) = budgets.iter_mut().find(|(class, _)| error.taxon().is_a(named(class)))?;
        budget.spend()
    };
    let mut calls = 0;
    let mut errors = raises.iter().map(|name| raised(name, &case.id));
    let result = retry(
        || {
            calls += 1;
            errors.next().map_or(Ok(()), Err)
        },
        wait,
    );
    let result = result.map_or_else(|error| error.taxon().name(), |()| "ok");
    let expected = case.recorded("expected");
    compare.that("calls", expected.map(|expected| &expected["calls"]), calls);
    compare.that("result", expected.map(|expected| &expected["result"]), result);
}

fn raised(name: &str, id: &str) -> Error {
    match (name, named(name).code()) {
        (_, Some(code)) => coredis::decode(format!("-{code} 1 host:1\r\n").as_bytes()),
        ("ConnectionError", None) if id.contains("builtin") => python::ConnectionError.into(),
        ("ConnectionError", None) => errtax::classify::<RedisError>(ErrorResponse::new().with_transport(Transport::Io)),
        (other, None) => panic!("nothing here raises {other}"),
    }
}

/// What Python has by itself, and is none of Redis.
mod python {
    #[derive(Debug, thiserror::Error, errtax::ServiceError)]
    #[error("connection refused")]
    pub(crate) struct ConnectionError;
}
