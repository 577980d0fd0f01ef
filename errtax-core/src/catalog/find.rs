//! Service errors of the listed classes, through the wrappers of others.

use core::error::Error;

use super::Catalog;
use crate::casts;
use crate::chain;
use crate::class::Class;
use crate::service_error::ServiceError;

impl Catalog {
    /// The first service error in the chain of `error` that is of a listed class, or an
    /// [`errtax::Error`](crate::Error), whatever it is wrapped in.
    ///
    /// What `errtax::find` does with the registered classes; with `std`, it remembers as that does.
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
        chain::walk(error, move |link| casts::see(entries, |entry| entry.cast, link))
            .filter_map(|link| link.service_error)
    }
}
