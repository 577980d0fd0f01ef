//! What an answer with an error of a class looks like, by each wire that is compiled in.

use alloc::{format, string::String, vec::Vec};
use core::time::Duration;

use super::{Described, Kind};
use crate::fault::Fault;
use crate::member::Origin;
use crate::members::Members;
use crate::render::{Rendered, reason};
use crate::wire::{self, Answer, Request};

/// A delay such as a service may ask for.
const DELAY: Duration = Duration::from_secs(3);

impl Described {
    /// The names of the wires, each with an answer as it says one: bytes as text, with the members' sample values.
    ///
    /// An error that a class of the program itself makes is shown as others see it: a server fault says nothing.
    pub fn answers(&self) -> Vec<(&'static str, String)> {
        if self.kind() == Kind::Category {
            return Vec::new();
        }
        let said = self.rendered();
        let request = Request::new().with_id("5f0c9a");
        Vec::from([
            #[cfg(feature = "aws-json")]
            ("AWS JSON", over_http(&wire::aws_json::rendered(&said, request))),
            #[cfg(feature = "aws-xml")]
            ("AWS XML", over_http(&wire::aws_xml::rendered(&said, request))),
            #[cfg(feature = "problem")]
            ("problem+json", over_http(&wire::problem::rendered(&said, request))),
            #[cfg(feature = "grpc")]
            ("gRPC", trailers(&wire::grpc::rendered(&said, request))),
            #[cfg(feature = "resp")]
            ("RESP", text(&wire::resp::rendered(&said))),
        ])
    }

    fn rendered(&self) -> Rendered<'static> {
        let taxon = self.taxon;
        let of_fault = if taxon.fault() == Some(Fault::Client) { 400 } else { 500 };
        let status = taxon.status().unwrap_or(of_fault);
        let is_shown =
            self.kind() == Kind::Wire || taxon.is_exposed() || Fault::from_status(status) == Some(Fault::Client);
        let mut members = Members::new();
        let told = self.fields.iter().filter(|field| is_shown && (self.kind() == Kind::Wire || field.is_written));
        for field in told {
            if let Some(sample) = field.trace().sample {
                members.write(field.origin, &sample);
            }
        }
        let is_delayed = self.fields.iter().any(|field| field.origin == Origin::RetryAfter);
        let text = if is_shown { self.message() } else { None };
        Rendered {
            status,
            code: taxon.code().or_else(|| self.rules().find_map(|rule| rule.code)),
            taxon: Some(taxon),
            text: text.unwrap_or(reason(status)).into(),
            is_shown,
            members,
            after: is_delayed.then_some(DELAY),
        }
    }

    /// What a service may say of it: the first line of the class's documentation.
    fn message(&self) -> Option<&'static str> {
        self.taxon.docs().lines().map(str::trim).find(|line| !line.is_empty())
    }
}

/// Status line, headers, body.
fn over_http(answer: &Answer) -> String {
    let status = answer.status();
    let head = format!("HTTP/1.1 {status} {}\n{}", reason(status), trailers(answer));
    [&head, "\n", &text(answer)].concat()
}

fn trailers(answer: &Answer) -> String {
    answer.headers().flat_map(|(name, value)| [name, ": ", value, "\n"]).collect()
}

fn text(answer: &Answer) -> String {
    String::from_utf8_lossy(answer.body()).into_owned()
}
