//! Serves the shop, calls it in every way in which it fails, in both wires, and prints what the client made of it.
//!
//! ```text
//! cargo run -p order-service
//! ```

use std::cell::RefCell;

use order_service::advice::advice;
use order_service::cases::{CASES, Case};
use order_service::client::Client;
use order_service::serve;
use order_service::wires::Wire;

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    let (address, log) = serve().await?;
    for wire in [Wire::Problem, Wire::AwsJson] {
        let client = Client::new(address, wire);
        println!("{:<15}  {:<15}  status  {:<26}  attempts  arm", "raised", "arrived as", "content type");
        for case in &CASES {
            print_row(&client, case).await;
        }
        println!();
    }
    println!("the service's log has what the clients were not told:");
    for line in log.lines() {
        println!("  {line}");
    }
    Ok(())
}

/// Calls until the client gives up, and prints what it last knew.
async fn print_row(client: &Client, case: &Case) {
    let failures = RefCell::new(Vec::new());
    let outcome = client.call(case, |error| failures.borrow_mut().push(columns(error))).await;
    let failures = failures.into_inner();
    let attempts = match outcome {
        Ok(_) => format!("{}, ok", failures.len() + 1),
        Err(_) => failures.len().to_string(),
    };
    let Some((known, advice)) = failures.last() else { return println!("{:<15}  did not fail", case.raised) };
    println!("{:<15}  {known}  {attempts:<8}  {advice}", case.raised);
}

/// What the client knows of the error, and what it does about it.
fn columns(error: &errtax::Error) -> (String, String) {
    let content_type = error.response().and_then(|response| response.header("content-type")).unwrap_or_default();
    let status = error.status().unwrap_or_default();
    (format!("{:<15}  {status:<6}  {content_type:<26}", error.taxon().name()), advice(error))
}
