#![no_main]

use errtax_fuzz::{Anything, check_rendered};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|error: Anything| check_rendered(&error));
