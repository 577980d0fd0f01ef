#![no_main]

use errtax::wire::grpc;
use errtax_fuzz::{Answer, exercise};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Answer { status, headers, body } = Answer::of(data);
    exercise(&grpc::decode_json(status, headers, body), &["m", "ErrorInfo", "message", "details"]);
});
