//! A catalog classifies as the registry does, knows exactly what it lists, and finds its classes in a chain.

use errtax::{Catalog, Classifier, ErrorResponse, ServiceError, Taxon, Transport, catalog, category};
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("shop")]
#[service_error(service = "shop")]
#[wire(fallback)]
struct ShopError;

#[derive(ServiceError)]
#[service_error(category, parent = ShopError)]
enum OrderError {}

#[derive(Debug, Error, ServiceError)]
#[error("out of stock: {sku}")]
#[service_error(parent = OrderError, code = "OutOfStock", status = 409, also(category::Conflict))]
struct OutOfStock {
    #[wire(member)]
    sku: String,
}

#[derive(Debug, Error, ServiceError)]
#[error("slow down")]
#[service_error(parent = ShopError, status = 429, retryable(throttling))]
#[wire(code("Throttling", "Slow*"))]
#[wire(service = "billing", code = "TooMany")]
#[wire(service = any, code = "OutOfStock", message_prefix = "rate")]
struct TooFast;

#[derive(Debug, Error, ServiceError)]
#[error("no answer")]
#[service_error(parent = ShopError)]
#[wire(transport)]
struct NoAnswer;

#[derive(Debug, Error, ServiceError)]
#[error("no answer in time")]
#[service_error(parent = NoAnswer)]
#[wire(transport(timeout))]
#[wire(operation = "Pay", status = 502)]
struct Late;

#[derive(Debug, Error, ServiceError)]
#[service_error(parent = ShopError, service = "billing")]
enum BillingError {
    #[error("declined")]
    #[service_error(code = "Declined", status = 402)]
    Declined,
    #[error("unknown card")]
    #[service_error(code = "UnknownCard")]
    UnknownCard,
}

catalog! {
    /// All of them.
    static SHOP: ShopError = [OrderError, OutOfStock, TooFast, NoAnswer, Late, BillingError];
}

static BY_CATALOG: Classifier = Classifier::new(&SHOP);

/// Answers of each layer, of the shop, of another service that a class names, and of one that none does.
fn responses() -> Vec<ErrorResponse> {
    let codes = ["OutOfStock", "Throttling", "SlowDown", "Slow", "TooMany", "Declined", "UnknownCard", "New", ""];
    let mut responses = vec![
        ErrorResponse::new(),
        ErrorResponse::new().with_status(502),
        ErrorResponse::new().with_status(502).with_operation("Pay"),
        ErrorResponse::new().with_transport(Transport::Timeout),
        ErrorResponse::new().with_transport(Transport::Dns),
        ErrorResponse::new().with_code("OutOfStock").with_message("Rate exceeded"),
        ErrorResponse::new().with_code("OutOfStock").with_member("sku", "A-7"),
    ];
    responses.extend(codes.map(|code| ErrorResponse::new().with_code(code)));
    let with = |service: &'static str| responses.iter().cloned().map(move |response| response.with_service(service));
    let services: Vec<_> = ["shop", "billing", "elsewhere"].into_iter().flat_map(with).collect();
    responses.into_iter().chain(services).collect()
}

#[test]
fn a_catalog_classifies_as_the_registry_does() {
    let by_registry = Classifier::of::<ShopError>();
    assert!(BY_CATALOG.taxa().eq(by_registry.taxa()));
    let mut classes = std::collections::BTreeSet::new();
    for response in responses() {
        let (ours, theirs) = (BY_CATALOG.classify(response.clone()), by_registry.classify(response.clone()));
        assert_eq!((ours.taxon(), ours.to_string()), (theirs.taxon(), theirs.to_string()), "{response:?}");
        assert_eq!(BY_CATALOG.taxon(&response), ours.taxon(), "{response:?}");
        let said = BY_CATALOG.explain(&response).to_string();
        assert_eq!(said, by_registry.explain(&response).to_string(), "{response:?}");
        let code = response.code().unwrap_or_default();
        assert_eq!(BY_CATALOG.by_code(code), by_registry.by_code(code), "{code}");
        classes.insert(ours.taxon().name());
    }
    let expected = [
        "BillingError",
        "BillingError::Declined",
        "BillingError::UnknownCard",
        "Late",
        "NoAnswer",
        "OutOfStock",
        "ShopError",
        "TooFast",
    ];
    assert!(classes.into_iter().eq(expected), "the responses reach every class");
}

