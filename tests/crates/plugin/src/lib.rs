//! A plugin: an image of its own, with its own copy of errtax and of the shared classes.

use errtax::{ErrorResponse, ServiceError, category};
use parent::{Missing, SharedError};
use thiserror::Error;

/// A class that only the plugin knows.
#[derive(Debug, Error, ServiceError)]
#[error("plugin broke")]
#[service_error(parent = SharedError, code = "PluginBroke", status = 500, also(category::Internal))]
pub struct PluginBroke;

/// Classifies a code with what the plugin knows.
#[unsafe(no_mangle)]
pub fn plugin_classify(code: &str) -> errtax::Error {
    errtax::classify::<SharedError>(ErrorResponse::new().with_code(code))
}

/// What the plugin says of an error: is it shared, missing, broken, a `NotFound`?
#[unsafe(no_mangle)]
pub fn plugin_asks(error: &dyn ServiceError) -> [bool; 4] {
    [error.is_a::<SharedError>(), error.is_a::<Missing>(), error.is_a::<PluginBroke>(), error.is_a::<category::NotFound>()]
}
