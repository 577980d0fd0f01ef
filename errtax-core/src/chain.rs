//! A chain of errors, link by link, with what a foreign wrapper would hide.

use alloc::sync::Arc;
use core::error::Error;

use crate::error::Error as Erased;
use crate::service_error::ServiceError;
use crate::walking;

/// One link of a chain, and the service error that it is, if it is one.
pub(crate) struct Link<'a> {
    #[cfg_attr(not(feature = "registry"), expect(dead_code, reason = "`report` prints it"))]
    pub(crate) error: &'a (dyn Error + 'static),
    pub(crate) service_error: Option<&'a dyn ServiceError>,
}

/// Walks from `error` along its sources. `see` finds the service error that a link is.
///
/// A chain that turns in a circle ends after as many links as no honest one has.
pub(crate) fn walk<'a>(
    error: &'a (dyn Error + 'static),
    see: impl Fn(&'a (dyn Error + 'static)) -> Option<&'a dyn ServiceError>,
) -> impl Iterator<Item = Link<'a>> {
    let mut next = Some(error);
    core::iter::from_fn(move || {
        let error = next?;
        let service_error = erased(error).or_else(|| see(error));
        next = match service_error {
            // Not the wrapper's own source, which is itself while a chain is walked.
            Some(service_error) => walking::source_of(service_error),
            None => inside(error).or_else(|| walking::source_of(error)),
        };
        Some(Link { error, service_error })
    })
    .take(LONGEST)
}

const LONGEST: usize = 256;

fn erased<'a>(link: &'a (dyn Error + 'static)) -> Option<&'a dyn ServiceError> {
    let shared = || link.downcast_ref::<Arc<Erased>>().map(|error| &**error);
    link.downcast_ref::<Erased>().or_else(shared).map(|error| &**error)
}

/// What an `io::Error` was made of: its `source` is that error's source, and leaves the error itself out.
#[cfg(feature = "std")]
fn inside<'a>(link: &'a (dyn Error + 'static)) -> Option<&'a (dyn Error + 'static)> {
    let inner = link.downcast_ref::<std::io::Error>()?.get_ref()?;
    Some(inner)
}

#[cfg(not(feature = "std"))]
fn inside<'a>(_: &'a (dyn Error + 'static)) -> Option<&'a (dyn Error + 'static)> {
    None
}
