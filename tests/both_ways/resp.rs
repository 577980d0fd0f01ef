//! A line of Redis has a code and a text, and no members.

use errtax::wire::resp;
use errtax::{ServiceError, Unclassified};
use proptest::prelude::*;
use thiserror::Error;

use crate::shop::{self, ShopError, sent};
use crate::wire::Wire;
use crate::{config, member};

#[derive(Debug, PartialEq, Error, ServiceError)]
#[error("{}", .text.as_deref().unwrap_or_default())]
#[service_error(parent = ShopError, code = "PLAIN", status = 400)]
struct Plain {
    #[wire(message)]
    text: Option<String>,
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn code_and_text_arrive(text in member::text()) {
        let expected = Plain { text: Wire::Resp.message(&text, "") };
        let read = sent(&Plain { text: Some(text) }, Wire::Resp, "R-1");
        prop_assert_eq!(read.downcast_ref::<Plain>(), Some(&expected), "{:?}", read);
        prop_assert_eq!((read.code(), read.status(), read.request_id()), (Some("PLAIN"), Some(400), None));
        prop_assert_eq!(read.message().map(String::from), expected.text);
    }

    #[test]
    fn of_a_class_with_members_the_class_arrives(error in shop::flat()) {
        let read = sent(&*error, Wire::Resp, "R-1");
        prop_assert_eq!(read.taxon(), error.taxon());
        prop_assert!(read.downcast_ref::<Unclassified>().is_some(), "{:?}", read);
        prop_assert_eq!(read.message().map(String::from), Wire::Resp.message(&error.to_string(), ""));
    }

    #[test]
    fn whatever_the_text_is_it_is_one_line(error in shop::flat()) {
        let answer = resp::encode(&*error);
        let line = str::from_utf8(answer.body()).unwrap();
        let inside = line.strip_prefix('-').and_then(|line| line.strip_suffix("\r\n")).unwrap();
        prop_assert!(!inside.contains(char::is_control), "{:?}", inside);
        prop_assert_eq!(resp::errors(answer.body()).count(), 1);
    }
}
