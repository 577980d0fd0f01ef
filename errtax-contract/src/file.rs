//! The file of a contract: written so that a review shows a line a change, and read with suspicion.
//!
//! Its form is `contract.schema.json`, beside this crate's manifest.

mod error;
mod place;
mod read;
mod sound;
mod write;

use std::io::{self, Read as _};

pub use self::error::FormatError;
use crate::model::Contract;

/// More are refused: the work for one class stays bounded, whatever the file says.
const MAX_ANCESTORS: usize = 100;

/// The version of the form that this crate writes, and the newest that it reads.
pub(crate) const VERSION: u64 = 1;

/// Larger files are refused: a tree of 5,846 classes takes less than 4 MiB.
#[doc(hidden)]
pub const MAX_BYTES: usize = 64 << 20;

/// The text of `source`, read no further than one byte past what a contract may have: what is larger is refused by its
/// length, and never held.
#[doc(hidden)]
pub fn read_bounded(source: impl io::Read) -> io::Result<String> {
    let most = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    let mut text = String::new();
    source.take(most).read_to_string(&mut text)?;
    Ok(text)
}

/// Why nobody may write a contract over `text`: it is something else, or a newer errtax's. One that is cut, or that a hand
/// broke, follows from the code.
pub(crate) fn foreign(text: &str) -> Option<FormatError> {
    if text.trim_ascii().is_empty() {
        return None;
    }
    if !text.contains("\"errtax_contract\"") {
        return Some(FormatError::no_contract());
    }
    read::read(text).err().filter(FormatError::is_beyond_us)
}

impl Contract {
    /// The contract as a file: JSON, sorted, every fact of a class on a line of its own.
    ///
    /// The same contract gives the same bytes. Lists of names, each rule and each member stand on one line.
    ///
    /// ```
    /// # let contract = errtax::contract::Contract::from_json(errtax::contract::SAMPLE)?;
    /// let file = contract.to_json();
    /// assert!(file.contains("\n      \"status\": 409,\n"));
    /// assert_eq!(errtax::contract::Contract::from_json(&file)?, contract);
    /// # Ok::<(), errtax::contract::FormatError>(())
    /// ```
    pub fn to_json(&self) -> String {
        write::write(self)
    }

    /// Reads what [`to_json`](Self::to_json) wrote, in any order and layout.
    ///
    /// A fact that the file leaves out is one that the class does not state.
    ///
    /// # Errors
    ///
    /// [`FormatError`], with the line and the column, where the text is cut, of a newer version, no contract at all, or
    /// in itself contradictory: a parent that is no class of the file, a cycle of ancestors, a root that is missing, an
    /// identity twice. So are more than 64 MiB, 100,000 classes, or 100 ancestors of one class.
    ///
    /// ```
    /// let error = errtax::contract::Contract::from_json("{\n  \"errtax_contract\": 1,\n  \"root\": ").unwrap_err();
    /// assert_eq!((error.line(), error.column()), (3, 10));
    /// assert!(error.to_string().contains("ends too early"));
    /// ```
    pub fn from_json(text: &str) -> Result<Self, FormatError> {
        read::read(text)
    }
}

/// A small file, for examples.
#[doc(hidden)]
pub const SAMPLE: &str = include_str!("file/sample.json");
