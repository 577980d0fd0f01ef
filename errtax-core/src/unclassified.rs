//! What nothing claims, or what its class could not hold.

use core::{error::Error, fmt};

use crate::line;
use crate::member::MemberError;
use crate::qualified;
use crate::response::ErrorResponse;
use crate::service_error::ServiceError;
use crate::taxon::Taxon;

/// An answer that no class claims, or whose payload does not fit the class that does: nothing of it is lost.
///
/// Its taxon is the nearest class's, so `is_a` still answers; `downcast_ref` to that class does not, since there is
/// no value of it. Why a payload did not fit is its [`source`](Error::source).
///
/// ```
/// use errtax::{ErrorResponse, ServiceError, Unclassified};
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("orders")]
/// #[service_error(service = "orders")]
/// struct OrdersError;
///
/// let error = errtax::classify::<OrdersError>(ErrorResponse::new().with_status(409).with_code("BrandNew"));
/// assert!(error.is_a::<OrdersError>());
/// assert!(error.downcast_ref::<OrdersError>().is_none());
/// assert!(error.downcast_ref::<Unclassified>().is_some());
/// assert_eq!(error.code(), Some("BrandNew"));
/// assert_eq!(error.to_string(), "unclassified OrdersError: BrandNew");
/// ```
#[derive(Debug)]
pub struct Unclassified {
    taxon: &'static Taxon,
    response: ErrorResponse,
    error: Option<MemberError>,
}

impl Unclassified {
    pub(crate) fn new(taxon: &'static Taxon, response: ErrorResponse, error: Option<MemberError>) -> Self {
        Self { taxon, response, error }
    }

    /// Why the payload did not fit its class; `None` where no class claims the answer.
    ///
    /// ```
    /// use errtax::{ErrorResponse, ServiceError, Unclassified};
    ///
    /// # #[derive(Debug, thiserror::Error, ServiceError)]
    /// # #[error("orders")]
    /// # struct OrdersError;
    /// # #[derive(Debug, thiserror::Error, ServiceError)]
    /// # #[error("late: {minutes}")]
    /// # #[service_error(parent = OrdersError, code = "Late")]
    /// # struct Late { #[wire(member)] minutes: u64 }
    /// let error = errtax::classify::<OrdersError>(ErrorResponse::new().with_code("Late"));
    /// let unclassified = error.downcast_ref::<Unclassified>().unwrap();
    /// assert_eq!(unclassified.error().map(ToString::to_string).as_deref(), Some("member `minutes`: missing"));
    /// ```
    pub fn error(&self) -> Option<&MemberError> {
        self.error.as_ref()
    }
}

#[diagnostic::do_not_recommend]
impl ServiceError for Unclassified {
    fn taxon(&self) -> &'static Taxon {
        self.taxon
    }

    fn response(&self) -> Option<&ErrorResponse> {
        Some(&self.response)
    }

    /// The wire's alone: the nearest class's own code is what this answer did not say.
    fn code(&self) -> Option<&str> {
        qualified::code(self.taxon, &self.response)
    }
}

impl Error for Unclassified {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.error {
            Some(error) => Some(error),
            None => self.response.source().map(|cause| &**cause as &(dyn Error + 'static)),
        }
    }
}

/// The nearest class, the code, the message: never the source.
impl fmt::Display for Unclassified {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unclassified {}: ", self.taxon.name())?;
        let message = self.response.message().filter(|message| !message.is_empty());
        if let (Some(code), Some(_)) = (self.response.code(), message) {
            line::write(code, f)?;
            f.write_str(": ")?;
        }
        fmt::Display::fmt(&self.response, f)
    }
}
