//! Shows what becomes of the errors of DevOps Agent, and what programs do about them.
//!
//! ```text
//! cargo run -p devopsagent   # answers itself, on loopback
//! ```
#![forbid(unsafe_code)]

mod agent;
mod codes;
mod programs;

use std::error::Error;
use std::time::Duration;

use agent::{answer, answering, client, client_without_credentials};
use devopsagent::official;
use errtax::Classifier;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    print!("{}", classes());
    handling().await?;
    retrying().await?;
    println!("\nThe page's table of codes");
    for status in codes::STATUSES {
        println!("{}", codes::of_status(status).await.as_ref().map(codes::row).unwrap_or_default());
    }
    for error in codes::raised_here().await {
        println!("{}", codes::row(&error));
    }
    Ok(())
}

/// The official tree, as it was declared.
fn classes() -> String {
    let classes = Classifier::of::<official::OfficialError>().taxa().filter(|class| class.code().is_some());
    let row = |class: &'static errtax::Taxon| {
        let retry = class.retry().map_or(String::new(), |retry| format!(" ({retry:?})"));
        let docs = class.docs().lines().next().unwrap_or_default();
        format!("  {} {:<31}{docs}{retry}\n", class.status().unwrap_or_default(), class.name())
    };
    "What the official service answers with\n".to_owned() + &classes.map(row).collect::<String>()
}

async fn handling() -> Result<(), Box<dyn Error>> {
    let gone = || answer(404, Some("ResourceNotFoundException"), r#"{"message": "no such task"}"#);
    let wrong = || {
        let fields = r#"[{"path": "/taskId", "message": "must be a UUID"}]"#;
        answer(400, Some("ValidationException"), &format!(r#"{{"message": "1 error", "fieldList": {fields}}}"#))
    };
    let quota = answer(402, Some("ServiceQuotaExceededException"), r#"{"message": "10 spaces"}"#);
    let denied = answer(403, Some("AccessDeniedException"), r#"{"message": "no policy allows it"}"#);
    let gateway = answer(502, None, "<html>Bad Gateway</html>");
    let fine = answer(200, None, r#"{"task": {"title": "Why are checkouts slow?", "taskId": "task-1"}}"#);

    println!("\nThe page's programs");
    for answer in [fine, gone(), quota.clone()] {
        println!("basic         {}", programs::basic(&client(&answering(vec![answer])?), "task-1").await);
    }
    println!("basic         {}", programs::basic(&client("http://127.0.0.1:1"), "task-1").await);
    for answer in [gone(), wrong(), denied, quota, gateway] {
        let client = client(&answering(vec![answer])?);
        println!("specific      {}", programs::specific(&client, Some("space-1"), "task-1").await);
    }
    let nobody = client_without_credentials("http://127.0.0.1:1");
    println!("specific      {}", programs::specific(&nobody, Some("space-1"), "task-1").await);
    println!("specific      {}", programs::specific(&nobody, None, "task-1").await);

    let log = programs::logged(&client(&answering(vec![wrong()])?), "task-1").await;
    println!("logged        {}", log.replace('\n', "\n              "));

    let Err(error) = programs::raised_again(&client(&answering(vec![gone()])?), "task-1").await else { return Ok(()) };
    println!("raised_again  {}", errtax::report(&error));
    let inside = errtax::find_a::<devopsagent::ResourceNotFoundException>(&error);
    println!("              found in it: {}", inside.map(|error| error.taxon().name()).unwrap_or_default());
    Ok(())
}

async fn retrying() -> Result<(), Box<dyn Error>> {
    let slow_down = || answer(429, Some("ThrottlingException"), r#"{"message": "slow down"}"#);
    let fine = answer(200, None, r#"{"task": {"title": "Why are checkouts slow?"}}"#);
    for answers in [vec![slow_down(), slow_down(), fine], vec![slow_down(), slow_down(), slow_down()]] {
        let client = client(&answering(answers)?);
        let mut slept = Vec::new();
        // A program would wait: `tokio::time::sleep`.
        let sleep = async |delay: Duration| slept.push(format!("{delay:?}"));
        let said = match programs::retried(&client, "task-1", 3, sleep).await {
            Ok(title) => title,
            Err(error) => error.to_string(),
        };
        println!("retried       after {}: {said}", slept.join(" and "));
    }
    Ok(())
}
