//! The first thing that a newcomer runs does what the README says.

use std::io::Write;
use std::process::{Command, Output, Stdio};

fn quickstart(arguments: &[&str], input: &[u8]) -> Output {
    let mut command = Command::new(env!("CARGO"));
    command
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["run", "-q", "--example", "quickstart", "--"])
        .args(arguments);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

fn shown(arguments: &[&str], input: &[u8]) -> String {
    let output = quickstart(arguments, input);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The part of the output that is about one captured answer.
fn block<'a>(all: &'a str, name: &str) -> &'a str {
    let (_, rest) = all.split_once(name).unwrap_or_else(|| panic!("{name} is not shown in\n{all}"));
    rest.split_once("\n\n").map_or(rest, |(block, _)| block)
}

#[test]
fn the_captured_answers_are_classified() {
    let all = shown(&[], b"");
    for (name, lineage, why) in [
        ("01-table-not-found", "ShopError > TableNotFound (also NotFound)", "exact code"),
        ("02-condition-failed-with-item", "ShopError > ConditionFailed (also Conflict)", "exact code"),
        ("03-condition-failed", "ShopError > ConditionFailed", "exact code"),
        ("04-transaction-cancelled", "ShopError > TransactionCancelled", "exact code"),
        ("05-validation", "ShopError > InvalidRequest", "exact code"),
        ("06-table-in-use", "ShopError", "no rule holds"),
        ("07-queue-not-found", "ShopError > QueueError > QueueNotFound", "exact code"),
        ("08-function-not-found", "ShopError", "no rule holds"),
        ("09-throttled", "ShopError > TooFast (also Throttled)", "exact code"),
        ("10-load-balancer-503", "ShopError", "no rule holds"),
        ("11-unmodelled-code", "ShopError", "no rule holds"),
        ("12-internal-server-error", "ShopError > ServiceBroke", "exact code"),
    ] {
        let block = block(&all, &format!("{name}.http"));
        assert!(block.contains(&format!("lineage    {lineage}")), "{name}{block}");
        assert!(block.contains(&format!("why        {why}")), "{name}{block}");
    }
    assert!(block(&all, "02-").contains("customer = Ines Duarte"));
    assert!(block(&all, "07-").contains("code       AWS.SimpleQueueService.NonExistentQueue"));
    assert!(block(&all, "09-").contains("retry      throttling after 250ms"));
    assert!(block(&all, "10-").contains("error      unclassified ShopError: 503 Service"));
}

#[test]
fn an_answer_of_ones_own_is_classified() {
    let answer = b"HTTP/2 400\r\nx-amzn-requestid: R-9\r\n\r\n{\"__type\": \"QueueDoesNotExist\"}";
    assert!(shown(&["-", "sqs"], answer).contains("lineage    ShopError > QueueError > QueueNotFound"));
    let unknown = shown(&["-"], answer);
    assert!(unknown.contains("lineage    ShopError\n") && unknown.contains("unclassified ShopError"), "{unknown}");
    assert!(unknown.contains("request id R-9"), "{unknown}");
}

#[test]
fn garbage_gets_a_clear_message_and_exit_code_1() {
    for (garbage, problem) in [
        (&b""[..], "this is no HTTP answer"),
        (b"\xff\xfe\0\0\n", "this is no HTTP answer"),
        (b"{\"__type\": \"A\"}\n", "this is no HTTP answer"),
        (b"HTTP/1.1 OK\r\n\r\n", "no status between 100 and 599"),
        (b"HTTP/1.1 9999 Odd\r\n\r\n", "no status between 100 and 599"),
        (b"HTTP/1.1 400 Bad\r\nno colon\r\n\r\n", "a header has no `:`"),
        (b"HTTP/1.1 400 Bad\r\na: b\r\n", "the headers do not end"),
    ] {
        let output = quickstart(&["-"], garbage);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains(problem) && said.lines().count() == 1, "{said}");
        assert_eq!(output.status.code(), Some(1));
    }
    let output = quickstart(&["no/such/file"], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("no/such/file: No such file"));
}
