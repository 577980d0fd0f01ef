//! A sentence put together in `const`: what a `const` panic says of more than one class.

use crate::rule::{Key, KeyValue, Rule};

/// Room for two names and a rule: what is longer is cut.
const ROOM: usize = 1024;

#[derive(Clone, Copy)]
pub(crate) struct Sentence {
    bytes: [u8; ROOM],
    len: usize,
}

impl Sentence {
    pub(crate) const fn new() -> Self {
        Self { bytes: [0; ROOM], len: 0 }
    }

    pub(crate) const fn say(mut self, text: &str) -> Self {
        let text = text.as_bytes();
        let mut i = 0;
        while i < text.len() && self.len < ROOM {
            self.bytes[self.len] = text[i];
            self.len += 1;
            i += 1;
        }
        self
    }

    /// A name, in backticks.
    pub(crate) const fn name(self, name: &str) -> Self {
        self.say("`").say(name).say("`")
    }

    /// A rule as the user wrote it, in backticks.
    pub(crate) const fn rule(self, rule: &Rule) -> Self {
        let (mut sentence, mut between, mut place) = (self.say("`"), "", 0);
        while place < Rule::KEYS {
            if let Some(Key { name, value }) = rule.key(place) {
                sentence = sentence.say(between).say(name);
                sentence = match value {
                    KeyValue::None => sentence,
                    KeyValue::Text(text) => sentence.say(" = \"").say(text).say("\""),
                    KeyValue::Prefix(prefix) => sentence.say(" = \"").say(prefix).say("*\""),
                    KeyValue::Word(word) => sentence.say(" = ").say(word),
                    KeyValue::Number(number) => sentence.say(" = ").status(number),
                    KeyValue::In(word) => sentence.say("(").say(word).say(")"),
                };
                between = ", ";
            }
            place += 1;
        }
        sentence.say("`")
    }

    /// Three digits.
    pub(crate) const fn status(self, status: u16) -> Self {
        let digits = [digit_of(status / 100), digit_of(status / 10), digit_of(status)];
        match str::from_utf8(&digits) {
            Ok(digits) => self.say(digits),
            Err(_) => self,
        }
    }

    /// The sentence, up to what is whole of it.
    pub(crate) const fn as_str(&self) -> &str {
        let text = self.bytes.split_at(self.len).0;
        match str::from_utf8(text) {
            Ok(text) => text,
            Err(error) => match str::from_utf8(text.split_at(error.valid_up_to()).0) {
                Ok(text) => text,
                Err(_) => "",
            },
        }
    }
}

/// The last decimal digit of `number`.
const fn digit_of(number: u16) -> u8 {
    b'0' + (number % 10) as u8
}
