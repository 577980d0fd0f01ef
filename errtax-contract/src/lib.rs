//! A tree of error classes as data: written to a file, read again, compared, and shown.
//!
//! Use [errtax](https://docs.rs/errtax) with its feature `contract` or `export`, which re-exports all of this.

#![forbid(unsafe_code)]

mod model;
mod of;

pub use self::model::{Class, Contract, Fault, Kind, Member, Place, Retry, Rule, Values};
