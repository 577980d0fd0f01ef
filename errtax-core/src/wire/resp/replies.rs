//! A walk over replies that stops at the errors.

use alloc::vec::Vec;
use core::iter::FusedIterator;

use super::decode;
use super::frame::{self, Length};
use crate::response::ErrorResponse;

/// How deep aggregates may stand in each other. What stands deeper ends the walk.
const DEPTH: usize = 64;

/// The errors in some replies: see [`errors`](super::errors).
///
/// ```
/// use errtax::wire::resp;
///
/// let mut errors = resp::errors(b"*2\r\n+OK\r\n-OOM command not allowed\r\n");
/// let (place, error) = errors.next().unwrap();
/// assert_eq!((&place[..], error.code()), (&[0, 1][..], Some("OOM")));
/// assert!(errors.next().is_none());
/// ```
#[derive(Clone, Debug)]
pub struct Errors<'a> {
    rest: &'a [u8],
    /// How many replies lie behind.
    reply: usize,
    /// The aggregates that are open, the innermost last.
    open: Vec<Aggregate>,
}

#[derive(Clone, Copy, Debug)]
struct Aggregate {
    /// How many of its elements lie behind.
    element: usize,
    /// How many are to come; `None` where its end is marked instead.
    left: Option<u64>,
    /// What it says is about the element that follows it (or, in a push, about no reply), and takes no place.
    is_attribute: bool,
}

impl<'a> Errors<'a> {
    pub(super) fn new(replies: &'a [u8]) -> Self {
        Self { rest: replies, reply: 0, open: Vec::new() }
    }

    /// Opens an aggregate, or ends the walk where it would stand too deep.
    fn enter(&mut self, left: Option<u64>, is_attribute: bool) {
        match left {
            Some(0) if is_attribute => {}
            Some(0) => self.step(),
            _ if self.open.len() == DEPTH => self.rest = &[],
            left => self.open.push(Aggregate { element: 0, left, is_attribute }),
        }
    }

    /// Goes on to the next place: an element lies behind, and with the last one its aggregate.
    fn step(&mut self) {
        while let Some(innermost) = self.open.last_mut() {
            innermost.element += 1;
            innermost.left = innermost.left.map(|left| left.saturating_sub(1));
            if innermost.left != Some(0) {
                return;
            }
            let is_attribute = innermost.is_attribute;
            self.open.pop();
            if is_attribute {
                return;
            }
        }
        self.reply += 1;
    }

    /// Closes an aggregate whose end is marked.
    fn leave(&mut self) {
        match self.open.last() {
            Some(Aggregate { left: None, is_attribute, .. }) => {
                let is_attribute = *is_attribute;
                self.open.pop();
                if !is_attribute {
                    self.step();
                }
            }
            _ => self.step(),
        }
    }

    /// Where the walk is; `None` inside an attribute.
    fn place(&self) -> Option<Vec<usize>> {
        let elements = self.open.iter().map(|aggregate| (!aggregate.is_attribute).then_some(aggregate.element));
        core::iter::once(Some(self.reply)).chain(elements).collect()
    }
}

impl Iterator for Errors<'_> {
    type Item = (Vec<usize>, ErrorResponse);

    fn next(&mut self) -> Option<Self::Item> {
        while let Some((&kind, after)) = self.rest.split_first() {
            let begun = self.rest;
            let (header, rest) = frame::line_of(after);
            let length = frame::length(header);
            self.rest = rest;
            // All bytes of a blob, and as many as there are where it is cut short.
            if let (b'$' | b'!' | b'=' | b';', Some(Length::Of(length))) = (kind, length) {
                self.rest = frame::blob(rest, length).1;
            }
            match (kind, length) {
                (b'-', _) | (b'!', Some(Length::Of(_))) => {
                    let error = &begun[..begun.len() - self.rest.len()];
                    let place = self.place();
                    self.step();
                    if let Some(place) = place {
                        return Some((place, decode(error)));
                    }
                }
                // A push at the top answers nothing: it takes no place (RESP3, "Push data").
                (b'>', Some(Length::Of(elements))) if self.open.is_empty() => self.enter(Some(elements), true),
                (b'>', Some(Length::Streamed)) if self.open.is_empty() => self.enter(None, true),
                (b'*' | b'~' | b'>', Some(Length::Of(elements))) => self.enter(Some(elements), false),
                (b'%', Some(Length::Of(pairs))) => self.enter(Some(pairs.saturating_mul(2)), false),
                (b'|', Some(Length::Of(pairs))) => self.enter(Some(pairs.saturating_mul(2)), true),
                (b'*' | b'~' | b'>' | b'%' | b'$', Some(Length::Streamed)) => self.enter(None, false),
                (b'.', _) | (b';', Some(Length::Of(0))) => self.leave(),
                // Whatever else it is, it is one element.
                _ => self.step(),
            }
        }
        None
    }
}

impl FusedIterator for Errors<'_> {}
