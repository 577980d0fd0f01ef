//! Errors of a shop, out of bytes, over every wire and back.

use arbitrary::{Arbitrary, Result, Unstructured};

use crate::member::Timestamp;
use crate::shop::{self, AnyError};
use crate::wide::Wide;
use crate::wire::Wire;

/// Has the errors that these bytes are go over every wire that carries members, and checks that they arrive.
pub fn both_ways(bytes: &[u8]) {
    let Ok((id, wide, error)) = <(String, Wide, AnyError)>::arbitrary_take_rest(Unstructured::new(bytes)) else {
        return;
    };
    for wire in [Wire::Problem, Wire::AwsJson, Wire::AwsXml, Wire::Grpc] {
        for error in [&wide, error.as_sent()] {
            if let Err(why) = shop::arrives(error, wire, &id) {
                panic!("{wire:?}: {why}");
            }
        }
    }
}

impl<'a> Arbitrary<'a> for Timestamp {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> Result<Self> {
        bytes.int_in_range(Self::MILLIS.start..=Self::MILLIS.end - 1).map(Self::from_millis)
    }
}
