//! Service errors in eyre's reports, those attached as context among them.

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
/// let report = eyre::Report::new(std::io::Error::other("no such file")).wrap_err(NoSettings);
/// assert!(errtax::eyre::find(&report).unwrap().is_a::<category::NotFound>());
/// assert!(errtax::find(&*report).is_none());
/// ```
pub fn find(report: &::eyre::Report) -> Option<&dyn ServiceError> {
    all(report).next()
}

/// The first service error in `report` that is a `C`: attached as context, or anywhere in its chain.
///
/// ```
/// # use errtax::{ServiceError, category};
/// # #[derive(Debug, thiserror::Error, ServiceError)]
/// # #[error("the settings are missing")]
/// # #[service_error(also(category::NotFound))]
/// # struct NoSettings;
/// let report = eyre::Report::new(NoSettings).wrap_err("starting up");
/// assert!(errtax::eyre::find_a::<category::NotFound>(&report).is_some());
/// assert!(errtax::eyre::find_a::<category::Conflict>(&report).is_none());
/// ```
pub fn find_a<C: Class>(report: &::eyre::Report) -> Option<&dyn ServiceError> {
    all(report).find(|found| found.is_a::<C>())
}

/// Every service error in `report`: an attached `errtax::Error`, the attached classes, then those of the chain.
fn all(report: &::eyre::Report) -> impl Iterator<Item = &dyn ServiceError> {
    let erased = report.downcast_ref::<crate::error::Error>().map(|error| &**error);
    let attached = registry::seen(move |cast| cast.see_in_eyre(report));
    erased.into_iter().chain(attached).chain(all_in_chain(&**report))
}
