#![no_main]

use errtax::wire::aws_xml;
use errtax_fuzz::{Answer, exercise};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Answer { status, headers, body } = Answer::of(data);
    let probed = aws_xml::probe(status, headers.iter().cloned(), body);
    let decoded = aws_xml::decode(status, headers, body);
    if let Some(probed) = probed {
        assert_eq!((probed.code(), probed.message()), (decoded.code(), decoded.message()));
    }
    exercise(&decoded, &["m", "Message"]);
});
