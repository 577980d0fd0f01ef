//! The static face: what a type says about its class.

use crate::entry::Entry;
use crate::service_error::ServiceError;
use crate::taxon::Taxon;
#[cfg(feature = "registry")]
use crate::{classifier::Classifier, error::Error, response::ErrorResponse};

/// A Rust type with a place in the tree. Derive [`ServiceError`] to get it.
///
/// ```
/// use errtax::{Class, ServiceError, category};
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("no such key")]
/// #[service_error(code = "NoSuchKey", status = 404, also(category::NotFound))]
/// struct NoSuchKey;
///
/// assert_eq!(NoSuchKey::TAXON.code(), Some("NoSuchKey"));
/// assert!(NoSuchKey::TAXON.is_a(<category::NotFound as Class>::TAXON));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an error class",
    label = "not an error class",
    note = "a class derives `ServiceError`: `#[derive(Debug, Error, ServiceError)] struct …`, or `#[derive(ServiceError)] #[service_error(category)] enum … {{}}`"
)]
pub trait Class: 'static {
    /// The class's node of the tree.
    ///
    /// ```
    /// use errtax::{Class, category};
    ///
    /// const GONE: u16 = match <category::NotFound as Class>::TAXON.status() {
    ///     Some(status) => status,
    ///     None => 500,
    /// };
    /// assert_eq!(GONE, 404);
    /// ```
    const TAXON: &'static Taxon;

    /// What a classifier knows of the class. The derive writes it.
    #[doc(hidden)]
    const ENTRY: Entry = Entry::new(Self::TAXON);

    /// The most specific registered class within this one's subtree that claims `response`, as an error.
    ///
    /// Never fails: what nothing claims becomes [`Unclassified`](crate::Unclassified), with the whole response.
    ///
    /// ```
    /// use errtax::{Class, ErrorResponse, ServiceError};
    ///
    /// # #[derive(Debug, thiserror::Error, ServiceError)]
    /// # #[error("orders")]
    /// # struct OrdersError;
    /// # #[derive(Debug, thiserror::Error, ServiceError)]
    /// # #[error("late")]
    /// # #[service_error(parent = OrdersError, code = "Late")]
    /// # struct Late;
    /// let error = OrdersError::classify(ErrorResponse::new().with_code("Late"));
    /// assert!(error.is_a::<Late>());
    /// ```
    #[cfg(feature = "registry")]
    fn classify(response: ErrorResponse) -> Error
    where
        Self: Sized,
    {
        Classifier::of::<Self>().classify(response)
    }
}

impl dyn ServiceError {
    /// Whether the error's class is `C`, descends from it, or has it among its secondary ancestors.
    ///
    /// An enum's variant that holds another service error is of two classes: the error's inside, and the enum's.
    ///
    /// ```
    /// use errtax::{ServiceError, category};
    ///
    /// # #[derive(Debug, thiserror::Error, ServiceError)]
    /// # #[error("no such key")]
    /// # #[service_error(also(category::NotFound))]
    /// # struct NoSuchKey;
    /// let error: &dyn ServiceError = &NoSuchKey;
    /// assert!(error.is_a::<category::NotFound>());
    /// assert!(!error.is_a::<category::Timeout>());
    /// ```
    #[inline]
    pub fn is_a<C: Class>(&self) -> bool {
        self.taxon().is_a(C::TAXON) || self.is_wrapped_as(C::TAXON)
    }

    /// What `catch!` asks of whatever derefs to a service error.
    #[doc(hidden)]
    pub fn __derefs_to_dyn_service_error(&self) -> &Self {
        self
    }
}

/// An arm `e: T` of `catch!`.
#[doc(hidden)]
pub fn caught<T: ServiceError>(error: &dyn ServiceError) -> Option<&T> {
    error.downcast_ref()
}

/// An arm `e is C` of `catch!`.
#[doc(hidden)]
pub fn is_caught<C: Class>(error: &dyn ServiceError) -> bool {
    error.is_a::<C>()
}
