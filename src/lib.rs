#![doc = include_str!("../README.md")]
#![no_std]
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "anyhow")]
pub use errtax_core::anyhow;
#[cfg(feature = "eyre")]
pub use errtax_core::eyre;
pub use errtax_core::{
    Cause, Class, Classifier, Delay, Error, ErrorResponse, Explanation, Fault, FromResponse, MemberError, Origin,
    Result, Retry, RetryAdvice, ServiceError, Taxon, TaxonId, Transport, Unclassified, Unfit, category, wire,
};
#[cfg(feature = "registry")]
pub use errtax_core::{TaxonomyError, classify, find, find_a, report, verify};
#[cfg(feature = "derive")]
pub use errtax_macros::ServiceError;

/// What generated code names, and nobody else: it changes without notice.
#[doc(hidden)]
pub mod __private {
    pub use errtax_core::__private::*;
    pub use errtax_core::__register as register;
}
