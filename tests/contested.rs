//! What several classes claim is nobody's alone, whatever they are called.

use errtax::{Classifier, ErrorResponse, ServiceError};
use thiserror::Error;

/// Two classes claim a code for one service, and one of them for another service too: nobody's, while none is named.
#[test]
fn what_is_contested_in_one_service_and_claimed_in_another_is_nobodys_without_a_service() {
    macro_rules! tree {
        ($module:ident: $one:ident $both:ident) => {
            mod $module {
                use super::*;

                #[derive(Debug, Error, ServiceError)]
                #[error("root")]
                pub(super) struct Root;
                #[derive(Debug, Error, ServiceError)]
                #[error("middle")]
                #[service_error(parent = Root)]
                struct Middle;
                #[derive(Debug, Error, ServiceError)]
                #[error("one")]
                #[service_error(parent = Middle)]
                #[wire(service = "a", code = "Late")]
                struct $one;
                #[derive(Debug, Error, ServiceError)]
                #[error("both")]
                #[service_error(parent = Middle)]
                #[wire(service = "a", code = "Late")]
                #[wire(service = "b", code = "Late")]
                struct $both;
            }
        };
    }
    tree!(one_first: Alpha Beta);
    tree!(both_first: Beta Alpha);
    let late = || ErrorResponse::new().with_code("Late");
    for (classifier, both) in
        [(Classifier::of::<one_first::Root>(), "Beta"), (Classifier::of::<both_first::Root>(), "Alpha")]
    {
        let class = |response| classifier.taxon(&response).name();
        assert_eq!(class(late().with_service("a")), "Middle");
        assert_eq!(class(late().with_service("b")), both);
        assert_eq!(class(late()), "Root");
        let said = classifier.explain(&late()).to_string();
        assert!(said.starts_with("no rule holds"), "{said}");
    }
}

/// Two classes of one identity, as two functions may have them, stay apart: what their children contest is the root's.
#[test]
fn classes_of_one_identity_are_no_common_ancestor() {
    #[derive(Debug, Error, ServiceError)]
    #[error("root")]
    struct Root;
    fn first() {
        #[derive(Debug, Error, ServiceError)]
        #[error("middle")]
        #[service_error(parent = Root, id = "middle")]
        struct Middle;
        #[derive(Debug, Error, ServiceError)]
        #[error("a")]
        #[service_error(parent = Middle, code = "Late")]
        struct A;
        let _ = (Middle, A);
    }
    fn second() {
        #[derive(Debug, Error, ServiceError)]
        #[error("middle")]
        #[service_error(parent = Root, id = "middle")]
        struct Middle;
        #[derive(Debug, Error, ServiceError)]
        #[error("b")]
        #[service_error(parent = Middle, code = "Late")]
        struct B;
        let _ = (Middle, B);
    }
    first();
    second();
    assert_eq!(Classifier::of::<Root>().taxon(&ErrorResponse::new().with_code("Late")).name(), "Root");
}
