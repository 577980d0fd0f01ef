//! Why a response became what it became.

use alloc::{boxed::Box, vec::Vec};
use core::fmt;

use crate::index::Claim;
use crate::member::MemberError;
use crate::rule::Rule;
use crate::taxon::Taxon;

/// How one response was classified: the layer that decided, the rule, the class, the rivals that lost, and why a
/// payload did not fit. Made to be printed.
///
/// ```
/// use errtax::{Classifier, ErrorResponse, ServiceError};
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("orders")]
/// #[wire(fallback)]
/// struct OrdersError;
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("no such order")]
/// #[service_error(parent = OrdersError, code = "NoSuchOrder")]
/// struct NoSuchOrder;
///
/// let why = Classifier::of::<OrdersError>().explain(&ErrorResponse::new().with_code("NoSuchOrder"));
/// assert_eq!(why.taxon().name(), "NoSuchOrder");
/// assert_eq!(
///     why.to_string(),
///     "exact code: NoSuchOrder by `code = \"NoSuchOrder\"`\n  over fallback: OrdersError by `fallback`"
/// );
/// ```
#[derive(Clone, Debug)]
pub struct Explanation {
    taxon: &'static Taxon,
    claims: Box<[(&'static Taxon, &'static Rule)]>,
    unfit: Option<MemberError>,
}

impl Explanation {
    pub(crate) fn new(taxon: &'static Taxon, claims: &[Claim], unfit: Option<MemberError>) -> Self {
        let claims: Vec<_> = claims.iter().map(|claim| (claim.taxon, claim.rule)).collect();
        Self { taxon, claims: claims.into(), unfit }
    }

    /// The class that the response was given.
    pub fn taxon(&self) -> &'static Taxon {
        self.taxon
    }

    /// The layer that decided, such as `exact code`; `None` where no rule holds.
    pub fn layer(&self) -> Option<&'static str> {
        self.claims.first().map(|(_, rule)| rule.layer())
    }

    /// The classes whose rules held too, and lost.
    pub fn rivals(&self) -> impl Iterator<Item = &'static Taxon> {
        self.claims.iter().skip(1).map(|(taxon, _)| *taxon)
    }

    /// Why the payload did not fit the class, so that the error is [`Unclassified`](crate::Unclassified).
    pub fn unfit(&self) -> Option<&MemberError> {
        self.unfit.as_ref()
    }
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(((taxon, rule), rivals)) = self.claims.split_first() else {
            return write!(f, "no rule holds: unclassified {}", self.taxon.name());
        };
        write!(f, "{}: {} by `{rule}`", rule.layer(), taxon.name())?;
        for (taxon, rule) in rivals {
            write!(f, "\n  over {}: {} by `{rule}`", rule.layer(), taxon.name())?;
        }
        if let Some(unfit) = &self.unfit {
            write!(f, "\n  unclassified, since {unfit}")?;
        }
        Ok(())
    }
}
