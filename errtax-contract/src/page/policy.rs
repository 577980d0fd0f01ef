//! The page's style and its script, and the hashes by which its policy allows them.

/// The style sheet.
pub(super) const STYLE: &str = include_str!("page.css");
/// What adds the search. The page is whole without it.
pub(super) const SCRIPT: &str = include_str!("page.js");

/// SHA-256 of the style sheet, in base64. A test holds it to be true.
const STYLE_HASH: &str = "svq88kBcfK4Id+5ZbHBVxrCrSuJzhDVmPzQrrQR6iRA=";
/// The same of the script.
const SCRIPT_HASH: &str = "VWQ7eou/Sjvk61OY9fBVJAQ6gmPoqGhyKn6835OVCtQ=";

/// The page's Content-Security-Policy (<https://www.w3.org/TR/CSP3/>): nothing is loaded, sent or run but these two.
pub(super) fn policy() -> String {
    format!(
        "default-src 'none'; style-src 'sha256-{STYLE_HASH}'; script-src 'sha256-{SCRIPT_HASH}'; base-uri 'none'; \
         form-action 'none'; require-trusted-types-for 'script'"
    )
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;
    use sha2::{Digest as _, Sha256};

    use super::{SCRIPT, SCRIPT_HASH, STYLE, STYLE_HASH};

    #[test]
    fn the_policy_names_the_style_and_the_script_that_are_there() {
        for (file, text, stated) in [("page.css", STYLE, STYLE_HASH), ("page.js", SCRIPT, SCRIPT_HASH)] {
            assert!(!text.contains("</") && !text.contains('\r'), "{file} would not be hashed as it is written");
            let hash = STANDARD.encode(Sha256::digest(text));
            assert_eq!(stated, hash, "{file} has changed: state its hash in policy.rs");
        }
    }
}
