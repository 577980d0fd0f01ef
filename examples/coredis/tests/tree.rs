//! The tree by itself: sound, whole, and written once.

use std::collections::BTreeSet;

use coredis::errors::{RedisError, ResponseError};
use errtax::{Classifier, Taxon};

/// What the original has no class of its own for.
const OURS: [&str; 2] = ["NetworkError", "TooManyClientsError"];

fn classes() -> impl Iterator<Item = &'static Taxon> {
    Classifier::of::<RedisError>().taxa()
}

#[test]
fn the_tree_is_sound() -> Result<(), errtax::TaxonomyError> {
    errtax::verify::<RedisError>()
}

#[test]
fn it_has_the_51_classes_of_the_original_and_two_more() {
    let names: BTreeSet<_> = classes().map(Taxon::name).collect();
    assert_eq!((classes().count(), names.len()), (53, 53), "{names:?}");
    assert!(OURS.iter().all(|name| names.contains(name)));
}

/// In the original, six classes of its table of replies are none.
#[test]
fn whatever_a_server_answers_with_is_a_response_error() {
    let codes: Vec<_> = classes().filter_map(Taxon::code).collect();
    assert_eq!(codes.len(), 20, "{codes:?}");
    let prefixes =
        ["max number of clients reached", "unknown command", "unknown subcommand", "sub command not supported"];
    let lines = codes.iter().map(|code| format!("-{code} text\r\n"));
    for line in lines.chain(prefixes.map(|prefix| format!("-ERR {prefix}\r\n"))) {
        let error = coredis::decode(line.as_bytes());
        assert!(error.is_a::<ResponseError>(), "{line}: {}", error.taxon().name());
    }
}

#[test]
fn each_class_and_each_code_is_written_once() {
    let sources = [
        include_str!("../src/cluster.rs"),
        include_str!("../src/connection.rs"),
        include_str!("../src/errors.rs"),
        include_str!("../src/errors/cluster.rs"),
        include_str!("../src/errors/connection.rs"),
        include_str!("../src/errors/integers.rs"),
        include_str!("../src/errors/lock.rs"),
        include_str!("../src/errors/reply.rs"),
        include_str!("../src/errors/sentinel.rs"),
        include_str!("../src/errors/stream.rs"),
        include_str!("../src/errors/usage.rs"),
        include_str!("../src/integer.rs"),
        include_str!("../src/lib.rs"),
        include_str!("../src/retry.rs"),
        include_str!("../src/sentinel.rs"),
        include_str!("../src/watch.rs"),
    ];
    let code: Vec<_> = sources.iter().flat_map(|source| testbed::code(source)).collect();
    let count = |text: &str| code.iter().filter(|line| line.contains(text)).count();
    for class in classes() {
        let name = class.name();
        let declared =
            count(&format!("struct {name}(")) + count(&format!("struct {name} ")) + count(&format!("enum {name} "));
        assert_eq!(declared, 1, "{name}");
        // `ERR` alone means different things, by what the message begins with.
        if let Some(code) = class.code().filter(|code| *code != "ERR") {
            assert_eq!(count(&format!("{code:?}")), 1, "{code}");
        }
    }
    assert_eq!(count("\"ERR\""), 5);
}

/// The names, bases and codes, as they were recorded.
#[test]
fn classes_bases_and_codes_are_those_of_the_original() {
    #[derive(serde::Deserialize)]
    struct Recorded {
        class: String,
        mro: Vec<String>,
    }
    #[derive(serde::Deserialize)]
    struct Seed {
        classes: Vec<Recorded>,
        wire_table: serde_json::Value,
    }

    let Some(seed) = testbed::corpus::<Seed>("seeds/coredis_classes.json") else { return };
    let class = |name: &str| classes().find(|class| class.name() == name).unwrap_or_else(|| panic!("no class {name}"));
    assert_eq!(seed.classes.len() + OURS.len(), classes().count());
    for Recorded { class: name, mro } in &seed.classes {
        for base in mro.iter().filter(|base| !["Exception", "BaseException", "ValueError"].contains(&base.as_str())) {
            assert!(class(name).is_a(class(base)), "{name} is no {base}");
        }
    }
    let table = seed.wire_table["exact"].as_object().unwrap();
    assert_eq!(table.len(), 19);
    for (code, name) in table {
        assert_eq!(class(name.as_str().unwrap()).code(), Some(code.as_str()));
    }
    let nested = seed.wire_table["nested"]["ERR"].as_object().unwrap();
    assert_eq!(nested.len(), 4);
    for (prefix, name) in nested {
        let error = coredis::decode(format!("-ERR {prefix}, for now\r\n").as_bytes());
        assert!(error.taxon().is_a(class(name.as_str().unwrap())), "{prefix}");
    }
}
