//! From `&dyn Error` back to a class: one link of a chain, and many classes.

#[cfg(feature = "std")]
mod table;

use core::error::Error;

use crate::cast::Cast;
use crate::service_error::ServiceError;

/// So few classes are asked one by one in less time than it takes to remember what they have said.
const FEW: usize = 16;

/// The value of a class in `list` that `link` is, if it is one. `cast` is how a class of the list sees its values.
///
/// With `std`, each class is asked once for each type of link, and what came of it is remembered.
pub(crate) fn see<'a, T>(
    list: &'static [T],
    cast: fn(&'static T) -> Option<Cast>,
    link: &'a (dyn Error + 'static),
) -> Option<&'a dyn ServiceError> {
    let casts = || list.iter().filter_map(cast);
    let ask_all = || casts().find_map(|cast| Some((cast, cast.see(link)?)));
    if list.len() <= FEW {
        return ask_all().map(|(_, value)| value);
    }
    remembered(list, link, ask_all)
}

/// A class that sees a link, and the value that it sees.
type Seen<'a> = (Cast, &'a dyn ServiceError);

#[cfg(feature = "std")]
fn remembered<'a, T>(
    list: &'static [T],
    link: &'a (dyn Error + 'static),
    ask_all: impl FnOnce() -> Option<Seen<'a>>,
) -> Option<&'a dyn ServiceError> {
    use alloc::collections::BTreeMap;
    use std::sync::RwLock;

    /// By the address and the length of a list, and the table of a link: the class of the list that sees such links, if
    /// one does. No more than the program and its libraries have tables.
    type Known = BTreeMap<[usize; 3], Option<Cast>>;
    static KNOWN: RwLock<Known> = RwLock::new(BTreeMap::new());

    let Some(table) = table::of(link) else { return ask_all().map(|(_, value)| value) };
    let asked = [list.as_ptr().addr(), list.len(), table];
    // Nobody waits, whatever else goes on in this thread or another: what cannot be looked up now is asked.
    let known = KNOWN.try_read().ok().and_then(|known| known.get(&asked).copied());
    match known.map(|cast| cast.map(|cast| cast.see(link))) {
        Some(None) => return None,
        Some(Some(Some(value))) => return Some(value),
        Some(Some(None)) | None => {}
    }
    let seen = ask_all();
    if let Ok(mut known) = KNOWN.try_write() {
        known.insert(asked, seen.map(|(cast, _)| cast));
    }
    seen.map(|(_, value)| value)
}

#[cfg(not(feature = "std"))]
fn remembered<'a, T>(
    _: &'static [T],
    _: &'a (dyn Error + 'static),
    ask_all: impl FnOnce() -> Option<Seen<'a>>,
) -> Option<&'a dyn ServiceError> {
    ask_all().map(|(_, value)| value)
}
