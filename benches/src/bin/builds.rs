//! Generates crates of many classes, builds them, and prints what that costs: `cargo run --release --bin builds`.
//!
//! `full` as an argument goes up to 5,000 classes. Needs `/usr/bin/time` of GNU, for the memory of `rustc`.

#![forbid(unsafe_code)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use errtax_benches::{measure::median, table::Table};

const ROUNDS: usize = 3;

/// Whose derive the classes have.
#[derive(Clone, Copy, PartialEq)]
enum Whose {
    Ours,
    Peers,
}

fn main() {
    let full = env::args().any(|argument| argument == "full");
    let counts: &[usize] = if full { &[250, 1000, 2500, 5000] } else { &[250, 500, 1000] };
    let mut table = Table::default();
    build(&mut table, counts);
    size(&mut table);
    cold(&mut table);
    table.print();
}

/// Time for 1,000 classes, and how time and memory grow from the smallest crate to the largest.
fn build(table: &mut Table, counts: &[usize]) {
    let measured: Vec<_> = counts.iter().map(|&count| beside(count)).collect();
    for (count, (ours, peers)) in counts.iter().zip(&measured) {
        eprintln!(
            "  {count} classes: {:.2} s and {:.0} MB, peer {:.2} s and {:.0} MB",
            ours.user, ours.megabytes, peers.user, peers.megabytes
        );
    }
    let at_1000 = counts.iter().position(|count| *count == 1000).expect("1,000 is always measured");
    let (ours, peers) = &measured[at_1000];
    let seconds = |seconds: f64| format!("{seconds:.2} s");
    let row = "build of 1,000 classes vs derive(Debug, Error), boxed once";
    table.push(
        &format!("{row}: user time"),
        seconds(ours.user),
        seconds(peers.user),
        ours.user / peers.user,
        "×",
        7.0,
        Some(4.5),
    );
    table.push(
        &format!("{row}: wall time"),
        seconds(ours.wall),
        seconds(peers.wall),
        ours.wall / peers.wall,
        "×",
        7.0,
        Some(4.5),
    );
    let (first, last) = (&measured[0], &measured[measured.len() - 1]);
    let more = (counts[counts.len() - 1] - counts[0]) as f64;
    let memory = |of: fn(&(Cost, Cost)) -> f64| (of(last) - of(first)) / more;
    let (mine, theirs) = (memory(|pair| pair.0.megabytes), memory(|pair| pair.1.megabytes));
    table.push("rustc memory a class", String::new(), format!("{theirs:.2} MB"), mine, " MB", 0.85, None);
    // The seconds that the last class of the largest crate costs, against those of one in the first half: 1 is linear.
    let slope = |a: usize, b: usize| (measured[b].0.user - measured[a].0.user) / (counts[b] - counts[a]) as f64;
    let growth = slope(1, counts.len() - 1) / slope(0, 1);
    table.push(
        &format!("user time a class, up to {} vs up to {}", counts[counts.len() - 1], counts[1]),
        String::new(),
        String::new(),
        growth,
        "×",
        1.3,
        None,
    );
}

/// What a build costs.
struct Cost {
    wall: f64,
    user: f64,
    megabytes: f64,
}

/// The medians of builds of both crates in turn.
fn beside(count: usize) -> (Cost, Cost) {
    let (ours, peers) = (classes(Whose::Ours, count), classes(Whose::Peers, count));
    for package in [&ours, &peers] {
        cargo(package, &["build"]); // the dependencies
    }
    let rounds: Vec<_> = (0..ROUNDS).map(|_| (rebuild(&ours), rebuild(&peers))).collect();
    let cost = |of: fn(&(Cost, Cost)) -> &Cost| Cost {
        wall: median(rounds.iter().map(|round| of(round).wall)),
        user: median(rounds.iter().map(|round| of(round).user)),
        megabytes: median(rounds.iter().map(|round| of(round).megabytes)),
    };
    (cost(|round| &round.0), cost(|round| &round.1))
}

fn rebuild(package: &Path) -> Cost {
    let source = package.join("src/lib.rs");
    let text = fs::read(&source).unwrap();
    fs::write(&source, text).unwrap();
    timed(package, &["build"])
}

/// Bytes of a stripped release binary for each class: what 750 more add to it.
fn size(table: &mut Table) {
    let bytes = |whose: Whose, count: usize| {
        let package = classes(whose, count);
        cargo(&package, &["build", "--release", "--bin", "main"]);
        fs::metadata(target().join("release/main")).unwrap().len() as f64
    };
    let kib = |whose: Whose| (bytes(whose, 1000) - bytes(whose, 250)) / 750.0 / 1024.0;
    let (ours, peers) = (kib(Whose::Ours), kib(Whose::Peers));
    table.push(
        "release binary a class, stripped",
        format!("{ours:.2} KiB"),
        format!("{peers:.2} KiB"),
        ours,
        " KiB",
        3.0,
        Some(2.0),
    );
}

