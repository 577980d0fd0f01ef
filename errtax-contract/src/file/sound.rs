//! What must hold between the classes of a file.

use super::MAX_ANCESTORS;
use super::error::{FormatError, Problem};
use super::place::Place;
use crate::kin;
use crate::model::{ClassFacts, Contract, Kind};

/// `place` finds a fact of a class in the file.
pub(super) fn check(contract: &Contract, place: &dyn Fn(&str, &str) -> Place) -> Result<(), FormatError> {
    let Contract { root, classes } = contract;
    let kind_of_root = classes.get(root).map(|class| class.kind);
    match kind_of_root {
        None => return Err(FormatError::new(place(root, "root"), Problem::NoRoot(root.clone()))),
        Some(Kind::Outside) => return Err(FormatError::new(place(root, "kind"), Problem::OutsideRoot(root.clone()))),
        Some(Kind::Category | Kind::Wire | Kind::Local) => {}
    }
    for (id, class) in classes {
        ancestors(contract, id, class).map_err(|(fact, problem)| FormatError::new(place(id, fact), problem))?;
    }
    for (id, class) in classes {
        let stands_below = id == root || kin::lineage(contract, id).contains(&root.as_str());
        if class.kind != Kind::Outside && !stands_below {
            let problem = Problem::Astray { class: id.clone(), root: root.clone() };
            return Err(FormatError::new(place(id, "parent"), problem));
        }
        if let Some(status) = class.status.filter(|status| !(400..=599).contains(status)) {
            return Err(FormatError::new(place(id, "status"), Problem::Status { class: id.clone(), status }));
        }
    }
    Ok(())
}

/// Each is a class of the file, none is the class itself, and they are not too many.
fn ancestors(contract: &Contract, id: &str, class: &ClassFacts) -> Result<(), (&'static str, Problem)> {
    let parent = class.parent.iter().map(|parent| ("parent", parent));
    for (fact, ancestor) in parent.chain(class.also.iter().map(|also| ("also", also))) {
        if !contract.classes.contains_key(ancestor) {
            return Err((fact, Problem::NoClass { class: id.to_owned(), ancestor: ancestor.clone() }));
        }
    }
    match kin::ancestors(contract, id, MAX_ANCESTORS) {
        None => Err(("parent", Problem::TooManyAncestors(id.to_owned()))),
        Some(ancestors) if ancestors.contains(id) => Err(("parent", Problem::Cycle(id.to_owned()))),
        Some(_) => Ok(()),
    }
}
