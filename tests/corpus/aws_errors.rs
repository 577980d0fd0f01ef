//! Every modelled error of every AWS service as a class: a crate is written, built and run, and its program checks each
//! pair of service and code (`aws_errors/program.rs`).

mod classes;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs};

use serde::Deserialize;

use crate::rows;

/// One error of one service's model.
#[derive(Deserialize)]
struct Row {
    service: String,
    shape_name: String,
    error_code: String,
    http_status: Option<u16>,
    sender_fault: Option<u8>,
    fault: u8,
    retryable: Option<u8>,
    throttling: Option<u8>,
}

/// What the model says of an error, as errtax calls it.
struct Facts {
    /// The stated one, else 500 for a server's fault, and 400.
    status: u16,
    /// Whether the model says that it is the sender's fault, and gives it a status that says otherwise.
    contradicts_itself: bool,
    retry: Option<&'static str>,
}

impl Row {
    fn facts(&self) -> Facts {
        let status = self.http_status.unwrap_or(if self.fault == 1 { 500 } else { 400 });
        let retry = (self.retryable == Some(1)).then_some(if self.throttling == Some(1) {
            "retryable(throttling)"
        } else {
            "retryable"
        });
        Facts { status, contradicts_itself: self.sender_fault == Some(1) && status >= 500, retry }
    }
}

#[test]
fn every_error_of_every_model_becomes_its_class() {
    let Some(rows) = rows::<Row>("aws_errors.csv") else { return };
    let contradictions = rows.iter().filter(|row| row.facts().contradicts_itself);
    let contradictions: Vec<_> = contradictions.map(|row| format!("{} {}", row.service, row.error_code)).collect();
    println!("aws_errors.csv: the sender's fault, and status 500, of which the status counts: {contradictions:?}");
    assert_eq!(contradictions.len(), 3);

    let package = package(
        "all",
        &[("src/lib.rs", &classes::text(&rows)), ("src/main.rs", include_str!("aws_errors/program.rs"))],
    );
    println!("aws_errors.csv: {} classes, {}", rows.len(), build(&package));
    let output = cargo(&package).args(["run", "-q"]).arg(table(&package, &rows)).output().unwrap();
    let printed = printed(&output);
    assert!(output.status.success(), "{printed}");
    print!("{printed}");
}

#[test]
fn a_catalog_of_two_shapes_with_one_code_is_refused() {
    let Some(mut rows) = rows::<Row>("aws_errors.csv") else { return };
    rows.retain(|row| row.service == "cloudwatch");
    let catalog = |leaving_out: Option<&str>| {
        let listed = rows.iter().map(|row| &*row.shape_name).filter(|name| Some(*name) != leaving_out);
        let list = listed.map(|name| format!("cloudwatch::{name}")).collect::<Vec<_>>().join(", ");
        format!("use it::*;\nerrtax::catalog! {{ pub static CLOUDWATCH: AwsError = [{list}]; }}\nfn main() {{}}\n")
    };
    let (both, one) = (catalog(None), catalog(Some("DashboardNotFoundError")));
    let files = [("src/lib.rs", &*classes::text(&rows)), ("examples/both.rs", &both), ("examples/one.rs", &one)];
    let package = package("cloudwatch", &files);
    let check = |example| cargo(&package).args(["check", "-q", "--example", example]).output().unwrap();

    let accepted = check("one");
    assert!(accepted.status.success(), "{}", printed(&accepted));
    let refused = printed(&check("both"));
    let conflict = "`DashboardNotFoundError` and `ResourceNotFound` both claim `code = \"ResourceNotFound\"`";
    assert!(refused.contains(conflict), "{refused}");
    println!("aws_errors.csv: a catalog of cloudwatch's {} classes is refused: {conflict}", rows.len());
}

/// What the program is to find, a row a line.
fn table(package: &Path, rows: &[Row]) -> PathBuf {
    let mut table = String::new();
    for row in rows {
        let Facts { status, retry, .. } = row.facts();
        let (service, code, class) = (&row.service, &row.error_code, &row.shape_name);
        writeln!(table, "{service}\t{code}\t{class}\t{status}\t{}", retry.unwrap_or_default()).unwrap();
    }
    let path = package.join("table.tsv");
    fs::write(&path, table).unwrap();
    path
}

/// Builds a package, and says what that cost. Where the package was built before, it costs nothing.
fn build(package: &Path) -> String {
    let timed = Command::new("/usr/bin/time").arg("--version").output().is_ok();
    let mut command = if timed { Command::new("/usr/bin/time") } else { Command::new(env!("CARGO")) };
    if timed {
        command.args(["-f", "%e s, of which %U s in the compiler and its like, at most %M KiB", env!("CARGO")]);
    }
    let output = inside(package, &mut command).args(["build", "-q"]).output().unwrap();
    let printed = printed(&output);
    assert!(output.status.success(), "{printed}");
    if timed { format!("built in {}", printed.lines().last().unwrap_or_default()) } else { "built".into() }
}

fn cargo(package: &Path) -> Command {
    let mut command = Command::new(env!("CARGO"));
    inside(package, &mut command);
    command
}

fn inside<'a>(package: &Path, command: &'a mut Command) -> &'a mut Command {
    command.current_dir(package).env("CARGO_TARGET_DIR", work().join("target")).env("CARGO_INCREMENTAL", "0")
}

/// Writes a package, but for what stands there already, so that nothing is built twice.
fn package(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let package = work().join(name);
    let root = env!("CARGO_MANIFEST_DIR");
    let manifest = format!(
        "[package]\nname = \"{name}\"\nedition = \"2024\"\n[workspace]\n[lib]\nname = \"it\"\n\
         [profile.dev]\ndebug = false\n[dependencies]\nerrtax = {{ path = {root:?} }}\nthiserror = \"2\"\n"
    );
    // The versions that errtax itself is tested with; what it needs less of, cargo leaves out.
    let lock = fs::read_to_string(Path::new(root).join("Cargo.lock")).unwrap();
    if !package.join("Cargo.lock").exists() {
        write(&package.join("Cargo.lock"), &lock);
    }
    for (file, text) in [("Cargo.toml", &*manifest)].iter().chain(files) {
        write(&package.join(file), text);
    }
    package
}

fn write(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|written| written == text) {
        return;
    }
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn work() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("aws-errors")
}

fn printed(output: &Output) -> String {
    [&output.stdout, &output.stderr].map(|text| String::from_utf8_lossy(text)).concat()
}
