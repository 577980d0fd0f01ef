//! Redis, as Debian's `redis-server` brings it: a server a value.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpStream};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};
use std::{fs, thread};

use crate::places::{Folder, anew, free_port, in_new_folder};
use crate::process::Process;

/// Says the server's number, and ends it with its own standard input. What the server itself says on standard output goes
/// there as well, so that this has an end where the server has one.
const UNTIL_INPUT_ENDS: &str = r#"redis-server "$@" & echo $!; exec >&-; read -r _; kill -KILL $! 2>/dev/null; wait"#;

/// How long a server may take to listen, and to answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// How much is read of an answer: more than any of them has.
const MOST: u64 = 1024 * 1024;

/// A Redis server on a free loopback port, with a folder of its own, until it is dropped.
#[derive(Debug)]
pub struct Redis {
    // Ended before its folder goes.
    _server: Process,
    folder: Folder,
    port: u16,
}

impl Redis {
    /// Starts a server with options of `redis.conf`, such as `["--maxmemory", "1mb"]`. It saves nothing unless asked.
    ///
    /// # Errors
    ///
    /// Where `redis-server` is not installed, or does not answer in ten seconds: its log is in the error.
    pub fn start(options: &[&str]) -> io::Result<Self> {
        in_new_folder(|folder| Self::start_in(folder, options))
    }

    /// The same in a folder that there is, with what another server has saved in it, and the file `redis.conf` where
    /// there is one.
    ///
    /// # Errors
    ///
    /// As [`start`](Self::start).
    pub fn start_in(folder: &Path, options: &[&str]) -> io::Result<Self> {
        anew(|| Self::start_on(free_port()?, folder, options))
    }

    /// The same on that port.
    ///
    /// # Errors
    ///
    /// As [`start`](Self::start); [`AddrInUse`](io::ErrorKind::AddrInUse) where somebody else has the port: what answers
    /// there is not the server that was started.
    pub fn start_on(port: u16, folder: &Path, options: &[&str]) -> io::Result<Self> {
        let missing = |error| io::Error::new(error, "there is no redis-server: apt-get install redis-server");
        Command::new("redis-server").arg("--version").output().map_err(|error| missing(error.kind()))?;
        let mut shell = Command::new("sh");
        shell.args(["-c", UNTIL_INPUT_ENDS, "redis-server"]).current_dir(folder);
        shell.args(folder.join("redis.conf").is_file().then_some("redis.conf"));
        shell
            .args(["--port", &port.to_string(), "--bind", "127.0.0.1", "--save", "", "--logfile", "log"])
            .args(options);
        let server = Process::start(&mut shell)?;
        let number = server.line(PATIENCE)?;
        wait_for(&server, port, &number).map_err(|error| {
            let log = fs::read_to_string(folder.join("log")).unwrap_or_default();
            let taken = log.contains("Address already in use");
            let kind = if taken { io::ErrorKind::AddrInUse } else { error.kind() };
            io::Error::new(kind, format!("redis-server {options:?} on port {port}: {error}\n{log}"))
        })?;
        Ok(Self { _server: server, folder: Folder(folder.to_owned()), port })
    }

    /// Its port, on 127.0.0.1.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Its working folder.
    pub fn folder(&self) -> &Path {
        &self.folder.0
    }

    /// Starts a sentinel, with what it watches, as `sentinel.conf` says it.
    ///
    /// # Errors
    ///
    /// As [`start`](Self::start).
    pub fn sentinel(watched: &str) -> io::Result<Self> {
        in_new_folder(|folder| {
            fs::write(folder.join("redis.conf"), watched)?;
            Self::start_in(folder, &["--sentinel"])
        })
    }

    /// Sends one command of words without blanks, and gives the reply: its line, or its text.
    ///
    /// # Errors
    ///
    /// Where the server does not answer, or with an error.
    pub fn say(&self, command: &str) -> io::Result<String> {
        say(TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?, command)
    }

    /// A node of a cluster of which it knows no other.
    ///
    /// # Errors
    ///
    /// As [`start`](Self::start).
    pub fn node() -> io::Result<Self> {
        Ok(Self::node_and_bus()?.0)
    }

    /// The node, and the port on which other nodes talk to it.
    fn node_and_bus() -> io::Result<(Self, u16)> {
        let start = |folder: &Path| {
            let bus = free_port()?;
            let options = ["--cluster-enabled", "yes", "--cluster-port", &bus.to_string()];
            Ok((Self::start_on(free_port()?, folder, &options)?, bus))
        };
        in_new_folder(|folder| anew(|| start(folder)))
    }

    /// Two nodes of one cluster: the first has the lower half of the slots, the second the upper.
    ///
    /// # Errors
    ///
    /// As [`start`](Self::start), and where they do not find to each other.
    pub fn cluster() -> io::Result<[Self; 2]> {
        let node = |slots: &str| {
            let (node, bus) = Self::node_and_bus()?;
            node.say(&format!("CLUSTER ADDSLOTSRANGE {slots}"))?;
            Ok::<_, io::Error>((node, bus))
        };
        let ((first, bus), (second, _)) = (node("0 8191")?, node("8192 16383")?);
        second.say(&format!("CLUSTER MEET 127.0.0.1 {} {bus}", first.port))?;
        let begun = Instant::now();
        for node in [&first, &second] {
            while !node.say("CLUSTER INFO")?.contains("cluster_state:ok") {
                if begun.elapsed() > PATIENCE {
                    return Err(io::Error::other("the nodes do not find to each other"));
                }
                thread::sleep(Duration::from_millis(20));
            }
        }
        Ok([first, second])
    }
}

/// Waits until the server of that number answers on its port.
fn wait_for(server: &Process, port: u16, number: &str) -> io::Result<()> {
    let begun = Instant::now();
    loop {
        if let Ok(stream) = TcpStream::connect((Ipv4Addr::LOCALHOST, port)) {
            // Whoever answers something else, or nothing, is a stranger.
            let answer = say(stream, "INFO server").unwrap_or_default();
            let is_ours = answer.lines().any(|line| line.strip_prefix("process_id:") == Some(number));
            let taken = || io::Error::new(io::ErrorKind::AddrInUse, "somebody else answers");
            return if is_ours { Ok(()) } else { Err(taken()) };
        }
        // What it says, it says in its log: of its standard output, only the end is of interest.
        match server.line(Duration::from_millis(10)) {
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Err(error),
            _ if begun.elapsed() > PATIENCE => {
                return Err(io::Error::new(io::ErrorKind::TimedOut, format!("nobody listens in {PATIENCE:?}")));
            }
            _ => {}
        }
    }
}

/// Sends one command over the connection, and gives the reply.
fn say(mut stream: TcpStream, command: &str) -> io::Result<String> {
    stream.set_read_timeout(Some(PATIENCE))?;
    write!(stream, "{command}\r\n")?;
    let mut reader = BufReader::new(stream.take(MOST));
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let line = line.trim_end();
    if line.starts_with('-') {
        return Err(io::Error::other(format!("{command}: {line}")));
    }
    let Some(length) = line.strip_prefix('$') else { return Ok(line.get(1..).unwrap_or_default().to_owned()) };
    let mut text = Vec::new();
    reader.take(length.parse().map_err(io::Error::other)?).read_to_end(&mut text)?;
    Ok(String::from_utf8_lossy(&text).into_owned())
}
