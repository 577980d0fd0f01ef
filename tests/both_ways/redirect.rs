//! Where an error of Redis points is on its line, unless a client would be led elsewhere.

use errtax::wire::resp;
use errtax::{Class, ServiceError};
use proptest::prelude::*;
use thiserror::Error;

use crate::shop::{ShopError, sent};
use crate::wire::Wire;
use crate::{config, member};

macro_rules! redirects {
    ($($class:ident $code:literal $text:literal { $($slot:ident: $ty:ty)? })*) => {$(
        #[derive(Clone, Debug, PartialEq, Error, ServiceError)]
        #[error($text)]
        #[service_error(parent = ShopError, code = $code, status = 400, members, out)]
        struct $class {
            $($slot: $ty,)?
            host: String,
            port: u16,
        }
    )*};
}

redirects! {
    Moved "MOVED" "{slot} {host}:{port}" { slot: u16 }
    Ask "ASK" "elsewhere" { slot: u16 }
    Redirect "REDIRECT" "{host}:{port}" {}
}

fn host() -> impl Strategy<Value = String> {
    let known = proptest::sample::select(&["", "127.0.0.1", "2001:db8::1", "[::1]", "node-1.example.com"][..]);
    prop_oneof![known.prop_map(str::to_owned), member::text()]
}

/// Whether the line, which is split at spaces, and on which a control character is escaped, can say it.
fn is_word(host: &str) -> bool {
    !host.contains(|char: char| char == ' ' || char.is_control() || matches!(char, '\u{2028}' | '\u{2029}'))
}

/// Whether the error arrives as it is where it `points` somewhere, and else as a line that points nowhere.
fn arrives<T: ServiceError + Class + Clone + PartialEq>(
    error: &T,
    points: bool,
    text: &str,
) -> Result<(), TestCaseError> {
    let read = sent(error, Wire::Resp, "");
    prop_assert_eq!(read.taxon(), T::TAXON);
    prop_assert_eq!(read.downcast_ref::<T>(), Some(error).filter(|_| points), "{:?}", read);
    if !points {
        prop_assert_eq!(read.message(), Some(text.into()));
        prop_assert!(!resp::encode(error).body().contains(&b':'));
    }
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_redirect_points_where_it_did_or_nowhere(slot: u16, host in host(), port: u16) {
        let is_word = is_word(&host);
        let points = is_word && slot < 16_384;
        // A text that says the same as the line is no way around its rules.
        arrives(&Moved { slot, host: host.clone(), port }, points, "Bad Request")?;
        arrives(&Ask { slot, host: host.clone(), port }, points, "elsewhere")?;
        arrives(&Redirect { host, port }, is_word, "Bad Request")?;
    }
}
