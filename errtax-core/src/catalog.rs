//! Classes listed by hand: checked and ordered by the compiler, without a linker's help.

mod find;
mod listed;
mod mistake;

use core::fmt;

use crate::entry::Entry;
use crate::index::{Claim, Index, Name, Top};
use crate::taxon::Taxon;

pub use self::listed::{Listed, entries_in};
pub use self::mistake::{Mistake, check};

/// The classes of one tree that `catalog!` lists.
///
/// A catalog is a `static` that the compiler fills: it needs neither the feature `registry` nor `std`, knows exactly the
/// classes that it names, and cannot contradict itself. [`Classifier::new`](crate::Classifier::new) classifies by it.
///
/// ```
/// use errtax::{Classifier, ServiceError, catalog};
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("orders")]
/// pub struct OrdersError;
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("no such order")]
/// #[service_error(parent = OrdersError, code = "NoSuchOrder")]
/// pub struct NoSuchOrder;
///
/// catalog! {
///     /// The errors of the orders service.
///     pub static ORDERS: OrdersError = [NoSuchOrder];
/// }
///
/// assert_eq!(Classifier::new(&ORDERS).by_code("NoSuchOrder").map(|taxon| taxon.name()), Some("NoSuchOrder"));
/// ```
pub struct Catalog {
    pub(crate) index: Index,
}

/// The construction, as `catalog!` writes it.
#[doc(hidden)]
impl Catalog {
    pub const fn new(
        root: &'static Taxon,
        entries: &'static [&'static Entry],
        services: (&'static [Name], &'static [Top]),
        claims: (&'static [Claim], &'static [u32], &'static [u16]),
    ) -> Self {
        Self { index: Index::new(root, entries, services, claims) }
    }
}

impl fmt::Debug for Catalog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let classes = self.index.entries.iter().map(|entry| entry.taxon.name());
        write!(f, "Catalog of {} ", self.index.root.name())?;
        f.debug_list().entries(classes).finish()
    }
}
