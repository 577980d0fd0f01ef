//! A server that a test starts: what it says, and its end.

use std::io::{self, BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

/// How long a program may take to end.
const PATIENCE: Duration = Duration::from_secs(3);

/// A program that ends with its standard input: so it never outlives the program that started it, however that one ends.
#[derive(Debug)]
pub(crate) struct Process {
    child: Child,
    lines: Receiver<String>,
}

impl Process {
    pub(crate) fn start(command: &mut Command) -> io::Result<Self> {
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let (sender, lines) = channel();
        if let Some(stdout) = child.stdout.take() {
            let mut said = BufReader::new(stdout).lines().map_while(Result::ok);
            thread::spawn(move || said.try_for_each(|line| sender.send(line)));
        }
        Ok(Self { child, lines })
    }

    /// The next line that it says on its standard output.
    ///
    /// # Errors
    ///
    /// [`TimedOut`](io::ErrorKind::TimedOut) where there is none in that time,
    /// [`UnexpectedEof`](io::ErrorKind::UnexpectedEof) where it will say no more.
    pub(crate) fn line(&self, patience: Duration) -> io::Result<String> {
        self.lines.recv_timeout(patience).map_err(|error| match error {
            RecvTimeoutError::Timeout => io::Error::new(io::ErrorKind::TimedOut, format!("nothing in {patience:?}")),
            RecvTimeoutError::Disconnected => io::Error::new(io::ErrorKind::UnexpectedEof, "it has ended"),
        })
    }
}

/// Ends the program: by its standard input, or, where it does not care, at once.
impl Drop for Process {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE && matches!(self.child.try_wait(), Ok(None)) {
            thread::sleep(Duration::from_millis(5));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Process {
        Process::start(Command::new("sh").args(["-c", script])).unwrap()
    }

    #[test]
    fn what_a_program_says_is_read_line_by_line() {
        let program = shell("echo one; echo two");
        assert_eq!([program.line(PATIENCE).unwrap(), program.line(PATIENCE).unwrap()], ["one", "two"]);
        assert_eq!(program.line(PATIENCE).unwrap_err().kind(), io::ErrorKind::UnexpectedEof);
    }

    #[test]
    fn one_that_says_nothing_is_waited_for_no_longer_than_that() {
        let program = shell("read -r _");
        let begun = Instant::now();
        let silence = program.line(Duration::from_millis(50)).unwrap_err();
        assert_eq!((silence.kind(), &*silence.to_string()), (io::ErrorKind::TimedOut, "nothing in 50ms"));
        drop(program);
        assert!(begun.elapsed() < PATIENCE, "it ends with its standard input");
    }

    #[test]
    fn one_that_does_not_care_for_its_input_is_ended_all_the_same() {
        let begun = Instant::now();
        drop(shell("exec sleep 60"));
        assert!((PATIENCE..2 * PATIENCE).contains(&begun.elapsed()));
    }
}
