//! gRPC's canonical codes, the fallback from HTTP, and the samples of google.rpc's `ErrorInfo`.

use std::collections::BTreeMap;

use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
use errtax::wire::{NO_HEADERS, grpc};
use errtax::{Class, Retry, Taxon, category};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{file, rows};

#[derive(Deserialize)]
struct Row {
    name: String,
    number: u32,
    http_status_google_rpc: u16,
    aip194: String,
}

#[test]
fn the_canonical_codes_are_those_of_google_rpc() {
    let Some(rows) = rows::<Row>("grpc_codes.csv") else { return };
    for Row { name, number, http_status_google_rpc, aip194 } in &rows {
        let code = grpc::Code::from_number(*number).unwrap();
        assert_eq!((code.name(), code.number(), code.status()), (&**name, *number, *http_status_google_rpc));
        assert_eq!(grpc::Code::from_name(name), Some(code));
        // Only where AIP-194 says so, and nothing else.
        let retry = match &**aip194 {
            "retry" => Some(Retry::Transient),
            "never" => Some(Retry::Never),
            _ => None,
        };
        assert_eq!(code.retry(), retry, "{name}");
        let response = grpc::decode(200, [("grpc-status", number.to_string())], b"");
        // What is decoded is an error: `OK` is none.
        let expected = if code == grpc::Code::Ok { grpc::Code::Unknown } else { code };
        assert_eq!((response.code(), response.status()), (Some(expected.name()), Some(expected.status())));
    }
    let categories: [&Taxon; 17] = [
        category::Timeout::TAXON,
        category::Unavailable::TAXON,
        category::Connection::TAXON,
        category::NotFound::TAXON,
        category::Conflict::TAXON,
        category::AlreadyExists::TAXON,
        category::FailedPrecondition::TAXON,
        category::Throttled::TAXON,
        category::Unauthenticated::TAXON,
        category::Denied::TAXON,
        category::InvalidInput::TAXON,
        category::OutOfRange::TAXON,
        category::Cancelled::TAXON,
        category::Unimplemented::TAXON,
        category::Internal::TAXON,
        category::DataLoss::TAXON,
        category::Unknown::TAXON,
    ];
    let of_categories = categories.map(|taxon| {
        let code = grpc::Code::from_name(taxon.code().unwrap()).unwrap();
        assert_eq!(taxon.status(), Some(code.status()), "{}", taxon.name());
        code
    });
    for code in grpc::Code::ALL.iter().filter(|code| **code != grpc::Code::Ok) {
        assert!(of_categories.contains(code), "{code:?}");
    }
    println!("grpc_codes.csv: {} codes", rows.len());
    assert_eq!(rows.len(), 17);
}

#[test]
fn an_answer_without_a_grpc_status_is_read_by_its_http_status() {
    let Some(table) = file::<BTreeMap<String, String>>("grpc_http_fallback.json") else { return };
    let mut count = 0;
    for (status, name) in table.iter().filter(|(status, _)| !status.starts_with('_')) {
        let statuses: Vec<u16> = match &**status {
            "*" => (100..=599).filter(|status| !table.contains_key(&status.to_string())).collect(),
            status => vec![status.parse().unwrap()],
        };
        for status in statuses {
            assert_eq!(grpc::decode(status, NO_HEADERS, b"").code(), Some(&**name), "{status}");
        }
        count += 1;
    }
    println!("grpc_http_fallback.json: {count} rows");
    assert_eq!(count, 10);
}

#[derive(Deserialize)]
struct Samples {
    reasons: Vec<(String, String)>,
    examples: Vec<Example>,
    aip193_json: Vec<Value>,
}

#[derive(Deserialize)]
struct Example {
    json: ErrorInfo,
}

#[derive(Deserialize)]
struct ErrorInfo {
    reason: String,
    domain: String,
    metadata: BTreeMap<String, String>,
}

/// A length-delimited field in protobuf.
fn field(number: u8, bytes: impl AsRef<[u8]>) -> Vec<u8> {
    let (bytes, mut field) = (bytes.as_ref(), vec![number << 3 | 2]);
    let mut length = bytes.len();
    while length >= 0x80 {
        field.push(u8::try_from(length & 0x7f).unwrap() | 0x80);
        length >>= 7;
    }
    field.push(u8::try_from(length).unwrap());
    [field, bytes.to_vec()].concat()
}

#[test]
fn error_infos_are_read_from_trailers_and_from_json() {
    let Some(samples) = file::<Samples>("grpc_errorinfo.json") else { return };
    let known = samples.reasons.iter().map(|(reason, _)| ErrorInfo {
        reason: reason.clone(),
        domain: "googleapis.com".into(),
        metadata: BTreeMap::new(),
    });
    let type_url = "type.googleapis.com/google.rpc.ErrorInfo";
    let (reasons, examples) = (samples.reasons.len(), samples.examples.len());
    for ErrorInfo { reason, domain, metadata } in known.chain(samples.examples.into_iter().map(|example| example.json))
    {
        let entries = metadata.iter().map(|(key, value)| field(3, [field(1, key), field(2, value)].concat()));
        let info = [field(1, &reason), field(2, &domain), entries.collect::<Vec<_>>().concat()].concat();
        let any = [field(1, type_url), field(2, info)].concat();
        let status = [vec![8, 7], field(2, "no"), field(3, any)].concat();
        let trailers = [("grpc-status", "7".to_owned()), ("grpc-status-details-bin", STANDARD_NO_PAD.encode(status))];
        let detail = json!({ "@type": type_url, "reason": reason, "domain": domain, "metadata": metadata });
        let body =
            json!({ "error": { "code": 403, "message": "no", "status": "PERMISSION_DENIED", "details": [detail] } });
        for response in
            [grpc::decode(200, trailers, b""), grpc::decode_json(403, NO_HEADERS, body.to_string().as_bytes())]
        {
            assert_eq!(response.shape(), Some(&*format!("{domain}/{reason}")));
            assert_eq!((response.code(), response.status()), (Some("PERMISSION_DENIED"), Some(403)), "{reason}");
            assert_eq!(response.message(), Some("no"));
            for (key, value) in &metadata {
                assert_eq!(response.member::<String>(key).unwrap().as_ref(), Some(value), "{reason}: {key}");
            }
        }
    }
    for body in &samples.aip193_json {
        let error = &body["error"];
        let status = u16::try_from(error["code"].as_u64().unwrap()).unwrap();
        let response = grpc::decode_json(status, NO_HEADERS, body.to_string().as_bytes());
        assert_eq!(response.code(), error["status"].as_str());
        assert_eq!(response.message(), error["message"].as_str());
        assert_eq!(grpc::Code::from_name(response.code().unwrap()).unwrap().status(), status);
        for detail in error["details"].as_array().into_iter().flatten() {
            let (_, name) = detail["@type"].as_str().unwrap().rsplit_once('.').unwrap();
            assert_eq!(response.member::<Value>(name).unwrap().as_ref(), Some(detail));
            for (key, value) in detail["metadata"].as_object().into_iter().flatten() {
                assert_eq!(response.member::<Value>(key).unwrap().as_ref(), Some(value));
            }
        }
    }
    println!("grpc_errorinfo.json: {reasons} reasons, {examples} examples, {} of AIP-193", samples.aip193_json.len());
    assert_eq!((reasons, examples, samples.aip193_json.len()), (44, 33, 2));
}
