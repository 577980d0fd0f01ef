//! A service error is found in whatever it is wrapped, and told without saying anything twice.

use std::error::Error as StdError;
use std::io;
use std::sync::Arc;

use errtax::{ErrorResponse, ServiceError, catalog, category};
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("no such key")]
#[service_error(code = "NoSuchKey", status = 404, also(category::NotFound))]
struct NoSuchKey;

/// Larger than a pointer, so that it is told apart from a `Box` by its size.
#[derive(Debug, Error, ServiceError)]
#[error("bucket {name} is full")]
#[service_error(also(category::Throttled))]
struct BucketFull {
    name: String,
    size: u64,
    #[source]
    cause: NoSuchKey,
}

type Any = Box<dyn StdError + Send + Sync>;
type Wrapper = (&'static str, fn(Any) -> Any);

#[derive(Debug, Error)]
#[error("wrapped")]
struct Source(#[source] Any);

#[derive(Debug, Error)]
enum From_ {
    #[error("converted")]
    Erased(#[from] errtax::Error),
    #[error("converted too")]
    Class(#[from] NoSuchKey),
}

#[derive(Debug, Error)]
enum Transparent {
    #[error(transparent)]
    Erased(#[from] errtax::Error),
    #[error(transparent)]
    Shared(#[from] Arc<errtax::Error>),
}

fn full() -> BucketFull {
    BucketFull { name: "b".into(), size: 7, cause: NoSuchKey }
}

/// Every wrapper, around an error that is a service error or holds one.
fn wrappers() -> Vec<Wrapper> {
    vec![
        ("#[source]", |error| Source(error).into()),
        ("io::Error", |error| io::Error::other(error).into()),
        ("errtax of a class with a source", |error| errtax::Error::new(Outer(error)).into()),
        ("Arc", |error| Arc::new(Source(error)).into()),
        ("Box", |error| Box::new(Source(error)).into()),
    ]
}

#[derive(Debug, Error, ServiceError)]
#[error("outer")]
struct Outer(#[source] Any);

/// Every form of the error itself.
fn forms() -> Vec<(&'static str, Any)> {
    vec![
        ("class", NoSuchKey.into()),
        ("Box of a class", Box::new(NoSuchKey).into()),
        ("Arc of a class", Arc::new(NoSuchKey).into()),
        ("errtax::Error", errtax::Error::new(NoSuchKey).into()),
        ("Arc of errtax::Error", Arc::new(errtax::Error::new(NoSuchKey)).into()),
        ("#[from] errtax::Error", From_::from(errtax::Error::new(NoSuchKey)).into()),
        ("#[from] class", From_::from(NoSuchKey).into()),
        ("transparent errtax::Error", Transparent::from(errtax::Error::new(NoSuchKey)).into()),
        ("transparent Arc of errtax::Error", Transparent::from(Arc::new(errtax::Error::new(NoSuchKey))).into()),
        ("large class", full().into()),
        ("Box of a large class", Box::new(full()).into()),
        ("Arc of a large class", Arc::new(full()).into()),
        ("errtax::Error of a large class", errtax::Error::new(full()).into()),
    ]
}

fn finds(error: &(dyn StdError + 'static), how: &str) {
    let found = errtax::find_a::<category::NotFound>(error).unwrap_or_else(|| panic!("not found: {how}"));
    assert_eq!(found.taxon().name(), "NoSuchKey", "{how}");
    assert!(found.downcast_ref::<NoSuchKey>().is_some(), "{how}");
    assert!(errtax::find(error).is_some(), "{how}");
    assert!(errtax::find_a::<category::Cancelled>(error).is_none(), "{how}");
}

#[test]
fn every_form_is_found_in_every_wrapper_three_deep() {
    let mut count = 0;
    let mut wrappers = wrappers();
    wrappers.push(("nothing", |error| error));
    for first in 0..forms().len() {
        for (a, wrap_a) in &wrappers {
            for (b, wrap_b) in &wrappers {
                for (c, wrap_c) in &wrappers {
                    let (form, error) = forms().swap_remove(first);
                    finds(&*wrap_c(wrap_b(wrap_a(error))), &format!("{form} in {a} in {b} in {c}"));
                    count += 1;
                }
            }
        }
    }
    println!("{count} combinations");
    assert_eq!(count, 13 * 6 * 6 * 6);
}

/// Reports hide what they are made of behind `&dyn Error`: they are walked from what they deref to.
#[test]
fn every_form_is_found_in_a_report() {
    for first in 0..forms().len() {
        let form = || forms().swap_remove(first);
        let error = || Source(form().1);
        finds(&*anyhow::Error::new(error()), &format!("{} in anyhow", form().0));
        finds(&*anyhow::Error::new(error()).context("one").context("two"), &format!("{} in context", form().0));
        finds(&*eyre::Report::new(error()), &format!("{} in eyre", form().0));
        finds(&*eyre::Report::new(error()).wrap_err("one").wrap_err("two"), &format!("{} in wrap_err", form().0));
    }
}

/// Behind `&dyn Error` a context has no type: the report itself has to be asked.
#[test]
fn a_class_attached_as_context_is_found_in_the_report() {
    let plain = || io::Error::other("plain");
    let report = anyhow::Error::new(plain()).context(NoSuchKey).context("more");
    assert!(errtax::find(&*report).is_none());
    assert_eq!(errtax::anyhow::find(&report).unwrap().taxon().name(), "NoSuchKey");
    assert!(errtax::anyhow::find_a::<category::NotFound>(&report).is_some());
    assert!(errtax::anyhow::find_a::<category::Throttled>(&report).is_none());
    let report = anyhow::Error::new(full()).context(errtax::Error::new(NoSuchKey));
    assert_eq!(errtax::anyhow::find(&report).unwrap().taxon().name(), "NoSuchKey");
    assert_eq!(errtax::anyhow::find_a::<category::Throttled>(&report).unwrap().taxon().name(), "BucketFull");
    assert!(errtax::anyhow::find(&anyhow::anyhow!("plain")).is_none());
    assert!(errtax::anyhow::find(&anyhow::Error::from_boxed(NoSuchKey.into())).is_some(), "boxed on the way in");

    let report = eyre::Report::new(plain()).wrap_err(NoSuchKey).wrap_err("more");
    assert!(errtax::find(&*report).is_none());
    assert_eq!(errtax::eyre::find(&report).unwrap().taxon().name(), "NoSuchKey");
    assert!(errtax::eyre::find_a::<category::NotFound>(&report).is_some());
    let report = eyre::Report::new(full()).wrap_err(errtax::Error::new(NoSuchKey));
    assert_eq!(errtax::eyre::find_a::<category::Throttled>(&report).unwrap().taxon().name(), "BucketFull");
    assert!(errtax::eyre::find(&eyre::eyre!("plain")).is_none());
}

#[derive(Debug, ServiceError)]
#[service_error(category)]
enum Alike {}

macro_rules! alike {
    ($($name:ident)*) => {$(
        #[derive(Debug, Error, ServiceError)]
        #[error("{0}")]
        #[service_error(parent = Alike)]
        struct $name(u8);
    )*};
}

alike!(A0 A1 A2 A3 A4 A5 A6 A7 A8 A9 B0 B1 B2 B3 B4 B5 B6 B7 B8 B9);

#[derive(Debug, Error)]
#[error("{0}")]
struct Foreign(u8);

/// So many classes are of one size that what they say of a type is remembered.
#[test]
fn what_is_known_of_a_type_is_found_in_each_of_its_values() {
    for value in 0..3 {
        let classes: [Any; 4] =
            [A0(value).into(), B9(value).into(), Arc::new(A5(value)).into(), Box::new(A5(value)).into()];
        for (class, name) in classes.iter().zip(["A0", "B9", "A5", "A5"]) {
            let found = errtax::find(&**class).unwrap();
            assert_eq!((found.taxon().name(), found.to_string()), (name, value.to_string()));
        }
        assert!(errtax::find(&Foreign(value)).is_none());
        assert!(errtax::find(&Source(Foreign(value).into())).is_none());
    }
}

catalog! { static ALL: Alike = [A0, A1, A2, A3, A4, A5, A6, A7, A8, A9, B0, B1, B2, B3, B4, B5, B6, B7, B8, B9]; }
catalog! { static BUT_THE_LAST: Alike = [A0, A1, A2, A3, A4, A5, A6, A7, A8, A9, B0, B1, B2, B3, B4, B5, B6, B7, B8]; }

#[test]
fn what_one_list_says_of_a_type_is_not_said_for_another() {
    let (last, first) = (B9(9), A0(0));
    for _ in 0..3 {
        assert!(BUT_THE_LAST.find(&last).is_none());
        assert!(errtax::find(&last).is_some() && ALL.find(&last).is_some());
        assert!(ALL.find(&first).is_some() && BUT_THE_LAST.find(&first).is_some());
    }
}

#[test]
fn an_error_without_one_has_none() {
    assert!(errtax::find(&Source(io::Error::other("plain").into())).is_none());
    assert!(errtax::find(&io::Error::from(io::ErrorKind::NotFound)).is_none());
}

#[test]
fn outside_a_walk_an_error_is_not_its_own_source() {
    let error = errtax::Error::new(full());
    assert_eq!(error.source().unwrap().to_string(), "no such key");
    errtax::find_a::<category::NotFound>(&Transparent::from(errtax::Error::new(NoSuchKey))).unwrap();
    assert!(errtax::Error::new(NoSuchKey).source().is_none(), "and not after one");
}

#[test]
fn a_source_that_panics_ends_the_walk_with_it() {
    #[derive(Debug, Error)]
    #[error("rude")]
    struct Rude;
    #[derive(Debug)]
    struct Panics;
    impl std::fmt::Display for Panics {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("panics")
        }
    }
    impl StdError for Panics {
        fn source(&self) -> Option<&(dyn StdError + 'static)> {
            std::panic::panic_any(Rude)
        }
    }
    std::panic::catch_unwind(|| errtax::find(&Panics).is_some()).unwrap_err();
    assert!(errtax::Error::new(NoSuchKey).source().is_none());
}

#[test]
fn a_chain_that_turns_in_a_circle_ends() {
    #[derive(Debug)]
    struct Circle;
    impl std::fmt::Display for Circle {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("round")
        }
    }
    impl StdError for Circle {
        fn source(&self) -> Option<&(dyn StdError + 'static)> {
            Some(self)
        }
    }
    assert!(errtax::find(&Circle).is_none());
    assert_eq!(errtax::report(&Circle).to_string(), "round");
}

#[test]
fn a_report_says_nothing_twice() {
    let transparent = Transparent::from(errtax::Error::new(full()));
    assert_eq!(errtax::report(&transparent).to_string(), "bucket b is full: no such key");
    assert_eq!(
        format!("{:#}", errtax::report(&transparent)),
        "bucket b is full (BucketFull)\ncaused by: no such key (NoSuchKey, code NoSuchKey, status 404)"
    );

    #[derive(Debug, Error)]
    #[error("loud: {0}")]
    struct Loud(#[source] errtax::Error);
    let loud = Loud(NoSuchKey.into());
    assert_eq!(errtax::report(&loud).to_string(), "loud: no such key");
    assert_eq!(
        format!("{:#}", errtax::report(&loud)),
        "loud: no such key\ncaused by: (NoSuchKey, code NoSuchKey, status 404)"
    );
}

#[test]
fn nor_what_a_wrapper_has_in_brackets_or_quotes() {
    #[derive(Debug, Error)]
    enum Wrapper {
        #[error("it failed - ({0})")]
        Bracketed(#[source] errtax::Error),
        #[error(r#"it failed: "[{0}]""#)]
        Quoted(#[source] errtax::Error),
        #[error("it failed ({0}) for good")]
        Between(#[source] errtax::Error),
    }
    let report = |wrapper: fn(errtax::Error) -> Wrapper| errtax::report(&wrapper(NoSuchKey.into())).to_string();
    assert_eq!(report(Wrapper::Bracketed), "it failed - (no such key)");
    assert_eq!(report(Wrapper::Quoted), r#"it failed: "[no such key]""#);
    // What comes last of all is the cause, unless it has been last already.
    assert_eq!(report(Wrapper::Between), "it failed (no such key) for good: no such key");
    assert_eq!(
        format!("{:#}", errtax::report(&Wrapper::Bracketed(NoSuchKey.into()))),
        "it failed - (no such key)\ncaused by: (NoSuchKey, code NoSuchKey, status 404)"
    );
    // A text that ends in brackets of its own is whole.
    let odd = errtax::report(&Source(io::Error::other("odd (very)").into())).to_string();
    assert_eq!(odd, "wrapped: odd (very)");
}

#[test]
fn a_report_forges_no_line() {
    let response = ErrorResponse::new().with_code("a\nb").with_message("c\r\nd").with_request_id("e\x1b[0m");
    let error = errtax::classify::<category::Internal>(response);
    let report = errtax::report(&error).to_string();
    assert!(!report.chars().any(char::is_control), "{report}");
    let long = format!("{:#}", errtax::report(&error));
    assert!(!long.chars().any(char::is_control), "{long}");
    assert!(long.ends_with(r"(Internal, code a\nb, status 500, request e\u{1b}[0m)"), "{long}");
}
