//! Tests against real servers: only where they are asked for.

use std::env;
use std::io::{Write as _, stderr};

/// Whether tests against real servers shall run: where `ERRTAX_LIVE=1`. Says aloud that `what` was skipped otherwise.
pub fn is_live(what: &str) -> bool {
    let is_live = env::var_os("ERRTAX_LIVE").is_some_and(|value| value == "1");
    if !is_live {
        say(&format!("skipped: {what}, as ERRTAX_LIVE is not 1"));
    }
    is_live
}

/// Says something past the test harness, which shows what a test printed only where it failed.
pub fn say(what: &str) {
    let _ = writeln!(stderr(), "{what}");
}
