//! A tree held to its file: for one `#[test]`.

mod error;
mod update;

use std::path::{Path, PathBuf};

use errtax_core::{Class, Classifier};

pub use self::error::CheckError;
use self::error::Problem;
use crate::file;
use crate::model::{Contract, Kind};
use crate::of::identity_of_two;

/// Holds the registered classes in the subtree of `Root` to the contract in a file: for one `#[test]`.
///
/// A relative path begins at the folder of the package's `Cargo.toml`. With `ERRTAX_UPDATE=1` in the environment, the
/// file is written anew where the tree differs from it, whole or not at all.
///
/// # Panics
///
/// With a report, in colours on a terminal that `NO_COLOR` does not forbid them, where the tree differs from the file;
/// where the file is missing or is no contract; where it cannot be written; and where no class is registered below `Root`, with
/// `ERRTAX_UPDATE=1`, too. [`compare`] returns the same as an error.
///
/// ```
/// use errtax::ServiceError;
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("orders")]
/// pub struct OrdersError;
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("late")]
/// #[service_error(parent = OrdersError, code = "Late")]
/// pub struct Late;
///
/// // the body of a `#[test]`
/// # if false {
/// errtax::contract::check::<OrdersError>("errors.json");
/// # }
/// ```
#[track_caller]
pub fn check<Root: Class>(path: impl AsRef<Path>) {
    check_with(Classifier::of::<Root>(), path);
}

/// Holds the classes of a classifier, such as one of a [`Catalog`](errtax_core::Catalog), to the contract in a file: what
/// [`check`] does for registered classes.
///
/// # Panics
///
/// As [`check`] does.
///
/// ```
/// use errtax::{Classifier, ServiceError, catalog};
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("orders")]
/// pub struct OrdersError;
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("late")]
/// #[service_error(parent = OrdersError, code = "Late")]
/// pub struct Late;
///
/// catalog! { static ORDERS: OrdersError = [Late]; }
///
/// // the body of a `#[test]`
/// # if false {
/// errtax::contract::check_with(&Classifier::new(&ORDERS), "errors.json");
/// # }
/// ```
#[track_caller]
pub fn check_with(classifier: &Classifier, path: impl AsRef<Path>) {
    let path = path.as_ref();
    if let Some(id) = identity_of_two(classifier) {
        panic!("{}", CheckError::new(&from_package(path), Problem::Twice(id.to_owned())));
    }
    let contract = Contract::of(classifier);
    let update = std::env::var_os("ERRTAX_UPDATE").is_some_and(|value| !value.is_empty() && value != "0");
    let checked = if update { write(&contract, path) } else { compare(&contract, path) };
    if let Err(error) = checked {
        match anstream::AutoStream::choice(&std::io::stderr()) {
            anstream::ColorChoice::Never => panic!("{error}"),
            _ => panic!("{}", error.to_ansi()),
        }
    }
}

/// Compares a contract with the one in a file. A relative path begins at the folder of the package's `Cargo.toml`, where
/// cargo runs the program, else at the current folder.
///
/// # Errors
///
/// [`CheckError`] where [`check`] panics.
///
/// ```
/// use errtax::contract::{Contract, compare};
/// # let contract = Contract::from_json(errtax::contract::SAMPLE)?;
///
/// let error = compare(&contract, "no/such/file.json").unwrap_err();
/// assert!(error.to_string().ends_with("write it with `ERRTAX_UPDATE=1 cargo test`, read it, and commit it"));
/// # Ok::<(), errtax::contract::FormatError>(())
/// ```
pub fn compare(contract: &Contract, path: impl AsRef<Path>) -> Result<(), CheckError> {
    let path = from_package(path.as_ref());
    refuse_empty(contract, &path)?;
    let text = read(&path)?;
    let promised = Contract::from_json(&text).map_err(|error| CheckError::new(&path, Problem::Format(error)))?;
    let changes = promised.changes_to(contract);
    if changes.is_empty() { Ok(()) } else { Err(CheckError::new(&path, Problem::Changed(changes))) }
}

/// Writes a contract to a file, whole or not at all. A relative path begins where that of [`compare`] does.
///
/// A file that says the same already, byte for byte, is left alone.
///
/// # Errors
///
/// [`CheckError`] where the file cannot be written, where there is no class below the root, and where the file is there and
/// no contract, or a newer errtax's.
///
/// ```
/// use errtax::contract::{Contract, compare, write};
/// # let contract = Contract::from_json(errtax::contract::SAMPLE).unwrap();
/// # let folder = std::env::temp_dir().join(format!("errtax-write-{}", std::process::id()));
/// # std::fs::create_dir_all(&folder).unwrap();
/// # let path = folder.join("errors.json");
///
/// write(&contract, &path)?;
/// compare(&contract, &path)?;
/// # std::fs::remove_dir_all(&folder).unwrap();
/// # Ok::<(), errtax::contract::CheckError>(())
/// ```
pub fn write(contract: &Contract, path: impl AsRef<Path>) -> Result<(), CheckError> {
    let path = from_package(path.as_ref());
    refuse_empty(contract, &path)?;
    refuse_foreign(&path)?;
    update::replace(&path, &contract.to_json()).map_err(|error| CheckError::new(&path, Problem::Write(error)))
}

fn from_package(path: &Path) -> PathBuf {
    match std::env::var_os("CARGO_MANIFEST_DIR") {
        Some(folder) => Path::new(&folder).join(path),
        None => path.to_owned(),
    }
}

/// A tree without classes holds to nothing: most likely, the crate that has them is not linked.
fn refuse_empty(contract: &Contract, path: &Path) -> Result<(), CheckError> {
    let is_below =
        |(id, class): (&String, &crate::model::ClassFacts)| *id != contract.root && class.kind != Kind::Outside;
    if contract.classes.iter().any(is_below) {
        return Ok(());
    }
    let name = contract.classes.get(&contract.root).map_or(&contract.root, |root| &root.name);
    Err(CheckError::new(path, Problem::Empty(name.clone())))
}

/// What is no contract, or one that this errtax cannot read, is another's: a path may be mistyped.
fn refuse_foreign(path: &Path) -> Result<(), CheckError> {
    let text = match read(path) {
        Err(CheckError { problem: Problem::Missing, .. }) => return Ok(()),
        text => text?,
    };
    file::foreign(&text).map_or(Ok(()), |error| Err(CheckError::new(path, Problem::Format(error))))
}

fn read(path: &Path) -> Result<String, CheckError> {
    let problem = |error: std::io::Error| {
        let problem = match error.kind() {
            std::io::ErrorKind::NotFound => Problem::Missing,
            _ => Problem::Read(error),
        };
        CheckError::new(path, problem)
    };
    std::fs::File::open(path).and_then(file::read_bounded).map_err(problem)
}
