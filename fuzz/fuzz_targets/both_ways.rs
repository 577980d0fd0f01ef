#![no_main]

use errtax_fuzz::both_ways;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| both_ways(data));
