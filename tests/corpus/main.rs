//! External cases: answers of the Smithy protocol tests and of emulated AWS services, and tables of other systems.
//!
//! They are not part of the repository. `ERRTAX_CORPUS` names their folder; then each file must be there.

use std::{env, fs, path::Path};

use serde::Deserialize;

mod aws_errors;
mod aws_moto;
mod aws_retry;
mod aws_smithy;
mod grpc;
mod problem;
mod resp;
mod sqlstate;

/// One file of the corpus; `None`, said aloud, where no corpus is named.
fn text(file: &str) -> Option<String> {
    let Some(folder) = env::var_os("ERRTAX_CORPUS") else {
        println!("skipped: ERRTAX_CORPUS names no folder");
        return None;
    };
    let path = Path::new(&folder).join(file);
    Some(fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
}

fn file<T: for<'de> Deserialize<'de>>(file: &str) -> Option<T> {
    text(file).map(|text| serde_json::from_str(&text).unwrap())
}

/// The rows of a table.
fn rows<T: for<'de> Deserialize<'de>>(file: &str) -> Option<Vec<T>> {
    let text = text(file)?;
    Some(csv::Reader::from_reader(text.as_bytes()).into_deserialize().map(Result::unwrap).collect())
}

fn cases<T: for<'de> Deserialize<'de>>(name: &str) -> Option<Vec<T>> {
    #[derive(Deserialize)]
    struct File<T> {
        cases: Vec<T>,
    }
    file(name).map(|file: File<T>| file.cases)
}
