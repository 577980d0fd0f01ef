//! Service errors in anyhow's reports, those attached as context among them.

use alloc::boxed::Box;
use core::error::Error;

use crate::class::Class;
use crate::find::all as all_in_chain;
use crate::registry;
use crate::service_error::ServiceError;

/// The first service error in `report`: attached as context, or anywhere in its chain.
///
/// Behind `&dyn Error`, the type of a context is private: [`errtax::find`](crate::find) sees the chain alone.
///
/// ```
/// use errtax::{ServiceError, category};
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("the settings are missing")]
/// #[service_error(also(category::NotFound))]
/// struct NoSettings;
///
/// let report = anyhow::Error::new(std::io::Error::other("no such file")).context(NoSettings);
/// assert!(errtax::anyhow::find(&report).unwrap().is_a::<category::NotFound>());
/// assert!(errtax::find(&*report).is_none());
/// ```
pub fn find(report: &::anyhow::Error) -> Option<&dyn ServiceError> {
    all(report).next()
}

/// Where the chain of a report begins: a boxed error hides behind a private type.
fn chain(report: &::anyhow::Error) -> &(dyn Error + 'static) {
    match report.downcast_ref::<Box<dyn Error + Send + Sync>>() {
        Some(boxed) => &**boxed,
        None => &**report,
    }
}

/// The first service error in `report` that is a `C`: attached as context, or anywhere in its chain.
///
/// ```
/// # use errtax::{ServiceError, category};
/// # #[derive(Debug, thiserror::Error, ServiceError)]
/// # #[error("the settings are missing")]
/// # #[service_error(also(category::NotFound))]
/// # struct NoSettings;
/// let report = anyhow::Error::new(NoSettings).context("starting up");
/// assert!(errtax::anyhow::find_a::<category::NotFound>(&report).is_some());
/// assert!(errtax::anyhow::find_a::<category::Conflict>(&report).is_none());
/// ```
pub fn find_a<C: Class>(report: &::anyhow::Error) -> Option<&dyn ServiceError> {
    all(report).find(|found| found.is_a::<C>())
}

/// Every service error in `report`: an attached `errtax::Error`, the attached classes, then those of the chain.
fn all(report: &::anyhow::Error) -> impl Iterator<Item = &dyn ServiceError> {
    let erased = report.downcast_ref::<crate::error::Error>().map(|error| &**error);
    let attached = registry::seen(move |cast| cast.see_in_anyhow(report));
    erased.into_iter().chain(attached).chain(all_in_chain(chain(report)))
}
