//! The tree by itself: sound, listed, and written once.

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
    let code: Vec<_> = sources.iter().flat_map(|source| source.lines()).filter(|line| !is_comment(line)).collect();
    for class in identitystore::exceptions() {
        let quoted = format!("{:?}", class.code().unwrap());
        assert_eq!(code.iter().filter(|line| line.contains(&quoted)).count(), 1, "{quoted}");
    }
}

fn is_comment(line: &str) -> bool {
    line.trim_start().starts_with("//")
}
