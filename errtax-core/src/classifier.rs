//! Responses to errors.

use alloc::vec::Vec;

use crate::catalog::Catalog;
use crate::error::Error;
use crate::explain::Explanation;
use crate::index::Index;
use crate::response::ErrorResponse;
use crate::taxon::Taxon;
use crate::unclassified::Unclassified;

/// Turns a response into the most specific class of one subtree that claims it.
///
/// ```
/// use errtax::{Classifier, ErrorResponse, ServiceError};
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("orders")]
/// #[service_error(service = "orders")]
/// struct OrdersError;
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("no such order")]
/// #[service_error(parent = OrdersError, code = "NoSuchOrder")]
/// struct NoSuchOrder;
///
/// let classifier = Classifier::of::<OrdersError>();
/// assert_eq!(classifier.by_code("NoSuchOrder").map(|taxon| taxon.name()), Some("NoSuchOrder"));
/// assert_eq!(classifier.taxa().count(), 2);
/// assert!(classifier.classify(ErrorResponse::new().with_code("NoSuchOrder")).downcast_ref::<NoSuchOrder>().is_some());
/// ```
#[derive(Debug)]
pub struct Classifier {
    index: Index,
}

impl Classifier {
    /// The classifier of a catalog: of the classes that it lists, whatever else is linked.
    ///
    /// ```
    /// use errtax::{Classifier, ErrorResponse, ServiceError, catalog};
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
    /// catalog! { static ORDERS: OrdersError = [NoSuchOrder]; }
    /// static CLASSIFIER: Classifier = Classifier::new(&ORDERS);
    ///
    /// let error = CLASSIFIER.classify(ErrorResponse::new().with_code("NoSuchOrder"));
    /// assert!(error.downcast_ref::<NoSuchOrder>().is_some());
    /// ```
    pub const fn new(catalog: &'static Catalog) -> Self {
        Self::of_index(catalog.index)
    }

    pub(crate) const fn of_index(index: Index) -> Self {
        Self { index }
    }

    /// Every class of the subtree: each after its parent, siblings by name.
    ///
    /// ```
    /// use errtax::{Classifier, ServiceError};
    ///
    /// # #[derive(Debug, thiserror::Error, ServiceError)]
    /// # #[error("orders")]
    /// # struct OrdersError;
    /// # #[derive(Debug, thiserror::Error, ServiceError)]
    /// # #[error("late: {minutes}")]
    /// # #[service_error(parent = OrdersError, code = "Late")]
    /// # struct Late { #[wire(member)] minutes: u64 }
    /// let names = Classifier::of::<OrdersError>().taxa().map(|taxon| taxon.name());
    /// assert!(names.eq(["OrdersError", "Late"]));
    /// ```
    pub fn taxa(&self) -> impl Iterator<Item = &'static Taxon> {
        let Index { root, entries, .. } = self.index;
        let lineages = entries.iter().flat_map(|entry| &entry.taxon.lineage()[root.depth()..]);
        let mut taxa: Vec<&'static Taxon> = core::iter::once(&root).chain(lineages).copied().collect();
        // By address at last: classes of one identity still stand next to themselves.
        let place = |taxon: &&'static Taxon| (taxon.name(), taxon.id(), core::ptr::from_ref(*taxon));
        taxa.sort_by_cached_key(|taxon| taxon.lineage().iter().map(place).collect::<Vec<_>>());
        taxa.dedup_by(|a, b| core::ptr::eq(*a, *b));
        taxa.into_iter()
    }

    /// The class that a code means by itself, whatever else a response may say.
    ///
    /// Where the code means several classes (of several services, say), their nearest common ancestor.
    ///
    /// ```
    /// use errtax::{Classifier, ServiceError};
    ///
    /// # #[derive(Debug, thiserror::Error, ServiceError)]
    /// # #[error("orders")]
    /// # struct OrdersError;
    /// # #[derive(Debug, thiserror::Error, ServiceError)]
    /// # #[error("late: {minutes}")]
    /// # #[service_error(parent = OrdersError, code = "Late")]
    /// # struct Late { #[wire(member)] minutes: u64 }
    /// let orders = Classifier::of::<OrdersError>();
    /// assert_eq!(orders.by_code("Late").map(|taxon| taxon.name()), Some("Late"));
    /// assert_eq!(orders.by_code("New"), None);
    /// ```
    pub fn by_code(&self, code: &str) -> Option<&'static Taxon> {
        self.index.by_code(code)
    }

    /// The class that claims `response`, else the nearest one that it belongs to. Allocates nothing.
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
    /// let orders = Classifier::of::<OrdersError>();
    /// assert_eq!(orders.taxon(&ErrorResponse::new().with_code("Late")).name(), "Late");
    /// assert_eq!(orders.taxon(&ErrorResponse::new().with_code("New")).name(), "OrdersError");
    /// ```
    pub fn taxon(&self, response: &ErrorResponse) -> &'static Taxon {
        match self.index.find(response) {
            Some(claim) => claim.taxon,
            None => self.index.top_of(response),
        }
    }

    /// `response` as an error of the class that claims it.
    ///
    /// Never fails and loses nothing: what no class claims, or what its class cannot hold, is [`Unclassified`].
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
    /// let orders = Classifier::of::<OrdersError>();
    /// let late = orders.classify(ErrorResponse::new().with_code("Late").with_member("minutes", 5));
    /// assert_eq!(late.downcast_ref::<Late>().map(|late| late.minutes), Some(5));
    /// let new = orders.classify(ErrorResponse::new().with_code("New"));
    /// assert!(new.is_a::<OrdersError>() && new.code() == Some("New"));
    /// ```
    pub fn classify(&self, mut response: ErrorResponse) -> Error {
        let claim = self.index.find(&response);
        response.set_match(self.index.matched(claim));
        let Some(claim) = claim else {
            return Unclassified::new(self.index.top_of(&response), response, None).into();
        };
        match claim.build {
            None => Unclassified::new(claim.taxon, response, None).into(),
            Some(build) => match build(&mut response) {
                // What the value has not taken of the response is kept beside it.
                Ok(value) => Error::beside(value, response),
                Err(error) => Unclassified::new(claim.taxon, response, Some(error)).into(),
            },
        }
    }

    /// How `response` is classified, and why: for a log, a test, or a curious reader.
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
    /// let why = Classifier::of::<OrdersError>().explain(&ErrorResponse::new().with_code("Late"));
    /// assert_eq!(
    ///     why.to_string(),
    ///     "exact code: Late by `code = \"Late\"`\n  unclassified, since member `minutes`: missing",
    /// );
    /// ```
    pub fn explain(&self, response: &ErrorResponse) -> Explanation {
        let error = self.classify(response.clone());
        let unfit = error.downcast_ref::<Unclassified>().and_then(Unclassified::error).cloned();
        Explanation::new(error.taxon(), &self.index, response, unfit)
    }

    #[cfg(feature = "registry")]
    pub(crate) fn index(&self) -> &Index {
        &self.index
    }
}
