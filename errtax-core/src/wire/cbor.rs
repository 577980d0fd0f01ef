//! CBOR documents (RFC 8949): a few texts of the top-level map at once, or one member as a value.
//!
//! A length is believed only as far as the document goes: nothing is allocated for what has not been read.

use alloc::{borrow::Cow, format, string::String, vec::Vec};

use minicbor::Decoder;
use minicbor::data::{IanaTag, Type};
use minicbor::decode::Error;

use crate::value::{DEPTH, Value, ValueError, untyped_key};

/// The texts at `keys` in the top-level map of `document`; `None` for one that is absent or no text.
///
/// Reads as far as the document is CBOR: what stands before a break is found.
pub(super) fn texts<'a, const N: usize>(document: &'a [u8], keys: [&str; N]) -> [Option<Cow<'a, str>>; N] {
    let mut found = [const { None }; N];
    // An error leaves in `found` what came before it: that is all there is to know.
    let _ = entries(document, |key, cbor| {
        let Some(place) = keys.iter().position(|known| *known == key) else { return Ok(skip(cbor)?) };
        found[place] = None;
        if is_text(cbor) {
            found[place] = Some(text(cbor)?);
            return Ok(());
        }
        Ok(skip(cbor)?)
    });
    found
}

/// The member `name` of the top-level map of `body`: of two with one name, the last.
pub(super) fn member<'a>(body: &'a [u8], name: &str) -> Result<Option<Value<'a>>, ValueError> {
    let mut found = None;
    let whole = entries(body, |key, cbor| {
        if key != name {
            return Ok(skip(cbor)?);
        }
        found = None;
        found = Some(value(cbor, DEPTH)?);
        Ok(())
    });
    match whole {
        Err(error) if found.is_none() => Err(error),
        // It broke off after the member, whole as it is.
        Ok(()) | Err(_) => Ok(found),
    }
}

impl From<Error> for ValueError {
    fn from(error: Error) -> Self {
        Self::new(error)
    }
}

/// Has `visitor` read what belongs to each key of the top-level map.
fn entries<'a>(
    document: &'a [u8],
    mut visitor: impl FnMut(&str, &mut Decoder<'a>) -> Result<(), ValueError>,
) -> Result<(), ValueError> {
    let cbor = &mut Decoder::new(document);
    while cbor.datatype()? == Type::Tag {
        cbor.tag()?;
    }
    let mut count = cbor.map()?;
    while next(cbor, &mut count)? {
        if is_text(cbor) {
            visitor(&text(cbor)?, cbor)?;
        } else {
            skip(cbor)?;
            skip(cbor)?;
        }
    }
    Ok(())
}

/// Whether another one comes, of the `count` that is left; `None` is left where a break ends them.
fn next(cbor: &mut Decoder<'_>, count: &mut Option<u64>) -> Result<bool, Error> {
    match count {
        Some(0) => Ok(false),
        Some(left) => {
            *left -= 1;
            Ok(true)
        }
        None if cbor.datatype()? == Type::Break => {
            cbor.set_position(cbor.position() + 1);
            Ok(false)
        }
        None => Ok(true),
    }
}

fn value<'a>(cbor: &mut Decoder<'a>, depth: usize) -> Result<Value<'a>, ValueError> {
    let Some(depth) = depth.checked_sub(1) else {
        return Err(ValueError::new(format!("nested deeper than {DEPTH} values")));
    };
    while cbor.datatype()? == Type::Tag {
        let start = cbor.position();
        if let Ok(IanaTag::PosBignum | IanaTag::NegBignum) = cbor.tag()?.try_into() {
            cbor.set_position(start);
            if let Ok(number) = cbor.i128() {
                return Ok(Value::Int(number));
            }
            cbor.set_position(start);
            return Ok(Value::Large(cbor.u128()?));
        }
    }
    Ok(match cbor.datatype()? {
        Type::Null | Type::Undefined => {
            cbor.skip()?;
            Value::Null
        }
        Type::Bool => Value::Bool(cbor.bool()?),
        Type::F16 => Value::Float(half(cbor)?.into()),
        Type::F32 => Value::Float(cbor.f32()?.into()),
        Type::F64 => Value::Float(cbor.f64()?),
        Type::String | Type::StringIndef => Value::Str(text(cbor)?),
        Type::Bytes => Value::Bytes(Cow::Borrowed(cbor.bytes()?)),
        Type::BytesIndef => {
            let parts = cbor.bytes_iter()?.collect::<Result<Vec<_>, _>>()?;
            Value::Bytes(Cow::Owned(parts.concat()))
        }
        Type::Array | Type::ArrayIndef => {
            let (mut count, mut values) = (cbor.array()?, Vec::new());
            while next(cbor, &mut count)? {
                values.push(value(cbor, depth)?);
            }
            Value::Seq(values)
        }
        Type::Map | Type::MapIndef => {
            let (mut count, mut entries) = (cbor.map()?, Vec::new());
            while next(cbor, &mut count)? {
                entries.push((untyped_key(value(cbor, depth)?), value(cbor, depth)?));
            }
            Value::Map(entries)
        }
        _ => Value::Int(cbor.int()?.into()),
    })
}

