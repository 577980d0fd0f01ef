//! Classes inherit, know their ancestors, and keep their identity.

use errtax::{Class, ErrorResponse, Fault, Retry, ServiceError, Taxon, TaxonId, category};
use thiserror::Error;

/// Everything.
#[derive(Debug, Error, ServiceError)]
#[error("root: {response}")]
#[service_error(service = "shop", status = 500, retryable)]
struct Root {
    #[wire(response)]
    response: ErrorResponse,
}

#[derive(Debug, Error, ServiceError)]
#[error("middle: {base}")]
#[service_error(status = 404, code = "Middle", also(category::NotFound))]
struct Middle {
    #[service_error(base)]
    base: Root,
}

#[derive(Debug, Error, ServiceError)]
#[error("leaf: {0}")]
#[service_error(retryable = false, also(category::Conflict, category::AlreadyExists))]
struct Leaf(#[service_error(base)] Middle);

#[derive(Debug, Error, ServiceError)]
#[error("side")]
#[service_error(parent = Root, fault = client, service = "side")]
struct Side;

fn names(taxa: &[&Taxon]) -> Vec<&'static str> {
    taxa.iter().map(|taxon| taxon.name()).collect()
}

fn leaf() -> Leaf {
    Leaf(Middle { base: Root { response: ErrorResponse::new().with_code("C").with_message("M") } })
}

#[test]
fn the_lineage_goes_from_the_root_to_the_class() {
    assert_eq!(names(Leaf::TAXON.lineage()), ["Root", "Middle", "Leaf"]);
    assert_eq!(Leaf::TAXON.depth(), 2);
    assert_eq!(Leaf::TAXON.parent(), Some(Middle::TAXON));
    assert_eq!(Root::TAXON.parent(), None);
    assert_eq!(names(Root::TAXON.lineage()), ["Root"]);
    assert_eq!(Root::TAXON.docs(), "Everything.");
    assert_eq!(Middle::TAXON.docs(), "");
}

#[test]
fn the_nearest_ancestor_that_states_a_fact_speaks() {
    assert_eq!(Leaf::TAXON.status(), Some(404), "from Middle");
    assert_eq!(Leaf::TAXON.fault(), Some(Fault::Client), "from Middle's status");
    assert_eq!(Leaf::TAXON.service(), Some("shop"), "from Root");
    assert_eq!(Leaf::TAXON.retry(), Some(Retry::Never), "its own");
    assert_eq!(Middle::TAXON.retry(), Some(Retry::Transient), "from Root");
    assert_eq!(Side::TAXON.service(), Some("side"));
    assert_eq!(Side::TAXON.status(), Some(500));
    assert_eq!(Side::TAXON.fault(), Some(Fault::Client), "stated, whatever the inherited status says");
}

#[test]
fn a_code_is_not_inherited() {
    assert_eq!(Middle::TAXON.code(), Some("Middle"));
    assert_eq!(Leaf::TAXON.code(), None);
}

#[test]
fn is_a_follows_parents_and_also() {
    let leaf = leaf();
    let error: &dyn ServiceError = &leaf;
    assert!(error.is_a::<Leaf>() && error.is_a::<Middle>() && error.is_a::<Root>());
    assert!(error.is_a::<category::Conflict>() && error.is_a::<category::AlreadyExists>());
    assert!(error.is_a::<category::NotFound>(), "through Middle");
    assert!(!error.is_a::<Side>() && !error.is_a::<category::Timeout>());

    let root = Root { response: ErrorResponse::new() };
    assert!(!root.as_dyn().is_a::<Leaf>() && !root.as_dyn().is_a::<category::NotFound>());
}

#[test]
fn also_reaches_down_any_number_of_generations() {
    macro_rules! generations {
        ($($name:ident below $parent:ident),*) => {$(
            #[derive(Debug, Error, ServiceError)]
            #[error("one more")]
            #[service_error(parent = $parent)]
            struct $name;
        )*};
    }
    generations!(Child below Middle, Grandchild below Child, GreatGrandchild below Grandchild);
    assert!(GreatGrandchild.as_dyn().is_a::<category::NotFound>());
    assert!(!GreatGrandchild.as_dyn().is_a::<category::Conflict>(), "that is Leaf's");
    assert!(Child.as_dyn().is_a::<Middle>() && Grandchild.as_dyn().is_a::<Child>());
}

#[test]
fn also_adds_to_is_a_and_to_nothing_else() {
    assert_eq!(names(Leaf::TAXON.also()), ["Conflict", "AlreadyExists"]);
    assert_eq!(Leaf::TAXON.status(), Some(404), "not the 409 of a conflict");
}

#[test]
fn a_base_is_found_in_the_value_at_any_depth() {
    let error = errtax::Error::new(leaf());
    assert!(error.downcast_ref::<Leaf>().is_some());
    assert!(error.downcast_ref::<Middle>().is_some());
    assert_eq!(error.downcast_ref::<Root>().unwrap().response.code(), Some("C"));
    assert!(error.downcast_ref::<Side>().is_none());
}

#[test]
fn a_class_answers_through_its_base() {
    let leaf = leaf();
    assert_eq!(leaf.code(), Some("C"));
    assert_eq!(leaf.message().as_deref(), Some("M"));
    assert_eq!(leaf.response().and_then(ErrorResponse::code), Some("C"));
    assert_eq!(leaf.base().map(|base| base.taxon().name()), Some("Middle"));
}

