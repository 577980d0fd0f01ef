//! What axum's extractors refuse, as service errors.

use alloc::string::String;

use ::axum::extract::rejection::{JsonRejection, PathRejection, QueryRejection};

use crate::category::{Internal, InvalidInput};
use crate::class::Class;
use crate::error::Error;
use crate::fault::Fault;
use crate::service_error::ServiceError;
use crate::taxon::{Taxon, lineage};

/// A request that an extractor could not take apart: with axum's status and text.
///
/// ```
/// use axum::extract::rejection::{JsonRejection, MissingJsonContentType};
/// use errtax::{ServiceError, axum08::Rejection, category};
///
/// let error = errtax::Error::from(JsonRejection::from(MissingJsonContentType::default()));
/// assert!(error.is_a::<category::InvalidInput>() && error.downcast_ref::<Rejection>().is_some());
/// assert_eq!(error.status(), Some(415));
/// assert_eq!(error.to_string(), "Expected request with `Content-Type: application/json`");
/// ```
#[derive(Debug, thiserror::Error)]
#[error("{text}")]
pub struct Rejection {
    status: u16,
    text: String,
}

#[diagnostic::do_not_recommend]
impl ServiceError for Rejection {
    fn taxon(&self) -> &'static Taxon {
        if Fault::from_status(self.status) == Some(Fault::Server) { &REFUSED_BY_MISTAKE } else { &REFUSED }
    }

    fn status(&self) -> Option<u16> {
        Some(self.status)
    }
}

static REFUSED: Taxon =
    Taxon::new("Rejection", concat!(module_path!(), "::Rejection"), &{ lineage::<2>(InvalidInput::TAXON, &REFUSED) })
        .child_of(InvalidInput::TAXON)
        .with_fields();

/// The service asked for what no request to that route has.
static REFUSED_BY_MISTAKE: Taxon = Taxon::new("Rejection", concat!(module_path!(), "::Rejection::Internal"), &{
    lineage::<2>(Internal::TAXON, &REFUSED_BY_MISTAKE)
})
.child_of(Internal::TAXON)
.with_fields();

macro_rules! rejections {
    ($($rejection:ident),*) => {$(
        /// With the rejection's status and text.
        impl From<$rejection> for Error {
            fn from(rejection: $rejection) -> Self {
                Self::new(Rejection { status: rejection.status().as_u16(), text: rejection.body_text() })
            }
        }
    )*};
}

rejections!(JsonRejection, PathRejection, QueryRejection);
