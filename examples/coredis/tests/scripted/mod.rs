//! A server that answers as it was told to, and notes what it was asked.

#![allow(dead_code, reason = "each test that has this module needs a part of it")]

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

/// On a loopback port, as long as the test runs.
pub(crate) struct Scripted {
    pub(crate) port: u16,
    requests: Arc<Mutex<Vec<String>>>,
    connections: Arc<AtomicUsize>,
}

impl Scripted {
    /// Answers one request after the other, whatever it is; where there is no answer (`None`), hangs up.
    pub(crate) fn new<S: Into<String>>(script: impl IntoIterator<Item = Option<S>>) -> Self {
        let script: Vec<_> = script.into_iter().map(|reply| reply.map(Into::into)).collect();
        let script = Mutex::new(script.into_iter());
        Self::answering(move |_, _| script.lock().unwrap().next().flatten())
    }

    /// Answers each request by what it is (its words, with a blank between them), and by the server's own port.
    pub(crate) fn answering(answer: impl Fn(&str, u16) -> Option<String> + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let requests = Arc::new(Mutex::new(Vec::new()));
        let connections = Arc::new(AtomicUsize::new(0));
        let (answer, noted, count) = (Arc::new(answer), Arc::clone(&requests), Arc::clone(&connections));
        thread::spawn(move || {
            for stream in listener.incoming() {
                count.fetch_add(1, Ordering::SeqCst);
                let (answer, noted) = (Arc::clone(&answer), Arc::clone(&noted));
                thread::spawn(move || serve(&stream.unwrap(), &|request| answer(request, port), &noted));
            }
        });
        Self { port, requests, connections }
    }

    /// What it was asked so far.
    pub(crate) fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap().clone()
    }

    /// Over how many connections.
    pub(crate) fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }
}

fn serve(mut stream: &TcpStream, answer: &dyn Fn(&str) -> Option<String>, requests: &Mutex<Vec<String>>) {
    let mut reader = BufReader::new(stream);
    while let Some(request) = request(&mut reader) {
        requests.lock().unwrap().push(request.clone());
        let Some(reply) = answer(&request) else { return };
        stream.write_all(reply.as_bytes()).unwrap();
    }
}

/// An array of blobs, as all clients send them; `None` where the client has hung up.
fn request(reader: &mut BufReader<&TcpStream>) -> Option<String> {
    let words = (0..length(reader, '*')?).map(|_| {
        let mut word = vec![0; length(reader, '$')? + 2];
        reader.read_exact(&mut word).ok()?;
        Some(String::from_utf8_lossy(word.trim_ascii_end()).into_owned())
    });
    Some(words.collect::<Option<Vec<_>>>()?.join(" "))
}

fn length(reader: &mut BufReader<&TcpStream>, kind: char) -> Option<usize> {
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    line.trim_end().strip_prefix(kind)?.parse().ok()
}
