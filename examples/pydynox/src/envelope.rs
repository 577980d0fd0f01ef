//! What an encrypted attribute holds: its key, which KMS has encrypted, and the data, which that key has.

use base64::prelude::{BASE64_STANDARD, Engine};

use crate::InvalidEnvelope;

/// What an encrypted attribute begins with.
const PREFIX: &str = "ENC:";

/// The version of the format that this crate reads.
const VERSION: u8 = 1;

/// An encrypted attribute, taken apart: the text `ENC:`, and in base64 a version (1 byte), the length of the key (2
/// bytes, the higher first), the key, and the data.
///
/// ```
/// use pydynox::{Envelope, InvalidEnvelope};
///
/// // 01, 00 02, the key "hi", the data "!".
/// let envelope = Envelope::parse("ENC:AQACaGkh").unwrap();
/// assert_eq!((&*envelope.key, &*envelope.data), (&b"hi"[..], &b"!"[..]));
///
/// let error = Envelope::parse("ENC:AQAC").unwrap_err();
/// assert!(matches!(error, InvalidEnvelope::Truncated));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// The key, as KMS decrypts it.
    pub key: Vec<u8>,
    /// What was encrypted with it.
    pub data: Vec<u8>,
}

impl Envelope {
    /// Takes an encrypted attribute apart.
    ///
    /// # Errors
    ///
    /// What is no envelope is an [`InvalidEnvelope`], which says how far it is one.
    pub fn parse(text: &str) -> Result<Self, InvalidEnvelope> {
        let encoded = text.strip_prefix(PREFIX).ok_or(InvalidEnvelope::Prefix)?;
        let bytes = BASE64_STANDARD.decode(encoded).map_err(|reason| InvalidEnvelope::Base64 { reason })?;
        let [version, high, low, rest @ ..] = &*bytes else { return Err(InvalidEnvelope::TooShort) };
        if *version != VERSION {
            return Err(InvalidEnvelope::Version { found: *version });
        }
        let length = u16::from_be_bytes([*high, *low]).into();
        let (key, data) = rest.split_at_checked(length).ok_or(InvalidEnvelope::Truncated)?;
        Ok(Self { key: key.to_owned(), data: data.to_owned() })
    }
}
