#![no_main]

use errtax::wire::aws::{self, Protocol};
use errtax_fuzz::{Answer, exercise, turn};
use libfuzzer_sys::fuzz_target;

const PROTOCOLS: [Protocol; 4] = [Protocol::AwsJson1_1, Protocol::Ec2Query, Protocol::RpcV2Cbor, Protocol::RpcV2Json];

fuzz_target!(|data: &[u8]| {
    let Answer { status, headers, body } = Answer::of(data);
    let protocol = PROTOCOLS[turn(data) % PROTOCOLS.len()];
    exercise(&aws::decode_as(protocol, status, headers.iter().cloned(), body), &[]);
    exercise(&aws::decode(status, headers, body), &["m"]);
});
