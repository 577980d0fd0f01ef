//! A test that calls `check` fails with a report, or writes the file, as the environment says.

#![allow(dead_code, reason = "classes stand here for what they are declared with")]

use std::path::{Path, PathBuf};
use std::process::Command;

use errtax::contract::{Contract, check, check_with, compare, write};
use errtax::{Classifier, ServiceError, catalog};

#[derive(Debug, thiserror::Error, ServiceError)]
#[error("orders")]
#[service_error(service = "orders")]
pub(crate) struct OrdersError;

#[derive(Debug, thiserror::Error, ServiceError)]
#[error("late")]
#[service_error(parent = OrdersError, code = "Late", status = 409)]
pub(crate) struct Late;

#[derive(Debug, thiserror::Error, ServiceError)]
#[error("alone")]
pub(crate) struct Alone;

catalog! { static ORDERS: OrdersError = [Late]; }

/// The tests below run these two by themselves, each with the file that they name.
const FILE: &str = "ERRTAX_TEST_FILE";

#[test]
#[ignore = "run by the others"]
fn held() {
    check::<OrdersError>(std::env::var_os(FILE).unwrap());
}

#[test]
#[ignore = "run by the others"]
fn held_alone() {
    check::<Alone>(std::env::var_os(FILE).unwrap());
}

#[test]
#[ignore = "run by the others"]
fn held_with_twins() {
    #[derive(Debug, thiserror::Error, ServiceError)]
    #[error("twins")]
    struct TwinsError;

    #[derive(Debug, thiserror::Error, ServiceError)]
    #[error("one")]
    #[service_error(parent = TwinsError, code = "One")]
    struct Twin;

    fn another() {
        #[derive(Debug, thiserror::Error, ServiceError)]
        #[error("two")]
        #[service_error(parent = TwinsError, code = "Two")]
        struct Twin;
    }

    check::<TwinsError>(std::env::var_os(FILE).unwrap());
}

/// A folder of its own, gone when it is dropped.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn file(&self) -> PathBuf {
        self.0.join("errors.json")
    }

    fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(&self.0).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Whether a test passes as a program of its own, and what it says.
fn run(test: &str, file: &Path, update: bool) -> (bool, String) {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", test, "--ignored", "--nocapture"]).env(FILE, file).env_remove("ERRTAX_UPDATE");
    if update {
        command.env("ERRTAX_UPDATE", "1");
    }
    let output = command.env("RUST_BACKTRACE", "0").output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8(said).unwrap())
}

fn orders() -> Contract {
    Contract::of(Classifier::of::<OrdersError>())
}

#[test]
fn a_missing_file_says_how_it_is_made_and_an_update_makes_it() {
    let folder = Folder::new("missing");
    let (passed, said) = run("held", &folder.file(), false);
    assert!(
        !passed && said.contains("there is no contract") && said.contains("`ERRTAX_UPDATE=1 cargo test`"),
        "{said}"
    );
    assert!(folder.names().is_empty());

    assert!(run("held", &folder.file(), true).0);
    assert_eq!(folder.names(), ["errors.json"]);
    assert_eq!(std::fs::read_to_string(folder.file()).unwrap(), orders().to_json());
    assert!(run("held", &folder.file(), false).0);
}

#[test]
fn a_tree_that_differs_fails_with_the_report_and_an_update_accepts_it() {
    let folder = Folder::new("differs");
    let mut promised = orders();
    promised.classes.values_mut().find(|class| class.name == "Late").unwrap().status = Some(404);
    std::fs::write(folder.file(), promised.to_json()).unwrap();

    let (passed, said) = run("held", &folder.file(), false);
    assert!(!passed);
    let report = "1 breaking change: the next version is a major one (below 1.0, a minor one)\n\nbreaking  Late: the status \
                  404 is now 409\n";
    assert!(said.contains(report), "{said}");
    assert!(
        said.contains("errtax-contract/tests/check.rs:") || said.contains("errtax-contract\\tests\\check.rs:"),
        "{said}"
    );
    assert!(!said.contains('\u{1b}'), "{said}");
    assert_eq!(std::fs::read_to_string(folder.file()).unwrap(), promised.to_json());

    assert!(run("held", &folder.file(), true).0);
    assert_eq!(std::fs::read_to_string(folder.file()).unwrap(), orders().to_json());
}

