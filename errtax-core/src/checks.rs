//! What only the compiler can judge: assertions about another type, which the derive puts at the user's token.

use crate::taxon::Taxon;

/// `also(…)` names categories and field-less classes.
///
/// # Panics
///
/// In `const`, as the compiler's error, where the class has fields.
#[track_caller]
pub const fn also(taxon: &Taxon) {
    assert!(
        !taxon.has_fields(),
        "`also` takes a category or a class without fields, since no value of it will exist: \
         make it a category, or embed it with `#[service_error(base)]`"
    );
}

/// `parent = …` and the type of the `base` field are one class.
///
/// # Panics
///
/// In `const`, as the compiler's error, where they are not.
#[track_caller]
pub const fn same_class(parent: &Taxon, base: &Taxon) {
    assert!(
        parent.id().is(base.id()),
        "the `base` field's type is not the class that `parent` names: write one class in both places, \
         or leave `parent` out"
    );
}

/// A code that is a reason of gRPC errors is written as one (google.rpc's `ErrorInfo`).
///
/// # Panics
///
/// In `const`, as the compiler's error, where it is not.
#[track_caller]
pub const fn reason(taxon: &Taxon, code: &str) {
    assert!(
        taxon.domain().is_none() || is_reason(code.as_bytes()),
        "below a `domain`, a code is a reason of gRPC errors: write 3 to 63 of `A` to `Z`, digits and `_`, a letter \
         first and no `_` last"
    );
}

/// `[A-Z][A-Z0-9_]+[A-Z0-9]`, at most 63 characters (`google/rpc/error_details.proto`).
pub(crate) const fn is_reason(code: &[u8]) -> bool {
    let mut rest = code;
    while let [byte, after @ ..] = rest {
        if !matches!(byte, b'A'..=b'Z' | b'0'..=b'9' | b'_') {
            return false;
        }
        rest = after;
    }
    code.len() <= 63 && matches!(code, [b'A'..=b'Z', _, .., b'A'..=b'Z' | b'0'..=b'9'])
}

/// An arm of `catch!` that no earlier `e is …` arm takes.
///
/// # Panics
///
/// In `const`, as the compiler's error, where one does.
#[track_caller]
pub const fn not_taken(class: &Taxon, by: &Taxon) {
    assert!(!class.is_a(by), "an earlier arm takes this class already: write this arm before that one, or remove it");
}

/// An arm of `catch!` that no earlier `e: …` arm takes.
///
/// # Panics
///
/// In `const`, as the compiler's error, where one does.
#[track_caller]
pub const fn not_taken_by_value(class: &Taxon, by: &Taxon) {
    assert!(
        !class.embeds(by),
        "an earlier arm takes every value of this class, which is one of its class or has one in it: \
         write this arm before that one, or remove it"
    );
}
