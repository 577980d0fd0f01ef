//! What may be tried again is, and nothing else.

use std::cell::RefCell;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::process::Command;
use std::time::{Duration, Instant};

use errtax::Transport;
use order_service::cases::CASES;
use order_service::client::Client;
use order_service::errors::NoAnswer;
use order_service::serve;
use order_service::wires::Wire;

/// How often each case is asked for, and whether that helped.
async fn asked(wire: Wire) -> Vec<(&'static str, usize, bool)> {
    let (address, _log) = serve().await.unwrap();
    let client = Client::new(address, wire);
    let mut asked = Vec::new();
    for case in &CASES {
        let failures = RefCell::new(0);
        let helped = client.call(case, |_| *failures.borrow_mut() += 1).await.is_ok();
        asked.push((case.raised, failures.into_inner() + usize::from(helped), helped));
    }
    asked
}

#[tokio::test]
async fn only_what_may_help_and_is_safe_is_tried_again() {
    for wire in [Wire::Problem, Wire::AwsJson] {
        let begun = Instant::now();
        let mut asked = asked(wire).await;
        assert!(begun.elapsed() >= Duration::from_secs(1), "the shop asked for a second");
        asked.retain(|(_, attempts, _)| *attempts > 1);
        // Not the payment: its 502 is transient as well, but a POST is not repeated.
        let again = [("TooManyRequests", 2, true), ("Maintenance", 3, false), ("DatabaseFailed", 3, false)];
        assert_eq!(asked, again, "{wire:?}");
    }
}

#[tokio::test]
async fn where_nobody_listens_the_client_tries_again_and_says_so() {
    let closed: SocketAddr = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap();
    let failures = RefCell::new(0);
    let client = Client::new(closed, Wire::Problem);
    let error = client.call(&CASES[0], |_| *failures.borrow_mut() += 1).await.unwrap_err();
    assert_eq!(error.downcast_ref(), Some(&NoAnswer));
    assert_eq!(error.response().unwrap().transport(), Some(Transport::Connect));
    assert_eq!(failures.into_inner(), 3);
}

#[test]
fn the_program_prints_a_row_a_case_and_wire() {
    let output = Command::new(env!("CARGO_BIN_EXE_order-service")).output().unwrap();
    assert!(output.status.success());
    let printed = String::from_utf8(output.stdout).unwrap();
    for case in &CASES {
        let rows = printed.lines().filter(|line| line.starts_with(case.raised) && line.contains(" -> "));
        assert_eq!(rows.count(), 2, "{}: {printed}", case.raised);
    }
}
