//! What this side refuses, before anything is sent.

use base64::prelude::{BASE64_STANDARD, Engine};
use pydynox::{AttributeValue, Envelope, InvalidEnvelope, PyValue, RequestToken, SerializationException};

fn sealed(bytes: &[u8]) -> String {
    format!("ENC:{}", BASE64_STANDARD.encode(bytes))
}

fn refused(text: &str) -> String {
    Envelope::parse(text).unwrap_err().to_string()
}

#[test]
fn an_envelope_is_a_key_and_what_it_has_encrypted() {
    for (length, key, data) in [(3_u16, &b"key"[..], &b"data"[..]), (0, b"", b"data"), (3, b"key", b"")] {
        let bytes = [&[1][..], &length.to_be_bytes(), key, data].concat();
        let envelope = Envelope::parse(&sealed(&bytes)).unwrap();
        assert_eq!((&*envelope.key, &*envelope.data), (key, data));
    }
    let long = [&[1, 1, 2][..], &[7; 258], b"rest"].concat();
    let envelope = Envelope::parse(&sealed(&long)).unwrap();
    assert_eq!((envelope.key.len(), &*envelope.data), (258, &b"rest"[..]), "the higher byte of the length is first");
}

#[test]
fn what_is_none_says_how_far_it_is_one() {
    assert_eq!(refused(""), "Ciphertext must start with 'ENC:' prefix");
    assert_eq!(refused("enc:AQAA"), "Ciphertext must start with 'ENC:' prefix");
    assert_eq!(refused("ENC:AQ-A"), "Invalid base64: Invalid symbol 45, offset 2.");
    assert_eq!(refused("ENC:AQA"), "Invalid base64: Invalid padding");
    for short in [&[][..], &[1], &[9, 0]] {
        assert_eq!(refused(&sealed(short)), "Invalid envelope: too short", "{short:?}");
    }
    for version in [0, 2, 255] {
        assert_eq!(refused(&sealed(&[version, 0, 0])), format!("Unsupported envelope version: {version}"));
    }
    assert_eq!(refused(&sealed(&[1, 0, 2, 7])), "Invalid envelope: truncated DEK");
    assert!(matches!(Envelope::parse(&sealed(&[1, 255, 255])), Err(InvalidEnvelope::Truncated)));
}

#[test]
fn a_token_has_1_to_36_characters_however_many_bytes_these_are() {
    for token in ["7", &"7".repeat(36), &"\u{fc}".repeat(36)] {
        assert_eq!(RequestToken::new(token).unwrap().as_str(), token);
    }
    for token in ["", &"7".repeat(37)] {
        let error = RequestToken::new(token).unwrap_err();
        assert_eq!(error.to_string(), "client_request_token must contain between 1 and 36 characters");
    }
}

#[test]
fn each_value_of_python_has_one_type_or_none() {
    let value =
        |json: &str| AttributeValue::try_from(PyValue::from(serde_json::from_str::<serde_json::Value>(json).unwrap()));
    let item = value(r#"{"pk": "a", "n": [1, 2.5, true, null], "m": {"x": {}}}"#).unwrap();
    assert_eq!(
        serde_json::to_string(&item).unwrap(),
        r#"{"M":{"m":{"M":{"x":{"M":{}}}},"n":{"L":[{"N":"1"},{"N":"2.5"},{"BOOL":true},{"NULL":true}]},"pk":{"S":"a"}}}"#
    );
    let refused = |value: PyValue| AttributeValue::try_from(value).unwrap_err();
    let odd = || PyValue::Other("datetime".into());
    for value in [odd(), PyValue::List(vec![PyValue::None, odd()]), PyValue::Dict(vec![("at".into(), odd())])] {
        assert!(refused(value).to_string().starts_with("Unsupported type for DynamoDB: datetime. Supported types: "));
    }
}

#[test]
fn a_set_has_elements_of_one_type() {
    let text = |text: &str| PyValue::Str(text.into());
    let number = |digits: &str| PyValue::Number(digits.into());
    let bytes = || PyValue::Bytes(vec![1]);
    let of = |set: &[PyValue]| AttributeValue::try_from(PyValue::Set(set.to_vec()));
    assert_eq!(of(&[number("1"), number("2.5")]).unwrap(), AttributeValue::NS(vec!["1".into(), "2.5".into()]));
    assert_eq!(of(&[bytes()]).unwrap(), AttributeValue::BS(vec!["AQ==".into()]));

    assert!(matches!(of(&[]), Err(SerializationException::EmptySet)));
    assert!(matches!(of(&[PyValue::Bool(true)]), Err(SerializationException::SetOfBooleans)));
    let refused = |set: &[PyValue]| of(set).unwrap_err().to_string();
    assert_eq!(refused(&[text("a"), number("1")]), "String set must contain only strings");
    assert_eq!(refused(&[number("1"), bytes()]), "Number set must contain only numbers");
    assert_eq!(refused(&[bytes(), text("a")]), "Binary set must contain only bytes");
    let list = PyValue::List(Vec::new());
    let expected = "Unsupported set element type: list. Sets can only contain strings, numbers, or bytes";
    assert_eq!(refused(&[list]), expected);
}
