//! Redis, as Debian's `redis-server` brings it: a server a value.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, process, thread};

/// Ends the server when its own standard input ends: also where the program that started it was killed.
const UNTIL_INPUT_ENDS: &str = r#"redis-server "$@" & read -r _; kill -KILL $!; wait $! 2>/dev/null"#;

/// How long a server may take to listen.
const PATIENCE: Duration = Duration::from_secs(10);

/// A Redis server on a free loopback port, with a folder of its own, until it is dropped.
#[derive(Debug)]
pub struct Redis {
    shell: Child,
    port: u16,
    folder: PathBuf,
}

impl Redis {
    /// Starts a server with options of `redis.conf`, such as `["--maxmemory", "1mb"]`. It saves nothing unless asked.
    ///
    /// # Errors
    ///
    /// Where `redis-server` is not installed, or does not listen: its log is in the error.
    pub fn start(options: &[&str]) -> io::Result<Self> {
        Self::start_in(&new_folder()?, options)
    }

    /// The same in a folder that there is, with what another server has saved in it, and the file `redis.conf` where
    /// there is one.
    ///
    /// # Errors
    ///
    /// As [`start`](Self::start).
    pub fn start_in(folder: &Path, options: &[&str]) -> io::Result<Self> {
        let missing = |error| io::Error::new(error, "there is no redis-server: apt-get install redis-server");
        Command::new("redis-server").arg("--version").output().map_err(|error| missing(error.kind()))?;
        let port = free_port()?;
        let mut shell = Command::new("sh");
        shell.args(["-c", UNTIL_INPUT_ENDS, "redis-server"]).current_dir(folder).stdin(Stdio::piped());
        shell.args(folder.join("redis.conf").is_file().then_some("redis.conf"));
        shell
            .args(["--port", &port.to_string(), "--bind", "127.0.0.1", "--save", "", "--logfile", "log"])
            .args(options);
        let server = Self { shell: shell.spawn()?, port, folder: folder.to_owned() };
        let begun = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if begun.elapsed() > PATIENCE {
                let log = fs::read_to_string(folder.join("log")).unwrap_or_default();
                return Err(io::Error::other(format!("redis-server {options:?} does not listen\n{log}")));
            }
            thread::sleep(Duration::from_millis(10));
        }
        Ok(server)
    }

    /// Its port, on 127.0.0.1.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Its working folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Starts a sentinel, with what it watches, as `sentinel.conf` says it.
    ///
    /// # Errors
    ///
    /// As [`start`](Self::start).
    pub fn sentinel(watched: &str) -> io::Result<Self> {
        let folder = new_folder()?;
        fs::write(folder.join("redis.conf"), watched)?;
        Self::start_in(&folder, &["--sentinel"])
    }

    /// Sends one command of words without blanks, and gives the reply: its line, or its text.
    ///
    /// # Errors
    ///
    /// Where the server does not answer, or with an error.
    pub fn say(&self, command: &str) -> io::Result<String> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        write!(stream, "{command}\r\n")?;
        let mut reader = BufReader::new(stream);
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let line = line.trim_end();
        if line.starts_with('-') {
            return Err(io::Error::other(format!("{command}: {line}")));
        }
        let Some(length) = line.strip_prefix('$') else { return Ok(line.get(1..).unwrap_or_default().to_owned()) };
        let mut text = vec![0; length.parse().map_err(io::Error::other)?];
        reader.read_exact(&mut text)?;
        Ok(String::from_utf8_lossy(&text).into_owned())
    }

    /// Two nodes of one cluster: the first has the lower half of the slots, the second the upper.
    ///
    /// # Errors
    ///
    /// As [`start`](Self::start), and where they do not find to each other.
    pub fn cluster() -> io::Result<[Self; 2]> {
        let node = |slots: &str| {
            let bus = free_port()?;
            let node = Self::start(&["--cluster-enabled", "yes", "--cluster-port", &bus.to_string()])?;
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

/// Ends the server at once, whatever it does, and removes its folder.
impl Drop for Redis {
    fn drop(&mut self) {
        if let Some(mut stdin) = self.shell.stdin.take() {
            let _ = stdin.write_all(b"\n");
        }
        let _ = self.shell.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// A port of the loopback on which nobody listens.
///
/// # Errors
///
/// Where there is none left.
pub fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// An empty folder that is nobody else's.
fn new_folder() -> io::Result<PathBuf> {
    let folder = env::temp_dir().join(format!("errtax-redis-{}-{}", process::id(), free_port()?));
    fs::create_dir_all(&folder)?;
    Ok(folder)
}
