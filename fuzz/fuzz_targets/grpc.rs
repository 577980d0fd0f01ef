#![no_main]

use errtax::wire::grpc;
use errtax_fuzz::{Answer, exercise};
use libfuzzer_sys::fuzz_target;

const MEMBERS: [&str; 4] = ["m", "ErrorInfo", "BadRequest", "RetryInfo"];

fuzz_target!(|data: &[u8]| {
    let Answer { status, headers, body } = Answer::of(data);
    exercise(&grpc::decode(status, headers, body), &MEMBERS);
    // The same bytes as the status alone, which a mutation would hardly ever put into base64.
    exercise(&grpc::decode(200, [("grpc-status", "8")], data), &MEMBERS);
});
