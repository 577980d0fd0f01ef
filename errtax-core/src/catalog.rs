//! Classes listed by hand: checked and ordered by the compiler, without a linker's help.

mod listed;
mod mistake;

use core::error::Error;
use core::fmt;

use crate::cast::Cast;
use crate::chain;
use crate::class::Class;
use crate::entry::Entry;
use crate::index::{Claim, Index, Name, Slot, Top};
use crate::service_error::ServiceError;
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

impl Catalog {
    /// The first service error in the chain of `error` that is of a listed class, or an
    /// [`errtax::Error`](crate::Error), whatever it is wrapped in.
    ///
    /// What `errtax::find` does with the registered classes.
    ///
    /// ```
    /// use errtax::{ServiceError, catalog};
    ///
    /// #[derive(Debug, thiserror::Error, ServiceError)]
    /// #[error("orders")]
    /// struct OrdersError;
    ///
    /// #[derive(Debug, thiserror::Error)]
    /// #[error("checking out")]
    /// struct Checkout(#[source] OrdersError);
    ///
    /// catalog! { static ORDERS: OrdersError = []; }
    ///
    /// assert_eq!(ORDERS.find(&Checkout(OrdersError)).unwrap().taxon().name(), "OrdersError");
    /// assert!(ORDERS.find(&std::fmt::Error).is_none());
    /// ```
    pub fn find<'a>(&self, error: &'a (dyn Error + 'static)) -> Option<&'a dyn ServiceError> {
        self.all(error).next()
    }

    /// The first service error in the chain of `error` that is a `C`.
    ///
    /// ```
    /// use errtax::{ServiceError, catalog, category};
    ///
    /// #[derive(Debug, thiserror::Error, ServiceError)]
    /// #[error("orders")]
    /// #[service_error(also(category::Unavailable))]
    /// struct OrdersError;
    ///
    /// catalog! { static ORDERS: OrdersError = []; }
    ///
    /// let error = std::io::Error::other(OrdersError);
    /// assert!(ORDERS.find_a::<category::Unavailable>(&error).is_some());
    /// assert!(ORDERS.find_a::<category::NotFound>(&error).is_none());
    /// ```
    pub fn find_a<'a, C: Class>(&self, error: &'a (dyn Error + 'static)) -> Option<&'a dyn ServiceError> {
        self.all(error).find(|service_error| service_error.is_a::<C>())
    }

    fn all<'a>(&self, error: &'a (dyn Error + 'static)) -> impl Iterator<Item = &'a dyn ServiceError> {
        let entries = self.index.entries;
        let casts = move || entries.iter().filter_map(|entry| entry.cast);
        chain::walk(error, move |link| casts().find_map(|cast: Cast| cast.see(link)))
            .filter_map(|link| link.service_error)
    }
}

/// The construction, as `catalog!` writes it.
#[doc(hidden)]
impl Catalog {
    pub const fn new(
        root: &'static Taxon,
        entries: &'static [&'static Entry],
        services: (&'static [Name], &'static [Top]),
        claims: (&'static [Claim], &'static [Slot]),
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
