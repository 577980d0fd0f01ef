//! What is called of a store.

/// A call of a [`Store`](crate::Store).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Call {
    /// [`Store::put`](crate::Store::put): the handler has not run.
    Put,
    /// [`Store::get`](crate::Store::get): the handler has not run.
    Get,
    /// [`Store::update`](crate::Store::update): the handler has run, and has answered.
    Update,
    /// [`Store::delete`](crate::Store::delete): the handler has run, and has failed.
    Delete,
}

impl Call {
    /// Whether the handler has run before it.
    pub const fn is_after_the_handler(self) -> bool {
        matches!(self, Self::Update | Self::Delete)
    }
}