fn is_text(cbor: &Decoder<'_>) -> bool {
    matches!(cbor.datatype(), Ok(Type::String | Type::StringIndef))
}

/// A text; what in it is no Unicode is replaced (U+FFFD).
fn text<'a>(cbor: &mut Decoder<'a>) -> Result<Cow<'a, str>, Error> {
    if cbor.datatype()? != Type::StringIndef {
        return piece(cbor);
    }
    cbor.set_position(cbor.position() + 1);
    let mut text = String::new();
    while next(cbor, &mut None)? {
        text.push_str(&piece(cbor)?);
    }
    Ok(Cow::Owned(text))
}

/// A text whose length is stated.
fn piece<'a>(cbor: &mut Decoder<'a>) -> Result<Cow<'a, str>, Error> {
    let start = cbor.position();
    let error = match cbor.str() {
        Ok(text) => return Ok(Cow::Borrowed(text)),
        Err(error) => error,
    };
    // minicbor looks at the bytes once it has passed them; the head before them is as long as its first byte says.
    let head = match cbor.input().get(start).map(|first| first & 0x1f) {
        Some(24) => 2,
        Some(25) => 3,
        Some(26) => 5,
        Some(27) => 9,
        _ => 1,
    };
    let is_read = core::error::Error::source(&error).is_some_and(<dyn core::error::Error>::is::<core::str::Utf8Error>);
    match cbor.input().get(start + head..cbor.position()) {
        Some(bytes) if is_read => Ok(String::from_utf8_lossy(bytes)),
        _ => Err(error),
    }
}

/// How many aggregates may be open that have their end marked: each is one byte of an answer, and takes sixteen.
const OPEN: usize = 1 << 18;

/// Reads over a value, whatever its texts are made of: minicbor's own `skip` fails where one is no Unicode.
fn skip(cbor: &mut Decoder<'_>) -> Result<(), Error> {
    // How many values are left to skip, and how many after the end of each aggregate that has its end marked.
    let (mut left, mut open) = (Some(1_u64), Vec::new());
    loop {
        while !next(cbor, &mut left)? {
            let Some(outer) = open.pop() else { return Ok(()) };
            left = outer;
        }
        while cbor.datatype()? == Type::Tag {
            cbor.tag()?;
        }
        let inside = match cbor.datatype()? {
            Type::String | Type::StringIndef => {
                text(cbor)?;
                continue;
            }
            Type::Array | Type::ArrayIndef => cbor.array()?,
            Type::Map | Type::MapIndef => cbor.map()?.map(|pairs| pairs.saturating_mul(2)),
            _ => {
                cbor.skip()?;
                continue;
            }
        };
        left = match (left, inside) {
            (Some(left), Some(inside)) => Some(left.saturating_add(inside)),
            (left, inside) => {
                if open.len() == OPEN {
                    return Err(Error::message("too many aggregates without an end"));
                }
                open.push(left);
                inside
            }
        };
    }
}

/// A float of 16 bits (RFC 8949 §3.3): minicbor reads it only with a crate that brings a second `syn` into the tree.
fn half(cbor: &mut Decoder<'_>) -> Result<f32, Error> {
    let start = cbor.position() + 1;
    let Some(&[high, low]) = cbor.input().get(start..start + 2) else { return Err(Error::end_of_input()) };
    cbor.set_position(start + 2);
    let bits = u32::from(u16::from_be_bytes([high, low]));
    let (sign, exponent, fraction) = (bits >> 15 << 31, bits >> 10 & 0x1f, bits & 0x3ff);
    let size = match exponent {
        // Below what has a leading one: so many times 2⁻²⁴.
        0 => (f32::from(high & 0x3) * 256.0 + f32::from(low)) * SMALLEST_HALF,
        0x1f => f32::from_bits(0xff << 23 | fraction << 13),
        _ => f32::from_bits((exponent + 112) << 23 | fraction << 13),
    };
    Ok(f32::from_bits(size.to_bits() | sign))
}

/// 2⁻²⁴.
const SMALLEST_HALF: f32 = 1.0 / 16_777_216.0;
