//! What an enum states for all its variants, what each states itself, and the example of the documentation.

use std::time::Duration;

use errtax::{ErrorResponse, Retry, RetryAdvice, ServiceError, category};
use thiserror::Error;

#[derive(Debug, Error)]
#[error("the database is gone")]
struct DbError;

fn response(code: &str) -> ErrorResponse {
    ErrorResponse::new().with_code(code)
}

/// What is stated once for all variants.
#[derive(Debug, Error, ServiceError)]
#[error("shared")]
#[service_error(local, status = 422, retryable = Shared::patience, id = "old::Shared")]
enum Shared {
    #[service_error(code = "a")]
    A,
    #[service_error(code = "b", status = 500, retryable = false)]
    B(u8),
}

impl Shared {
    #[allow(clippy::unnecessary_wraps, clippy::unused_self)]
    fn patience(&self) -> Option<RetryAdvice> {
        Some(RetryAdvice::from(Retry::Transient))
    }
}

#[test]
fn what_the_enum_states_holds_for_each_variant_that_does_not_speak() {
    assert_eq!((Shared::A.status(), Shared::B(1).status()), (Some(422), Some(500)));
    assert!(Shared::A.is_retryable() && !Shared::B(1).is_retryable());
    assert_eq!(Shared::A.taxon().id(), errtax::TaxonId::of_path("old::Shared::A"));
    let error = errtax::classify::<Shared>(response("a"));
    assert!(error.downcast_ref::<Shared>().is_none(), "`local` on the enum is `local` on each variant");
}

/// What the enum says of all members.
#[derive(Debug, Error, ServiceError)]
#[error("limited")]
#[service_error(members = "camelCase", out)]
enum Limited {
    #[service_error(code = "A")]
    A { max_items: u32 },
    #[service_error(code = "B", members = "PascalCase")]
    B { max_items: u32 },
    #[service_error(code = "C")]
    C(#[wire(member = "max")] u32),
    #[wire(fallback)]
    Unknown(#[wire(message)] Option<String>),
}

#[test]
fn members_of_the_enum_are_those_of_each_variant_unless_it_spells_them_itself() {
    let members = ErrorResponse::new().with_member("maxItems", 1).with_member("MaxItems", 2).with_member("max", 3);
    let classify = |code: &str| errtax::classify::<Limited>(members.clone().with_code(code));
    assert!(matches!(classify("A").downcast_ref(), Some(Limited::A { max_items: 1 })));
    assert!(matches!(classify("B").downcast_ref(), Some(Limited::B { max_items: 2 })));
    assert!(matches!(classify("C").downcast_ref(), Some(Limited::C(3))));
}

#[test]
fn a_fallback_with_a_role_is_a_class_that_responses_become() {
    let error = errtax::classify::<Limited>(response("New").with_message("what?"));
    assert!(matches!(error.downcast_ref(), Some(Limited::Unknown(Some(text))) if text == "what?"));
    assert_eq!((error.taxon().name(), error.code()), ("Limited::Unknown", Some("New")));
}

#[test]
fn a_fallback_whose_fields_the_enum_makes_members_is_one_too() {
    #[derive(Debug, Error, ServiceError)]
    #[error("sized")]
    #[service_error(members)]
    enum Sized {
        #[wire(fallback)]
        Rest { size: u8 },
    }
    let error = errtax::classify::<Sized>(response("New").with_member("size", 3));
    assert!(matches!(error.downcast_ref(), Some(Sized::Rest { size: 3 })));
}

/// The example of the documentation, word for word.
mod example {
    use super::*;

    #[derive(Debug, Error, ServiceError)]
    #[error("orders: {response}")]
    #[service_error(service = "dynamodb")]
    pub(crate) struct OrdersError {
        #[wire(response)]
        response: ErrorResponse,
    }

    #[derive(Debug, Error, ServiceError)]
    #[service_error(service = "orders")]
    pub(crate) enum OrderError {
        #[error("order {id} not found")]
        #[service_error(code = "order-not-found", status = 404, also(category::NotFound))]
        NotFound {
            #[wire(member)]
            id: u64,
        },
        #[error("too many orders")]
        #[service_error(code = "too-many-orders", status = 429, retryable(throttling))]
        TooMany(#[wire(retry_after)] Duration),
        #[error("database")]
        #[service_error(code = "internal", status = 500, local)]
        Database(#[from] DbError),
        #[error(transparent)]
        Upstream(#[from] OrdersError),
    }

    #[test]
    fn the_enum_of_the_documentation_does_what_is_said_there() {
        errtax::verify::<OrderError>().unwrap();
        let late = ErrorResponse::new().with_code("too-many-orders").with_header("Retry-After", "2");
        let late = errtax::classify::<OrderError>(late);
        assert!(matches!(late.downcast_ref(), Some(OrderError::TooMany(after)) if after.as_secs() == 2));
        let lost = errtax::classify::<OrderError>(response("order-not-found").with_member("id", 9));
        assert!(matches!(lost.downcast_ref(), Some(OrderError::NotFound { id: 9 })));
        assert_eq!(OrderError::from(DbError).code(), Some("internal"));
        let upstream = OrdersError::try_from(response("X").with_message("late")).unwrap();
        let upstream = OrderError::from(upstream);
        assert_eq!((upstream.to_string(), upstream.code()), ("orders: late".to_owned(), Some("X")));
        assert_eq!(upstream.taxon().service(), Some("dynamodb"));
    }
}

#[test]
fn a_variant_keeps_the_identity_that_it_states() {
    #[derive(Debug, Error, ServiceError)]
    #[service_error(id = "old::Moved")]
    enum Moved {
        #[error("with its enum")]
        #[service_error(status = 400)]
        Along,
        #[error("from elsewhere")]
        #[service_error(id = "elsewhere::Alone")]
        Alone,
    }

    let [first, second] = [Moved::Along, Moved::Alone].map(|error| error.taxon().id());
    assert_eq!(first, errtax::TaxonId::of_path("old::Moved::Along"));
    assert_eq!(second, errtax::TaxonId::of_path("elsewhere::Alone"));
}

#[test]
fn a_variant_whose_field_has_a_role_is_a_class() {
    #[derive(Debug, Error, ServiceError)]
    enum Told {
        #[error("{0}")]
        Message(#[wire(message)] String),
    }

    assert_eq!(Told::Message("late".into()).taxon().name(), "Told::Message");
}
