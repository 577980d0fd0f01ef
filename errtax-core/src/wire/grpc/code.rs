//! The canonical codes (`google/rpc/code.proto`).

use crate::digits;
use crate::retry::Retry;

/// Declares the codes: `Name = number, "NAME", HTTP status, advice`.
macro_rules! codes {
    ($($(#[doc = $docs:literal])* $variant:ident = $number:literal, $name:literal, $status:literal, $retry:expr;)*) => {
        /// One of gRPC's 17 canonical codes. Each category of [`errtax::category`](crate::category) has one for its
        /// code.
        ///
        /// ```
        /// use errtax::{Class, Retry, category, wire::grpc::Code};
        ///
        /// assert_eq!(Code::from_number(5), Some(Code::NotFound));
        /// assert_eq!((Code::NotFound.name(), Code::NotFound.status()), ("NOT_FOUND", 404));
        /// assert_eq!(Code::Unavailable.retry(), Some(Retry::Transient));
        /// assert_eq!(<category::NotFound as Class>::TAXON.code().and_then(Code::from_name), Some(Code::NotFound));
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[doc = $docs])* $variant = $number,)*
        }

        impl Code {
            /// All of them, each at the place of its number.
            ///
            /// ```
            /// use errtax::wire::grpc::Code;
            ///
            /// assert_eq!((Code::ALL.len(), Code::ALL[16]), (17, Code::Unauthenticated));
            /// ```
            pub const ALL: [Self; [$($number),*].len()] = [$(Self::$variant),*];

            /// The name, as google.rpc spells it.
            ///
            /// ```
            /// use errtax::wire::grpc::Code;
            ///
            /// assert_eq!(Code::NotFound.name(), "NOT_FOUND");
            /// ```
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// The code of that name, in capitals; `None` where there is none.
            ///
            /// ```
            /// use errtax::wire::grpc::Code;
            ///
            /// assert_eq!(Code::from_name("DATA_LOSS"), Some(Code::DataLoss));
            /// assert_eq!(Code::from_name("data_loss"), None);
            /// ```
            pub fn from_name(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Self::$variant),)*
                    _ => None,
                }
            }

            /// The HTTP status, by the mapping in `google/rpc/code.proto`: 400 to 599 for all but `OK`.
            ///
            /// ```
            /// use errtax::wire::grpc::Code;
            ///
            /// assert_eq!((Code::Cancelled.status(), Code::Internal.status()), (499, 500));
            /// ```
            pub const fn status(self) -> u16 {
                match self {
                    $(Self::$variant => $status,)*
                }
            }

            /// Whether the same call may be repeated by itself (AIP-194): [`Transient`](Retry::Transient) for
            /// `UNAVAILABLE`, [`Never`](Retry::Never) for `OK`, `CANCELLED`, `INVALID_ARGUMENT`, `DEADLINE_EXCEEDED` and
            /// `DATA_LOSS`.
            ///
            /// `None` for all others, which are worth repeating on a condition, if at all: the state has changed,
            /// `ABORTED` begins again at a higher level, a service says when quota is back (`RetryInfo`). A class that
            /// knows says `retryable`.
            ///
            /// ```
            /// use errtax::{Retry, wire::grpc::Code};
            ///
            /// assert_eq!(Code::Unavailable.retry(), Some(Retry::Transient));
            /// assert_eq!(Code::Aborted.retry(), None);
            /// ```
            pub const fn retry(self) -> Option<Retry> {
                match self {
                    $(Self::$variant => $retry,)*
                }
            }
        }
    };
}

