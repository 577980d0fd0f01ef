//! From the dynamic face to a value.

use core::error::Error;

use super::ServiceError;

impl dyn ServiceError {
    /// The value itself as a `T`, or what is in it at any depth: a base that it embeds, or the service error that an
    /// enum's variant holds.
    ///
    /// An [`Unclassified`](crate::Unclassified) error `is_a` its nearest class, and has no value of it to give.
    ///
    /// ```
    /// use errtax::{ErrorResponse, ServiceError};
    ///
    /// #[derive(Debug, thiserror::Error, ServiceError)]
    /// #[error("orders: {response}")]
    /// struct OrdersError { #[wire(response)] response: ErrorResponse }
    ///
    /// #[derive(Debug, thiserror::Error, ServiceError)]
    /// #[error("table not found: {base}")]
    /// struct TableNotFound { #[service_error(base)] base: OrdersError }
    ///
    /// let response = ErrorResponse::new().with_message("no such table");
    /// let error = errtax::Error::new(TableNotFound { base: OrdersError { response } });
    /// assert!(error.downcast_ref::<TableNotFound>().is_some());
    /// assert!(error.downcast_ref::<OrdersError>().is_some()); // the base inside
    /// ```
    pub fn downcast_ref<T: ServiceError>(&self) -> Option<&T> {
        let mut link = Some(self);
        while let Some(value) = link {
            let value_as_error: &(dyn Error + 'static) = value;
            if let Some(found) = value_as_error.downcast_ref() {
                return Some(found);
            }
            link = value.inner().or_else(|| value.base());
        }
        None
    }
}
