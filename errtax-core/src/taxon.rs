//! One node of the tree, built in `const`.

mod build;
mod relations;

use core::fmt;

use crate::fault::Fault;
use crate::id::TaxonId;
use crate::retry::Retry;

pub use self::build::lineage;

/// The facts about one class of errors: a node of the tree.
///
/// A taxon is a `static` that the derive builds in `const`; every question is a `const fn`. Status, fault, retry
/// and service are inherited: the nearest ancestor that states one speaks. The code is not.
///
/// ```
/// use errtax::{Class, category};
///
/// let exists = <category::AlreadyExists as Class>::TAXON;
/// assert_eq!(exists.name(), "AlreadyExists");
/// assert_eq!(exists.parent().map(|parent| parent.name()), Some("Conflict"));
/// assert!(exists.is_a(<category::Conflict as Class>::TAXON));
/// assert_eq!(exists.status(), Some(409)); // inherited from `Conflict`
/// ```
pub struct Taxon {
    name: &'static str,
    id: TaxonId,
    #[cfg(feature = "describe")]
    path: &'static str,
    docs: &'static str,
    lineage: &'static [&'static Taxon],
    also: &'static [&'static Taxon],
    /// The nearest proper ancestor with secondary ancestors of its own: `is_a` hops along these alone.
    also_above: Option<&'static Taxon>,
    /// A bit for each class that this one is, by its identity: most of what it is not is seen at one look.
    kinds: u64,
    code: Option<&'static str>,
    service: Option<&'static str>,
    status: Option<u16>,
    fault: Option<Fault>,
    retry: Option<Retry>,
    problem_base: Option<&'static str>,
    problem_type: Option<&'static str>,
    domain: Option<&'static str>,
    has_fields: bool,
    embeds_parent: bool,
    is_exposed: bool,
}

/// The questions.
impl Taxon {
    /// The class's name as Rust spells it, `Enum::Variant` for a variant.
    ///
    /// ```
    /// use errtax::Class;
    /// assert_eq!(<errtax::category::NotFound as Class>::TAXON.name(), "NotFound");
    /// ```
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The class's identity.
    ///
    /// ```
    /// use errtax::{Class, category};
    /// assert_ne!(<category::NotFound as Class>::TAXON.id(), <category::Conflict as Class>::TAXON.id());
    /// ```
    pub const fn id(&self) -> TaxonId {
        self.id
    }

