//! The classes of a program as pages for their readers.

use std::collections::BTreeMap;

use errtax_core::{Classifier, describe};

use crate::model::Contract;
use crate::page::{self, Answer};

/// A tree of a program, to be shown: as one page of HTML, as JSON, as a diagram.
///
/// ```
/// use errtax::{Classifier, ServiceError, export::Export};
///
/// /// What went wrong with an order.
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("orders")]
/// struct OrdersError;
///
/// /// There is too little of it.
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("out of stock")]
/// #[service_error(parent = OrdersError, code = "OutOfStock", status = 409)]
/// struct OutOfStock;
///
/// let export = Export::of(Classifier::of::<OrdersError>()).answering(&["problem+json"]);
/// let page = export.to_html();
/// assert!(page.contains("There is too little of it.") && page.contains("409 Conflict"));
/// assert!(export.contract().to_mermaid().contains("OutOfStock"));
/// ```
#[derive(Clone, Debug)]
pub struct Export {
    contract: Contract,
    answers: BTreeMap<String, Vec<Answer>>,
}

impl Export {
    /// The classes of `classifier`: of [`Classifier::of`] those that are registered below a root, of
    /// [`Classifier::new`] those that a catalog lists.
    ///
    /// A page shows what an answer looks like by each wire that is compiled in: a feature of errtax each. See
    /// [`answering`](Self::answering).
    pub fn of(classifier: &Classifier) -> Self {
        let answer = |(protocol, text): (&str, String)| Answer { protocol: protocol.to_owned(), text };
        let described = describe::classes(classifier).into_iter();
        let answers = described.map(|class| {
            let answers = class.answers().into_iter().map(answer).collect();
            (class.taxon.path().to_owned(), answers)
        });
        Self { contract: Contract::of(classifier), answers: answers.collect() }
    }

    /// Shows the answers of these protocols alone, in this order: `AWS JSON`, `AWS XML`, `problem+json`, `gRPC` and
    /// `RESP` are known. One that is not known, or whose feature is off, is not shown.
    pub fn answering(mut self, protocols: &[&str]) -> Self {
        for answers in self.answers.values_mut() {
            let mut all = std::mem::take(answers);
            for protocol in protocols {
                answers.extend(all.iter().position(|each| each.protocol == *protocol).map(|at| all.remove(at)));
            }
        }
        self
    }

    /// The tree as data: it can be written as JSON ([`Contract::to_json`]) and as a diagram ([`Contract::to_mermaid`]).
    pub fn contract(&self) -> &Contract {
        &self.contract
    }

    /// The tree as one page of HTML that needs nothing but itself: see [`page::render`].
    pub fn to_html(&self) -> String {
        page::render(&self.contract, &self.answers)
    }
}
