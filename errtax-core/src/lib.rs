//! The tree, the classifier and the wires of [errtax](https://docs.rs/errtax). Use that crate: it re-exports all of
//! this, and its derive writes what is hidden here.
//!
//! A room imports only what stands before it, but for one line: `Class::classify` asks the registry.
//!
//! ```text
//! fault retry transport id │ line value member members cause │ taxon rule
//!     → response (filled by wire/*) → qualified → service_error → from_response → carried → erased → error → variant → entry → class
//!     → index → unclassified explain │ render → wire/*/encode │ walking cast casts chain → catalog → classifier → registry → verify find report
//!                                                                                           └ classify ← bridge/*
//! ```

#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;
#[cfg(any(feature = "std", test))]
extern crate std;

#[cfg(any(
    feature = "anyhow",
    feature = "aws-sdk",
    feature = "eyre",
    feature = "http1",
    feature = "redis1",
    feature = "tracing"
))]
mod bridge;
#[cfg(feature = "describe")]
mod carried;
mod cast;
mod casts;
mod catalog;
mod cause;
mod chain;
mod checks;
mod class;
mod classifier;
#[cfg(feature = "registry")]
mod classify;
mod digits;
mod entry;
mod erased;
mod error;
mod explain;
mod fault;
#[cfg(feature = "registry")]
mod find;
mod from_response;
mod id;
mod index;
mod line;
mod member;
mod members;
mod qualified;
#[cfg(feature = "registry")]
mod registry;
#[cfg(any(feature = "aws-json", feature = "aws-xml", feature = "grpc", feature = "problem", feature = "resp"))]
#[cfg_attr(
    not(all(feature = "aws-xml", feature = "problem")),
    allow(dead_code, reason = "each wire says a part of it; each wire is a feature")
)]
mod render;
#[cfg(feature = "registry")]
mod report;
mod response;
mod retry;
mod rule;
mod sentence;
mod service_error;
mod status;
mod taxon;
mod template;
mod transport;
mod unclassified;
mod value;
mod variant;
#[cfg(feature = "registry")]
mod verify;
mod walking;

pub mod category;
#[cfg(feature = "describe")]
#[doc(hidden)]
pub mod describe;
pub mod wire;

#[cfg(feature = "anyhow")]
pub use self::bridge::anyhow;
#[cfg(feature = "aws-sdk")]
pub use self::bridge::aws_sdk;
#[cfg(feature = "axum08")]
pub use self::bridge::axum08;
#[cfg(feature = "eyre")]
pub use self::bridge::eyre;
#[cfg(feature = "redis1")]
pub use self::bridge::redis1;
#[cfg(feature = "tonic014")]
pub use self::bridge::tonic014;
#[cfg(feature = "tracing")]
pub use self::bridge::tracing;
pub use self::catalog::Catalog;
pub use self::cause::Cause;
pub use self::class::Class;
pub use self::classifier::Classifier;
#[cfg(feature = "registry")]
pub use self::classify::Classify;
pub use self::error::{Error, Result};
pub use self::explain::Explanation;
pub use self::fault::Fault;
#[cfg(feature = "registry")]
pub use self::find::{find, find_a};
pub use self::from_response::{Delay, FromResponse, Seconds, Unfit};
pub use self::id::TaxonId;
pub use self::member::{MemberError, Origin};
pub use self::members::Members;
#[cfg(feature = "registry")]
pub use self::registry::classify;
#[cfg(feature = "registry")]
pub use self::report::report;
pub use self::response::ErrorResponse;
pub use self::retry::{Retry, RetryAdvice};
pub use self::service_error::ServiceError;
pub use self::taxon::Taxon;
pub use self::transport::Transport;
pub use self::unclassified::Unclassified;
#[cfg(feature = "registry")]
pub use self::verify::{TaxonomyError, verify};

/// What generated code names, and nobody else: it changes without notice.
#[doc(hidden)]
pub mod __private {
    #[cfg(feature = "describe")]
    pub use crate::__described as described;
    pub use crate::__rules as rules;
    #[cfg(feature = "describe")]
    pub use crate::carried::{Field, TraceOf, Untraced};
    pub use crate::cast::Cast;
    pub use crate::checks::{also, not_taken, not_taken_by_value, reason, same_class};
    pub use crate::class::{caught, is_caught};
    pub use crate::entry::Entry;
    pub use crate::erased::{build, build_by};
    pub use crate::from_response::{Embedded, FromEmbedded, Kept, Read, Text, Underneath};
    pub use crate::from_response::{base, base_from, embedded, field, field_or, fit, retry_after, retry_after_or};
    pub use crate::members::{Written, write};
    #[cfg(any(feature = "grpc", feature = "problem"))]
    pub use crate::qualified::{problem, problem_len, reason_in_domain, reason_in_domain_len, with_names};
    #[cfg(feature = "registry")]
    pub use crate::registry::Registered;
    pub use crate::retry::delayed;
    pub use crate::rule::Rule;
    pub use crate::service_error::answer::{code, fault, retry_advice, status};
    pub use crate::taxon::lineage;
    pub use crate::variant::{Delegate, Rest};
    #[cfg(feature = "registry")]
    pub use inventory;

    /// The tables of a catalog.
    pub mod catalog {
        pub use crate::catalog::{Listed, Mistake, check, entries_in};
        pub use crate::index::{
            Claim, Conflict, Name, Names, Top, claims, claims_in, names_at_most, settled, sorted, starts, starts_in,
            tags, tags_in, tops,
        };
    }
}
