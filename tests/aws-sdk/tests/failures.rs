//! A request without an error answer: which kind of failure, by the types in the chain of the SDK's error.

use std::io::{self, ErrorKind};
use std::net::ToSocketAddrs;
use std::time::Duration;

use aws_credential_types::provider::error::{CredentialsError, TokenError};
use aws_smithy_runtime_api::client::dns::ResolveDnsError;
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::retry::ErrorKind as SmithyKind;
use errtax::{ErrorResponse, Transport};
use errtax_aws_sdk_tests::{Around, NotLoggedIn, OrdersError, PutItemFailure, raw};

type Source = Box<dyn std::error::Error + Send + Sync>;

fn response(failure: PutItemFailure) -> ErrorResponse {
    let response = ErrorResponse::from(failure);
    assert!(response.source().unwrap().is::<PutItemFailure>());
    assert!(response.is_received());
    assert_eq!(response.protocol(), response.status().map(|_| "aws"), "no decoder has read it");
    response
}

fn dispatched(error: ConnectorError) -> Option<Transport> {
    response(PutItemFailure::dispatch_failure(error)).transport()
}

/// As the SDK's own connector wraps it.
fn connecting(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Option<Transport> {
    let connecting = Around("client error (Connect)", Around("tcp connect error", error.into()).into());
    dispatched(ConnectorError::io(connecting.into()))
}

fn unsigned(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Option<Transport> {
    dispatched(ConnectorError::other(error.into(), None))
}

#[test]
fn a_request_that_was_never_built_says_so_unless_it_lacks_credentials() {
    let unbuilt = |why: Source| response(PutItemFailure::construction_failure(why));
    let refused = io::Error::from(ErrorKind::ConnectionRefused);
    for why in [Source::from("no table"), refused.into()] {
        let unbuilt = unbuilt(why);
        assert_eq!(unbuilt.transport(), Some(Transport::Build));
        assert!(unbuilt.is_received() && unbuilt.status().is_none() && unbuilt.source().is_some());
    }
    let missing = CredentialsError::not_loaded("no provider");
    assert_eq!(unbuilt(missing.into()).transport(), Some(Transport::Credentials));
}

#[test]
fn a_timeout_of_the_sdks_is_a_timeout() {
    let late = response(PutItemFailure::timeout_error("operation timeout"));
    assert_eq!(late.transport(), Some(Transport::Timeout));
    assert_eq!(late.status(), None);
}

#[test]
fn the_connector_says_what_it_knows() {
    assert_eq!(dispatched(ConnectorError::timeout("HTTP read timeout".into())), Some(Transport::Timeout));
    assert_eq!(dispatched(ConnectorError::io("broken".into())), Some(Transport::Io));
    assert_eq!(dispatched(ConnectorError::user("no such method".into())), Some(Transport::Other));
    assert_eq!(dispatched(ConnectorError::other("who knows".into(), None)), Some(Transport::Other));
    // The server closed the connection instead of answering.
    let closed = ConnectorError::other("incomplete message".into(), Some(SmithyKind::TransientError));
    assert_eq!(dispatched(closed), Some(Transport::Io));
    let throttled = ConnectorError::other("who knows".into(), Some(SmithyKind::ThrottlingError));
    assert_eq!(dispatched(throttled), Some(Transport::Other));
    // Its own word comes before what lies underneath.
    let slow = ConnectorError::timeout(io::Error::from(ErrorKind::ConnectionRefused).into());
    assert_eq!(dispatched(slow), Some(Transport::Timeout));
}

#[test]
fn an_io_error_says_what_kind_it_is() {
    for (kind, transport) in [
        (ErrorKind::TimedOut, Transport::Timeout),
        (ErrorKind::ConnectionRefused, Transport::Connect),
        (ErrorKind::HostUnreachable, Transport::Connect),
        (ErrorKind::NetworkUnreachable, Transport::Connect),
        (ErrorKind::NetworkDown, Transport::Connect),
        (ErrorKind::AddrNotAvailable, Transport::Connect),
        (ErrorKind::ConnectionReset, Transport::Io),
        (ErrorKind::ConnectionAborted, Transport::Io),
        (ErrorKind::BrokenPipe, Transport::Io),
        (ErrorKind::NotConnected, Transport::Io),
        (ErrorKind::UnexpectedEof, Transport::Io),
        (ErrorKind::InvalidData, Transport::Tls),
        (ErrorKind::PermissionDenied, Transport::Io), // as the connector says
    ] {
        assert_eq!(connecting(io::Error::from(kind)), Some(transport), "{kind:?}");
    }
    // What says nothing by itself may have an error inside that does.
    let alert = io::Error::new(ErrorKind::InvalidData, "invalid peer certificate: UnknownIssuer");
    assert_eq!(connecting(io::Error::other(alert)), Some(Transport::Tls));
    assert_eq!(unsigned(io::Error::from(ErrorKind::ConnectionReset)), Some(Transport::Io));
}

#[test]
fn a_name_that_cannot_be_resolved_is_recognised() {
    assert_eq!(connecting(ResolveDnsError::new("no such host")), Some(Transport::Dns));
    // What the SDK's own connector gives: `std`'s error, which has no type of its own.
    let unresolved = ("no host has such a name", 80).to_socket_addrs().unwrap_err();
    assert_eq!(connecting(unresolved), Some(Transport::Dns));
    // A resolver's own failure to connect is deeper than what it means.
    let failed = ResolveDnsError::new(io::Error::from(ErrorKind::ConnectionRefused));
    assert_eq!(connecting(failed), Some(Transport::Dns));
}

#[test]
fn missing_credentials_are_found_among_the_sources() {
    let attempts = "no credentials found in chain. Attempted: …";
    for missing in [
        CredentialsError::not_loaded_no_source(),
        CredentialsError::not_loaded(attempts),
        CredentialsError::invalid_configuration("a profile that names itself"),
        CredentialsError::provider_timed_out(Duration::from_secs(5)),
        CredentialsError::unhandled("not UTF-8"),
        // Not a refused connection to the service: no request was made.
        CredentialsError::provider_error(ConnectorError::timeout(io::Error::from(ErrorKind::TimedOut).into())),
    ] {
        let name = missing.to_string();
        assert_eq!(unsigned(missing), Some(Transport::Credentials), "{name}");
    }
    assert_eq!(unsigned(TokenError::not_loaded("no token")), Some(Transport::Credentials));
    let deep = Around("identity", Around("cache", CredentialsError::not_loaded_no_source().into()).into());
    assert_eq!(unsigned(deep), Some(Transport::Credentials));
    // Nothing was configured that could give some: the SDK's type for this is private.
    let none = "failed to select an auth scheme to sign the request with. \"sigv4\" wasn't a valid option";
    assert_eq!(unsigned(none), Some(Transport::Credentials));

    let failure =
        PutItemFailure::dispatch_failure(ConnectorError::other(CredentialsError::not_loaded_no_source().into(), None));
    let error = errtax::classify::<OrdersError>(failure.into());
    assert!(error.downcast_ref::<NotLoggedIn>().is_some());
}

#[test]
fn other_faults_of_the_configuration_are_not_taken_for_it() {
    assert_eq!(unsigned("Invalid Configuration: Missing Region"), Some(Transport::Other));
}

#[test]
fn an_answer_that_broke_off_keeps_its_status_and_has_a_kind() {
    let cut = || Around("error reading a body", io::Error::from(ErrorKind::UnexpectedEof).into());
    let answer =
        response(PutItemFailure::response_error(cut(), raw(200, &[("x-amzn-requestid", "R-1")], SdkBody::taken())));
    assert_eq!((answer.status(), answer.transport()), (Some(200), Some(Transport::Io)));
    assert_eq!(answer.header("x-amzn-requestid"), Some("R-1"));
    assert_eq!(answer.request_id(), Some("R-1"));

    let late = PutItemFailure::response_error(io::Error::from(ErrorKind::TimedOut), raw(200, &[], SdkBody::taken()));
    assert_eq!(response(late).transport(), Some(Transport::Timeout));
}

/// After a handshake, data found invalid are no matter of TLS.
#[test]
fn an_answer_that_makes_no_sense_could_not_be_read() {
    for why in [Source::from("unexpected token"), io::Error::from(ErrorKind::InvalidData).into()] {
        let unread = response(PutItemFailure::response_error(why, raw(200, &[], SdkBody::taken())));
        assert_eq!((unread.status(), unread.transport()), (Some(200), Some(Transport::Decode)));
    }
}

#[test]
fn only_an_error_answer_has_a_code() {
    let body = r#"{"code": "orange", "message": "hello"}"#;
    let answer = response(PutItemFailure::response_error("unexpected token", raw(200, &[], body)));
    assert_eq!((answer.code(), answer.message()), (None, None));
    assert_eq!(answer.body(), Some(body.as_bytes()));

    let failure = PutItemFailure::response_error("unexpected token", raw(500, &[], r#"{"__type": "Broken"}"#));
    let answer = ErrorResponse::from(failure);
    assert_eq!((answer.status(), answer.code()), (Some(500), Some("Broken")));
    assert_eq!(answer.transport(), Some(Transport::Decode));
}