/// A first build of each library with its default features, nothing compiled before.
fn cold(table: &mut Table) {
    let package = |name: &str, dependency: &str| crate_of(name, dependency, "", "fn main() {}");
    let ours = package("cold-ours", &format!("errtax = {{ path = {:?} }}", root()));
    let peers = package("cold-peers", "thiserror = \"2\"");
    let seconds = |package: &Path| {
        let _ = fs::remove_dir_all(target());
        timed(package, &["build", "--lib"]).wall
    };
    for package in [&ours, &peers] {
        cargo(package, &["fetch"]);
    }
    let rounds: Vec<_> = (0..ROUNDS).map(|_| (seconds(&ours), seconds(&peers))).collect();
    let [mine, theirs, ratio] = [|r: &(f64, f64)| r.0, |r: &(f64, f64)| r.1, |r: &(f64, f64)| r.0 / r.1]
        .map(|of| median(rounds.iter().map(of)));
    table.push(
        "cold build of the default features vs thiserror's",
        format!("{mine:.2} s"),
        format!("{theirs:.2} s"),
        ratio,
        "×",
        5.0,
        Some(3.5),
    );
}

/// A crate of `count` classes with a message, half of them with a member, each boxed once.
fn classes(whose: Whose, count: usize) -> PathBuf {
    let ours = whose == Whose::Ours;
    let mut text = String::from("pub type Boxed = Box<dyn std::error::Error + Send + Sync>;\n");
    let derive = if ours { "Debug, thiserror::Error, errtax::ServiceError" } else { "Debug, thiserror::Error" };
    let attribute = |of: &str| if ours { of.to_owned() } else { String::new() };
    if ours {
        text.push_str("#[derive(Debug, thiserror::Error, errtax::ServiceError)] #[error(\"root\")] #[service_error(service = \"s\")] pub struct Root;\n");
    }
    for i in 0..count {
        let facts = attribute(&format!("#[service_error(parent = Root, code = \"Code{i}Exception\", status = 400)]"));
        let mut fields = format!("{} pub message: Option<String>,", attribute("#[wire(message)]"));
        if i % 2 == 0 {
            write!(fields, "{} pub resource: Option<String>,", attribute("#[wire(member)]")).unwrap();
        }
        writeln!(text, "#[derive({derive})] #[error(\"class {i}\")] {facts} pub struct C{i} {{ {fields} }}").unwrap();
        writeln!(text, "pub fn boxed{i}(error: C{i}) -> Boxed {{ Box::new(error) }}").unwrap();
    }
    let list = (0..count)
        .map(|i| format!("boxed{i}(C{i} {{ message: None{} }})", if i % 2 == 0 { ", resource: None" } else { "" }));
    let main = format!(
        "use it::*; fn main() {{ let all: Vec<Boxed> = vec![{}]; let n = std::env::args().count(); println!(\"{{}}\", all[n]); {} }}",
        list.collect::<Vec<_>>().join(", "),
        attribute(
            "println!(\"{}\", errtax::classify::<Root>(errtax::ErrorResponse::new().with_code(all[n].to_string())));"
        ),
    );
    let ours_too = if ours { format!("errtax = {{ path = {:?} }}\n", root()) } else { String::new() };
    let name = format!("{}-{count}", if ours { "ours" } else { "peers" });
    crate_of(&name, &format!("{ours_too}thiserror = \"2\""), &text, &main)
}

fn crate_of(name: &str, dependencies: &str, lib: &str, main: &str) -> PathBuf {
    let package = work().join(name);
    fs::create_dir_all(package.join("src")).unwrap();
    let write = |file: &str, text: &str| fs::write(package.join(file), text).unwrap();
    write(
        "Cargo.toml",
        &format!(
            "[package]\nname = \"{name}\"\nedition = \"2024\"\n[workspace]\n[lib]\nname = \"it\"\npath = \"src/lib.rs\"\n\
             [[bin]]\nname = \"main\"\npath = \"src/main.rs\"\n[profile.release]\nstrip = true\n\
             [dependencies]\n{dependencies}\n"
        ),
    );
    write("src/lib.rs", lib);
    write("src/main.rs", main);
    // The versions that errtax itself is tested with.
    let _ = fs::copy(root().join("Cargo.lock"), package.join("Cargo.lock"));
    package
}

fn cargo(package: &Path, arguments: &[&str]) {
    let status = command("cargo", package).args(["-q"]).args(arguments).status().unwrap();
    assert!(status.success(), "{}: cargo {arguments:?}", package.display());
}

fn timed(package: &Path, arguments: &[&str]) -> Cost {
    let output =
        command("/usr/bin/time", package).args(["-f", "%e %U %M", "cargo", "-q"]).args(arguments).output().unwrap();
    let printed = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{printed}");
    let numbers: Vec<f64> = printed.lines().last().unwrap().split(' ').map(|number| number.parse().unwrap()).collect();
    Cost { wall: numbers[0], user: numbers[1], megabytes: numbers[2] / 1024.0 }
}

/// Without increments: a build of unchanged text would otherwise compile nothing.
fn command(program: &str, package: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(package).env("CARGO_TARGET_DIR", target()).env("CARGO_INCREMENTAL", "0");
    command
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn work() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("target/builds")
}

fn target() -> PathBuf {
    work().join("target")
}
