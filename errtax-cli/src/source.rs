//! Where a contract comes from: a file, or a revision of one in git.

use std::fmt;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use clap::ArgMatches;
use errtax_contract::{Contract, MAX_BYTES, read_bounded};

use crate::failure::Failure;

pub(crate) enum Source {
    File(PathBuf),
    /// An object as git names it, seen from a folder.
    Git {
        object: String,
        folder: Option<PathBuf>,
        shown: String,
    },
}

impl Source {
    /// The contract that `explain` or `tree` is asked about.
    pub(crate) fn of(arguments: &ArgMatches) -> Result<Self, Failure> {
        let text = |name| arguments.get_one::<String>(name).map(String::as_str);
        Self::parse(text("file").or_else(|| text("contract")).unwrap_or_default())
    }

    /// A file that is there, else `REVISION:PATH`.
    pub(crate) fn parse(text: &str) -> Result<Self, Failure> {
        match text.split_once(':') {
            Some((revision, _)) if !Path::new(text).exists() => {
                let object = text.to_owned();
                Ok(Self::Git { shown: object.clone(), object: checked(revision, object)?, folder: None })
            }
            _ => Ok(Self::File(text.into())),
        }
    }

    /// Two revisions of a file, `OLD..NEW`; without `NEW`, the file as it is now. `None` where it is no such pair.
    pub(crate) fn range(text: &str, file: &str) -> Result<Option<(Self, Self)>, Failure> {
        let Some((old, new)) = text.split_once("..").filter(|_| !Path::new(text).exists() && !text.contains(':'))
        else {
            return Ok(None);
        };
        if text.contains(['/', '\\']) && old.chars().all(|character| "./\\".contains(character)) {
            // A path such as `../errors.json`.
            return Ok(None);
        }
        let new = if new.is_empty() { Self::File(file.into()) } else { Self::revision(new, text, file)? };
        Ok(Some((Self::revision(old, text, file)?, new)))
    }

    fn revision(revision: &str, range: &str, file: &str) -> Result<Self, Failure> {
        if revision.is_empty() || revision.starts_with('.') {
            return Err(Failure::Revision(range.to_owned()));
        }
        let (folder, path) = nearest_folder(Path::new(file));
        let object = checked(revision, format!("{revision}:./{path}"))?;
        Ok(Self::Git { object, folder, shown: format!("{revision}:{file}") })
    }

    pub(crate) fn read(&self) -> Result<Contract, Failure> {
        let text = match self {
            Self::File(path) => self.read_file(path),
            Self::Git { object, folder, .. } => self.read_object(object, folder.as_deref()),
        };
        Contract::from_json(&text?).map_err(|error| Failure::Format(self.to_string(), error))
    }

    fn read_file(&self, path: &Path) -> Result<String, Failure> {
        std::fs::File::open(path).and_then(read_bounded).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => Failure::Missing(self.to_string()),
            _ => Failure::Read(self.to_string(), error),
        })
    }

    fn read_object(&self, object: &str, folder: Option<&Path>) -> Result<String, Failure> {
        let mut git = Command::new("git");
        git.args(["cat-file", "blob", object]).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        if let Some(folder) = folder {
            git.current_dir(folder);
        }
        let mut git = git.spawn().map_err(|error| Failure::NoGit(self.to_string(), error))?;
        // It says little where it fails, so that its complaint waits for us in the pipe.
        let text = git.stdout.take().map(read_bounded).transpose();
        let mut complaint = String::new();
        if let Some(stderr) = git.stderr.take() {
            // What cannot be read of a complaint is not shown.
            let _ = stderr.take(4096).read_to_string(&mut complaint);
        }
        let status = git.wait().map_err(|error| Failure::Read(self.to_string(), error))?;
        let text = text.map_err(|error| Failure::Read(self.to_string(), error))?;
        match text {
            Some(text) if status.success() || text.len() > MAX_BYTES => Ok(text),
            _ => {
                let complaint = complaint.trim().trim_start_matches("fatal: ").trim_end_matches('.');
                Err(Failure::Git(self.to_string(), complaint.to_owned()))
            }
        }
    }
}

/// The nearest folder of a file that is there now, if it is not the current one, and the file seen from it: an old revision
/// may have folders that are gone.
fn nearest_folder(file: &Path) -> (Option<PathBuf>, String) {
    let folder = file.ancestors().skip(1).find(|folder| folder.is_dir());
    let path = folder.and_then(|folder| file.strip_prefix(folder).ok()).unwrap_or(file);
    // As git writes paths.
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    (folder.map(Path::to_owned), parts.join("/"))
}

/// A revision that git would take for an option is none.
fn checked(revision: &str, object: String) -> Result<String, Failure> {
    if revision.starts_with('-') { Err(Failure::Revision(revision.to_owned())) } else { Ok(object) }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => write!(f, "{}", path.display()),
            Self::Git { shown, .. } => f.write_str(shown),
        }
    }
}
