//! Whatever a contract says is text on its page: no markup, no script, nothing hidden.

mod fixture;

use std::collections::{BTreeMap, BTreeSet};

use errtax_contract::page;

/// A tag as it is written: its name and its attributes.
struct Tag<'a> {
    name: &'a str,
    attributes: Vec<(&'a str, &'a str)>,
}

/// What a browser makes of the markup, as far as such strict markup needs: `<` begins a tag, and in a tag an attribute's
/// value stands between double quotes.
fn tags(html: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        let end = after.find(|c: char| !c.is_ascii_alphanumeric() && !"/!".contains(c)).unwrap();
        let (name, mut inside) = after.split_at(end);
        let mut attributes = Vec::new();
        while let Some(attribute) = inside.strip_prefix(' ') {
            let end = attribute.find([' ', '=', '>']).unwrap();
            let (key, after) = attribute.split_at(end);
            let (value, after) = match after.strip_prefix("=\"") {
                Some(after) => after.split_once('"').unwrap(),
                None => ("", after),
            };
            attributes.push((key, value));
            inside = after;
        }
        rest = inside.strip_prefix('>').unwrap_or_else(|| panic!("<{name} … {}", &inside[..inside.len().min(80)]));
        tags.push(Tag { name, attributes });
    }
    tags
}

/// The page without the text of its own style and script.
fn markup(page: &str) -> String {
    let (head, rest) = page.split_once("<style>").unwrap();
    let (_, rest) = rest.split_once("</style>").unwrap();
    let (body, script) = rest.rsplit_once("<script>").unwrap();
    assert!(script.ends_with("</script>\n</body>\n</html>") || script.ends_with("</html>\n"), "{script}");
    assert_eq!(script.matches("</script>").count(), 1);
    head.to_owned() + body
}

fn hostile() -> String {
    page::render(&fixture::hostile(), &fixture::hostile_answers())
}

#[test]
fn no_text_becomes_a_tag_or_an_attribute() {
    let known_tags: BTreeSet<_> =
        "!doctype html head meta title body a header h1 h2 h3 p div input kbd ul li details summary \
         nav i main section article code b span table thead tbody tr th td small pre q em strong del ol"
            .split_whitespace()
            .collect();
    let known_attributes: BTreeSet<_> =
        "html lang charset http-equiv content name class href id role hidden type open scope \
         dir tabindex autocomplete autocapitalize spellcheck placeholder start"
            .split_whitespace()
            .collect();
    let html = markup(&hostile());
    let mut seen = 0;
    for tag in tags(&html) {
        let name = tag.name.trim_start_matches('/').trim_end_matches('/');
        assert!(known_tags.contains(name), "<{name}>");
        for (key, value) in tag.attributes {
            assert!(known_attributes.contains(key) || key.starts_with("aria-"), "<{name} {key}=\"{value}\">");
            seen += 1;
        }
    }
    assert!(seen > 500, "{seen}");
}

#[test]
fn links_lead_to_the_page_itself_or_into_the_web() {
    for page in [hostile(), page::render(&fixture::tables(), &fixture::answers())] {
        let html = markup(&page);
        let tags = tags(&html);
        let all = |key| {
            let found =
                |tag: &Tag<'_>| tag.attributes.iter().find(|(k, _)| *k == key).map(|(_, value)| (*value).to_owned());
            tags.iter().filter_map(found).collect::<Vec<_>>()
        };
        let ids: BTreeSet<_> = all("id").into_iter().collect();
        assert_eq!(ids.len(), all("id").len(), "an id twice");
        for link in all("href") {
            match link.strip_prefix('#') {
                Some(anchor) => assert!(ids.contains(anchor), "no place for #{anchor}"),
                None => assert!(
                    ["https://example.com", "https://docs.rs/errtax", "mailto:a@example.com"]
                        .iter()
                        .any(|known| link.starts_with(known)),
                    "{link}"
                ),
            }
        }
    }
}

#[test]
fn what_hides_or_moves_text_is_written_out() {
    let page = hostile();
    let hidden: BTreeSet<char> = page
        .chars()
        .filter(|c| {
            c.is_control() && !matches!(c, '\n' | '\t') || "\u{202e}\u{2069}\u{200e}\u{200f}\u{2028}".contains(*c)
        })
        .collect();
    assert!(hidden.is_empty(), "{hidden:?}");
    // As names, in docs, as entities in docs, and in answers.
    assert!(page.contains(">\\u{202e}evil\\u{2069}\\u{200f}</a>"));
    assert!(page.contains("\\u{202e}\\u{200e}\\u{200f} \\u{202e}moved ref"));
    assert!(page.contains("<code>\\u{0}\\u{1b}[31m\\u{7}\\u{85}\\u{2028}</code>"));
}

#[test]
fn markup_in_texts_stays_readable() {
    let page = hostile();
    assert!(page.contains("&lt;div onclick=\"window.executed=1\"&gt;block&lt;/div&gt;"));
    assert!(page.contains("<p>text &lt;b onmouseover=window.executed=1&gt;inline&lt;/b&gt;"));
    assert!(page.contains("{{ 7 * 7 }}{% raw %}"), "a template in a text is no template");
    assert!(!page.contains("javascript:window.executed=1)\">") && !page.contains("href=\"java"));
}

#[test]
fn the_policy_allows_nothing_but_the_page_itself() {
    let page = page::render(&fixture::tables(), &BTreeMap::new());
    let policy = tags(&markup(&page)).into_iter().find(|tag| tag.name == "meta" && tag.attributes.len() == 2).is_some();
    assert!(policy);
    let (before, after) = page.split_once("Content-Security-Policy\" content=\"").unwrap();
    assert!(!before.contains("<style") && !before.contains("<script"), "it comes before what it rules");
    let policy = after.split_once('"').unwrap().0.replace("&#x27;", "'").replace("&#x2f;", "/");
    let directives: BTreeMap<_, _> = policy.split("; ").filter_map(|directive| directive.split_once(' ')).collect();
    assert_eq!(directives["default-src"], "'none'");
    for kind in ["style-src", "script-src"] {
        assert!(
            directives[kind].starts_with("'sha256-") && !directives[kind].contains(' '),
            "{kind} {}",
            directives[kind]
        );
    }
    assert_eq!((directives["base-uri"], directives["form-action"]), ("'none'", "'none'"));
    assert_eq!(directives.len(), 6);
}
