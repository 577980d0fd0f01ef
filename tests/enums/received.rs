//! From a response to a variant.

use std::time::Duration;

use errtax::{ErrorResponse, Retry, RetryAdvice, ServiceError, Unclassified, category};

use super::{OrderError, response};

#[test]
fn a_response_becomes_the_variant_that_claims_it() {
    for code in ["order-not-found", "no-such-order"] {
        let error = errtax::classify::<OrderError>(response(code).with_member("id", 7).with_request_id("R-2"));
        assert!(error.is_a::<OrderError>() && error.is_a::<category::NotFound>());
        assert!(matches!(error.downcast_ref(), Some(OrderError::NotFound { id: 7 })));
        assert_eq!((error.taxon().name(), error.to_string()), ("OrderError::NotFound", "order 7 not found".to_owned()));
        assert_eq!(error.request_id(), Some("R-2"), "what a variant has no room for stays beside it");
    }
    let error = errtax::classify::<OrderError>(response("too-many-orders").with_header("retry-after", "3"));
    assert_eq!(error.retry_advice(), RetryAdvice::from(Retry::Throttling).with_after(Duration::from_secs(3)));
    let closed = response("closed").with_context("region", "eu").with_message("at night");
    let closed = OrderError::from(errtax::classify::<OrderError>(closed));
    assert!(matches!(&closed, OrderError::Closed(region, message) if region == "eu" && message == "at night"));
    assert_eq!((closed.context("region"), closed.message().as_deref()), (Some("eu"), Some("at night")));
}

#[test]
fn what_no_variant_claims_is_still_the_enums_and_keeps_everything() {
    let error = errtax::classify::<OrderError>(response("internal"));
    assert!(error.downcast_ref::<Unclassified>().is_some(), "a local variant is never built");
    let unfit = errtax::classify::<OrderError>(response("order-not-found").with_member("id", "seven"));
    assert!(unfit.is_a::<OrderError>() && unfit.downcast_ref::<OrderError>().is_none());
    assert_eq!(unfit.taxon().name(), "OrderError::NotFound");

    let other = OrderError::from(unfit);
    assert_eq!(other.in_words(), "other");
    assert_eq!((other.code(), other.taxon().name()), (Some("order-not-found"), "OrderError::NotFound"));
    let unknown = OrderError::from(errtax::classify::<OrderError>(ErrorResponse::new().with_status(418)));
    assert_eq!((unknown.code(), unknown.status()), (None, Some(418)));
}