#[test]
fn a_catalog_knows_what_it_lists_and_no_more() {
    catalog! {
        static ORDERS: ShopError = [OutOfStock];
        static NOTHING: ShopError = [];
    }
    let names = |catalog: &'static Catalog| Classifier::new(catalog).taxa().map(Taxon::name).collect::<Vec<_>>();
    assert_eq!(names(&ORDERS), ["ShopError", "OrderError", "OutOfStock"]);
    assert_eq!(names(&NOTHING), ["ShopError"]);

    let declined = || ErrorResponse::new().with_code("Declined");
    assert_eq!(Classifier::new(&ORDERS).classify(declined()).taxon().name(), "ShopError", "by its fallback");
    assert_eq!(Classifier::new(&SHOP).by_code("Declined").map(Taxon::name), Some("BillingError::Declined"));
    assert_eq!(Classifier::new(&ORDERS).by_code("Declined"), None);
    assert_eq!(format!("{ORDERS:?}"), r#"Catalog of ShopError ["ShopError", "OutOfStock"]"#);
}

/// A class in the middle of a tree is a root for a catalog too.
#[test]
fn any_class_is_the_root_of_its_own_subtree() {
    catalog! { static FAILURES: NoAnswer = [Late]; }
    let by_registry = Classifier::of::<NoAnswer>();
    let catalog = Classifier::new(&FAILURES);
    for response in responses() {
        assert_eq!(catalog.taxon(&response), by_registry.taxon(&response), "{response:?}");
    }
}

#[test]
fn a_catalog_finds_its_classes_and_erased_errors_in_a_chain() {
    #[derive(Debug, Error)]
    #[error("checking out")]
    struct Checkout(#[source] Box<dyn std::error::Error + Send + Sync>);

    catalog! { static SOME: ShopError = [TooFast, BillingError]; }

    assert_eq!(SOME.find(&Checkout(Box::new(TooFast))).unwrap().taxon().name(), "TooFast");
    assert_eq!(SOME.find(&Checkout(Box::new(ShopError))).unwrap().taxon().name(), "ShopError");
    assert!(SOME.find(&Checkout(Box::new(NoAnswer))).is_none(), "not listed, though registered");
    let erased = errtax::Error::new(NoAnswer);
    assert_eq!(SOME.find(&Checkout(Box::new(erased))).unwrap().taxon().name(), "NoAnswer");

    let declined = Checkout(Box::new(std::io::Error::other(BillingError::Declined)));
    assert!(SOME.find_a::<BillingError>(&declined).is_some());
    assert!(SOME.find_a::<TooFast>(&declined).is_none());
}

/// What several classes claim is nobody's while nothing says of which service the answer is.
#[test]
fn a_code_of_two_services_is_told_apart_by_the_service() {
    #[derive(Debug, Error, ServiceError)]
    #[error("cloud")]
    struct CloudError;
    #[derive(Debug, Error, ServiceError)]
    #[error("no bucket")]
    #[service_error(parent = CloudError, service = "s3", code = "NotFound")]
    struct NoBucket;
    #[derive(Debug, Error, ServiceError)]
    #[error("no key")]
    #[service_error(parent = CloudError, service = "kms", code = "NotFound")]
    struct NoKey;
    catalog! { static CLOUD: CloudError = [NoKey, NoBucket]; }

    let class = |response| Classifier::new(&CLOUD).taxon(&response).name();
    let answer = || ErrorResponse::new().with_code("NotFound");
    assert_eq!(class(answer().with_service("s3")), "NoBucket");
    assert_eq!(class(answer().with_service("kms")), "NoKey");
    assert_eq!(class(answer()), "CloudError");
}
