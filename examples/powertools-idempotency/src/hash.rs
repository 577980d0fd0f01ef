//! The hash of the original: MD5 of JSON, byte by byte as Python's `json.dumps(…, sort_keys=True)` writes it, so that
//! functions in both languages share a table.

use std::io::{self, Write};

use md5::{Digest, Md5};
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use serde_json::{Error, Value};

/// The hash in hexadecimal digits.
pub(crate) fn hash(mut value: Value) -> Result<String, Error> {
    value.sort_all_objects();
    let mut json = Vec::new();
    value.serialize(&mut Serializer::with_formatter(&mut json, Python))?;
    let digest: [u8; 16] = Md5::digest(&json).into();
    Ok(format!("{:032x}", u128::from_be_bytes(digest)))
}

/// Writes as Python does.
struct Python;

impl Formatter for Python {
    fn begin_array_value<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        if first { Ok(()) } else { writer.write_all(b", ") }
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.begin_array_value(writer, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }

    /// In ASCII, as `ensure_ascii` has it.
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        fragment.chars().try_for_each(|char| match char {
            ' '..='~' => write!(writer, "{char}"),
            _ => char.encode_utf16(&mut [0; 2]).iter().try_for_each(|unit| write!(writer, "\\u{unit:04x}")),
        })
    }

    /// The sign and at least two digits of an exponent, which Rust leaves out.
    fn write_f64<W: ?Sized + Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        let digits = format!("{value:?}");
        match digits.split_once('e').and_then(|(digits, exponent)| Some((digits, exponent.parse::<i32>().ok()?))) {
            Some((digits, exponent)) => write!(writer, "{digits}e{exponent:+03}"),
            None => writer.write_all(digits.as_bytes()),
        }
    }
}
