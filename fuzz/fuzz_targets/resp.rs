#![no_main]

use errtax::wire::resp;
use errtax_fuzz::exercise;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let members = ["slot", "host", "port"];
    exercise(&resp::decode(data), &members);
    for (place, error) in resp::errors(data) {
        assert!(!place.is_empty() && place.len() <= 65, "{place:?}");
        exercise(&error, &members);
    }
});
