//! Service errors in eyre's reports, those attached as context among them.

use crate::class::Class;
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
    let attached = report.downcast_ref::<crate::error::Error>().map(|error| &**error);
    let in_context = || registry::see_in(|cast| cast.see_in_eyre(report));
    attached.or_else(in_context).or_else(|| crate::find::find(&**report))
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
    let is_one = |found: &&dyn ServiceError| found.is_a::<C>();
    let attached = report.downcast_ref::<crate::error::Error>().map(|error| &**error).filter(is_one);
    let in_context = || registry::see_in(|cast| cast.see_in_eyre(report).filter(is_one));
    attached.or_else(in_context).or_else(|| crate::find::find_a::<C>(&**report))
}
