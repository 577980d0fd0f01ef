//! Each promise of speed beside its peer, ending in one table.

#![forbid(unsafe_code)]

use std::collections::HashMap;
use std::error::Error;
use std::hint::black_box;
use std::process::Command;
use std::time::Instant;

use aws_smithy_json::deserialize::{Token, json_token_iter, token::skip_value};
use aws_smithy_types::error::ErrorMetadata as Metadata;
use errtax::wire::{NO_HEADERS, aws_json, aws_xml};
use errtax::{Class, Classifier, ErrorResponse, ServiceError, Taxon};
use errtax_benches::answers::{self, Answer};
use errtax_benches::measure::{Pair, beside};
use errtax_benches::{CODES, DRAWS, classes, deep, drawn, few, many, peers, sdk, table::Table};

fn classifier<Root: Class>() -> &'static Classifier {
    Classifier::of::<Root>()
}

fn main() {
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let groups: [(&str, fn(&mut Table)); 9] = [
        ("is_a", is_a),
        ("depth", depth),
        ("taxon", taxon),
        ("many_codes", many_codes),
        ("allocations", allocations),
        ("sizes", sizes),
        ("json", json),
        ("answers", answers),
        ("find", find),
    ];
    // Whoever works on one group asks for it by its name.
    let asked: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let mut table = Table::default();
    for (_, measure) in groups.iter().filter(|(name, _)| asked.is_empty() || asked.iter().any(|asked| asked == name)) {
        measure(&mut table);
    }
    table.print();
}

/// A group of 100 classes, against the one type that `is` knows.
fn is_a(table: &mut Table) {
    let (values, errors) = (classes::values(), classes::errors());
    let (values, errors) = (drawn(&values), drawn(&errors));
    let ours = || {
        for value in &values {
            black_box(black_box(&***value).is_a::<classes::Group1>());
        }
    };
    let peer = || {
        for error in &errors {
            black_box(black_box(&***error).is::<classes::SlowDown>());
        }
    };
    table.ratio("is_a by ids vs is::<T>(), 400 classes", beside(DRAWS, ours, peer), 1.3, 0.9);
}

fn depth(table: &mut Table) {
    let asked = |value: &'static dyn ServiceError| {
        move || {
            for _ in 0..400 {
                black_box(black_box(value).is_a::<deep::D0>());
            }
        }
    };
    table.ratio("is_a at depth 64 vs at depth 1", beside(400, asked(&deep::D64), asked(&deep::D1)), 1.2, None);
}

fn responses<'a>(codes: impl Iterator<Item = &'a str>) -> Vec<ErrorResponse> {
    let response = |code| ErrorResponse::new().with_status(400).with_code(code).with_message("no table of that name");
    codes.map(response).collect()
}

fn each<'a, T>(responses: &'a [&'a ErrorResponse], mut of: impl FnMut(&'a ErrorResponse) -> T) -> impl FnMut() {
    move || {
        for response in responses {
            black_box(of(black_box(response)));
        }
    }
}

/// Every peer is given the response, too, and asks it for its code alone.
fn taxon(table: &mut Table) {
    let classifier = classifier::<classes::Root>();
    let responses = responses(CODES.lines());
    let map: HashMap<&str, &'static Taxon> = CODES.lines().zip(classes::TAXA).collect();
    let by_match = |response: &ErrorResponse| peers::by_match(response.code()?);
    let by_phf = |response: &ErrorResponse| Some(classes::TAXA[usize::from(*peers::PHF.get(response.code()?)?)]);
    let by_map = |response: &ErrorResponse| map.get(response.code()?).copied();
    let responses = drawn(&responses);
    for &response in &responses {
        let ours = Some(classifier.taxon(response));
        assert!(ours == by_match(response) && ours == by_phf(response) && ours == by_map(response));
    }
    let mut beside = |peer: &str, pair: Pair, reach, aim| {
        table.ratio(&format!("response → taxon, 400 codes, all layers, vs {peer}"), pair, reach, aim);
    };
    let ours = |response| classifier.taxon(response);
    beside("match", self::beside(DRAWS, each(&responses, ours), each(&responses, by_match)), 1.2, 0.9);
    beside("phf::Map", self::beside(DRAWS, each(&responses, ours), each(&responses, by_phf)), 0.55, 0.45);
    beside("HashMap", self::beside(DRAWS, each(&responses, ours), each(&responses, by_map)), 0.55, 0.45);
}

