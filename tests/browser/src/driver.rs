//! The program that drives the browser.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

/// A ChromeDriver on a free port of the loopback. Dropped, it ends, and with it what it drives.
pub(crate) struct Driver {
    process: Child,
    url: String,
}

impl Driver {
    /// Starts one, if it is installed.
    pub(crate) fn start() -> Option<Self> {
        let mut command = Command::new("chromedriver");
        let started = command.arg("--port=0").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut process = match started {
            Ok(process) => process,
            Err(error) => {
                let is_demanded = std::env::var("ERRTAX_BROWSER").is_ok_and(|value| value == "1");
                assert!(!is_demanded, "ERRTAX_BROWSER=1, but chromedriver does not start: {error}");
                println!("SKIPPED: no browser here (install chromium-driver; ERRTAX_BROWSER=1 demands it)");
                return None;
            }
        };
        let output = process.stdout.take().map(BufReader::new).expect("its output is piped");
        // "ChromeDriver was started successfully on port 40123."
        let lines = output.lines().map_while(Result::ok);
        let port = lines.filter_map(|line| {
            let (_, port) = line.split_once("successfully on port ")?;
            port.trim_end_matches('.').parse::<u16>().ok()
        });
        let url = port.take(1).last().map(|port| format!("http://127.0.0.1:{port}/"));
        Some(Self { process, url: url.expect("ChromeDriver tells its port") })
    }

    pub(crate) fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
