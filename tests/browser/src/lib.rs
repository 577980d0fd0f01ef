//! A page in headless Chromium, as a test sees it: opened without network, with or without JavaScript, at any size.
//!
//! What drives the browser is Debian's `chromium-driver`. Where there is none, a test is skipped aloud, unless
//! `ERRTAX_BROWSER=1` demands it.

mod driver;

use std::io::Write as _;
use std::time::Duration;

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use url::{ParseError, Url};

use crate::driver::Driver;

/// A browser that shows pages of files. It ends when this is dropped.
pub struct Browser {
    client: Client,
    folder: tempfile::TempDir,
    _driver: Driver,
}

/// A command that is Chromium's own: its path below the session, and what is sent there.
#[derive(Debug)]
struct Own(&'static str, Value);

impl WebDriverCompatibleCommand for Own {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.0))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.1.to_string()))
    }
}

impl Browser {
    /// Starts one, whose window has this width. `None` where there is none, and none is demanded.
    pub async fn start(width: u32) -> Option<Self> {
        let driver = Driver::start()?;
        let folder = tempfile::tempdir().expect("a folder for the browser");
        let profile = format!("--user-data-dir={}", folder.path().join("profile").display());
        let flags = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-sync",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-dev-shm-usage",
            // So that it ends where its driver is killed.
            "--remote-debugging-pipe",
            &profile,
        ];
        let capabilities = json!({
            "browserName": "chrome",
            "goog:loggingPrefs": { "browser": "ALL" },
            "goog:chromeOptions": { "args": flags },
        });
        let capabilities = capabilities.as_object().cloned().unwrap_or_default();
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let client = builder.capabilities(capabilities).connect(driver.url()).await.expect("a session of Chromium");
        let browser = Self { client, folder, _driver: driver };
        browser.resize(width).await;
        Some(browser)
    }

    /// Gives the window another width.
    pub async fn resize(&self, width: u32) {
        let size = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await;
    }

    /// Forbids pages to run scripts. The tests' own questions are still answered.
    pub async fn without_script(&self) {
        self.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
    }

    /// Opens a page at an anchor, which may be empty.
    pub async fn open(&self, html: &str, anchor: &str) {
        let path = self.folder.path().join("page.html");
        let mut file = std::fs::File::create(&path).expect("a file for the page");
        file.write_all(html.as_bytes()).expect("room for the page");
        // Another anchor alone would load nothing.
        self.client.goto("about:blank").await.expect("an empty page");
        let mut url = Url::from_file_path(&path).expect("an absolute path");
        url.set_fragment((!anchor.is_empty()).then_some(anchor));
        self.client.goto(url.as_str()).await.expect("the page loads");
        // Without scripts, the driver does not wait for it.
        let is_there = "location.protocol === 'file:' && document.readyState === 'complete'";
        while self.ask(is_there).await != true {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// What an expression of JavaScript is in the page, a promise's result included.
    pub async fn ask(&self, expression: &str) -> Value {
        let question = json!({ "expression": expression, "returnByValue": true, "awaitPromise": true });
        let answer = self.devtools("Runtime.evaluate", question).await;
        assert!(answer["exceptionDetails"].is_null(), "{expression}: {answer}");
        answer["result"]["value"].clone()
    }

    /// The same, of an expression that is a text.
    pub async fn text(&self, expression: &str) -> String {
        self.ask(expression).await.as_str().unwrap_or_default().to_owned()
    }

    /// Presses keys, one after the other.
    pub async fn press(&self, keys: impl IntoIterator<Item = char>) {
        for value in keys {
            let actions = KeyActions::new("keys".to_owned());
            let actions = actions.then(KeyAction::Down { value }).then(KeyAction::Up { value });
            self.client.perform_actions(actions).await.expect("a key is pressed");
        }
    }

    /// What the browser has complained of since it was asked last: errors of scripts, and what a policy forbade.
    pub async fn complaints(&self) -> Vec<String> {
        let log = self.client.issue_cmd(Own("se/log", json!({ "type": "browser" }))).await.expect("a log");
        // Where Chromium starts, it shows a page of its own, whose scripts we may have stopped.
        let is_its_own = |entry: &&Value| entry["message"].as_str().is_some_and(|text| text.starts_with("chrome://"));
        log.as_array().into_iter().flatten().filter(|entry| !is_its_own(entry)).map(ToString::to_string).collect()
    }

    /// A command of the DevTools protocol.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Value {
        let own = Own("goog/cdp/execute", json!({ "cmd": command, "params": parameters }));
        self.client.issue_cmd(own).await.unwrap_or_else(|error| panic!("{command}: {error}"))
    }
}
