//! The models' errors as the text of a crate: a root, a category for each service, a class for each shape.

use std::fmt::Write as _;

use super::{Facts, Row};

pub(super) fn text(rows: &[Row]) -> String {
    let mut text = String::from(
        "#![allow(non_camel_case_types)]\n\
         #[derive(errtax::ServiceError)]\n#[service_error(category)]\npub enum AwsError {}\n",
    );
    for of_service in rows.chunk_by(|a, b| a.service == b.service) {
        let service = &of_service[0].service;
        writeln!(
            text,
            "pub mod {} {{\n#[derive(errtax::ServiceError)]\n\
             #[service_error(category, parent = super::AwsError, service = {service:?})]\npub enum Service {{}}",
            module(service)
        )
        .unwrap();
        for row in of_service {
            class(&mut text, row);
        }
        text.push_str("}\n");
    }
    text
}

fn class(text: &mut String, row: &Row) {
    let Row { shape_name, error_code, fault, sender_fault, .. } = row;
    let Facts { status, contradicts_itself, retry } = row.facts();
    let fault = match (fault, sender_fault) {
        (1, _) => ", fault = server",
        // What contradicts its status does not compile: the status is what comes over the wire.
        (_, Some(1)) if !contradicts_itself => ", fault = client",
        _ => "",
    };
    let retry = retry.map(|retry| format!(", {retry}")).unwrap_or_default();
    writeln!(
        text,
        "#[derive(Debug, thiserror::Error, errtax::ServiceError)]\n#[error(\"{shape_name}\")]\n\
         #[service_error(parent = Service, code = {error_code:?}, status = {status}{fault}{retry})]\n\
         pub struct {shape_name} {{ #[wire(message)] pub message: Option<String> }}",
    )
    .unwrap();
}

fn module(service: &str) -> String {
    service.replace(['-', '.'], "_")
}
