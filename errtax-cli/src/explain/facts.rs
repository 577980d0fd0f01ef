//! What a class declares and what it inherits.

use errtax_contract::{ClassFacts, Contract, Fault, Retry};
use serde::Serialize;

/// One fact of a class.
#[derive(Serialize)]
pub(super) struct Fact<'a> {
    pub(super) name: &'static str,
    pub(super) value: String,
    /// The class from which it is inherited; null where the class declares it. A contract holds facts as they are: one
    /// that a class declares although its ancestors do so, too, is taken to be inherited.
    pub(super) inherited_from: Option<&'a str>,
}

/// The facts that hold, in the order of the file.
pub(super) fn of<'a>(contract: &'a Contract, id: &str, class: &ClassFacts) -> Vec<Fact<'a>> {
    let facts: [(&'static str, Reading); 7] = [
        ("service", |class| class.service.clone()),
        ("status", |class| class.status.map(|status| status.to_string())),
        ("fault", |class| class.fault.map(fault)),
        ("retry", |class| class.retry.map(retry)),
        ("domain", |class| class.domain.clone()),
        ("problem", |class| class.problem.clone()),
        ("exposed", |class| class.exposed.then(|| "yes".to_owned())),
    ];
    // A code is never inherited; whether a class is exposed, neither.
    let own = [("code", class.code.clone())].into_iter();
    let own = own.filter_map(|(fact, value)| Some(Fact { name: fact, value: value?, inherited_from: None }));
    let lineage = contract.lineage(id);
    let others = facts.into_iter().filter_map(|(fact, read)| {
        let value = read(class)?;
        let inherited = lineage.iter().copied().take_while(|ancestor| {
            let same = |ancestor| read(ancestor).as_ref() == Some(&value);
            fact != "exposed" && contract.classes.get(*ancestor).is_some_and(same)
        });
        Some(Fact { name: fact, inherited_from: inherited.last(), value })
    });
    own.chain(others).collect()
}

/// How a fact is read from a class.
type Reading = fn(&ClassFacts) -> Option<String>;

fn fault(fault: Fault) -> String {
    match fault {
        Fault::Client => "client".to_owned(),
        Fault::Server => "server".to_owned(),
    }
}

fn retry(retry: Retry) -> String {
    match retry {
        Retry::Never => "never".to_owned(),
        Retry::Transient => "transient".to_owned(),
        Retry::Throttling => "throttling".to_owned(),
    }
}
