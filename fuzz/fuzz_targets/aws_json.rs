#![no_main]

use errtax::wire::aws_json;
use errtax_fuzz::{Answer, exercise};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Answer { status, headers, body } = Answer::of(data);
    exercise(&aws_json::decode(status, headers, body), &["m", "message"]);
});
