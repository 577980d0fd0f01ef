//! Programs, against a server that answers as it was recorded.

use std::time::Duration;

use coredis::errors::ConnectionError;
use coredis::{Budget, Connection, Value as Reply, integer, retry};
use errtax::{Error, catch};
use serde_json::{Value, json};
use testbed::{Case, Comparison};

use crate::same;
use crate::scripted::Scripted;

pub(crate) fn flow(case: &Case, compare: &mut Comparison) {
    let hello = case.input["hello"].as_str().map(|line| {
        // Its code; what comes after it was abridged.
        let code = line.split(' ').next().unwrap();
        vec![Some(format!("{code} {}\r\n", case.noted("expected_str").unwrap().as_str().unwrap()))]
    });
    let script = hello.unwrap_or_else(|| serde_json::from_value(case.input["script"].clone()).unwrap());
    let server = Scripted::new(script);
    let requests: Vec<String> = serde_json::from_value(case.noted("requests").unwrap().clone()).unwrap();
    let commands: Vec<Vec<&str>> = requests.iter().map(|request| request.split(' ').collect()).collect();

    let result = ran(server.port, &commands);
    let is_value = result.as_ref().is_err_and(|error| error.context("number").is_some());
    if case.should("note").is_some() {
        compare.holds("a value of the pipeline", is_value);
    }
    match &result {
        Ok(reply) => {
            compare.that("class", case.recorded("expected_class"), None::<&str>);
            compare.that("result", case.recorded("expected_result"), json!({"bytes": word(reply)}));
        }
        Err(error) => {
            same(case, compare, error);
            let causes = case.recorded("expected_cause_chain").and_then(Value::as_array).map(Vec::is_empty);
            compare.that("no cause", causes.map(Value::from).as_ref(), std::error::Error::source(error).is_none());
        }
    }
    let sent = server.requests().into_iter().filter(|request| request != "HELLO 3").collect::<Vec<_>>();
    compare.that("requests", case.noted("requests"), sent);
}

fn word(reply: &Reply) -> String {
    redis::from_redis_value_ref(reply).unwrap()
}

/// The commands, as the program that was recorded sent them.
fn ran(port: u16, commands: &[Vec<&str>]) -> errtax::Result<Reply> {
    let mut connection = Connection::open("127.0.0.1", port)?;
    let all: Vec<&[&str]> = commands.iter().map(Vec::as_slice).collect();
    let mut call = |command: &[&str]| connection.call(command);
    match all.as_slice() {
        [] => call(&["HELLO", "3"]),
        [["MULTI"], commands @ .., ["EXEC"]] => connection.transaction(commands).map(|_| Reply::Nil),
        [[command, ..], ["WAIT", replicas, timeout]] => {
            call(all[0])?;
            let reached = redis::from_redis_value(call(all[1])?).unwrap();
            let timeout = Duration::from_millis(timeout.parse().unwrap());
            integer::replicated(command, replicas.parse().unwrap(), timeout, reached)?;
            Ok(Reply::Okay)
        }
        [["EXPIRETIME", ..]] => {
            let reply = redis::from_redis_value(call(all[0])?).unwrap();
            integer::time(reply).map(|_| Reply::Okay)
        }
        [command, again @ ..] if again.iter().all(|other| other == command) => {
            let mut budget = Budget::new(1, Duration::ZERO);
            let wait = |error: &Error| catch!(error => { _ is ConnectionError => budget.spend(), _ => None });
            retry(|| connection.call(command), wait)
        }
        pipeline => connection.pipeline(pipeline)?.into_iter().find(Result::is_err).unwrap_or(Ok(Reply::Nil)),
    }
}
