//! moto, which answers as services of AWS do: installed once under the target folder, and a server a value.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::process::Process;

/// What is installed, by pip.
const REQUIREMENTS: &str = include_str!("../requirements.txt");
const SERVER: &str = include_str!("../moto.py");

/// How long the server may take to say where it answers: it loads much.
const PATIENCE: Duration = Duration::from_mins(1);

/// A moto server on a free loopback port, until it is dropped.
#[derive(Debug)]
pub struct Moto {
    endpoint: String,
    _server: Process,
}

impl Moto {
    /// Starts a server; the first time, installs moto from `PyPI` into a virtual environment, which takes a minute or two.
    ///
    /// # Errors
    ///
    /// Where there is no Python with `venv`, or no network: what the programs that were run have said is in the error.
    /// Where the server does not come up in a minute.
    pub fn start() -> io::Result<Self> {
        let python = installed(&target()?)?;
        let server = Process::start(Command::new(&python).args(["-c", SERVER]))?;
        let endpoint = server.line(PATIENCE).map_err(|error| {
            let test = format!("run `{} -c 'import moto.server'`", python.display());
            io::Error::new(error.kind(), format!("moto did not start: {error}; {test}"))
        })?;
        Ok(Self { endpoint, _server: server })
    }

    /// Where it answers: `http://127.0.0.1:` and a port.
    pub fn endpoint(&self) -> &str {
        &self.endpoint
    }
}

/// The target folder that the running program lies in, by the mark that cargo puts there.
fn target() -> io::Result<PathBuf> {
    let program = std::env::current_exe()?;
    let target = program.ancestors().find(|folder| folder.join("CACHEDIR.TAG").is_file());
    target
        .map(Path::to_path_buf)
        .ok_or_else(|| io::Error::other(format!("{} is in no target folder", program.display())))
}

/// The Python of an environment with all that is required. Programs that start at once wait for one to install it.
fn installed(target: &Path) -> io::Result<PathBuf> {
    let environment = target.join("moto");
    let lock = File::create(target.join("moto.lock"))?;
    lock.lock()?;
    let python = environment.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    // Written at last, so that what broke off is begun anew.
    let done = environment.join("requirements.txt");
    if fs::read_to_string(&done).is_ok_and(|installed| installed == REQUIREMENTS) {
        return Ok(python);
    }
    let requirements = target.join("moto-requirements.txt");
    fs::write(&requirements, REQUIREMENTS)?;
    run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&environment))?;
    run(Command::new(&python).args(["-m", "pip", "install", "--quiet", "--requirement"]).arg(&requirements))?;
    fs::rename(requirements, done)?;
    Ok(python)
}

fn run(command: &mut Command) -> io::Result<()> {
    let output = command.output().map_err(|error| io::Error::new(error.kind(), format!("{command:?}: {error}")))?;
    if output.status.success() {
        return Ok(());
    }
    Err(io::Error::other(format!("{command:?}\n{}", String::from_utf8_lossy(&output.stderr))))
}
