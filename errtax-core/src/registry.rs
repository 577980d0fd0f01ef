//! The classes that the derive registered at link time, and one classifier for each root that was asked for.

use alloc::{boxed::Box, vec::Vec};
use std::sync::OnceLock;

use crate::cast::Cast;
use crate::casts;
use crate::class::Class;
use crate::classifier::Classifier;
use crate::entry::Entry;
use crate::error::Error;
use crate::index::Index;
use crate::response::ErrorResponse;
use crate::service_error::ServiceError;
use crate::taxon::Taxon;

/// A class that registered itself.
#[doc(hidden)]
pub struct Registered(pub &'static Entry);

inventory::collect!(Registered);

/// Every registered class in the subtree of `root`.
fn entries_below(root: &'static Taxon) -> Vec<&'static Entry> {
    let registered = inventory::iter::<Registered>.into_iter().flat_map(|registered| registered.0.all());
    registered.filter(|entry| entry.taxon.descends_from(root)).collect()
}

/// The value of a registered class that `link` is, if it is one.
pub(crate) fn see<'a>(link: &'a (dyn core::error::Error + 'static)) -> Option<&'a dyn ServiceError> {
    let (all, size) = (registered_casts(), size_of_val(link));
    // What is as large as a pointer may be a `Box` or an `Arc` of any class.
    let candidates = if size == size_of::<usize>() {
        all
    } else {
        let smaller = all.partition_point(|cast| cast.size() < size);
        let rest = &all[smaller..];
        &rest[..rest.partition_point(|cast| cast.size() == size)]
    };
    casts::see(candidates, |cast| Some(*cast), link)
}

/// What the registered classes see of something, each by its own cast.
#[cfg(any(feature = "anyhow", feature = "eyre"))]
pub(crate) fn seen<'a>(
    see: impl Fn(Cast) -> Option<&'a dyn ServiceError>,
) -> impl Iterator<Item = &'a dyn ServiceError> {
    registered_casts().iter().filter_map(move |cast| see(*cast))
}

/// The casts of all registered classes, sorted by size: next to each other, since every link of a chain asks for them.
fn registered_casts() -> &'static [Cast] {
    static CASTS: OnceLock<Vec<Cast>> = OnceLock::new();
    CASTS.get_or_init(|| {
        let registered = inventory::iter::<Registered>.into_iter();
        let mut casts: Vec<Cast> = registered.filter_map(|registered| registered.0.cast).collect();
        casts.sort_by_key(Cast::size);
        casts
    })
}

/// The classifiers that were asked for: a list that only grows, so that reading it takes no lock.
static CLASSIFIERS: OnceLock<Box<Node>> = OnceLock::new();

struct Node {
    root: &'static Taxon,
    classifier: OnceLock<Classifier>,
    next: OnceLock<Box<Node>>,
}

impl Classifier {
    /// The classifier of the registered classes in the subtree of `Root`: made at the first call, then kept.
    ///
    /// A class is registered where its crate is linked *and named*: write `use dependency as _;` for one that is only
    /// linked.
    ///
    /// ```
    /// use errtax::{Classifier, ErrorResponse, ServiceError};
    ///
    /// # #[derive(Debug, thiserror::Error, ServiceError)]
    /// # #[error("orders")]
    /// # struct OrdersError;
    /// # #[derive(Debug, thiserror::Error, ServiceError)]
    /// # #[error("late: {minutes}")]
    /// # #[service_error(parent = OrdersError, code = "Late")]
    /// # struct Late { #[wire(member)] minutes: u64 }
    /// let orders: &'static Classifier = Classifier::of::<OrdersError>();
    /// assert_eq!(orders.taxon(&ErrorResponse::new().with_code("Late")).name(), "Late");
    /// ```
    pub fn of<Root: Class>() -> &'static Self {
        Self::below(Root::TAXON)
    }

    /// The same, where the root is known by its taxon alone.
    pub(crate) fn below(root: &'static Taxon) -> &'static Self {
        let mut link = &CLASSIFIERS;
        loop {
            let node = link.get_or_init(|| Box::new(Node { root, classifier: OnceLock::new(), next: OnceLock::new() }));
            if core::ptr::eq(node.root, root) {
                return node.classifier.get_or_init(|| Self::of_index(Index::registered(root, entries_below(root))));
            }
            link = &node.next;
        }
    }
}

/// The most specific registered class in the subtree of `Root` that claims `response`, as an error: what
/// [`Class::classify`] does, without importing the trait.
///
/// ```
/// use errtax::{ErrorResponse, ServiceError};
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("orders")]
/// struct OrdersError;
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("no such order")]
/// #[service_error(parent = OrdersError, code = "NoSuchOrder")]
/// struct NoSuchOrder;
///
/// let error = errtax::classify::<OrdersError>(ErrorResponse::new().with_code("NoSuchOrder"));
/// assert!(error.downcast_ref::<NoSuchOrder>().is_some());
/// ```
pub fn classify<Root: Class>(response: ErrorResponse) -> Error {
    Classifier::of::<Root>().classify(response)
}
