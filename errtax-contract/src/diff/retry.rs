//! What a class or a rule says of repeating, in each direction.

use super::table::What;
use crate::model::Retry;

/// `says_status` tells whether the status alone speaks for repeating, where nothing else does.
pub(super) fn retry(before: Option<Retry>, after: Option<Retry>, says_status: bool) -> Option<What> {
    use Retry::{Never, Throttling, Transient};
    match (before, after) {
        (None, Some(Never)) if says_status => Some(What::RetryStatusNever),
        (None, Some(Never)) => Some(What::RetrySaidNever),
        (None, Some(Transient)) => Some(What::RetrySaidTransient),
        (None, Some(Throttling)) => Some(What::RetrySaidThrottling),
        (Some(Never), None) => Some(What::RetryNeverUnsaid),
        (Some(Never), Some(Transient)) => Some(What::RetryNeverTransient),
        (Some(Never), Some(Throttling)) => Some(What::RetryNeverThrottling),
        (Some(Transient), None) => Some(What::RetryTransientUnsaid),
        (Some(Transient), Some(Never)) => Some(What::RetryTransientNever),
        (Some(Transient), Some(Throttling)) => Some(What::RetryTransientThrottling),
        (Some(Throttling), None) => Some(What::RetryThrottlingUnsaid),
        (Some(Throttling), Some(Never)) => Some(What::RetryThrottlingNever),
        (Some(Throttling), Some(Transient)) => Some(What::RetryThrottlingTransient),
        (None, None)
        | (Some(Never), Some(Never))
        | (Some(Transient), Some(Transient))
        | (Some(Throttling), Some(Throttling)) => None,
    }
}

/// Whether a status alone speaks for repeating: 429 does not where a code says more.
pub(super) fn says_status(status: Option<u16>, has_code: bool) -> bool {
    let speaks = |status| errtax_core::Retry::from_status(status).is_some();
    status.is_some_and(|status| speaks(status) && !(status == 429 && has_code))
}
