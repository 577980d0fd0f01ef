//! Whether keys are watched: what the server would forget with the connection.

use crate::errors::WatchError;

/// What became of the keys that are watched.
#[derive(Clone, Copy, Default)]
pub(crate) enum Watch {
    /// There are none.
    #[default]
    Nothing,
    /// The server watches them.
    Keys,
    /// The connection was lost, and with it who watched them.
    Lost,
}

impl Watch {
    /// A command of that name was answered.
    pub(crate) fn note(&mut self, name: &str) {
        if name.eq_ignore_ascii_case("WATCH") {
            *self = Self::Keys;
        } else if ["UNWATCH", "EXEC", "DISCARD"].iter().any(|end| name.eq_ignore_ascii_case(end)) {
            *self = Self::Nothing;
        }
    }

    /// The connection was lost.
    pub(crate) fn lose(&mut self) {
        if let Self::Keys = self {
            *self = Self::Lost;
        }
    }

    /// Whether a transaction may go on: not where nobody knows who changed the keys in the meantime. This ends the watch.
    pub(crate) fn still(&mut self) -> Result<(), WatchError> {
        let Self::Lost = self else { return Ok(()) };
        *self = Self::Nothing;
        Err(WatchError("A connection error occurred while watching one or more keys".to_owned()))
    }
}
