//! Numbers of more than 64 bits, which JSON can write, and its readers take for floating-point numbers.

use errtax::{ServiceError, Unclassified};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use thiserror::Error;

use crate::member::Member;
use crate::shop::{Sent, ShopError};
use crate::wire::Wire;

#[derive(Clone, Debug, PartialEq, Error, ServiceError)]
#[cfg_attr(fuzzing, derive(arbitrary::Arbitrary))]
#[error("wide")]
#[service_error(parent = ShopError, code = "WIDE", status = 400, members, out)]
pub(crate) struct Wide {
    signed: i128,
    unsigned: u128,
}

pub(crate) fn any() -> impl Strategy<Value = Wide> {
    let long = (i64::any(), u64::any()).prop_map(|(signed, unsigned)| (signed.into(), unsigned.into()));
    let pair = prop_oneof![long, (i128::any(), u128::any())];
    pair.prop_map(|(signed, unsigned)| Wide { signed, unsigned })
}

impl Wide {
    fn is_long(&self) -> bool {
        let is_long = |number: i128| i64::try_from(number).is_ok() || u64::try_from(number).is_ok();
        is_long(self.signed) && i128::try_from(self.unsigned).is_ok_and(is_long)
    }
}

impl Sent for Wide {
    fn is(&self, read: &errtax::Error, wire: Wire, _request_id: &str) -> TestCaseResult {
        prop_assert_eq!(read.taxon(), Self::TAXON);
        if wire.is_json() && !self.is_long() {
            prop_assert!(read.downcast_ref::<Unclassified>().is_some(), "{:?}", read);
        } else {
            prop_assert_eq!(read.downcast_ref::<Self>(), Some(self), "{:?}", read);
        }
        Ok(())
    }
}
