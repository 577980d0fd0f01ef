//! An error on the current span and as an event, by the names of OpenTelemetry's semantic conventions.
//!
//! | field | value | from |
//! |---|---|---|
//! | `error.type` | the code, where the class or its rule spells it; else the class's name | [Error attributes] |
//! | `http.response.status_code` | the status that was received, or that a local error's class declares | [HTTP attributes] |
//! | `rpc.method` | `service/operation`; the operation alone where nothing says the service | [RPC attributes] |
//! | `aws.request_id` | the request id in an answer of AWS | [AWS attributes] |
//! | `errtax.request_id` | the request id in any other answer | |
//! | `errtax.class` | the class's name | |
//! | `errtax.code` | the code, whatever it is | |
//! | `errtax.service` | the service (`rpc.service` is deprecated) | |
//! | `errtax.retry` | `never`, `transient` or `throttling`; absent where nothing is said | |
//! | `errtax.retry_after` | the delay that the service asked for, in seconds | |
//!
//! What is not known is absent. The conventions ask for an `error.type` that is predictable and of few values: a code that
//! nobody declared, or that a prefix took, is what a stranger wrote, and so it stands in `errtax.code` alone.
//!
//! A span takes the fields that it was made with: declare those that you want as `tracing::field::Empty`. The event has
//! all of them and the target `errtax`; its level is `WARN` where the fault is the client's, else `ERROR`. The status of an
//! OpenTelemetry span is left to the caller, who knows whether a refused request is a failure there.
//!
//! ```
//! use errtax::{ErrorResponse, ServiceError};
//! use tracing::field::Empty;
//!
//! #[derive(Debug, thiserror::Error, ServiceError)]
//! #[error("slow down")]
//! #[service_error(service = "dynamodb", code = "SlowDown", status = 429)]
//! struct SlowDown;
//!
//! let span = tracing::info_span!("put", "error.type" = Empty, "http.response.status_code" = Empty, "rpc.method" = Empty);
//! span.in_scope(|| {
//!     let response = ErrorResponse::new().with_code("SlowDown").with_operation("PutItem");
//!     let error = errtax::classify::<SlowDown>(response);
//!     errtax::tracing::record(&*error); // SlowDown, 429, dynamodb/PutItem
//! });
//! ```
//!
//! [Error attributes]: https://opentelemetry.io/docs/specs/semconv/registry/attributes/error/
//! [HTTP attributes]: https://opentelemetry.io/docs/specs/semconv/registry/attributes/http/
//! [RPC attributes]: https://opentelemetry.io/docs/specs/semconv/registry/attributes/rpc/
//! [AWS attributes]: https://opentelemetry.io/docs/specs/semconv/registry/attributes/aws/

mod facts;

use alloc::string::ToString;

use ::tracing::{Level, Span, enabled, event};

use self::facts::Facts;
use crate::classifier::Classifier;
use crate::fault::Fault;
use crate::line;
use crate::service_error::ServiceError;

/// Records `error` on the current span and as an event, without its message: what was received may say who asked for
/// what. Where debug events of the target `errtax` are enabled, another event has the classifier's explanation as its
/// `errtax.explanation`, which quotes what did not fit.
///
/// ```
/// use errtax::ServiceError;
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("the database failed")]
/// #[service_error(code = "internal", status = 500)]
/// struct DatabaseFailed;
///
/// errtax::tracing::record(&DatabaseFailed);
/// ```
pub fn record(error: &dyn ServiceError) {
    record_facts(error, None);
}

/// The same, and the error's `Display` as the event's `exception.message`, on one line: for errors whose text may be
/// logged. The span does not get it, since it takes any value.
///
/// ```
/// use errtax::ServiceError;
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("the database failed")]
/// #[service_error(code = "internal", status = 500)]
/// struct DatabaseFailed;
///
/// errtax::tracing::record_with_message(&DatabaseFailed);
/// ```
pub fn record_with_message(error: &dyn ServiceError) {
    record_facts(error, Some(&line::of(error)));
}

fn record_facts(error: &dyn ServiceError, message: Option<&str>) {
    let facts = Facts::of(error);
    facts.record_on(&Span::current());
    macro_rules! event_at {
        ($level:expr) => {
            event!(
                target: "errtax",
                $level,
                {
                    "error.type" = facts.kind,
                    "http.response.status_code" = facts.status,
                    "rpc.method" = facts.method,
                    "aws.request_id" = facts.aws_request_id,
                    "errtax.request_id" = facts.request_id,
                    "errtax.class" = facts.class,
                    "errtax.code" = facts.code,
                    "errtax.service" = facts.service,
                    "errtax.retry" = facts.retry,
                    "errtax.retry_after" = facts.retry_after,
                    "exception.message" = message,
                }
            )
        };
    }
    if error.fault() == Some(Fault::Client) {
        event_at!(Level::WARN);
    } else {
        event_at!(Level::ERROR);
    }
    if enabled!(target: "errtax", Level::DEBUG) {
        explain(error);
    }
}

/// By the classifier of the whole tree; silent where a smaller one, which nobody knows here, has decided otherwise.
fn explain(error: &dyn ServiceError) {
    let (Some(response), Some(root)) = (error.response(), error.taxon().lineage().first()) else { return };
    let explanation = Classifier::below(root).explain(response);
    if explanation.taxon() == error.taxon() {
        event!(target: "errtax", Level::DEBUG, { "errtax.explanation" = explanation.to_string() });
    }
}
