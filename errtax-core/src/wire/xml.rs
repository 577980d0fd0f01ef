//! XML documents, read element by element: texts, values, and what is skipped.
//!
//! The names of elements are local ones: prefixes and namespaces mean nothing here, and neither do attributes. Of the
//! entities, only those count that XML itself defines: a document type, and what it declares, is read over.

pub(super) mod write;

use alloc::{borrow::Cow, boxed::Box, format, string::String, vec::Vec};

use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::mark::without_mark;
use crate::value::{DEPTH, Elements, Value, ValueError};

/// `body` as Unicode: UTF-16 where its mark says so, else UTF-8 (XML 1.0 §4.3.3). What is neither is replaced (U+FFFD).
pub(super) fn document(body: &[u8]) -> Cow<'_, str> {
    let utf16 = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let (pairs, _) = bytes.as_chunks();
        let chars = char::decode_utf16(pairs.iter().map(|pair| unit(*pair)));
        Cow::Owned(chars.map(|char| char.unwrap_or(char::REPLACEMENT_CHARACTER)).collect())
    };
    match body {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        utf8 => {
            let utf8 = without_mark(utf8);
            // Twice as fast as replacing nothing, which is what nearly every body asks for.
            str::from_utf8(utf8).map_or_else(|_| String::from_utf8_lossy(utf8), Cow::Borrowed)
        }
    }
}

/// Whether `body` begins as a document does, told without reading it: after a mark and white space comes a `<`.
pub(super) fn may_be(body: &[u8]) -> bool {
    match body {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => true,
        utf8 => without_mark(utf8).trim_ascii_start().starts_with(b"<"),
    }
}

/// A document from here on, and the element that is open: the one whose children [`child`](Self::child) gives.
pub(super) struct Xml<'a>(Reader<&'a [u8]>);

impl<'a> Xml<'a> {
    pub(super) fn new(document: &'a str) -> Self {
        let mut reader = Reader::from_str(document);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        // A message with an `&` of its own is a message.
        config.allow_dangling_amp = true;
        // What stands between elements is nothing to anybody.
        config.trim_text_start = true;
        Self(reader)
    }

    /// Opens the document's element; `None` where something else stands before it than a document may have there (XML
    /// 1.0 §2.8): a declaration, a document type, comments, instructions and white space.
    pub(super) fn root(&mut self) -> Result<Option<BytesStart<'a>>, ValueError> {
        loop {
            match self.next()? {
                Event::Start(start) => return Ok(Some(start)),
                Event::Text(text) if text.chars().all(|char| matches!(char, ' ' | '\t' | '\r' | '\n')) => {}
                Event::Decl(_) | Event::DocType(_) | Event::Comment(_) | Event::PI(_) => {}
                Event::Eof => return Err(cut()),
                _ => return Ok(None),
            }
        }
    }

    /// Opens the next element inside the open one; `None` where there is none, and the open one is closed. What it
    /// gives must be closed before the next.
    pub(super) fn child(&mut self) -> Result<Option<BytesStart<'a>>, ValueError> {
        loop {
            match self.next()? {
                Event::Start(start) => return Ok(Some(start)),
                Event::End(_) => return Ok(None),
                Event::Eof => return Err(cut()),
                _ => {}
            }
        }
    }

    /// Closes the open element, with all that is in it.
    pub(super) fn skip(&mut self) -> Result<(), ValueError> {
        let mut depth = 0_usize;
        loop {
            match self.next()? {
                Event::Start(_) => depth += 1,
                Event::End(_) if depth == 0 => return Ok(()),
                Event::End(_) => depth -= 1,
                Event::Eof => return Err(cut()),
                _ => {}
            }
        }
    }

    /// Closes the open element: its text, or `None` where it has elements inside.
    pub(super) fn text(&mut self) -> Result<Option<Cow<'a, str>>, ValueError> {
        self.with_space(|xml| {
            let mut text = Cow::Borrowed("");
            loop {
                match xml.next()? {
                    Event::Start(_) => {
                        xml.skip()?;
                        return xml.skip().map(|()| None);
                    }
                    Event::End(_) => return Ok(Some(text)),
                    Event::Eof => return Err(cut()),
                    other => add(&mut text, other),
                }
            }
        })
    }

    /// Closes the open element: its text, or what is inside.
    pub(super) fn value(&mut self) -> Result<Value<'static>, ValueError> {
        self.with_space(|xml| xml.value_at(DEPTH))
    }

    /// Reads what may be a text: white space counts.
    fn with_space<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        self.0.config_mut().trim_text_start = false;
        let read = read(self);
        self.0.config_mut().trim_text_start = true;
        read
    }

    fn next(&mut self) -> Result<Event<'a>, ValueError> {
        self.0.read_event().map_err(ValueError::new)
    }

    fn value_at(&mut self, depth: usize) -> Result<Value<'static>, ValueError> {
        let Some(depth) = depth.checked_sub(1) else {
            return Err(ValueError::new(format!("nested deeper than {DEPTH} elements")));
        };
        let mut text = Cow::Borrowed("");
        let mut inside: Vec<(Box<str>, _)> = Vec::new();
        loop {
            match self.next()? {
                Event::Start(start) => inside.push((local_name(&start).into(), self.value_at(depth)?)),
                Event::End(_) if inside.is_empty() => return Ok(Value::Text(Cow::Owned(text.into_owned()))),
                Event::End(_) => return Ok(Value::Elements(Elements::inside(inside))),
                Event::Eof => return Err(cut()),
                other => add(&mut text, other),
            }
        }
    }
}

pub(super) fn local_name<'s>(start: &'s BytesStart<'_>) -> &'s str {
    start.name().local_name().into_inner()
}

/// Adds what is text in `event`; of a text in one piece, nothing is copied.
fn add<'a>(text: &mut Cow<'a, str>, event: Event<'a>) {
    match event {
        Event::Text(part) => *text += part.xml10_content(),
        Event::CData(part) => *text += part.xml10_content(),
        Event::GeneralRef(reference) => refer(text.to_mut(), &reference),
        _ => {}
    }
}

/// Adds the character that is meant. A reference to anything else stays as it is written.
fn refer(text: &mut String, reference: &BytesRef<'_>) {
    match reference.resolve_char_ref() {
        Ok(Some(char)) => text.push(char),
        Err(_) => text.push(char::REPLACEMENT_CHARACTER),
        Ok(None) => match resolve_xml_entity(reference) {
            Some(char) => text.push_str(char),
            None => text.extend(["&", reference, ";"]),
        },
    }
}

fn cut() -> ValueError {
    ValueError::new("the document ends inside an element")
}
