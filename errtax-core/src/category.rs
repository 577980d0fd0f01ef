//! The categories that every service shares: parents, and secondary ancestors by `also(…)`.
//!
//! Together they cover the canonical codes of google.rpc (`google/rpc/code.proto`), and each knows its own: it is
//! the category's [`code`](crate::Taxon::code), and the status is the HTTP mapping stated there.
//!
//! ```
//! use errtax::{Class, ServiceError, category};
//!
//! #[derive(Debug, thiserror::Error, ServiceError)]
//! #[error("no such key")]
//! #[service_error(also(category::NotFound))]
//! struct NoSuchKey;
//!
//! assert!(NoSuchKey.as_dyn().is_a::<category::NotFound>());
//! assert_eq!(<category::NotFound as Class>::TAXON.code(), Some("NOT_FOUND"));
//! ```

use crate::class::Class;
use crate::retry::Retry;
use crate::taxon::Taxon;

/// Declares categories: `Name [: Parent] { facts }`, each a builder method of [`Taxon`], the code first.
macro_rules! categories {
    ($($(#[doc = $docs:literal])* $name:ident $(: $parent:ident)? {
        with_code($code:literal) $(, $fact:ident($value:expr))* $(,)?
    })*) => {$(
        $(#[doc = $docs])*
        ///
        /// ```
        /// use errtax::{ServiceError, category};
        ///
        /// #[derive(Debug, thiserror::Error, ServiceError)]
        /// #[error("a class of mine")]
        #[doc = concat!("#[service_error(also(category::", stringify!($name), "))]")]
        /// struct Mine;
        ///
        #[doc = concat!("assert!(Mine.as_dyn().is_a::<category::", stringify!($name), ">());")]
        #[doc = concat!("assert_eq!(<category::", stringify!($name), " as errtax::Class>::TAXON.code(), Some(", stringify!($code), "));")]
        /// ```
        #[derive(Debug)]
        pub enum $name {}

        // A diagnostic is about one class: a list of others is no help.
        #[diagnostic::do_not_recommend]
        impl Class for $name {
            const TAXON: &'static Taxon = {
                static LINEAGE: [&Taxon; categories!(@depth $($parent)?) + 1] = categories!(@lineage $($parent)?);
                static TAXON: Taxon = Taxon::new(
                    stringify!($name),
                    concat!(module_path!(), "::", stringify!($name)),
                    &LINEAGE,
                )
                $(.child_of(<$parent as Class>::TAXON))?
                .with_docs(concat!($($docs),*).trim_ascii())
                .with_code($code)
                $(.$fact($value))*;
                &TAXON
            };
        }
    )*};
    (@depth) => { 0 };
    (@depth $parent:ident) => { <$parent as Class>::TAXON.lineage().len() };
    (@lineage) => { [&TAXON] };
    (@lineage $parent:ident) => { [<$parent as Class>::TAXON, &TAXON] };
}

categories! {
    /// The deadline passed before the work was done.
    Timeout { with_code("DEADLINE_EXCEEDED"), with_status(504), with_retry(Retry::Transient) }
    /// The service cannot be used right now; the same request may succeed later.
    Unavailable { with_code("UNAVAILABLE"), with_status(503), with_retry(Retry::Transient) }
    /// The service could not be reached, or the connection to it broke.
    Connection: Unavailable { with_code("UNAVAILABLE") }
    /// What was asked for does not exist.
    NotFound { with_code("NOT_FOUND"), with_status(404) }
    /// The state of things forbids it: somebody else was there first.
    Conflict { with_code("ABORTED"), with_status(409) }
    /// What was to be created exists already.
    AlreadyExists: Conflict { with_code("ALREADY_EXISTS") }
    /// The system is not in the state that the request needs.
    FailedPrecondition { with_code("FAILED_PRECONDITION"), with_status(400) }
    /// A rate, a quota or a capacity is used up.
    Throttled { with_code("RESOURCE_EXHAUSTED"), with_status(429), with_retry(Retry::Throttling) }
    /// Who asks is not known, or could not prove it.
    Unauthenticated { with_code("UNAUTHENTICATED"), with_status(401) }
    /// Who asks is known, and must not.
    Denied { with_code("PERMISSION_DENIED"), with_status(403) }
    /// The request is wrong, whatever the state of the system.
    InvalidInput { with_code("INVALID_ARGUMENT"), with_status(400) }
    /// The request reaches past a valid range.
    OutOfRange: InvalidInput { with_code("OUT_OF_RANGE") }
    /// The caller gave up.
    Cancelled { with_code("CANCELLED"), with_status(499) }
    /// The service does not do that.
    Unimplemented { with_code("UNIMPLEMENTED"), with_status(501) }
    /// Something inside the service broke.
    Internal { with_code("INTERNAL"), with_status(500) }
    /// Data is lost or damaged for good.
    DataLoss: Internal { with_code("DATA_LOSS") }
    /// Nobody knows what went wrong.
    Unknown: Internal { with_code("UNKNOWN") }
}
