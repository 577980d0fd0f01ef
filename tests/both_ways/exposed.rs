//! What a class exposes is passed on: a fault of the service's own as it is, and another service's as it came.

use std::time::Duration;

use errtax::wire::Request;
use errtax::{ServiceError, Unclassified};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use thiserror::Error;

use crate::config;
use crate::member::{Member, text};
use crate::shop::ShopError;
use crate::wire::Wire;

/// The shop is closed.
#[derive(Clone, Debug, PartialEq, Error, ServiceError)]
#[error("{}", .text.as_deref().unwrap_or_default())]
#[service_error(parent = ShopError, code = "CLOSED", status = 503, expose, out)]
struct Closed {
    #[wire(message)]
    text: Option<String>,
    #[wire(member)]
    doors: Vec<String>,
    #[wire(member)]
    left: Option<u64>,
    #[wire(header = "x-region")]
    region: String,
    #[wire(retry_after)]
    after: Option<Duration>,
}

fn closed() -> impl Strategy<Value = Closed> {
    let after = proptest::option::of(any::<u32>().prop_map(|millis| Duration::from_millis(millis.into())));
    (text(), vec(text(), 0..3), proptest::option::of(u64::any()), text(), after)
        .prop_map(|(text, doors, left, region, after)| Closed { text: Some(text), doors, left, region, after })
}

impl Closed {
    /// `None` where a header cannot carry the region.
    fn carried(self, wire: Wire) -> Option<Self> {
        Some(Self {
            text: wire.message(&self.text.unwrap_or_default(), "The shop is closed."),
            doors: self.doors.into_iter().map(|door| door.in_body(wire)).collect(),
            left: self.left,
            region: wire.header(&self.region)?,
            after: self.after.and_then(|after| wire.delay(after)),
        })
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_is_exposed_arrives_from_wire_to_wire(
        closed in closed(),
        path in vec(select(&[Wire::Problem, Wire::AwsJson, Wire::AwsXml, Wire::Grpc][..]), 1..4),
    ) {
        let mut error = errtax::Error::new(closed.clone());
        let mut expected = closed;
        for (hop, wire) in path.into_iter().enumerate() {
            let id = format!("R-{hop}");
            let answer = wire.encode(&*error, Request::new().with_id(&id));
            error = errtax::classify::<ShopError>(wire.decode(&answer));
            let Some(carried) = expected.carried(wire) else {
                // Only the class is known, and nobody exposes what its class could not hold.
                prop_assert!(error.downcast_ref::<Unclassified>().is_some(), "{:?}: {:?}", wire, error);
                prop_assert_eq!(error.taxon(), Closed::TAXON);
                return Ok(());
            };
            expected = carried;
            prop_assert_eq!(error.downcast_ref::<Closed>(), Some(&expected), "{:?}: {:?}", wire, error);
            prop_assert_eq!((error.taxon(), error.status()), (Closed::TAXON, Some(503)));
            prop_assert_eq!(error.request_id(), Some(&*id));
            prop_assert!(error.response().is_some_and(errtax::ErrorResponse::is_received));
        }
    }
}
