//! Why a response became what it became.

use alloc::boxed::Box;
use core::fmt;

use crate::index::{Claim, Index};
use crate::member::MemberError;
use crate::response::ErrorResponse;
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
    /// The claims that hold, the deciding one first.
    claims: Box<[Reason]>,
    /// The claims that would hold if the response named its service.
    shared: Box<[Reason]>,
    unfit: Option<MemberError>,
}

/// One claim, in the words of its class.
#[derive(Clone, Debug)]
struct Reason {
    taxon: &'static Taxon,
    rule: &'static Rule,
    /// The classes that make the same claim, if several do.
    contenders: Box<[&'static Taxon]>,
}

impl Explanation {
    pub(crate) fn new(
        taxon: &'static Taxon,
        index: &Index,
        response: &ErrorResponse,
        unfit: Option<MemberError>,
    ) -> Self {
        let reason = |claim: &Claim| Reason {
            taxon: claim.taxon,
            rule: claim.rule,
            contenders: index.contenders(claim).collect(),
        };
        Self {
            taxon,
            claims: index.find_all(response).map(reason).collect(),
            shared: index.find_shared(response).map(reason).collect(),
            unfit,
        }
    }

    /// The class that the response was given.
    ///
    /// ```
    /// use errtax::{Classifier, ErrorResponse, ServiceError};
    ///
    /// # #[derive(Debug, thiserror::Error, ServiceError)]
    /// # #[error("orders")]
    /// # struct OrdersError;
    /// # #[derive(Debug, thiserror::Error, ServiceError)]
    /// # #[error("late: {minutes}")]
    /// # #[service_error(parent = OrdersError, code = "Late")]
    /// # struct Late { #[wire(member)] minutes: u64 }
    /// let why = Classifier::of::<OrdersError>().explain(&ErrorResponse::new().with_code("Late"));
    /// assert_eq!(why.taxon().name(), "Late");
    /// ```
    pub fn taxon(&self) -> &'static Taxon {
        self.taxon
    }

    /// The layer that decided, such as `exact code`; `None` where no rule holds.
    ///
    /// ```
    /// use errtax::{Classifier, ErrorResponse, ServiceError};
    ///
    /// # #[derive(Debug, thiserror::Error, ServiceError)]
    /// # #[error("orders")]
    /// # struct OrdersError;
    /// # #[derive(Debug, thiserror::Error, ServiceError)]
    /// # #[error("late: {minutes}")]
    /// # #[service_error(parent = OrdersError, code = "Late")]
    /// # struct Late { #[wire(member)] minutes: u64 }
    /// let why = Classifier::of::<OrdersError>().explain(&ErrorResponse::new().with_code("Late"));
    /// assert_eq!(why.layer(), Some("exact code"));
    /// ```
    pub fn layer(&self) -> Option<&'static str> {
        self.claims.first().map(|reason| reason.rule.layer())
    }

    /// The classes whose rules held too, and lost.
    ///
    /// ```
    /// use errtax::{Classifier, ErrorResponse, ServiceError};
    ///
    /// # #[derive(Debug, thiserror::Error, ServiceError)]
    /// # #[error("orders")]
    /// # #[wire(fallback)]
    /// # struct OrdersError;
    /// # #[derive(Debug, thiserror::Error, ServiceError)]
    /// # #[error("late: {minutes}")]
    /// # #[service_error(parent = OrdersError, code = "Late")]
    /// # struct Late { #[wire(member)] minutes: u64 }
    /// let why = Classifier::of::<OrdersError>().explain(&ErrorResponse::new().with_code("Late"));
    /// assert!(why.rivals().map(|taxon| taxon.name()).eq(["OrdersError"])); // its `#[wire(fallback)]`
    /// ```
    pub fn rivals(&self) -> impl Iterator<Item = &'static Taxon> {
        self.claims.iter().skip(1).map(|reason| reason.taxon)
    }

    /// Why the payload did not fit the class, so that the error is [`Unclassified`](crate::Unclassified).
    ///
    /// ```
    /// use errtax::{Classifier, ErrorResponse, ServiceError};
    ///
    /// # #[derive(Debug, thiserror::Error, ServiceError)]
    /// # #[error("orders")]
    /// # struct OrdersError;
    /// # #[derive(Debug, thiserror::Error, ServiceError)]
    /// # #[error("late: {minutes}")]
    /// # #[service_error(parent = OrdersError, code = "Late")]
    /// # struct Late { #[wire(member)] minutes: u64 }
    /// let why = Classifier::of::<OrdersError>().explain(&ErrorResponse::new().with_code("Late"));
    /// assert_eq!(why.unfit().map(ToString::to_string).as_deref(), Some("member `minutes`: missing"));
    /// ```
    pub fn unfit(&self) -> Option<&MemberError> {
        self.unfit.as_ref()
    }
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.claims.split_first() {
            None => write!(f, "no rule holds: unclassified {}", self.taxon.name())?,
            Some((reason, rivals)) => {
                write!(f, "{reason}")?;
                rivals.iter().try_for_each(|rival| write!(f, "\n  over {rival}"))?;
            }
        }
        for Reason { taxon, rule, .. } in &self.shared {
            let service = rule.service_named().or(taxon.service()).unwrap_or("its own");
            write!(
                f,
                "\n  not {}: {} by `{rule}`, since nothing says that the service is {service}",
                rule.layer(),
                taxon.name()
            )?;
        }
        if let Some(unfit) = &self.unfit {
            write!(f, "\n  unclassified, since {unfit}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} by `{}`", self.rule.layer(), self.taxon.name(), self.rule)?;
        for (place, contender) in self.contenders.iter().enumerate() {
            let before = if place == 0 { ", contested by" } else { " and" };
            write!(f, "{before} {}", contender.name())?;
        }
        Ok(())
    }
}
