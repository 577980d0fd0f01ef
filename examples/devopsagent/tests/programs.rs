//! The programs of the original's documentation, translated: each does with an answer what the page says.

#[allow(dead_code, reason = "the demo needs more of it")]
#[path = "../demo/agent.rs"]
mod agent;
#[path = "../demo/programs.rs"]
mod programs;

use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::thread;
use std::time::Duration;

use aws_sdk_devopsagent::Client;
use devopsagent::{AwsError, DevOpsAgentError, ResourceNotFoundException, official};
use errtax::Classify as _;

use agent::{answer, answering, client, client_without_credentials};

const REFUSED: &str = "http://127.0.0.1:1";

fn of(answers: Vec<String>) -> Client {
    client(&answering(answers).unwrap())
}

fn fine() -> String {
    answer(200, None, r#"{"task": {"title": "Why are checkouts slow?"}}"#)
}

fn said(status: u16, code: &str, message: &str) -> String {
    answer(status, Some(code), &format!(r#"{{"message": "{message}"}}"#))
}

#[tokio::test]
async fn basic_handling_takes_every_answer_and_tells_it_from_none() {
    assert_eq!(programs::basic(&of(vec![fine()]), "task-1").await, "Why are checkouts slow?");
    let gone = of(vec![said(404, "ResourceNotFoundException", "no such task")]);
    assert_eq!(programs::basic(&gone, "task-1").await, "ResourceNotFoundException: no such task");
    let unheard = of(vec![said(418, "BrandNew", "hello")]);
    assert_eq!(programs::basic(&unheard, "task-1").await, "BrandNew: hello");
    assert_eq!(programs::basic(&client(REFUSED), "task-1").await, "no answer: no connection could be made");
}

#[tokio::test]
async fn specific_handling_reaches_each_of_its_arms() {
    let arm = async |answer: String| programs::specific(&of(vec![answer]), Some("space-1"), "task-1").await;
    assert_eq!(arm(fine()).await, "Why are checkouts slow?");
    let credentials = "look after your credentials: ";
    for (status, code) in [(401, "UnauthorizedException"), (403, "AccessDeniedException"), (401, "ExpiredToken")] {
        let text = arm(said(status, code, "no")).await;
        assert_eq!(text, format!("{credentials}{code}: no (Request ID: R-{status})"));
    }
    let nobody = programs::specific(&client_without_credentials(REFUSED), Some("space-1"), "task-1").await;
    assert_eq!(nobody, format!("{credentials}Unable to locate credentials"));
    let fields = r#"{"message": "no", "fieldList": [{"path": "/taskId", "message": "no UUID"}]}"#;
    assert_eq!(
        arm(answer(400, Some("ValidationException"), fields)).await,
        r#"mend the request: {"fieldList":[{"path":"/taskId","message":"no UUID"}]}"#
    );
    assert_eq!(arm(said(400, "InvalidParameterException", "no")).await, "mend the request: {}");
    let unset = programs::specific(&client(REFUSED), None, "task-1").await;
    assert_eq!(unset, "mend the configuration: CONFIG_ERROR: AGENT_SPACE_ID is not set");
    assert_eq!(arm(said(404, "ResourceNotFoundException", "no")).await, "there is no task-1");
    assert_eq!(
        arm(said(409, "ConflictException", "no")).await,
        "API error 409: ConflictException: no (Request ID: R-409)"
    );
    let gateway = arm(answer(504, None, "<html>")).await;
    assert_eq!(gateway, "API error 504: 504: Gateway Timeout (Request ID: R-504)");
    let refused = programs::specific(&client(REFUSED), Some("space-1"), "task-1").await;
    assert_eq!(refused, "look after the network: no connection could be made");
}

#[tokio::test]
async fn specific_handling_asks_in_the_space_that_it_is_given() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let heard = thread::spawn(move || {
        let mut line = String::new();
        BufReader::new(listener.accept().unwrap().0).read_line(&mut line).unwrap();
        line
    });
    programs::specific(&client(&address), Some("space-2"), "task-1").await;
    let line = heard.join().unwrap();
    assert!(line.contains("/agent-space/space-2/tasks/task-1"), "{line}");
}

#[tokio::test]
async fn a_log_has_the_four_attributes_and_the_whole_chain() {
    let body = r#"{"message": "no", "limit": 10}"#;
    let log = programs::logged(&of(vec![answer(429, Some("ThrottlingException"), body)]), "task-1").await;
    let lines: Vec<_> = log.lines().collect();
    assert_eq!(lines[0], r#"code=ThrottlingException status=429 request=R-429 details={"limit":10}"#);
    let texts = [
        "ThrottlingException: no (Request ID: R-429) (",
        "caused by: An error occurred (ThrottlingException) when calling the GetBacklogTask operation: no (",
    ];
    assert_eq!(lines.len(), 3, "{log}");
    assert!(lines[1].starts_with(texts[0]) && lines[2].starts_with(texts[1]), "{log}");

    let log = programs::logged(&client(REFUSED), "task-1").await;
    assert!(
        log.starts_with("code=NETWORK_ERROR status=- request=- details={}\nno connection could be made ("),
        "{log}"
    );
    assert!(log.contains("\ncaused by: Connection refused"), "{log}");
}

#[tokio::test]
async fn an_error_that_is_raised_anew_keeps_all_that_was_known() {
    let gone = of(vec![said(404, "ResourceNotFoundException", "no such task")]);
    let error = programs::raised_again(&gone, "task-1").await.unwrap_err();
    assert_eq!(error.to_string(), "the investigation task-1 cannot be shown");
    let inside = errtax::find_a::<ResourceNotFoundException>(&error).unwrap();
    assert_eq!((inside.status(), inside.request_id()), (Some(404), Some("R-404")));
    assert!(errtax::find_a::<official::ResourceNotFoundException>(&error).is_some(), "what the client raised is in it");
    assert_eq!(
        errtax::report(&error).to_string(),
        "the investigation task-1 cannot be shown: ResourceNotFoundException: no such task (Request ID: R-404): \
         An error occurred (ResourceNotFoundException) when calling the GetBacklogTask operation: no such task"
    );
    assert_eq!(programs::raised_again(&of(vec![fine()]), "task-1").await.unwrap(), "Why are checkouts slow?");
}

/// What the loop gives, and for how long it slept each time.
async fn retried(answers: Vec<String>) -> (errtax::Result<String>, Vec<Duration>) {
    let mut slept = Vec::new();
    let got = programs::retried(&of(answers), "task-1", 4, async |delay| slept.push(delay)).await;
    (got, slept)
}

#[tokio::test]
async fn what_is_answered_with_429_is_tried_again_with_doubled_delays() {
    let seconds = |all: &[u64]| all.iter().copied().map(Duration::from_secs).collect::<Vec<_>>();
    let slow_down = || said(429, "ThrottlingException", "slow down");
    let by_status_alone = || answer(429, None, "{}");
    let (got, slept) = retried(vec![slow_down(), by_status_alone(), fine()]).await;
    assert_eq!((got.unwrap(), slept), ("Why are checkouts slow?".to_owned(), seconds(&[1, 2])));

    let (got, slept) = retried((0..5).map(|_| slow_down()).collect()).await;
    assert_eq!((got.unwrap_err().status(), slept), (Some(429), seconds(&[1, 2, 4])));

    let longer = slow_down().replace("connection: close", "retry-after: 3\r\nconnection: close");
    let (got, slept) = retried(vec![longer.clone(), longer, slow_down(), fine()]).await;
    assert_eq!((got.is_ok(), slept), (true, seconds(&[3, 3, 4])), "at least as long as the agent asks for");

    let (got, slept) = retried(vec![said(400, "ValidationException", "no"), fine()]).await;
    assert_eq!((got.unwrap_err().status(), slept), (Some(400), seconds(&[])));
}

/// The original hands out a new error that knows nothing of what it was made of.
#[tokio::test]
async fn without_the_conversion_an_answer_is_the_official_services() {
    let got = of(vec![said(404, "ResourceNotFoundException", "no")]).get_backlog_task();
    let got = got.agent_space_id("space-1").task_id("task-1").send().await;
    let raised = got.classify_with::<AwsError>(devopsagent::calling("GetBacklogTask")).unwrap_err();
    assert!(raised.is_a::<official::ResourceNotFoundException>() && !raised.is_a::<DevOpsAgentError>());
    let converted = devopsagent::handle_client_error(raised);
    assert!(converted.is_a::<ResourceNotFoundException>());
    let twice = devopsagent::handle_client_error(converted);
    let cause = errtax::find(std::error::Error::source(&twice).unwrap()).unwrap();
    assert!(cause.is_a::<official::ResourceNotFoundException>(), "what is converted already is handed back");
}
