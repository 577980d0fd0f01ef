#![no_main]

use errtax::wire::sqlstate;
use errtax_fuzz::exercise;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    exercise(&sqlstate::decode_message(data), &["severity", "constraint", "position", "z"]);
});
