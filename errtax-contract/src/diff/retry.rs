//! What a class or a rule says of repeating, in each direction.

use super::table::What;
use crate::model::Retry;

pub(super) fn retry(before: Option<Retry>, after: Option<Retry>) -> Option<What> {
    use Retry::{Never, Throttling, Transient};
    match (before, after) {
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
