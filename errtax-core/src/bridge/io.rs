//! Which kind of transport failure an `io::Error` is.

use alloc::string::ToString;
use std::io::{Error, ErrorKind};

use crate::transport::Transport;

/// The kind of failure that an error of a *connection* stands for; `None` where the error does not say.
pub(super) fn transport(error: &Error) -> Option<Transport> {
    match error.kind() {
        // A blocking socket whose time is up says `WouldBlock` on Unix.
        ErrorKind::TimedOut | ErrorKind::WouldBlock => Some(Transport::Timeout),
        ErrorKind::ConnectionRefused
        | ErrorKind::HostUnreachable
        | ErrorKind::NetworkUnreachable
        | ErrorKind::NetworkDown
        | ErrorKind::AddrNotAvailable => Some(Transport::Connect),
        ErrorKind::ConnectionReset
        | ErrorKind::ConnectionAborted
        | ErrorKind::BrokenPipe
        | ErrorKind::NotConnected
        | ErrorKind::UnexpectedEof
        | ErrorKind::WriteZero => Some(Transport::Io),
        // A socket takes any bytes: what finds data invalid below the protocol is TLS. rustls reports its errors so.
        ErrorKind::InvalidData => Some(Transport::Tls),
        _ => is_lookup(error).then_some(Transport::Dns),
    }
}

/// Whether a host's name could not be resolved.
///
/// No type says so: `std` reports what `getaddrinfo` answers as a text (in `std::sys`, `cvt_gai`), and on Windows as
/// the codes `WSAHOST_NOT_FOUND` to `WSANO_DATA`.
fn is_lookup(error: &Error) -> bool {
    let by_code = cfg!(windows) && matches!(error.raw_os_error(), Some(11_001..=11_004));
    by_code || error.to_string().starts_with("failed to lookup address information")
}