#[test]
fn an_owned_error_gives_its_value_back() {
    let error = errtax::Error::new(leaf());
    let error = error.downcast::<Middle>().expect_err("a base stays where it is");
    let error = error.downcast::<Side>().expect_err("not that class");
    assert!(error.downcast::<Leaf>().is_ok());
}

#[test]
fn identity_is_a_public_hash_of_the_path() {
    assert_eq!(Root::TAXON.id(), TaxonId::of_path("tree::Root"));

    #[derive(Debug, Error, ServiceError)]
    #[error("moved")]
    #[service_error(id = "tree::Root")]
    struct Moved;
    assert_eq!(Moved::TAXON.id(), Root::TAXON.id());

    #[derive(Debug, Error, ServiceError)]
    #[error("raw")]
    struct r#Type;
    assert_eq!(r#Type::TAXON.name(), "Type");
    // FNV-1a, as published: the hash never changes.
    assert_eq!(TaxonId::of_path("a").to_u64(), 0xaf63_dc4c_8601_ec8c);
}

#[test]
fn a_generic_class_has_one_taxon() {
    #[derive(Debug, Error, ServiceError)]
    #[error("wrapped {0:?}")]
    #[service_error(parent = Root, status = 502)]
    struct Wrapped<T: std::fmt::Debug + Send + Sync + 'static>(T);

    assert!(std::ptr::eq(<Wrapped<u8> as Class>::TAXON, <Wrapped<String> as Class>::TAXON));
    let error = errtax::Error::new(Wrapped("inner"));
    assert!(error.is_a::<Wrapped<u8>>() && error.is_a::<Root>());
    assert!(error.downcast_ref::<Wrapped<&str>>().is_some());
    assert!(error.downcast_ref::<Wrapped<u8>>().is_none());
}

#[test]
fn same_named_classes_of_two_functions_stay_apart() {
    fn first() -> errtax::Error {
        #[derive(Debug, Error, ServiceError)]
        #[error("local")]
        struct Local;
        #[derive(Debug, Error, ServiceError)]
        #[error("one")]
        #[service_error(parent = Local, code = "One")]
        struct One;
        errtax::classify::<Local>(ErrorResponse::new().with_code("One"))
    }
    fn second() -> errtax::Error {
        #[derive(Debug, Error, ServiceError)]
        #[error("local")]
        struct Local;
        #[derive(Debug, Error, ServiceError)]
        #[error("two")]
        #[service_error(parent = Local, code = "One")]
        struct Two;
        errtax::classify::<Local>(ErrorResponse::new().with_code("One"))
    }
    assert_eq!(first().to_string(), "one");
    assert_eq!(second().to_string(), "two");
}

#[test]
fn the_categories_cover_the_canonical_codes() {
    let codes = [
        <category::Cancelled as Class>::TAXON,
        <category::Unknown as Class>::TAXON,
        <category::InvalidInput as Class>::TAXON,
        <category::Timeout as Class>::TAXON,
        <category::NotFound as Class>::TAXON,
        <category::AlreadyExists as Class>::TAXON,
        <category::Denied as Class>::TAXON,
        <category::Throttled as Class>::TAXON,
        <category::FailedPrecondition as Class>::TAXON,
        <category::Conflict as Class>::TAXON,
        <category::OutOfRange as Class>::TAXON,
        <category::Unimplemented as Class>::TAXON,
        <category::Internal as Class>::TAXON,
        <category::Unavailable as Class>::TAXON,
        <category::DataLoss as Class>::TAXON,
        <category::Unauthenticated as Class>::TAXON,
    ]
    .map(|taxon| (taxon.code().unwrap(), taxon.status().unwrap()));
    // google/rpc/code.proto, in the order of its numbers 1 to 16, with the HTTP mapping stated there.
    let canonical = [
        ("CANCELLED", 499),
        ("UNKNOWN", 500),
        ("INVALID_ARGUMENT", 400),
        ("DEADLINE_EXCEEDED", 504),
        ("NOT_FOUND", 404),
        ("ALREADY_EXISTS", 409),
        ("PERMISSION_DENIED", 403),
        ("RESOURCE_EXHAUSTED", 429),
        ("FAILED_PRECONDITION", 400),
        ("ABORTED", 409),
        ("OUT_OF_RANGE", 400),
        ("UNIMPLEMENTED", 501),
        ("INTERNAL", 500),
        ("UNAVAILABLE", 503),
        ("DATA_LOSS", 500),
        ("UNAUTHENTICATED", 401),
    ];
    assert_eq!(codes, canonical);
}

#[test]
fn the_whole_error_is_one_pointer() {
    assert_eq!(size_of::<errtax::Error>(), size_of::<usize>());
    assert_eq!(size_of::<Option<errtax::Error>>(), size_of::<usize>());
    assert_eq!(size_of::<ErrorResponse>(), size_of::<usize>());
}

#[test]
fn a_class_with_a_const_parameter_has_one_node() {
    #[derive(Debug, Error, ServiceError)]
    #[error("more than {N}")]
    #[service_error(status = 400)]
    struct TooMany<const N: usize>;

    assert_eq!(TooMany::<1>::TAXON, TooMany::<2>.taxon());
    assert_eq!(TooMany::<2>.to_string(), "more than 2");
}