/// Once over as many responses, so that it is the codes that differ, and once over one for each code: 5,848 responses do
/// not fit the first cache, and ten do.
fn many_codes(table: &mut Table) {
    let (many_classes, few_classes) = (classifier::<many::Many>(), classifier::<few::Few>());
    let many_responses = responses(many::CODES.iter().copied());
    let as_many_responses = responses(few::CODES.iter().copied().cycle().take(many::CODES.len()));
    let few_responses = responses(few::CODES.iter().copied());
    let (many_responses, as_many_responses) = (drawn(&many_responses), drawn(&as_many_responses));
    let few_responses = drawn(&few_responses);
    assert!(many_responses.iter().all(|response| many_classes.taxon(response).name() != "Many"));
    for (what, few_responses) in [("as many responses", as_many_responses), ("a response each", few_responses)] {
        let ours = each(&many_responses, |response| many_classes.taxon(response));
        let peer = each(&few_responses, |response| few_classes.taxon(response));
        table.ratio(&format!("response → taxon, 5,848 codes vs 10, {what}"), beside(DRAWS, ours, peer), 3.0, 2.0);
    }
}

fn allocations(table: &mut Table) {
    let cargo = option_env!("CARGO").unwrap_or("cargo");
    let run = ["run", "-q", "--release", "--features", "counting", "--bin", "allocations"];
    let output = Command::new(cargo).args(run).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let counts = String::from_utf8(output.stdout).unwrap();
    let counts: Vec<f64> = counts.split_whitespace().map(|count| count.parse().unwrap()).collect();
    table.number("allocations of Classifier::taxon", counts[0], "", 0.0, None);
    table.number("allocations of classify, a field-less class", counts[1], "", 2.0, None);
}

fn sizes(table: &mut Table) {
    let pointers = |size: usize| size as f64 / size_of::<usize>() as f64;
    table.number("size of errtax::Error, in pointers", pointers(size_of::<errtax::Error>()), "", 1.0, None);
    table.number("size of ErrorResponse, in pointers", pointers(size_of::<ErrorResponse>()), "", 1.0, None);
}

