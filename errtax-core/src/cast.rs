//! From `&dyn Error` back to a class: one link of a chain, and one class.

use core::error::Error;
use core::fmt;

use crate::erased;
use crate::service_error::ServiceError;

/// How a value of one class is seen behind a `&dyn Error`: as itself, in a `Box`, or in an `Arc`.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct Cast {
    /// The size of a value: most links are told apart by it, before any type is asked for.
    size: usize,
    see: for<'a> fn(&'a (dyn Error + 'static)) -> Option<&'a dyn ServiceError>,
    #[cfg(feature = "anyhow")]
    see_in_anyhow: for<'a> fn(&'a anyhow::Error) -> Option<&'a dyn ServiceError>,
    #[cfg(feature = "eyre")]
    see_in_eyre: for<'a> fn(&'a eyre::Report) -> Option<&'a dyn ServiceError>,
}

impl Cast {
    pub const fn of<T: ServiceError>() -> Self {
        Self {
            size: size_of::<T>(),
            see: erased::seen::<T>,
            #[cfg(feature = "anyhow")]
            see_in_anyhow: |report| report.downcast_ref::<T>().map(erased::borrowed),
            #[cfg(feature = "eyre")]
            see_in_eyre: |report| report.downcast_ref::<T>().map(erased::borrowed),
        }
    }

    #[cfg(feature = "registry")]
    pub(crate) const fn size(&self) -> usize {
        self.size
    }

    /// The value of this class that `link` is, if it is one.
    pub(crate) fn see<'a>(self, link: &'a (dyn Error + 'static)) -> Option<&'a dyn ServiceError> {
        let size = size_of_val(link);
        (size == self.size || size == size_of::<usize>()).then(|| (self.see)(link))?
    }

    /// The value of this class that is the report's error, or attached to it as context.
    #[cfg(feature = "anyhow")]
    pub(crate) fn see_in_anyhow(self, report: &anyhow::Error) -> Option<&dyn ServiceError> {
        (self.see_in_anyhow)(report)
    }

    /// The value of this class that is the report's error, or attached to it as context.
    #[cfg(feature = "eyre")]
    pub(crate) fn see_in_eyre(self, report: &eyre::Report) -> Option<&dyn ServiceError> {
        (self.see_in_eyre)(report)
    }
}

impl fmt::Debug for Cast {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Cast({} bytes)", self.size)
    }
}
