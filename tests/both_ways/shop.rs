//! What a shop answers: for each type of members a class that has it in every place, and a value of each class.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::time::Duration;

use errtax::wire::Request;
use errtax::{Class, ServiceError};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::strategy::Union;
use proptest::test_runner::TestCaseResult;
use thiserror::Error;

use crate::member::{Blob, Exact, Kind, Member, Timestamp, text};
use crate::part::{Choice, Nested, choice, nested};
use crate::wire::Wire;

/// Whatever the shop answers.
#[derive(Debug, Error, ServiceError)]
#[error("shop")]
#[service_error(service = "shop", problem = "https://shop.example.com/probs/", domain = "shop.example.com")]
pub(crate) struct ShopError;

/// An error that goes over wires.
pub(crate) trait Sent: ServiceError {
    /// Whether it is `read` on the other side of that wire: what the class says of itself, and every member.
    fn is(&self, read: &errtax::Error, wire: Wire, request_id: &str) -> TestCaseResult;
}

macro_rules! classes {
    (
        scalars { $($flat:ident $code:literal: $ty:ty;)* }
        parts { $($deep:ident $deep_code:literal: $part:ty;)* }
    ) => {
        $(
            /// A scalar in every place that has room for one. This sentence is no title.
            #[derive(Clone, Debug, PartialEq, Error, ServiceError)]
            #[cfg_attr(fuzzing, derive(arbitrary::Arbitrary))]
            #[error("{}", .text.as_deref().unwrap_or_default())]
            #[service_error(parent = ShopError, code = $code, status = 404, out)]
            pub(crate) struct $flat {
                #[wire(message)]
                text: Option<String>,
                #[wire(member)]
                one: $ty,
                #[wire(member = "Maybe-1")]
                maybe: Option<$ty>,
                #[wire(header = "X-One")]
                bound: $ty,
                #[wire(header = "x-maybe")]
                maybe_bound: Option<$ty>,
                #[wire(retry_after)]
                after: Option<Duration>,
                #[wire(request_id)]
                id: Option<String>,
                #[wire(context = "table")]
                table: Option<String>,
            }

            impl $flat {
                fn any() -> BoxedStrategy<Self> {
                    let (one, bound) = (<$ty>::any(), <$ty>::any());
                    let (maybe, maybe_bound) = (option::of(<$ty>::any()), option::of(<$ty>::any()));
                    let (after, id, table) = (option::of(delay()), option::of(text()), option::of(text()));
                    (text(), one, maybe, bound, maybe_bound, after, id, table)
                        .prop_map(|(text, one, maybe, bound, maybe_bound, after, id, table)| {
                            Self { text: Some(text), one, maybe, bound, maybe_bound, after, id, table }
                        })
                        .boxed()
                }

                /// The delay, the id and the context are the request's: only the first is the error's to send.
                /// `None` where a header cannot carry the member that is bound to it.
                fn carried(self, wire: Wire, id: &str) -> Option<Self> {
                    Some(Self {
                        text: wire.message(&self.text.unwrap_or_default(), TITLE),
                        one: self.one.in_body(wire),
                        maybe: self.maybe.map(|value| value.in_body(wire)),
                        bound: self.bound.in_header(wire)?,
                        maybe_bound: self.maybe_bound.and_then(|value| value.in_header(wire)),
                        after: self.after.and_then(|after| wire.delay(after)),
                        id: wire.request_id(id),
                        table: None,
                    })
                }
            }

            impl Sent for $flat {
                fn is(&self, read: &errtax::Error, wire: Wire, id: &str) -> TestCaseResult {
                    let expected = self.clone().carried(wire, id);
                    prop_assert_eq!(read.downcast_ref::<Self>(), expected.as_ref(), "{:?}", read);
                    prop_assert_eq!(read.retry_advice().after(), self.after.and_then(|after| wire.delay(after)));
                    let message = wire.message(self.text.as_deref().unwrap_or_default(), TITLE);
                    says::<Self>(read, wire, message.as_deref(), id)
                }
            }
        )*

        $(
            /// Lists, maps and structs.
            #[derive(Clone, Debug, PartialEq, Error, ServiceError)]
            #[cfg_attr(fuzzing, derive(arbitrary::Arbitrary))]
            #[error("deep")]
            #[service_error(parent = ShopError, code = $deep_code, status = 422, members = "camelCase", out)]
            pub(crate) struct $deep {
                list: Vec<$part>,
                maybe_list: Option<Vec<Vec<$part>>>,
                by_name: BTreeMap<String, $part>,
                by_number: BTreeMap<i64, Vec<$part>>,
                pair: ($part, $part),
                nested: Nested<$part>,
                several: Vec<Nested<$part>>,
                named: BTreeMap<String, Nested<$part>>,
                choices: Vec<Choice<$part>>,
            }

            impl $deep {
                fn any() -> BoxedStrategy<Self> {
                    let of = <$part>::any;
                    let lists = (vec(of(), 0..3), option::of(vec(vec(of(), 0..3), 0..3)));
                    let maps = (btree_map(text(), of(), 0..3), btree_map(any::<i64>(), vec(of(), 0..3), 0..3));
                    let structs = (nested(2), vec(nested(1), 0..3), btree_map(text(), nested(1), 0..3));
                    (lists, maps, (of(), of()), structs, vec(choice(), 0..3))
                        .prop_map(|((list, maybe_list), (by_name, by_number), pair, structs, choices)| {
                            let (nested, several, named) = structs;
                            Self { list, maybe_list, by_name, by_number, pair, nested, several, named, choices }
                        })
                        .boxed()
                }

                fn carried(self, wire: Wire) -> Self {
                    let list = |list: Vec<$part>| list.into_iter().map(|one| one.in_body(wire)).collect();
                    let lists = |lists: Vec<_>| lists.into_iter().map(list).collect();
                    let key = |key: String| key.in_body(wire);
                    Self {
                        list: list(self.list),
                        maybe_list: self.maybe_list.map(lists),
                        by_name: self.by_name.into_iter().map(|(name, one)| (key(name), one.in_body(wire))).collect(),
                        by_number: self.by_number.into_iter().map(|(number, each)| (number, list(each))).collect(),
                        pair: (self.pair.0.in_body(wire), self.pair.1.in_body(wire)),
                        nested: self.nested.carried(wire),
                        several: self.several.into_iter().map(|one| one.carried(wire)).collect(),
                        named: self.named.into_iter().map(|(name, one)| (key(name), one.carried(wire))).collect(),
                        choices: self.choices.into_iter().map(|one| one.carried(wire)).collect(),
                    }
                }
            }

            impl Sent for $deep {
                fn is(&self, read: &errtax::Error, wire: Wire, id: &str) -> TestCaseResult {
                    let expected = self.clone().carried(wire);
                    prop_assert_eq!(read.downcast_ref::<Self>(), Some(&expected), "{:?}", read);
                    says::<Self>(read, wire, Some("deep"), id)
                }
            }
        )*

        /// Any error, out of a fuzzer's bytes.
        #[cfg(fuzzing)]
        #[derive(Debug, arbitrary::Arbitrary)]
        pub(crate) enum AnyError {
            $($flat($flat),)*
            $($deep($deep),)*
        }

        #[cfg(fuzzing)]
        impl AnyError {
            pub(crate) fn as_sent(&self) -> &dyn Sent {
                match self {
                    $(Self::$flat(error) => error,)*
                    $(Self::$deep(error) => error,)*
                }
            }
        }

        /// Any error whose members are scalars.
        pub(crate) fn flat() -> impl Strategy<Value = Box<dyn Sent>> {
            Union::new([$($flat::any().prop_map(|error| Box::new(error) as Box<dyn Sent>).boxed()),*])
        }

        /// Any error whose members have parts.
        pub(crate) fn deep() -> impl Strategy<Value = Box<dyn Sent>> {
            Union::new([$($deep::any().prop_map(|error| Box::new(error) as Box<dyn Sent>).boxed()),*])
        }
    };
}