codes! {
    /// No error.
    Ok = 0, "OK", 200, Some(Retry::Never);
    /// The caller gave up.
    Cancelled = 1, "CANCELLED", 499, Some(Retry::Never);
    /// Nobody knows what went wrong.
    Unknown = 2, "UNKNOWN", 500, None;
    /// The request is wrong, whatever the state of the system.
    InvalidArgument = 3, "INVALID_ARGUMENT", 400, Some(Retry::Never);
    /// The deadline passed; the state may have changed all the same.
    DeadlineExceeded = 4, "DEADLINE_EXCEEDED", 504, Some(Retry::Never);
    /// What was asked for does not exist.
    NotFound = 5, "NOT_FOUND", 404, None;
    /// What was to be created exists already.
    AlreadyExists = 6, "ALREADY_EXISTS", 409, None;
    /// Who asks is known, and must not.
    PermissionDenied = 7, "PERMISSION_DENIED", 403, None;
    /// A quota or a capacity is used up.
    ResourceExhausted = 8, "RESOURCE_EXHAUSTED", 429, None;
    /// The system is not in the state that the request needs.
    FailedPrecondition = 9, "FAILED_PRECONDITION", 400, None;
    /// Somebody else was there first: read, change and write again.
    Aborted = 10, "ABORTED", 409, None;
    /// The request reaches past a valid range.
    OutOfRange = 11, "OUT_OF_RANGE", 400, None;
    /// The service does not do that.
    Unimplemented = 12, "UNIMPLEMENTED", 501, None;
    /// Something inside the service broke.
    Internal = 13, "INTERNAL", 500, None;
    /// The service cannot be used right now.
    Unavailable = 14, "UNAVAILABLE", 503, Some(Retry::Transient);
    /// Data is lost or damaged for good.
    DataLoss = 15, "DATA_LOSS", 500, Some(Retry::Never);
    /// Who asks is not known, or could not prove it.
    Unauthenticated = 16, "UNAUTHENTICATED", 401, None;
}

impl Code {
    /// The number, as `grpc-status` has it: 0 to 16.
    ///
    /// ```
    /// use errtax::wire::grpc::Code;
    ///
    /// assert_eq!(Code::Unavailable.number(), 14);
    /// ```
    pub const fn number(self) -> u32 {
        self as u32
    }

    /// The code of that number; `None` from 17 on.
    ///
    /// ```
    /// use errtax::wire::grpc::Code;
    ///
    /// assert_eq!((Code::from_number(8), Code::from_number(17)), (Some(Code::ResourceExhausted), None));
    /// ```
    pub fn from_number(number: u32) -> Option<Self> {
        Self::ALL.get(usize::try_from(number).ok()?).copied()
    }

    /// What an HTTP answer without a gRPC status means to a gRPC client (gRPC's `doc/http-grpc-status-mapping.md`).
    ///
    /// ```
    /// use errtax::wire::grpc::Code;
    ///
    /// assert_eq!(Code::from_http(404), Code::Unimplemented);
    /// assert_eq!(Code::from_http(418), Code::Unknown);
    /// ```
    pub const fn from_http(status: u16) -> Self {
        match status {
            400 | 431 => Self::Internal,
            401 => Self::Unauthenticated,
            403 => Self::PermissionDenied,
            404 => Self::Unimplemented,
            429 | 502..=504 => Self::Unavailable,
            _ => Self::Unknown,
        }
    }

    /// What a service says that would answer with this status over HTTP (`google/rpc/code.proto`, read backwards: where
    /// several codes have one status, the one that claims least; a bad gateway is one that cannot be used right now).
    pub(super) const fn from_own(status: u16) -> Self {
        match status {
            401 => Self::Unauthenticated,
            403 => Self::PermissionDenied,
            404 | 410 => Self::NotFound,
            409 => Self::Aborted,
            412 => Self::FailedPrecondition,
            416 => Self::OutOfRange,
            429 => Self::ResourceExhausted,
            499 => Self::Cancelled,
            501 => Self::Unimplemented,
            502 | 503 => Self::Unavailable,
            408 | 504 => Self::DeadlineExceeded,
            400..=498 => Self::InvalidArgument,
            _ => Self::Internal,
        }
    }

    /// The code, if it is an error's: `OK` is none, and says nothing of what the caller knows to be one.
    pub(super) fn of_error(self) -> Option<Self> {
        (self != Self::Ok).then_some(self)
    }

    /// The code in `grpc-status`: what is none of them is unknown.
    pub(super) fn from_text(number: &str) -> Self {
        digits::parse(number).and_then(Self::from_number).unwrap_or(Self::Unknown)
    }

    /// Whether a call may be repeated for which the service said when: what a category says of the same code.
    pub(super) const fn retry_when_told(self) -> Option<Retry> {
        match self {
            Self::ResourceExhausted => Some(Retry::Throttling),
            Self::DeadlineExceeded => Some(Retry::Transient),
            _ => self.retry(),
        }
    }
}
