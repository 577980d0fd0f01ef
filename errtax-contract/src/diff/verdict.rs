//! What a change means for those who use a tree.

use std::fmt;

use serde::Serialize;

/// What a change means for those who use a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Everything that held still holds, and there is nothing new to use.
    Patch,
    /// Everything that held still holds, and there is more.
    Minor,
    /// A former `is_a`, code, status or payload, or advice to repeat, no longer holds.
    Breaking,
}

impl Verdict {
    /// The step that the next version takes, from 1.0 on.
    ///
    /// ```
    /// assert_eq!(errtax::contract::Verdict::Breaking.step(), "major");
    /// ```
    pub fn step(self) -> &'static str {
        match self {
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Breaking => "major",
        }
    }

    /// The step that the next version takes before 1.0, as cargo reads such versions.
    ///
    /// ```
    /// assert_eq!(errtax::contract::Verdict::Breaking.step_below_1(), "minor");
    /// ```
    pub fn step_below_1(self) -> &'static str {
        match self {
            Self::Patch | Self::Minor => "patch",
            Self::Breaking => "minor",
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Breaking => "breaking",
        })
    }
}
