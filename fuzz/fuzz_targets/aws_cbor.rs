#![no_main]

use errtax::wire::aws_cbor;
use errtax_fuzz::{Answer, exercise};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Answer { status, headers, body } = Answer::of(data);
    exercise(&aws_cbor::decode(status, headers, body), &["m", "message"]);
});
