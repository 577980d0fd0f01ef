//! `#[derive(ServiceError)]`.
