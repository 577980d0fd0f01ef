//! The tree by itself: sound, listed, and written once.

use errtax::{Class, Retry, Taxon, category};
use identitystore::failure::{
    EndpointConnectionError, HTTPClientError, NoCredentialsError, ParamValidationError, ReadTimeoutError, SSLError,
};
use identitystore::{AwsError, ClientError};

#[test]
fn the_tree_is_sound() -> Result<(), errtax::TaxonomyError> {
    errtax::verify::<AwsError>()
}

/// `client.exceptions`, and what it says where it has no such attribute.
#[test]
fn the_classes_are_listed_and_found_by_code() {
    for class in identitystore::exceptions() {
        assert_eq!(identitystore::from_code(class.code().unwrap()).name(), class.name());
    }
    assert_eq!(identitystore::exceptions().count(), 7);
    assert_eq!(identitystore::from_code("Nope").id(), ClientError::TAXON.id());
    assert_eq!(identitystore::from_code("conflictexception").id(), ClientError::TAXON.id());
}

/// What a program asks that knows many services.
#[test]
fn each_class_is_of_the_kind_that_other_services_have_as_well() {
    let kind = |code| identitystore::from_code(code).also().iter().map(|kind| kind.name()).collect::<Vec<_>>();
    assert_eq!(kind("AccessDeniedException"), ["Denied"]);
    assert_eq!(kind("ConflictException"), ["Conflict"]);
    assert_eq!(kind("InternalServerException"), ["Internal"]);
    assert_eq!(kind("ResourceNotFoundException"), ["NotFound"]);
    assert!(kind("ServiceQuotaExceededException").is_empty(), "it does not pass by itself, as throttling does");
    assert_eq!(kind("ThrottlingException"), ["Throttled"]);
    assert_eq!(kind("ValidationException"), ["InvalidInput"]);

    assert!(EndpointConnectionError::TAXON.is_a(category::Connection::TAXON));
    assert!(SSLError::TAXON.is_a(category::Connection::TAXON));
    assert!(ReadTimeoutError::TAXON.is_a(category::Timeout::TAXON));
    assert!(NoCredentialsError::TAXON.is_a(category::Unauthenticated::TAXON));
    assert!(ParamValidationError::TAXON.is_a(category::InvalidInput::TAXON));
}

#[test]
fn a_failure_says_whether_to_try_again_where_that_is_known() {
    let retry = |class: &Taxon| class.retry();
    assert_eq!(retry(EndpointConnectionError::TAXON), Some(Retry::Transient));
    assert_eq!(retry(ReadTimeoutError::TAXON), Some(Retry::Transient));
    assert_eq!(retry(NoCredentialsError::TAXON), Some(Retry::Never));
    assert_eq!(retry(HTTPClientError::TAXON), None);
}

#[test]
fn each_code_is_written_once() {
    let sources = [
        include_str!("../src/boto3_response.rs"),
        include_str!("../src/client_error.rs"),
        include_str!("../src/exceptions.rs"),
        include_str!("../src/failure.rs"),
        include_str!("../src/lib.rs"),
        include_str!("../src/reasons.rs"),
    ];
    let code: Vec<_> = sources.iter().flat_map(|source| testbed::code(source)).collect();
    for class in identitystore::exceptions() {
        let quoted = format!("{:?}", class.code().unwrap());
        assert_eq!(code.iter().filter(|line| line.contains(&quoted)).count(), 1, "{quoted}");
    }
}
