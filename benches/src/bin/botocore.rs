//! Error answers of AWS to typed errors, beside botocore's parser and its exception factory, over the same bytes: each
//! takes its turn, round by round. Needs Python 3 and, the first time, the network (`beside_botocore.py`).

#![forbid(unsafe_code)]

use std::fmt::Write as _;
use std::hint::black_box;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Instant;

use errtax::wire::{aws_json, aws_xml};
use errtax::{Classifier, ErrorResponse};
use errtax_benches::answers::{self, Answer};
use errtax_benches::measure::{Pair, median};
use errtax_benches::{classes, table::Table};

const ROUNDS: usize = 51;

fn main() {
    let (json, xml) = (answers::json(), answers::xml());
    let mut botocore = Botocore::start(&[("json", &json), ("xml", &xml)]);
    let mut table = Table::default();
    let mut beside = |kind: &str, answers: &[Answer], decode: fn(&Answer) -> ErrorResponse| {
        table.ratio(
            &format!("{kind} answer → typed error vs botocore"),
            rounds(kind, answers, decode, &mut botocore),
            0.02,
            None,
        );
    };
    beside("json", &json, |answer| aws_json::decode(answer.status, answer.headers(), answer.body.as_bytes()));
    beside("xml", &xml, |answer| aws_xml::decode(answer.status, answer.headers(), answer.body.as_bytes()));
    botocore.end();
    table.print();
}

fn rounds(kind: &str, answers: &[Answer], decode: fn(&Answer) -> ErrorResponse, botocore: &mut Botocore) -> Pair {
    let classifier = Classifier::of::<classes::Root>();
    let last = classifier.classify(decode(answers.last().unwrap()));
    let read = format!("{} {}", last.code().unwrap(), last.request_id().unwrap());
    let ours = || {
        const PASSES: usize = 50;
        let begun = Instant::now();
        for answer in (0..PASSES).flat_map(|_| answers) {
            drop(black_box(classifier.classify(decode(black_box(answer)))));
        }
        begun.elapsed().as_secs_f64() * 1e9 / (PASSES * answers.len()) as f64
    };
    let peer = |botocore: &mut Botocore| {
        let said = botocore.ask(&format!("{kind} 1\n"));
        let (nanoseconds, theirs) = said.trim().split_once(' ').unwrap();
        assert_eq!(theirs, read, "both have read the same");
        nanoseconds.parse::<f64>().unwrap()
    };
    // Both warm up.
    let (_, _) = (ours(), peer(botocore));
    let rounds: Vec<_> = (0..ROUNDS).map(|_| (ours(), peer(botocore))).collect();
    Pair {
        ours: median(rounds.iter().map(|round| round.0)),
        peer: median(rounds.iter().map(|round| round.1)),
        ratio: median(rounds.iter().map(|round| round.0 / round.1)),
    }
}

/// The Python process, which answers each line with one.
struct Botocore {
    process: Child,
    asked: ChildStdin,
    said: BufReader<ChildStdout>,
}

impl Botocore {
    fn start(kinds: &[(&str, &[Answer])]) -> Self {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/target/botocore");
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/beside_botocore.py");
        let mut process = Command::new("python3")
            .args([script, folder])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("Python 3 is installed");
        let (mut asked, said) = (process.stdin.take().unwrap(), process.stdout.take().unwrap());
        let kinds: Vec<_> = kinds.iter().map(|(kind, answers)| format!("{kind:?}: [{}]", list(answers))).collect();
        writeln!(asked, "{{{}}}", kinds.join(", ")).unwrap();
        Self { process, asked, said: BufReader::new(said) }
    }

    fn ask(&mut self, line: &str) -> String {
        self.asked.write_all(line.as_bytes()).unwrap();
        let mut said = String::new();
        self.said.read_line(&mut said).unwrap();
        said
    }

    fn end(mut self) {
        drop(self.asked);
        self.process.wait().unwrap();
    }
}

/// The answers as JSON: none has a character that Rust would escape otherwise.
fn list(answers: &[Answer]) -> String {
    let mut json = String::new();
    for (place, Answer { status, headers, body }) in answers.iter().enumerate() {
        let headers: Vec<_> = headers.iter().map(|(name, value)| format!("{name:?}: {value:?}")).collect();
        let comma = if place == 0 { "" } else { ", " };
        let headers = headers.join(", ");
        write!(json, r#"{comma}{{"status": {status}, "headers": {{{headers}}}, "body": {body:?}}}"#).unwrap();
    }
    json
}
