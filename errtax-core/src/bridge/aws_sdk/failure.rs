//! Why a request got no answer, by the types in the chain of its error.

use alloc::string::ToString;
use core::error::Error;
use std::io;

use aws_credential_types::provider::error::{CredentialsError, TokenError};
use aws_smithy_runtime_api::client::dns::ResolveDnsError;
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_types::retry::ErrorKind;

use crate::bridge::io::transport;
use crate::chain;
use crate::transport::Transport;

/// The kind of failure that `error` is, or has among its sources.
///
/// Missing credentials come first, since whatever kept a provider from finding some lies deeper; then the first link
/// that is precise; then what the connector itself makes of it.
pub(super) fn kind(error: &(dyn Error + 'static)) -> Transport {
    let links = || chain::walk(error, |_| None).map(|link| link.error);
    if links().any(is_of_credentials) {
        return Transport::Credentials;
    }
    let found = links().find_map(precise).or_else(|| links().find_map(connector));
    found.or_else(|| links().any(has_no_signer).then_some(Transport::Credentials)).unwrap_or(Transport::Other)
}

/// Why a request was never built. Whatever lies below, no connection has failed: there was none.
pub(super) fn of_request(error: &(dyn Error + 'static)) -> Transport {
    match kind(error) {
        Transport::Credentials => Transport::Credentials,
        _ => Transport::Build,
    }
}

/// Why an answer that had begun could not be read: the connection broke, or what arrived makes no sense. There was a
/// handshake, so that data found invalid are the answer's.
pub(super) fn of_answer(error: &(dyn Error + 'static)) -> Transport {
    match kind(error) {
        kind @ (Transport::Timeout | Transport::Io) => kind,
        _ => Transport::Decode,
    }
}

fn is_of_credentials(link: &(dyn Error + 'static)) -> bool {
    link.is::<CredentialsError>() || link.is::<TokenError>()
}

fn precise(link: &(dyn Error + 'static)) -> Option<Transport> {
    if link.downcast_ref().is_some_and(ConnectorError::is_timeout) {
        return Some(Transport::Timeout);
    }
    if link.is::<ResolveDnsError>() {
        return Some(Transport::Dns);
    }
    transport(link.downcast_ref::<io::Error>()?)
}

/// A transient error "can represent conditions such as socket timeouts, socket connection errors" (`ErrorKind`): the
/// SDK's own connector says so where the server closed the connection instead of answering.
fn connector(link: &(dyn Error + 'static)) -> Option<Transport> {
    let error: &ConnectorError = link.downcast_ref()?;
    (error.is_io() || error.as_other() == Some(ErrorKind::TransientError)).then_some(Transport::Io)
}

/// Whether nothing was configured that could give credentials. The type of this error is private to the SDK.
fn has_no_signer(link: &(dyn Error + 'static)) -> bool {
    link.to_string().starts_with("failed to select an auth scheme to sign the request with")
}