#[test]
fn a_broken_file_is_named_with_line_and_column_and_an_update_replaces_it() {
    let folder = Folder::new("broken");
    std::fs::write(folder.file(), &orders().to_json()[..100]).unwrap();
    let error = compare(&orders(), folder.file()).unwrap_err().to_string();
    assert!(error.contains("errors.json:") && error.contains("the file ends too early"), "{error}");
    assert!(run("held", &folder.file(), true).0);
    compare(&orders(), folder.file()).unwrap();
}

#[test]
fn an_update_writes_over_no_file_of_others() {
    let folder = Folder::new("others");
    let newer = "{\n  \"errtax_contract\": 2, \"trees\": []\n}\n";
    for (text, says) in [
        ("[package]\nname = \"orders\"\n", "is it the right file?"),
        ("{\"root\": \"orders::OrdersError\"}", "is it the right file?"),
        (newer, "was written by a newer errtax"),
    ] {
        std::fs::write(folder.file(), text).unwrap();
        let (passed, said) = run("held", &folder.file(), true);
        assert!(!passed && said.contains(says), "{text}: {said}");
        assert_eq!(std::fs::read_to_string(folder.file()).unwrap(), text);
    }
    std::fs::write(folder.file(), "\n").unwrap();
    assert!(run("held", &folder.file(), true).0, "an empty file is nobody's");
}

#[test]
fn two_classes_of_one_identity_are_neither_held_nor_written() {
    let folder = Folder::new("twins");
    for update in [false, true] {
        let (passed, said) = run("held_with_twins", &folder.file(), update);
        assert!(!passed && said.contains("two classes have the identity `check::Twin`"), "{said}");
    }
    assert_eq!(folder.names(), [""; 0]);
}

#[test]
fn a_tree_without_classes_passes_never_and_is_never_written() {
    let folder = Folder::new("empty");
    for update in [false, true] {
        let (passed, said) = run("held_alone", &folder.file(), update);
        assert!(
            !passed && said.contains("no class stands below `Alone`") && said.contains("linked and named"),
            "{said}"
        );
    }
    assert!(folder.names().is_empty());
}

#[test]
fn a_layout_of_ones_own_holds_and_an_update_restores_ours() {
    let folder = Folder::new("layout");
    let compact: serde_json::Value = serde_json::from_str(&orders().to_json()).unwrap();
    std::fs::write(folder.file(), compact.to_string()).unwrap();
    check::<OrdersError>(folder.file());
    check_with(&Classifier::new(&ORDERS), folder.file());
    assert_eq!(std::fs::read_to_string(folder.file()).unwrap(), compact.to_string());
    write(&orders(), folder.file()).unwrap();
    assert_eq!(std::fs::read_to_string(folder.file()).unwrap(), orders().to_json());
}

#[test]
fn what_cannot_be_written_leaves_nothing_behind() {
    let folder = Folder::new("unwritten");
    let error = write(&orders(), folder.0.join("none/errors.json")).unwrap_err().to_string();
    assert!(error.contains("cannot be written, and is as it was"), "{error}");
    // A folder in its place: the file beside it is written, and does not stay.
    std::fs::create_dir(folder.file()).unwrap();
    write(&orders(), folder.file()).unwrap_err();
    assert_eq!(folder.names(), ["errors.json"]);
    assert!(compare(&orders(), folder.file()).unwrap_err().to_string().contains("cannot be read"));
}

#[test]
fn a_file_that_is_up_to_date_is_not_touched() {
    let folder = Folder::new("untouched");
    write(&orders(), folder.file()).unwrap();
    let written = || std::fs::metadata(folder.file()).unwrap().modified().unwrap();
    let before = written();
    std::thread::sleep(std::time::Duration::from_millis(20));
    write(&orders(), folder.file()).unwrap();
    assert_eq!(written(), before);
}

#[cfg(unix)]
#[test]
fn a_link_stays_one() {
    let folder = Folder::new("link");
    std::fs::write(folder.0.join("real.json"), "").unwrap();
    std::os::unix::fs::symlink("real.json", folder.file()).unwrap();
    write(&orders(), folder.file()).unwrap();
    assert!(std::fs::symlink_metadata(folder.file()).unwrap().is_symlink());
    assert_eq!(std::fs::read_to_string(folder.0.join("real.json")).unwrap(), orders().to_json());
}

#[test]
fn a_relative_path_begins_at_the_package() {
    let error = compare(&orders(), "no-such.json").unwrap_err();
    assert_eq!(error.path(), Path::new(env!("CARGO_MANIFEST_DIR")).join("no-such.json"));
}
