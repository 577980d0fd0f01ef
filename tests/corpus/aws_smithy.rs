//! The Smithy protocol tests for error answers, of all AWS protocols.

use std::collections::BTreeMap;

use errtax::wire::{aws, aws_cbor, aws_json, aws_xml};
use errtax::{ErrorResponse, ServiceError};
use serde::Deserialize;
use serde_bytes::ByteBuf;
use serde_json::{Value, json};
use thiserror::Error;

use crate::cases;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Case {
    id: String,
    protocol: String,
    #[serde(rename = "error_shape")]
    shape: String,
    code: u16,
    headers: Option<BTreeMap<String, String>>,
    body: Option<String>,
    params: Option<Value>,
    vendor_params: Option<Value>,
}

impl Case {
    fn protocol(&self) -> aws::Protocol {
        match &*self.protocol {
            "awsJson1_0" => aws::Protocol::AwsJson1_0,
            "awsJson1_1" => aws::Protocol::AwsJson1_1,
            "restJson1" => aws::Protocol::RestJson1,
            "restXml" => aws::Protocol::RestXml,
            "awsQuery" => aws::Protocol::AwsQuery,
            "ec2Query" => aws::Protocol::Ec2Query,
            "rpcv2Cbor" => aws::Protocol::RpcV2Cbor,
            "rpcv2Json" => aws::Protocol::RpcV2Json,
            unknown => panic!("{}: {unknown}", self.id),
        }
    }

    /// What the bodies of `rpcv2Cbor` are in base64.
    fn body(&self) -> Vec<u8> {
        let text = self.body.clone().unwrap_or_default();
        match &*self.protocol {
            "rpcv2Cbor" => {
                ErrorResponse::new().with_member("body", text).member::<ByteBuf>("body").unwrap().unwrap().into_vec()
            }
            _ => text.into_bytes(),
        }
    }

    /// The same answer read by the decoder itself, by the protocol's name, and by what it shows.
    fn readings(&self) -> [ErrorResponse; 3] {
        let (headers, body) = (|| self.headers.iter().flatten(), &*self.body());
        let decoded = match &*self.protocol {
            "restXml" | "awsQuery" | "ec2Query" => aws_xml::decode(self.code, headers(), body),
            "rpcv2Cbor" => aws_cbor::decode(self.code, headers(), body),
            _ => aws_json::decode(self.code, headers(), body),
        };
        let told = aws::decode_as(self.protocol(), self.code, headers(), body);
        [decoded, told, aws::decode(self.code, headers(), body)]
    }
}

#[derive(Debug, Error, ServiceError)]
#[error("root")]
struct Root;

#[derive(Debug, Error, ServiceError)]
#[error("foo")]
#[service_error(parent = Root, code = "FooError", status = 500)]
struct FooError;

#[derive(Debug, Error, ServiceError)]
#[error("greeting")]
#[service_error(parent = Root, code = "InvalidGreeting", status = 400)]
struct InvalidGreeting {
    #[wire(message)]
    message: Option<String>,
}

#[derive(Debug, Error, ServiceError)]
#[error("complex")]
#[service_error(parent = Root, code = "ComplexError", status = 400)]
struct ComplexError {
    #[wire(member = "TopLevel")]
    top_level: Option<String>,
    #[wire(member = "Nested")]
    nested: Option<Nested>,
    #[wire(header = "X-Header")]
    header: Option<String>,
}

/// What `ComplexNestedErrorData` is called differs: `restJson1` renames its member.
#[derive(Debug, Deserialize)]
struct Nested {
    #[serde(rename = "Foo", alias = "Fooooo")]
    foo: Option<String>,
}

/// On `awsQuery`, the public code is all there is; elsewhere it stands beside the shape.
#[derive(Debug, Error, ServiceError)]
#[error("custom")]
#[service_error(parent = Root, code = "CustomCodeError", status = 402)]
#[wire(code = "Customized")]
struct CustomCodeError {
    #[wire(message)]
    message: Option<String>,
}

#[derive(Debug, Error, ServiceError)]
#[error("no custom")]
#[service_error(parent = Root, code = "NoCustomCodeError", status = 400)]
struct NoCustomCodeError {
    #[wire(message)]
    message: Option<String>,
}

#[derive(Debug, Error, ServiceError)]
#[error("no such bucket")]
#[service_error(parent = Root, code = "NoSuchBucket")]
struct NoSuchBucket;

/// The typed fields of an error, under the names that the model gives them; without those that are absent.
fn params(error: &errtax::Error) -> Value {
    let mut params = if let Some(error) = error.downcast_ref::<ComplexError>() {
        let nested = error.nested.as_ref().map(|nested| json!({ "Foo": nested.foo }));
        json!({ "TopLevel": error.top_level, "Nested": nested, "Header": error.header })
    } else if let Some(error) = error.downcast_ref::<InvalidGreeting>() {
        json!({ "Message": error.message })
    } else if let Some(error) = error.downcast_ref::<CustomCodeError>() {
        json!({ "Message": error.message })
    } else if let Some(error) = error.downcast_ref::<NoCustomCodeError>() {
        json!({ "Message": error.message })
    } else {
        json!({})
    };
    params.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    params
}

#[test]
fn the_smithy_protocol_tests_hold() {
    let Some(cases) = cases::<Case>("smithy_error_tests.json") else { return };
    let mut counts = BTreeMap::new();
    for case in &cases {
        let (_, shape) = case.shape.split_once('#').unwrap();
        let vendor = |key: &str| case.vendor_params.as_ref().and_then(|params| params[key].as_str());
        let mut expected = case.params.clone().unwrap();
        let expected_map = expected.as_object_mut().unwrap();
        // The models call it `message` or `Message`; on the wire it is the message.
        if let Some(message) = expected_map.remove("message") {
            expected_map.insert("Message".into(), message);
        }
        for response in case.readings() {
            let id = format!("{} of {} by {:?}", case.id, case.protocol, response.protocol());
            assert_eq!(response.status(), Some(case.code), "{id}");
            assert_eq!(response.code(), Some(vendor("code").unwrap_or(shape)), "{id}");
            if let Some(message) = expected.get("Message") {
                assert_eq!(response.message(), message.as_str(), "{id}");
            }
            if matches!(case.protocol(), aws::Protocol::RestXml | aws::Protocol::AwsQuery | aws::Protocol::Ec2Query)
                && vendor("type").is_some()
            {
                assert_eq!(response.member::<String>("Type").unwrap().as_deref(), vendor("type"), "{id}");
            }
            let error = errtax::classify::<Root>(response);
            assert_eq!(error.taxon().name(), shape, "{id}");
            assert_eq!(params(&error), expected, "{id}");
        }
        *counts.entry(&*case.protocol).or_insert(0) += 1;
    }
    println!("smithy_error_tests.json: {} cases, {counts:?}, each read in three ways", cases.len());
    assert_eq!((cases.len(), counts.len()), (60, 8));
}
