//! What `cargo errtax` prints, and with which code it ends.
#![allow(clippy::needless_raw_string_hashes, reason = "expect-test writes them so")]

mod below;
mod complaints;
mod diff;
mod explain;
mod explain_json;
mod help;
mod tree;

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use errtax_contract::{ClassFacts, Contract, Kind, SAMPLE, Values};
use expect_test::Expect;

/// A folder of its own, gone when it is dropped.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn write(&self, name: &str, contract: &Contract) -> &Self {
        std::fs::write(self.0.join(name), contract.to_json()).unwrap();
        self
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-errtax"));
        command.arg("errtax").args(arguments).current_dir(&self.0).stdin(Stdio::null()).output().unwrap()
    }

    /// The standard output of a command that ends with `code`, and says nothing else.
    #[track_caller]
    fn prints(&self, arguments: &[&str], code: i32, expected: &Expect) {
        let output = self.run(arguments);
        expected.assert_eq(&String::from_utf8(output.stdout).unwrap());
        assert_eq!((String::from_utf8(output.stderr).unwrap().as_str(), output.status.code()), ("", Some(code)));
    }

    /// The complaint of a command that ends with code 2.
    #[track_caller]
    fn complains(&self, arguments: &[&str], expected: &Expect) {
        let output = self.run(arguments);
        expected.assert_eq(&String::from_utf8(output.stderr).unwrap());
        assert_eq!((String::from_utf8(output.stdout).unwrap().as_str(), output.status.code()), ("", Some(2)));
    }

    fn git(&self, arguments: &[&str]) {
        let who = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "init.defaultBranch=trunk"];
        let output = Command::new("git").args(who).args(arguments).current_dir(&self.0).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn orders() -> Contract {
    let mut contract = Contract::from_json(SAMPLE).unwrap();
    let base = contract.classes["orders::OrdersError"].clone();
    let below = |name: &str, kind| ClassFacts {
        name: name.to_owned(),
        kind,
        parent: Some(contract.root.clone()),
        rules: vec![],
        docs: String::new(),
        ..base.clone()
    };
    let network = below("NetworkError", Kind::Category);
    let refused = ClassFacts { code: Some("Refused".to_owned()), ..below("Refusal::Refused", Kind::Local) };
    let again = ClassFacts {
        code: Some("OutOfStock".to_owned()),
        parent: Some("orders::NetworkError".to_owned()),
        ..below("Again", Kind::Wire)
    };
    contract.classes.insert("orders::NetworkError".to_owned(), network);
    contract.classes.insert("orders::Refusal::Refused".to_owned(), refused);
    contract.classes.insert("orders::Again".to_owned(), again);
    let member = &mut contract.classes.get_mut("orders::OutOfStock").unwrap().members[0];
    member.docs = "What is gone.".into();
    member.values = Some(Values { known: vec!["A-7".to_owned(), "A-8".to_owned()], open: true });
    contract
}

/// With a breaking change, an addition, and another text.
fn changed() -> Contract {
    let mut contract = orders();
    contract.classes.get_mut("orders::OutOfStock").unwrap().status = Some(410);
    contract.classes.get_mut("orders::Again").unwrap().docs = "Again.".into();
    let new = ClassFacts { name: "New".to_owned(), ..contract.classes["orders::NetworkError"].clone() };
    contract.classes.insert("orders::New".to_owned(), new);
    contract
}