/// The whole way for us: a decoded response, kept with its body, and an error of the class that claims it.
fn json(table: &mut Table) {
    let body = |code: &str| {
        let code = format!("com.amazonaws.dynamodb.v20120810#{code}");
        format!(r#"{{"__type": "{code}", "message": "Requested resource not found: Table: orders not found"}}"#)
    };
    let bodies: Vec<String> = CODES.lines().map(body).collect();
    let bodies = drawn(&bodies);
    let classifier = classifier::<classes::Root>();
    let typed = |body: &String| classifier.classify(aws_json::decode(400, NO_HEADERS, body.as_bytes()));
    for &body in &bodies {
        let ((code, message), error) = (walk(body.as_bytes()), typed(body));
        assert_eq!((code.as_deref(), message.as_deref()), (error.code(), error.message().as_deref()));
        assert!(error.taxon().parent() != Some(classes::Root::TAXON));
    }
    let ours = || bodies.iter().for_each(|body| drop(black_box(typed(black_box(body)))));
    let peer = || bodies.iter().for_each(|body| drop(black_box(walk(black_box(body.as_bytes())))));
    table.ratio("JSON body → typed error vs token walk", beside(DRAWS, ours, peer), 1.0, 0.8);
}

/// Code and message as the SDK for Rust finds them in a body (aws-runtime, `json_errors`).
fn walk(body: &[u8]) -> (Option<String>, Option<String>) {
    let mut tokens = json_token_iter(body).peekable();
    let (mut code, mut message) = (None, None);
    if !matches!(tokens.next(), Some(Ok(Token::StartObject { .. }))) {
        return (code, message);
    }
    while let Some(Ok(Token::ObjectKey { key, .. })) = tokens.next() {
        let key = key.as_escaped_str();
        let slot = match key {
            "code" | "__type" => &mut code,
            "message" | "Message" | "errorMessage" => &mut message,
            _ => {
                let _ = skip_value(&mut tokens);
                continue;
            }
        };
        if let Some(Ok(Token::ValueString { value, .. })) = tokens.next() {
            let text = value.to_unescaped().map(std::borrow::Cow::into_owned).unwrap_or_default();
            *slot = Some(text);
        }
    }
    (code.map(|code| sdk::sanitized(&code).to_owned()), message)
}

/// The whole way for us, as above, with all headers kept and the request id read; code, message and request id for the
/// peer, which keeps what it was given.
fn answers(table: &mut Table) {
    let classifier = classifier::<classes::Root>();
    let mut beside =
        |what, answers: Vec<Answer>, typed: fn(&Answer) -> ErrorResponse, peer: fn(&Answer) -> Metadata| {
            let answers = drawn(&answers);
            for answer in &answers {
                let (error, peer) = (classifier.classify(typed(answer)), peer(answer));
                assert_eq!((error.code(), error.message().as_deref()), (peer.code(), peer.message()));
                assert_eq!((error.request_id(), error.request_id().is_some()), (peer.extra("aws_request_id"), true));
                assert!(error.taxon().parent() != Some(classes::Root::TAXON));
            }
            let ours =
                || answers.iter().for_each(|answer| drop(black_box(classifier.classify(typed(black_box(answer))))));
            let theirs = || answers.iter().for_each(|answer| drop(black_box(peer(black_box(answer)))));
            table.ratio(what, self::beside(DRAWS, ours, theirs), 1.0, None);
        };
    let json = |answer: &Answer| aws_json::decode(answer.status, answer.headers(), answer.body.as_bytes());
    let xml = |answer: &Answer| aws_xml::decode(answer.status, answer.headers(), answer.body.as_bytes());
    beside("JSON answer → typed error vs the SDK's metadata", answers::json(), json, |answer| {
        sdk::json(answer).unwrap()
    });
    beside("XML answer → typed error vs the SDK's metadata", answers::xml(), xml, |answer| sdk::xml(answer).unwrap());
}

/// A chain of foreign links with nothing in it, as large as a pointer: each may be any class, or its `Box` or `Arc`.
fn find(table: &mut Table) {
    #[derive(Debug, thiserror::Error)]
    #[error("a foreign link")]
    struct Link(#[source] Option<Box<Link>>);

    const LINKS: usize = 8;
    let chain = (1..LINKS).fold(Link(None), |below, _| Link(Some(Box::new(below))));
    let ours = || assert!(black_box(errtax::find(black_box(&chain))).is_none());
    let peer = || {
        let mut link: Option<&dyn Error> = Some(black_box(&chain));
        while let Some(next) = link {
            black_box(next.is::<classes::SlowDown>());
            link = next.source();
        }
    };
    let pair = beside(LINKS, ours, peer);
    let trees =
        [classifier::<classes::Root>(), classifier::<many::Many>(), classifier::<few::Few>(), classifier::<deep::D0>()];
    let classes: usize = trees.iter().map(|tree| tree.taxa().count()).sum();
    let peer = format!("{:.1} ns for one", pair.peer);
    let mut push = |what, ours, micros| table.push(what, ours, peer.clone(), micros, " µs", 8.0, Some(3.0));
    let first = first_of_its_type() / 1e3;
    let for_400 = first * 400.0 / classes as f64;
    push("find, a link of a new type, for each 400 classes", format!("{first:.2} µs for {classes}"), for_400);
    push("find, a link of a type seen before", format!("{:.1} ns for {classes}", pair.ours), pair.ours / 1e3);
}

/// Nanoseconds that a link takes whose type was never seen: the median of some types.
fn first_of_its_type() -> f64 {
    #[derive(Debug, thiserror::Error)]
    #[error("a foreign link")]
    struct Fresh<const N: usize>(usize);

    fn first<const N: usize>() -> f64 {
        let (link, begun) = (Fresh::<N>(N), Instant::now());
        assert!(errtax::find(black_box(&link)).is_none());
        begun.elapsed().as_secs_f64() * 1e9
    }
    macro_rules! first {
        ($($number:literal)*) => { [$(first::<$number>()),*] };
    }
    let mut times = first!(0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20);
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