/// The title of a problem: the first sentence of its class's documentation.
const TITLE: &str = "A scalar in every place that has room for one.";

classes! {
    scalars {
        Texts "TEXTS": String;
        Chars "CHARS": char;
        Bools "BOOLS": bool;
        U8s "U8S": u8;
        U16s "U16S": u16;
        U32s "U32S": u32;
        U64s "U64S": u64;
        I8s "I8S": i8;
        I16s "I16S": i16;
        I32s "I32S": i32;
        I64s "I64S": i64;
        F32s "F32S": Exact<f32>;
        F64s "F64S": Exact<f64>;
        Bytes "BYTES": Blob;
        Times "TIMES": Timestamp;
        Kinds "KINDS": Kind;
    }
    parts {
        OfTexts "OF_TEXTS": String;
        OfBools "OF_BOOLS": bool;
        OfU64s "OF_U64S": u64;
        OfI64s "OF_I64S": i64;
        OfF64s "OF_F64S": Exact<f64>;
        OfBytes "OF_BYTES": Blob;
        OfKinds "OF_KINDS": Kind;
    }
}

fn delay() -> impl Strategy<Value = Duration> {
    let short = any::<u16>().prop_map(|seconds| Duration::from_secs(seconds.into()));
    prop_oneof![Just(Duration::ZERO), Just(Duration::MAX), short, any::<Duration>()]
}

/// Whether the error is the same on the other side.
pub(crate) fn arrives(error: &dyn Sent, wire: Wire, request_id: &str) -> TestCaseResult {
    error.is(&sent(error, wire, request_id), wire, request_id)
}

/// The error, as the other side has it.
pub(crate) fn sent(error: &dyn ServiceError, wire: Wire, request_id: &str) -> errtax::Error {
    let answer = wire.encode(error, Request::new().with_id(request_id));
    errtax::classify::<ShopError>(wire.decode(&answer))
}

/// What an error says whatever its members are.
fn says<T: Class>(read: &errtax::Error, wire: Wire, message: Option<&str>, request_id: &str) -> TestCaseResult {
    prop_assert_eq!(read.taxon(), T::TAXON);
    prop_assert_eq!(read.code(), T::TAXON.code());
    prop_assert_eq!(read.message(), message.map(Cow::Borrowed));
    prop_assert_eq!(read.request_id().map(str::to_owned), wire.request_id(request_id));
    prop_assert_eq!(read.status(), T::TAXON.status().and_then(|status| wire.status(status)));
    Ok(())
}
