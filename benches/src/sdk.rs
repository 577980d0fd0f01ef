//! What a generated crate of the AWS SDK for Rust does with an error answer before it makes its typed error: code,
//! message and request id, in an `ErrorMetadata` (`json_errors.rs`, `rest_xml_wrapped_errors.rs`, aws-types'
//! `request_id.rs`). Its answer is parsed already, and is kept as it is.

use std::borrow::Cow;

use aws_smithy_json::deserialize::{Token, error::DeserializeError, json_token_iter, token::skip_value};
use aws_smithy_types::error::ErrorMetadata;
use aws_smithy_types::error::metadata::Builder;
use aws_smithy_xml::decode::{Document, XmlDecodeError, try_data};

use crate::answers::Answer;

fn header<'a>(answer: &'a Answer, name: &str) -> Option<&'a str> {
    answer.headers().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
}

fn with_request_id(builder: Builder, answer: &Answer) -> ErrorMetadata {
    let id = header(answer, "x-amzn-requestid").or_else(|| header(answer, "x-amz-request-id"));
    id.into_iter().fold(builder, |builder, id| builder.custom("aws_request_id", id)).build()
}

pub fn json(answer: &Answer) -> Result<ErrorMetadata, DeserializeError> {
    let mut tokens = json_token_iter(answer.body.as_bytes()).peekable();
    let (mut kind, mut code, mut message): (Option<Cow<'_, str>>, Option<Cow<'_, str>>, Option<Cow<'_, str>>) =
        (None, None, None);
    if let Some(Token::StartObject { .. }) = tokens.next().transpose()? {
        loop {
            match tokens.next().transpose()? {
                Some(Token::EndObject { .. }) => break,
                Some(Token::ObjectKey { key, .. }) => {
                    if let Some(Ok(Token::ValueString { value, .. })) = tokens.peek() {
                        match key.as_escaped_str() {
                            "code" => code = Some(value.to_unescaped()?),
                            "__type" => kind = Some(value.to_unescaped()?),
                            "message" | "Message" | "errorMessage" => message = Some(value.to_unescaped()?),
                            _ => {}
                        }
                    }
                    skip_value(&mut tokens)?;
                }
                _ => return Err(DeserializeError::custom("expected object key or end object")),
            }
        }
    }
    let mut builder = ErrorMetadata::builder();
    if let Some(code) = header(answer, "x-amzn-errortype").or(code.or(kind).as_deref()).map(sanitized) {
        builder = builder.code(code);
    }
    if let Some(message) = message {
        builder = builder.message(message);
    }
    Ok(with_request_id(builder, answer))
}

/// Without a URI and a namespace.
pub fn sanitized(code: &str) -> &str {
    let code = code.split_once(':').map_or(code, |(code, _)| code);
    code.split_once('#').map_or(code, |(_, code)| code)
}

pub fn xml(answer: &Answer) -> Result<ErrorMetadata, XmlDecodeError> {
    let mut document = Document::try_from(answer.body.as_bytes())?;
    let mut root = document.root_element()?;
    let mut builder = ErrorMetadata::builder();
    while let Some(mut tag) = root.next_tag() {
        if tag.start_el().local() == "Error" {
            while let Some(mut field) = tag.next_tag() {
                match field.start_el().local() {
                    "Code" => builder = builder.code(try_data(&mut field)?),
                    "Message" => builder = builder.message(try_data(&mut field)?),
                    _ => {}
                }
            }
        }
    }
    Ok(with_request_id(builder, answer))
}
