//! Text to a contract.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::error::{FormatError, Problem};
use super::place::Place;
use super::{MAX_BYTES, VERSION, sound};
use crate::model::{ClassFacts, Contract};
use crate::text::Plain;

const START: Place = Place { line: 1, column: 1 };

/// More are refused: errors of all services of AWS together are 5,846 classes.
const MAX_CLASSES: usize = 100_000;

/// The classes as they stand in the text, so that each can say where it does.
type Classes<'a> = BTreeMap<String, &'a RawValue>;

/// Tells a contract of any version from other files.
#[derive(Deserialize)]
struct Head {
    errtax_contract: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File<'a> {
    #[serde(rename = "errtax_contract")]
    _version: IgnoredAny,
    root: String,
    #[serde(borrow, deserialize_with = "classes")]
    classes: Classes<'a>,
}

pub(super) fn read(text: &str) -> Result<Contract, FormatError> {
    if text.len() > MAX_BYTES {
        return Err(FormatError::new(START, Problem::TooLarge(text.len())));
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    check_version(text)?;
    let file: File<'_> = serde_json::from_str(text).map_err(|error| FormatError::json(START, &error))?;
    if file.classes.len() > MAX_CLASSES {
        return Err(FormatError::new(START, Problem::TooManyClasses(MAX_CLASSES)));
    }
    let mut contract = Contract { root: file.root, classes: BTreeMap::new() };
    for (id, raw) in &file.classes {
        let class = serde_json::from_str::<ClassFacts>(raw.get())
            .map_err(|error| FormatError::json(Place::of_part(text, raw.get()), &error))?;
        contract.classes.insert(id.clone(), class.in_order());
    }
    let place = |id: &str, fact: &str| place_of(text, &file.classes, id, fact);
    sound::check(&contract, &place)?;
    Ok(contract)
}

/// The version is judged before anything else: a newer file may have any form.
fn check_version(text: &str) -> Result<(), FormatError> {
    if let Some(at) = conflict(text) {
        return Err(FormatError::new(Place::of(text, at), Problem::Conflict));
    }
    let version = match serde_json::from_str::<Head>(text) {
        Ok(head) => head.errtax_contract,
        Err(error) if error.is_data() && !text.contains("\"errtax_contract\"") => {
            return Err(FormatError::no_contract());
        }
        Err(error) => return Err(FormatError::json(START, &error)),
    };
    let at = Place::of(text, text.find("\"errtax_contract\"").unwrap_or_default());
    match version {
        VERSION => Ok(()),
        newer if newer > VERSION => Err(FormatError::new(at, Problem::Newer(newer))),
        other => Err(FormatError::new(at, Problem::OldVersion(other))),
    }
}

/// Where git has left both sides of a merge.
fn conflict(text: &str) -> Option<usize> {
    ["<<<<<<< ", "=======\n", ">>>>>>> "].into_iter().find_map(|mark| {
        let at = if text.starts_with(mark) { 0 } else { text.find(&format!("\n{mark}"))? + 1 };
        Some(at)
    })
}

/// An identity that stands twice is refused: of a map, the last would win.
fn classes<'de: 'a, 'a, D: Deserializer<'de>>(deserializer: D) -> Result<Classes<'a>, D::Error> {
    struct Once;

    impl<'de> Visitor<'de> for Once {
        type Value = Classes<'de>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("the classes by their identities")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut classes = BTreeMap::new();
            while let Some(id) = map.next_key::<String>()? {
                if classes.contains_key(&id) {
                    return Err(A::Error::custom(format_args!("the class `{}` stands twice", Plain(&id))));
                }
                classes.insert(id, map.next_value()?);
            }
            Ok(classes)
        }
    }

    deserializer.deserialize_map(Once)
}

/// Where a fact of a class stands, else the class itself. Only asked once something is wrong.
fn place_of(text: &str, classes: &Classes<'_>, id: &str, fact: &str) -> Place {
    let Some(raw) = classes.get(id) else { return START };
    let facts = serde_json::from_str::<BTreeMap<&str, &RawValue>>(raw.get()).unwrap_or_default();
    Place::of_part(text, facts.get(fact).map_or(raw.get(), |value| value.get()))
}
