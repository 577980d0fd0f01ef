//! `catch!` takes the first arm that fits, and tells what does not.

use errtax::{ErrorResponse, ServiceError, Transport, catch, category};
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("root: {response}")]
struct Root {
    #[wire(response)]
    response: ErrorResponse,
}

#[derive(Debug, Error, ServiceError)]
#[error("missing: {base}")]
#[service_error(code = "Missing", also(category::NotFound))]
struct Missing {
    #[service_error(base)]
    base: Root,
}

#[derive(Debug, Error, ServiceError)]
#[error("full: {size}")]
#[service_error(parent = Root, code = "Full", also(category::Throttled))]
struct Full {
    #[wire(member)]
    size: u32,
}

#[derive(ServiceError)]
#[service_error(category, parent = Root)]
enum Network {}

#[derive(Debug, Error, ServiceError)]
#[error("unreachable")]
#[service_error(parent = Network)]
#[wire(transport)]
struct Unreachable;

fn error(code: &str) -> errtax::Error {
    errtax::classify::<Root>(ErrorResponse::new().with_code(code).with_member("size", 7).with_message("m"))
}

fn arm(error: &errtax::Error) -> String {
    catch!(error => {
        e: Full => format!("full {}", e.size),
        e is category::NotFound | category::Conflict => format!("kind {}", e.taxon().name()),
        _ is Network => "network".to_owned(),
        e: Root => {
            let code = e.response.code();
            format!("root {code:?}")
        }
        e => format!("rest {}", e.taxon().name()),
    })
}

#[test]
fn the_first_arm_that_fits_is_taken() {
    assert_eq!(arm(&error("Full")), "full 7");
    assert_eq!(arm(&error("Missing")), "kind Missing");
    let refused = ErrorResponse::new().with_transport(Transport::Connect);
    assert_eq!(arm(&errtax::classify::<Root>(refused)), "network");
    assert_eq!(arm(&Root { response: ErrorResponse::new().with_code("R") }.into()), r#"root Some("R")"#);
    assert_eq!(arm(&error("New")), "rest Root", "unclassified: of the kind, and no value of it");
}

#[test]
fn a_value_is_found_in_what_embeds_it() {
    let found = catch!(error("Missing") => { e: Root => e.response.message().map(str::to_owned), _ => None });
    assert_eq!(found.as_deref(), Some("m"));
}

#[test]
fn whatever_derefs_to_a_service_error_can_be_caught() {
    let owned = error("Full");
    let reference: &errtax::Error = &owned;
    let erased: &dyn ServiceError = &*owned;
    let boxed: Box<dyn ServiceError> = Box::new(Full { size: 1 });
    let shared = std::sync::Arc::new(error("Full"));
    assert!(catch!(owned => { _: Full => true, _ => false }));
    assert!(catch!(reference => { _: Full => true, _ => false }));
    assert!(catch!(&reference => { _: Full => true, _ => false }));
    assert!(catch!(erased => { _: Full => true, _ => false }));
    assert!(catch!(boxed => { _: Full => true, _ => false }));
    assert!(catch!(shared => { _: Full => true, _ => false }));
    assert!(catch!((Full { size: 2 }).as_dyn() => { _: Full => true, _ => false }));
}

#[test]
fn an_arm_may_leave_the_function() {
    fn size(error: &errtax::Error) -> Result<u32, &'static str> {
        let size = catch!(error => {
            e: Full => e.size,
            _ is category::NotFound => return Err("missing"),
            _ => Err("something else")?,
        });
        Ok(size + 1)
    }
    assert_eq!(size(&error("Full")), Ok(8));
    assert_eq!(size(&error("Missing")), Err("missing"));
    assert_eq!(size(&error("New")), Err("something else"));
}

#[test]
fn catches_nest_and_shadow_nothing() {
    let __error = 5;
    let outer = error("Missing");
    let text = catch!(outer => {
        e is Root => catch!(e => { _: Full => 0, _ => __error }),
        _ => 1,
    });
    assert_eq!(text, 5);
}
