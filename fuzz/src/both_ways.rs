//! Errors of a shop, out of bytes, over every wire and back.

use arbitrary::{Arbitrary, Result, Unstructured};
use errtax::wire::Request;

use crate::member::Timestamp;
use crate::shop::{self, AnyError, Sent};
use crate::wide::Wide;
use crate::wire::Wire;

/// Has the errors that these bytes are go over every wire that carries members, and checks that they arrive.
pub fn both_ways(bytes: &[u8]) {
    let Ok((id, wide, error)) = <(String, Wide, AnyError)>::arbitrary_take_rest(Unstructured::new(bytes)) else {
        return;
    };
    for wire in [Wire::Problem, Wire::AwsJson, Wire::AwsXml, Wire::Grpc] {
        for error in [&wide, error.as_sent()] {
            if wire == Wire::Grpc && !fits(error, &id) {
                is_known(error, &id);
            } else if let Err(why) = shop::arrives(error, wire, &id) {
                panic!("{wire:?}: {why}");
            }
        }
    }
}

/// Whether all of the error surely fits into a call's trailers, of which 8 KiB are sent: no part of it takes six times the
/// bytes there that it takes in JSON, which has no limit. The most is a text, percent-encoded once and in base64 once.
fn fits(error: &dyn Sent, id: &str) -> bool {
    let answer = Wire::AwsJson.encode(error, Request::new().with_id(id));
    let headers: usize = answer.headers().map(|(name, value)| name.len() + value.len()).sum();
    // And what every status takes: names, and the types and the domain in its details.
    (answer.body().len() + headers + id.len()) * 6 + 1024 <= 8 * 1024
}

/// Of what does not fit, these are always sent, and as much of the text as there is room for.
fn is_known(error: &dyn Sent, id: &str) {
    let read = shop::sent(error, Wire::Grpc, id);
    assert_eq!((read.taxon(), read.code()), (error.taxon(), error.code()));
    let delay = error.own_advice().and_then(|advice| Wire::Grpc.delay(advice.after()?));
    assert_eq!(read.retry_advice().after(), delay);
    let (sent, text) = (read.message().unwrap_or_default(), error.to_string());
    assert!(sent == text || text.starts_with(&*sent) && sent.len() > 1024 - '\u{10ffff}'.len_utf8(), "{sent:?}");
}

impl<'a> Arbitrary<'a> for Timestamp {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> Result<Self> {
        bytes.int_in_range(Self::MILLIS.start..=Self::MILLIS.end - 1).map(Self::from_millis)
    }
}
