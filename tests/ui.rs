//! What the derive refuses, and in which words: `tests/ui/<subject>/<what-is-wrong>`, one refusal a file.
//!
//! `TRYBUILD=overwrite cargo test --test ui` accepts new wordings.

// The compiler writes a part of each text, and from release to release otherwise.
#[rustversion::attr(
    not(stable(1.95)),
    ignore = "the refusals were written down on Rust 1.95: `cargo +1.95 test --test ui`"
)]
#[test]
fn a_refusal_says_what_is_wrong_and_what_to_write() {
    trybuild::TestCases::new().compile_fail("tests/ui/*/*.rs");
}
