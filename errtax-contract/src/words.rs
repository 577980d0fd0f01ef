//! Rules and members in words, as they are spelled in Rust; kinds, faults and retries as they are in a contract's file.

use std::fmt;

use crate::model::{Fault, Kind, Member, Place, Retry, Rule};

/// As in `#[wire(…)]`.
impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { code, prefix, service, operation, message_prefix, status, transport, fallback, retry, texts } = self;
        let text = |key: &str, value: &Option<String>| value.as_ref().map(|value| format!("{key} = {value:?}"));
        let service = match service.as_deref() {
            Some("*") => Some("service = any".to_owned()),
            _ => text("service", service),
        };
        let transport = transport.as_deref().map(|kind| match kind {
            "*" => "transport".to_owned(),
            kind => format!("transport({kind})"),
        });
        let keys = [
            text("code", code),
            prefix.as_ref().map(|prefix| format!("code = {:?}", format!("{prefix}*"))),
            service,
            text("operation", operation),
            text("message_prefix", message_prefix),
            status.map(|status| format!("status = {status}")),
            transport,
            fallback.then(|| "fallback".to_owned()),
            retry.map(|retry| spelled(retry).to_owned()),
            (!texts.is_empty()).then(|| {
                let texts: Vec<String> = texts.iter().map(|text| format!("{text:?}")).collect();
                match texts.as_slice() {
                    [one] => format!("text = {one}"),
                    more => format!("text({})", more.join(", ")),
                }
            }),
        ];
        f.write_str(&keys.into_iter().flatten().collect::<Vec<_>>().join(", "))
    }
}

fn spelled(retry: Retry) -> &'static str {
    match retry {
        Retry::Never => "retryable = false",
        Retry::Transient => "retryable",
        Retry::Throttling => "retryable(throttling)",
    }
}

/// What it is and how it is called: "the member `sku`".
impl fmt::Display for Member {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = match self.place {
            Place::Member => "the member",
            Place::Header => "the header",
            Place::Message => "the message",
            Place::RequestId => "the request id",
            Place::RetryAfter => "the delay",
            Place::Context => "the context",
        };
        if self.name.is_empty() { f.write_str(place) } else { write!(f, "{place} `{}`", self.name) }
    }
}

/// As in a contract's file: `wire`.
impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Category => "category",
            Self::Wire => "wire",
            Self::Local => "local",
            Self::Outside => "outside",
        })
    }
}

/// As in a contract's file: `client`.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Client => "client",
            Self::Server => "server",
        })
    }
}

/// As in a contract's file: `throttling`.
impl fmt::Display for Retry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Never => "never",
            Self::Transient => "transient",
            Self::Throttling => "throttling",
        })
    }
}

impl Fault {
    pub(crate) const fn of_core(fault: errtax_core::Fault) -> Self {
        match fault {
            errtax_core::Fault::Client => Self::Client,
            errtax_core::Fault::Server => Self::Server,
        }
    }

    /// The fault that follows from a status.
    pub(crate) fn of_status(status: u16) -> Option<Self> {
        errtax_core::Fault::from_status(status).map(Self::of_core)
    }

    pub(crate) const fn meaning(self) -> &'static str {
        match self {
            Self::Client => "the request was wrong",
            Self::Server => "the service failed",
        }
    }
}

impl Retry {
    pub(crate) const fn meaning(self) -> &'static str {
        match self {
            Self::Never => "the same request will fail again",
            Self::Transient => "the cause passes by itself",
            Self::Throttling => "the service asked for less",
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Fault, Kind, Retry};

    #[test]
    fn a_word_is_that_of_the_file() {
        let in_the_file = |value: serde_json::Result<String>| value.unwrap_or_default();
        for kind in [Kind::Category, Kind::Wire, Kind::Local, Kind::Outside] {
            assert_eq!(format!("\"{kind}\""), in_the_file(serde_json::to_string(&kind)));
        }
        for fault in [Fault::Client, Fault::Server] {
            assert_eq!(format!("\"{fault}\""), in_the_file(serde_json::to_string(&fault)));
        }
        for retry in [Retry::Never, Retry::Transient, Retry::Throttling] {
            assert_eq!(format!("\"{retry}\""), in_the_file(serde_json::to_string(&retry)));
        }
    }
}
