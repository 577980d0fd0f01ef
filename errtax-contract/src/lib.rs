//! A tree of error classes as data: written to a file, read again, compared, and shown.
//!
//! Use [errtax](https://docs.rs/errtax) with its feature `contract` or `export`, which re-exports all of this.

#![forbid(unsafe_code)]

mod catching;
mod check;
mod diff;
#[cfg(feature = "page")]
pub mod export;
mod facts;
mod file;
mod kin;
mod mermaid;
mod model;
mod of;
mod order;
#[cfg(feature = "page")]
pub mod page;
mod report;
mod text;
mod tree;
mod visible;
mod words;

pub use self::check::{CheckError, check, check_with, compare, write};
pub use self::diff::{Change, Changes, Row, TABLE, Verdict};
pub use self::facts::{Fact, Origin};
pub use self::file::FormatError;
#[doc(hidden)]
pub use self::file::{MAX_BYTES, SAMPLE, read_bounded};
pub use self::model::{ClassFacts, Contract, Fault, Kind, Member, Place, Retry, Rule, Values};
#[doc(hidden)]
pub use self::text::{shown, shown_json, shown_line};
pub use self::tree::{Line, Tree};
