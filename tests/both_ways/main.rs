//! What one side renders, the other side reads: `decode(encode(e))` is the class and the members of `e`, for any `e`.
//! And nothing arrives of what is nobody's to know.
//!
//! `PROPTEST_CASES` says how many errors each test tries.

mod aws;
mod exposed;
mod found;
mod masked;
mod member;
mod part;
mod redirect;
mod resp;
mod shop;
mod wide;
mod wire;

use proptest::prelude::*;
use proptest::test_runner::Config;

use crate::wire::Wire;

/// Nothing is written beside the tests: a case that fails becomes one of them.
fn config() -> Config {
    Config { failure_persistence: None, ..Config::default() }
}

macro_rules! wires {
    ($($name:ident: $wire:expr;)*) => {$(
        mod $name {
            use super::*;

            proptest! {
                #![proptest_config(config())]

                #[test]
                fn scalars_arrive_in_every_place(error in shop::flat(), id in member::text()) {
                    shop::arrives(&*error, $wire, &id)?;
                }

                #[test]
                fn lists_maps_and_structs_arrive(error in shop::deep(), id in member::text()) {
                    shop::arrives(&*error, $wire, &id)?;
                }

                #[test]
                fn numbers_of_more_than_64_bits_arrive_where_json_is_not_in_the_way(error in wide::any()) {
                    shop::arrives(&error, $wire, "R-1")?;
                }
            }
        }
    )*};
}

wires! {
    problem: Wire::Problem;
    aws_json: Wire::AwsJson;
    aws_xml: Wire::AwsXml;
    grpc: Wire::Grpc;
}
