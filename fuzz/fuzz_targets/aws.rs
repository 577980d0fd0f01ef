#![no_main]

use errtax::wire::aws::{self, Protocol};
use errtax_fuzz::{Answer, exercise};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Answer { status, headers, body } = Answer::of(data);
    for protocol in [Protocol::AwsJson1_1, Protocol::Ec2Query, Protocol::RpcV2Cbor, Protocol::RpcV2Json] {
        exercise(&aws::decode_as(protocol, status, headers.iter().cloned(), body), &[]);
    }
    exercise(&aws::decode(status, headers, body), &["m"]);
});
