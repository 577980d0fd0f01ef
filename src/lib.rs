#![doc = include_str!("../README.md")]
#![no_std]
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

// Nothing but documentation: a normal build reads none of it. Its examples decode answers, so that it needs a wire.
#[cfg(all(any(doc, doctest), feature = "derive", feature = "registry", feature = "aws-json", feature = "export"))]
pub mod guide;

#[cfg(feature = "contract")]
pub use errtax_contract as contract;
#[cfg(feature = "export")]
pub use errtax_contract::export;
#[cfg(feature = "anyhow")]
pub use errtax_core::anyhow;
#[cfg(feature = "aws-sdk")]
pub use errtax_core::aws_sdk;
#[cfg(feature = "axum08")]
pub use errtax_core::axum08;
#[cfg(feature = "eyre")]
pub use errtax_core::eyre;
#[cfg(feature = "redis1")]
pub use errtax_core::redis1;
#[cfg(feature = "tonic014")]
pub use errtax_core::tonic014;
#[cfg(feature = "tracing")]
pub use errtax_core::tracing;
pub use errtax_core::{
    Catalog, Cause, Class, Classifier, Delay, Error, ErrorResponse, Explanation, Fault, FromResponse, MemberError,
    Members, Origin, Result, Retry, RetryAdvice, Seconds, ServiceError, Taxon, TaxonId, Transport, Unclassified, Unfit,
    category, wire,
};
#[cfg(feature = "registry")]
pub use errtax_core::{Classify, TaxonomyError, classify, find, find_a, report, verify};
#[cfg(feature = "derive")]
pub use errtax_macros::ServiceError;

/// What generated code names, and nobody else: it changes without notice.
#[doc(hidden)]
pub mod __private {
    pub use errtax_core::__private::*;
    pub use errtax_core::__register as register;
    #[cfg(feature = "derive")]
    pub use errtax_macros::{catalog, catch};
}

/// Lists the classes of one tree: a `static` [`Catalog`], checked and ordered by the compiler.
///
/// After the name stands the root, then the classes below it. An enum brings its variants; ancestors that are not
/// listed are there as ancestors alone. A class that does not descend from the root, a class twice and two classes that
/// claim one key are compile errors at the class.
///
/// ```
/// use errtax::{Classifier, ErrorResponse, ServiceError, catalog};
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("orders")]
/// #[wire(fallback)]
/// pub struct OrdersError;
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("out of stock: {sku}")]
/// #[service_error(parent = OrdersError, code = "OutOfStock")]
/// pub struct OutOfStock { #[wire(member)] sku: String }
///
/// catalog! {
///     /// What the orders service answers.
///     pub static ORDERS: OrdersError = [OutOfStock];
/// }
///
/// static CLASSIFIER: Classifier = Classifier::new(&ORDERS);
///
/// let response = ErrorResponse::new().with_code("OutOfStock").with_member("sku", "A-7");
/// assert_eq!(CLASSIFIER.classify(response).to_string(), "out of stock: A-7");
/// assert_eq!(CLASSIFIER.taxon(&ErrorResponse::new().with_code("New")).name(), "OrdersError");
/// ```
#[cfg(feature = "derive")]
#[macro_export]
macro_rules! catalog {
    ($($catalogs:tt)*) => {
        $crate::__private::catalog! { $crate; $($catalogs)* }
    };
}

/// Branches on the class of an error: the first arm that fits.
///
/// `e: Class` takes a value of the class, or of one that embeds it, and binds it as `&Class`. `e is A | B` takes
/// whatever is one of these classes or categories, and binds the error as `&dyn ServiceError`. `_` (or a name) takes
/// the rest, last. The error is a `&dyn ServiceError`, or anything that derefs to it, such as an `errtax::Error`; of an
/// enum's value, write `error.as_dyn()`.
///
/// An arm that an earlier one covers is a compile error at its type. What is kept beside a value (its response, say)
/// belongs to the error: inside `e: Class`, ask the error, not `e`.
///
/// ```
/// use errtax::{ErrorResponse, ServiceError, catch, category};
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("orders")]
/// struct OrdersError;
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("out of stock: {sku}")]
/// #[service_error(parent = OrdersError, code = "OutOfStock")]
/// struct OutOfStock { #[wire(member)] sku: String }
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("slow down")]
/// #[service_error(parent = OrdersError, code = "SlowDown", also(category::Throttled))]
/// struct SlowDown;
///
/// fn advice(error: &errtax::Error) -> String {
///     catch!(error => {
///         e: OutOfStock => format!("order something else than {}", e.sku),
///         e is category::Throttled | category::Unavailable => format!("wait: {e}"),
///         _ => "give up".to_owned(),
///     })
/// }
///
/// let response = |code| ErrorResponse::new().with_code(code).with_member("sku", "A-7");
/// let classify = |code| errtax::classify::<OrdersError>(response(code));
/// assert_eq!(advice(&classify("OutOfStock")), "order something else than A-7");
/// assert_eq!(advice(&classify("SlowDown")), "wait: slow down");
/// assert_eq!(advice(&classify("New")), "give up");
/// ```
#[cfg(feature = "derive")]
#[macro_export]
macro_rules! catch {
    ($($arms:tt)*) => {
        $crate::__private::catch! { $crate; $($arms)* }
    };
}
