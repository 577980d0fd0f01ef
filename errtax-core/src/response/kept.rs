//! Members that were put into a response: together no larger than what is kept.

use alloc::{boxed::Box, vec::Vec};

use super::KEPT_MEMBERS;
use super::cap::size_of_member;
use crate::value::{Value, ValueError};

type Member = (Box<str>, Result<Value<'static>, ValueError>);

/// Members by name, each once, and how much memory they take.
#[derive(Clone, Default)]
pub(super) struct KeptMembers {
    members: Vec<Member>,
    size: usize,
    /// Whether there was one without room even for its name.
    is_cut: bool,
}

impl KeptMembers {
    /// Puts a member in the place of one of the same name. Where there is no room for it, that is its value: why it
    /// cannot be read.
    pub(super) fn put(&mut self, name: Box<str>, value: Result<Value<'static>, ValueError>) {
        self.remove(&name);
        let room = KEPT_MEMBERS - self.size;
        let sized = |value| (size_of_member(&name, &value), value);
        let (mut size, mut value) = sized(value);
        if size > room {
            (size, value) = sized(Err(too_large()));
        }
        if size > room {
            self.is_cut = true;
            return;
        }
        self.size += size;
        self.members.push((name, value));
    }

    fn remove(&mut self, name: &str) {
        if let Some(place) = self.members.iter().position(|(known, _)| **known == *name) {
            let (name, value) = self.members.remove(place);
            self.size -= size_of_member(&name, &value);
        }
    }

    /// The member of that name; an error where it may be one that there was no room for.
    pub(super) fn get(&self, name: &str) -> Option<Result<Value<'static>, ValueError>> {
        let known = self.members.iter().find(|(known, _)| **known == *name);
        known.map(|(_, value)| value.clone()).or_else(|| self.is_cut.then(|| Err(too_large())))
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.members.iter().map(|(name, _)| &**name)
    }
}

fn too_large() -> ValueError {
    ValueError::new("all members together were larger than 1 MiB")
}
