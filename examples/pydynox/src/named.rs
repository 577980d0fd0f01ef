//! Classes by the names that Python has for them.

use errtax::{Classifier, Taxon};

use crate::PydynoxException;

/// Other names of classes.
const ALIASES: [(&str, &str); 1] = [("S3AttributeException", "S3Exception")];

/// The class of that name in Python's `pydynox.exceptions`; for configurations that name classes, say.
///
/// ```
/// use errtax::Class;
/// use pydynox::{S3Exception, class_named};
///
/// assert_eq!(class_named("S3AttributeException"), Some(S3Exception::TAXON));
/// assert_eq!(class_named("ValueError"), None);
/// ```
pub fn class_named(name: &str) -> Option<&'static Taxon> {
    let name = ALIASES.iter().find(|(alias, _)| *alias == name).map_or(name, |(_, class)| class);
    Classifier::of::<PydynoxException>().taxa().find(|class| class.name() == name)
}
