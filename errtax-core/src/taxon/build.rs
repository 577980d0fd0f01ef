//! A taxon put together in `const`, as the derive writes it.

use super::Taxon;
use crate::fault::Fault;
use crate::id::TaxonId;
use crate::retry::Retry;

/// The construction, in the order in which the derive writes it.
#[doc(hidden)]
impl Taxon {
    /// Of the class at `path`, which is what its identity is the hash of.
    pub const fn new(name: &'static str, path: &'static str, lineage: &'static [&'static Taxon]) -> Self {
        let id = TaxonId::of_path(path);
        Self {
            name,
            id,
            #[cfg(feature = "describe")]
            path,
            docs: "",
            lineage,
            also: &[],
            also_above: None,
            kinds: id.bit(),
            code: None,
            service: None,
            status: None,
            fault: None,
            retry: None,
            problem_base: None,
            problem_type: None,
            domain: None,
            has_fields: false,
            embeds_parent: false,
            is_exposed: false,
        }
    }

    /// Inherits. Comes before every fact of the class's own.
    pub const fn child_of(mut self, parent: &'static Taxon) -> Self {
        self.also_above = if parent.also.is_empty() { parent.also_above } else { Some(parent) };
        self.kinds |= parent.kinds;
        self.service = parent.service;
        self.status = parent.status;
        self.fault = parent.fault;
        self.retry = parent.retry;
        self.problem_base = parent.problem_base;
        self.domain = parent.domain;
        self
    }

    pub const fn with_docs(mut self, docs: &'static str) -> Self {
        self.docs = docs;
        self
    }

    pub const fn with_also(mut self, also: &'static [&'static Taxon]) -> Self {
        self.also = also;
        let mut also = also;
        while let [first, rest @ ..] = also {
            self.kinds |= first.kinds;
            also = rest;
        }
        self
    }

    pub const fn with_code(mut self, code: &'static str) -> Self {
        self.code = Some(code);
        self
    }

    pub const fn with_service(mut self, service: &'static str) -> Self {
        self.service = Some(service);
        self
    }

    /// States the status and with it the fault. Comes before `with_fault`.
    pub const fn with_status(mut self, status: u16) -> Self {
        self.status = Some(status);
        self.fault = Fault::from_status(status);
        self
    }

    pub const fn with_fault(mut self, fault: Fault) -> Self {
        self.fault = Some(fault);
        self
    }

    pub const fn with_retry(mut self, retry: Retry) -> Self {
        self.retry = Some(retry);
        self
    }

    pub const fn with_problem_base(mut self, base: &'static str) -> Self {
        self.problem_base = Some(base);
        self
    }

    pub const fn with_problem_type(mut self, uri: &'static str) -> Self {
        self.problem_type = Some(uri);
        self
    }

    pub const fn with_domain(mut self, domain: &'static str) -> Self {
        self.domain = Some(domain);
        self
    }

    pub const fn exposed(mut self) -> Self {
        self.is_exposed = true;
        self
    }

    pub const fn with_fields(mut self) -> Self {
        self.has_fields = true;
        self
    }

    pub const fn embedding_its_parent(mut self) -> Self {
        self.embeds_parent = true;
        self
    }
}

/// The lineage of a child: the parent's, and itself. `N` is one more than the parent's.
#[doc(hidden)]
pub const fn lineage<const N: usize>(parent: &'static Taxon, own: &'static Taxon) -> [&'static Taxon; N] {
    let mut lineage = [own; N];
    let mut i = 0;
    while i + 1 < N {
        lineage[i] = parent.lineage[i];
        i += 1;
    }
    lineage
}
