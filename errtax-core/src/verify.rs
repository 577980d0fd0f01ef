//! Whether the registered classes of a subtree contradict each other: for one `#[test]`.

use alloc::{boxed::Box, vec::Vec};
use core::fmt;

use crate::class::Class;
use crate::classifier::Classifier;
use crate::fault::Fault;
use crate::id::TaxonId;
use crate::index::Conflict;
use crate::rule::Rule;
use crate::taxon::Taxon;

/// What the compiler cannot see of a tree: everything that contradicts in it, at once.
///
/// ```
/// use errtax::ServiceError;
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("orders")]
/// struct OrdersError;
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("late")]
/// #[service_error(parent = OrdersError, code = "Late")]
/// struct Late;
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("too late")]
/// #[service_error(parent = OrdersError, code = "Late")]
/// struct TooLate;
///
/// let error = errtax::verify::<OrdersError>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "1 contradiction below `OrdersError`\n  `Late` and `TooLate` both claim `code = \"Late\"`: change the rule of one"
/// );
/// ```
#[derive(Clone, Debug, thiserror::Error)]
#[error("{} below `{}`{}", Count(problems.len()), root.name(), Lines(problems))]
pub struct TaxonomyError {
    root: &'static Taxon,
    problems: Box<[Problem]>,
}

#[derive(Clone, Debug, thiserror::Error)]
enum Problem {
    #[error("`{}` and `{}` both claim `{rule}`: change the rule of one", first.name(), second.name())]
    Claims { first: &'static Taxon, second: &'static Taxon, rule: &'static Rule },
    #[error(
        "`{}` says that it is the {}'s fault, and its status {status} that it is not: change one of the two",
        taxon.name(), fault.name()
    )]
    Fault { taxon: &'static Taxon, fault: Fault, status: u16 },
    #[error("`{}` and `{}` have one identity, {id:?}: give one of them `id = \"…\"`", first.name(), second.name())]
    Identity { first: &'static Taxon, second: &'static Taxon, id: TaxonId },
}

struct Count(usize);

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} contradiction{}", self.0, if self.0 == 1 { "" } else { "s" })
    }
}

struct Lines<'a>(&'a [Problem]);

impl fmt::Display for Lines<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|problem| write!(f, "\n  {problem}"))
    }
}

/// Checks the registered classes in the subtree of `Root`: that no two claim one key, no two have one identity, and
/// none inherits a status that contradicts its fault.
///
/// At run time, a key that two classes claim gives their nearest common ancestor; a test that calls this function
/// finds out before that.
///
/// # Errors
///
/// [`TaxonomyError`] with every contradiction.
///
/// ```
/// # #[derive(Debug, thiserror::Error, errtax::ServiceError)]
/// # #[error("orders")]
/// # struct OrdersError;
/// // the body of a `#[test]` that returns `Result<(), errtax::TaxonomyError>`
/// errtax::verify::<OrdersError>()?;
/// # Ok::<(), errtax::TaxonomyError>(())
/// ```
pub fn verify<Root: Class>() -> Result<(), TaxonomyError> {
    let classifier = Classifier::of::<Root>();
    let conflicts = classifier.index().conflicts();
    let claims = conflicts.map(|Conflict { first, second, rule }| Problem::Claims { first, second, rule });
    let problems: Vec<_> = claims.chain(shared_identities(classifier)).chain(wrong_faults(classifier)).collect();
    if problems.is_empty() { Ok(()) } else { Err(TaxonomyError { root: Root::TAXON, problems: problems.into() }) }
}

/// A fault and a status may come from two ancestors, where no compiler compares them.
fn wrong_faults(classifier: &Classifier) -> impl Iterator<Item = Problem> {
    classifier.taxa().filter_map(|taxon| {
        let (fault, status) = taxon.contradiction()?;
        Some(Problem::Fault { taxon, fault, status })
    })
}

fn shared_identities(classifier: &Classifier) -> Vec<Problem> {
    let mut taxa: Vec<&'static Taxon> = classifier.taxa().collect();
    taxa.sort_by_key(|taxon| taxon.id());
    let pairs = taxa.windows(2).filter(|pair| pair[0].id() == pair[1].id());
    pairs.map(|pair| Problem::Identity { first: pair[0], second: pair[1], id: pair[0].id() }).collect()
}
