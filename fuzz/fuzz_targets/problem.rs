#![no_main]

use errtax::wire::problem;
use errtax_fuzz::{Answer, exercise};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Answer { status, headers, body } = Answer::of(data);
    exercise(&problem::decode(status, headers, body), &["m", "type", "title", "status", "detail", "instance"]);
});