    /// The class this one descends from; `None` for a root.
    ///
    /// ```
    /// use errtax::{Class, category};
    /// assert_eq!(<category::OutOfRange as Class>::TAXON.parent(), Some(<category::InvalidInput as Class>::TAXON));
    /// assert_eq!(<category::InvalidInput as Class>::TAXON.parent(), None);
    /// ```
    pub const fn parent(&self) -> Option<&'static Taxon> {
        match self.lineage {
            [.., parent, _] => Some(parent),
            _ => None,
        }
    }

    /// The class's doc comment, a line of it per line; empty where there is none.
    ///
    /// ```
    /// use errtax::{Class, ServiceError};
    ///
    /// /// There is no such order.
    /// #[derive(Debug, thiserror::Error, ServiceError)]
    /// #[error("no such order")]
    /// struct NoOrder;
    ///
    /// assert_eq!(NoOrder::TAXON.docs(), "There is no such order.");
    /// ```
    pub const fn docs(&self) -> &'static str {
        self.docs
    }

    /// The ancestors, the root first and this taxon last: never empty.
    ///
    /// ```
    /// use errtax::{Class, category};
    /// let names = <category::DataLoss as Class>::TAXON.lineage().iter().map(|taxon| taxon.name());
    /// assert!(names.eq(["Internal", "DataLoss"]));
    /// ```
    pub const fn lineage(&self) -> &'static [&'static Taxon] {
        self.lineage
    }

    /// The secondary ancestors that this class itself states (`also(…)`), in its order.
    ///
    /// ```
    /// use errtax::{Class, ServiceError, category};
    ///
    /// # #[derive(Debug, thiserror::Error, ServiceError)]
    /// # #[error("no such order")]
    /// #[service_error(also(category::NotFound))]
    /// struct NoOrder;
    ///
    /// assert_eq!(NoOrder::TAXON.also(), [<category::NotFound as Class>::TAXON]);
    /// ```
    pub const fn also(&self) -> &'static [&'static Taxon] {
        self.also
    }

    /// How many ancestors the class has: 0 for a root.
    ///
    /// ```
    /// use errtax::{Class, category};
    /// assert_eq!(<category::Conflict as Class>::TAXON.depth(), 0);
    /// assert_eq!(<category::AlreadyExists as Class>::TAXON.depth(), 1);
    /// ```
    pub const fn depth(&self) -> usize {
        self.lineage.len() - 1
    }

    /// Whether this class is `other`, descends from it, or has it among its (or an ancestor's) secondary ancestors.
    ///
    /// Along the chain of parents this takes the same time at any depth.
    ///
    /// ```
    /// use errtax::{Class, category};
    ///
    /// let exists = <category::AlreadyExists as Class>::TAXON;
    /// assert!(exists.is_a(<category::Conflict as Class>::TAXON) && exists.is_a(exists));
    /// assert!(!exists.is_a(<category::NotFound as Class>::TAXON));
    /// ```
    #[inline]
    pub const fn is_a(&self, other: &Taxon) -> bool {
        self.kinds & other.id.bit() != 0 && (self.stands_below(other) || self.is_also(other))
    }

    /// The class's own name on the wire, out and in. Never inherited.
    ///
    /// ```
    /// use errtax::{Class, category};
    /// assert_eq!(<category::Throttled as Class>::TAXON.code(), Some("RESOURCE_EXHAUSTED"));
    /// ```
    pub const fn code(&self) -> Option<&'static str> {
        self.code
    }

    /// The service whose errors these are.
    ///
    /// ```
    /// use errtax::{Class, ServiceError};
    ///
    /// # #[derive(Debug, thiserror::Error, ServiceError)]
    /// # #[error("no such order")]
    /// #[service_error(service = "orders")]
    /// struct OrdersError;
    ///
    /// assert_eq!(OrdersError::TAXON.service(), Some("orders"));
    /// ```
    pub const fn service(&self) -> Option<&'static str> {
        self.service
    }

    /// The HTTP status, 400 to 599.
    ///
    /// ```
    /// use errtax::{Class, category};
    /// assert_eq!(<category::Denied as Class>::TAXON.status(), Some(403));
    /// ```
    pub const fn status(&self) -> Option<u16> {
        self.status
    }

    /// Whose fault it is: as stated, else as the status says.
    ///
    /// ```
    /// use errtax::{Class, Fault, category};
    /// assert_eq!(<category::Denied as Class>::TAXON.fault(), Some(Fault::Client));
    /// assert_eq!(<category::Internal as Class>::TAXON.fault(), Some(Fault::Server));
    /// ```
    pub const fn fault(&self) -> Option<Fault> {
        self.fault
    }

    /// Whether repeating may help.
    ///
    /// ```
    /// use errtax::{Class, Retry, category};
    /// assert_eq!(<category::Throttled as Class>::TAXON.retry(), Some(Retry::Throttling));
    /// assert_eq!(<category::Denied as Class>::TAXON.retry(), None);
    /// ```
    pub const fn retry(&self) -> Option<Retry> {
        self.retry
    }

    /// What the types of problem details (RFC 9457) begin with: the class's code follows. Inherited.
    pub const fn problem_base(&self) -> Option<&'static str> {
        self.problem_base
    }

    /// The class's type of problem details where a rule states it as a whole: it is then the one that is written, and
    /// not base and code. Never inherited.
    pub const fn problem_type(&self) -> Option<&'static str> {
        self.problem_type
    }

    /// The domain in which the codes are reasons of gRPC errors (google.rpc's `ErrorInfo`). Inherited.
    pub const fn domain(&self) -> Option<&'static str> {
        self.domain
    }

    /// Whether the class says `expose`: its values may be shown to others when they are rendered, also where another
    /// service said them, or where they are the server's fault.
    ///
    /// Never inherited: each class decides for itself.
    ///
    /// ```
    /// use errtax::{Class, ServiceError};
    ///
    /// # #[derive(Debug, thiserror::Error, ServiceError)]
    /// # #[error("no such order")]
    /// #[service_error(code = "NoOrder", expose)]
    /// struct NoOrder;
    ///
    /// assert!(NoOrder::TAXON.is_exposed());
    /// ```
    pub const fn is_exposed(&self) -> bool {
        self.is_exposed
    }

    /// What the identity is the hash of: the class's path, or what it states as `id`.
    #[cfg(feature = "describe")]
    #[doc(hidden)]
    pub const fn path(&self) -> &'static str {
        self.path
    }

    /// Whether values of the class carry fields: such a class is no secondary ancestor.
    pub(crate) const fn has_fields(&self) -> bool {
        self.has_fields
    }
}

impl fmt::Debug for Taxon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Taxon")
            .field("name", &self.name)
            .field("id", &self.id)
            .field("parent", &self.parent().map(Taxon::name))
            .field("code", &self.code)
            .field("service", &self.service)
            .field("status", &self.status)
            .field("fault", &self.fault)
            .field("retry", &self.retry)
            .finish_non_exhaustive()
    }
}

/// Two taxa are equal when they are one class: by identity, never by address.
impl PartialEq for Taxon {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Taxon {}
