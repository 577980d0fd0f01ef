//! A tree of error classes as data: written to a file, read again, compared, and shown.
//!
//! Use [errtax](https://docs.rs/errtax) with its feature `contract` or `export`, which re-exports all of this.

#![forbid(unsafe_code)]

mod mermaid;
mod model;
#[cfg(feature = "page")]
pub mod page;
mod tree;
mod visible;

pub use self::model::{Class, Contract, Fault, Kind, Member, Place, Retry, Rule, Values};
