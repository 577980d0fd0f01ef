//! The recorded cases: what the original package did with an input.

use std::{env, fs, path::Path};

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::live::say;

/// One recorded case: an input, and what became of it.
///
/// The file of a seed says at its head how its cases were recorded; beyond `id`, `kind` and `input`, each seed has keys
/// of its own.
#[derive(Clone, Debug, Deserialize)]
pub struct Case {
    /// The case's name, of which there is one in its seed.
    pub id: String,
    /// What was done, such as `wire` or `retry`: which of the other keys there are.
    pub kind: String,
    /// What the original was given.
    pub input: Value,
    #[serde(rename = "errtax_should")]
    should: Option<Value>,
    #[serde(flatten)]
    recorded: Map<String, Value>,
}

impl Case {
    /// What the original did, under that key; `None` where it was not recorded, or should not be done again (see
    /// [`should`](Self::should)).
    pub fn recorded(&self, key: &str) -> Option<&Value> {
        if self.should.is_some() { None } else { self.recorded.get(key) }
    }

    /// The class that was recorded, where the original has it. One that Python has itself (`ValueError`, the module
    /// `builtins` or one that begins with `_`) lies outside of every tree here: neither it nor what stands above it is
    /// compared.
    pub fn class(&self) -> Option<&Value> {
        let module = self.noted("expected_module").and_then(Value::as_str).unwrap_or_default();
        let is_pythons = module == "builtins" || module.starts_with('_');
        self.recorded("expected_class").filter(|class| !class.is_null() && !is_pythons)
    }

    /// The ancestors of [`class`](Self::class) in their order, without those that Python has itself.
    pub fn ancestors(&self) -> Option<Value> {
        self.class()?;
        let ancestors = self.recorded("expected_ancestors")?.as_array()?.iter();
        let is_pythons = |name: &Value| name.as_str().is_some_and(|name| PYTHONS.contains(&name));
        Some(ancestors.filter(|name| !is_pythons(name)).cloned().collect())
    }

    /// What a typed taxonomy ought to do where the original misbehaves, under that key: it comes before everything
    /// that was recorded. Where it is a `note` alone, in words, it is for [`Comparison::holds`](crate::Comparison::holds).
    pub fn should(&self, key: &str) -> Option<&Value> {
        self.should.as_ref()?.get(key)
    }

    /// What was noted of the circumstances, such as how many requests were sent, whatever should be done.
    pub fn noted(&self, key: &str) -> Option<&Value> {
        self.recorded.get(key)
    }
}

/// What the originals derive their classes from, of Python's own.
const PYTHONS: [&str; 8] = [
    "BaseException",
    "Exception",
    "AttributeError",
    "LookupError",
    "OSError",
    "RuntimeError",
    "TypeError",
    "ValueError",
];

/// The cases of a seed, from `seeds/SEED_cases.json` of the corpus; `None` where there is no [`corpus`].
///
/// # Panics
///
/// As [`corpus`] does, and where a seed has no cases.
pub fn cases(seed: &str) -> Option<Vec<Case>> {
    #[derive(Deserialize)]
    struct File {
        cases: Vec<Case>,
    }

    let File { cases } = corpus(&format!("seeds/{seed}_cases.json"))?;
    assert!(!cases.is_empty(), "{seed} has no cases");
    Some(cases)
}

/// A JSON file of the corpus, which is not part of the repository: `ERRTAX_CORPUS` names its folder. `None`, said aloud,
/// where it names none.
///
/// # Panics
///
/// Where there is a folder, and the file is not in it or has another form.
pub fn corpus<T: DeserializeOwned>(file: &str) -> Option<T> {
    let Some(folder) = env::var_os("ERRTAX_CORPUS") else {
        say(&format!("skipped: {file}, as ERRTAX_CORPUS names no folder"));
        return None;
    };
    let path = Path::new(&folder).join(file);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    Some(serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
}
