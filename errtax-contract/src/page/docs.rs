//! Doc comments as HTML. What a comment says is text: no markup of its own, no image, no script reaches the page.

use pulldown_cmark::{
    BrokenLink, CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html,
};

use super::paths::Paths;
use crate::visible::visible;

/// The Markdown of the docs of the class `from`, as HTML.
pub(super) fn to_html(markdown: &str, paths: &Paths<'_>, from: &str) -> String {
    let link = |broken: BrokenLink<'_>| intra_doc(&broken, paths, from);
    let events = Parser::new_with_broken_link_callback(markdown, options(), Some(link));
    let mut out = String::with_capacity(markdown.len() * 3 / 2);
    html::push_html(&mut out, Safe::new(events, paths, from));
    out
}

/// The first paragraph, as text; what is longer than some 200 bytes is cut between words.
pub(super) fn summary(markdown: &str) -> String {
    const LONGEST: usize = 200;
    let link =
        |broken: BrokenLink<'_>| is_code(&broken.reference).then_some((CowStr::Borrowed(""), CowStr::Borrowed("")));
    let mut text = String::new();
    for event in Parser::new_with_broken_link_callback(markdown, options(), Some(link)) {
        match event {
            Event::Text(part) | Event::Code(part) | Event::InlineHtml(part) | Event::Html(part) => text += &part,
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::HtmlBlock | TagEnd::CodeBlock) => break,
            _ => {}
        }
    }
    let end = text.trim_end().len();
    if end <= LONGEST {
        text.truncate(end);
        return text;
    }
    let words = text.match_indices(' ').map(|(at, _)| at).take_while(|at| *at <= LONGEST);
    let boundary = || (0..=LONGEST).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    let cut = words.last().unwrap_or_else(boundary);
    text.truncate(cut);
    text + "…"
}

/// What rustdoc reads, but for footnotes, whose anchors would be the same for every class.
fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS
}

fn is_code(reference: &str) -> bool {
    reference.len() > 2 && reference.starts_with('`') && reference.ends_with('`')
}

/// `[Name]`: a link where the name is that of a class. In code quotes it loses its brackets anyhow, since rustdoc knows
/// more items than there are classes.
fn intra_doc(broken: &BrokenLink<'_>, paths: &Paths<'_>, from: &str) -> Option<(CowStr<'static>, CowStr<'static>)> {
    let is_known = paths.resolve(&broken.reference, from).is_some();
    let target = || (CowStr::from(broken.reference.to_string()), CowStr::Borrowed(""));
    (is_known || is_code(&broken.reference)).then(target)
}

/// Events of which nothing can harm the page.
struct Safe<'a, I> {
    events: I,
    paths: &'a Paths<'a>,
    from: &'a str,
    /// Whether each link that is open has become one: those that have not leave their text behind.
    open: Vec<bool>,
    /// Whether the code block that is open is Rust.
    rust: Option<bool>,
}

impl<'a, 'm, I: Iterator<Item = Event<'m>>> Safe<'a, I> {
    fn new(events: I, paths: &'a Paths<'a>, from: &'a str) -> Self {
        Self { events, paths, from, open: Vec::new(), rust: None }
    }

    fn start(&mut self, tag: Tag<'m>) -> Event<'m> {
        match tag {
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => self.link(&dest_url),
            Tag::CodeBlock(kind) => {
                self.rust = Some(is_rust(&kind));
                Event::Start(Tag::CodeBlock(CodeBlockKind::Indented))
            }
            Tag::Heading { level, .. } => {
                Event::Start(Tag::Heading { level: below(level), id: None, classes: vec![], attrs: vec![] })
            }
            // Alignment would be a style in an attribute, which the page's policy forbids.
            Tag::Table(columns) => Event::Start(Tag::Table(vec![pulldown_cmark::Alignment::None; columns.len()])),
            Tag::HtmlBlock => Event::Start(Tag::Paragraph),
            other => Event::Start(other),
        }
    }

    fn end(&mut self, tag: TagEnd) -> Event<'m> {
        match tag {
            TagEnd::Link | TagEnd::Image if self.open.pop() == Some(true) => Event::End(TagEnd::Link),
            TagEnd::Link | TagEnd::Image => Event::Text(CowStr::Borrowed("")),
            TagEnd::Heading(level) => Event::End(TagEnd::Heading(below(level))),
            TagEnd::HtmlBlock => Event::End(TagEnd::Paragraph),
            TagEnd::CodeBlock => {
                self.rust = None;
                Event::End(TagEnd::CodeBlock)
            }
            other => Event::End(other),
        }
    }

    /// A link to a class of the page, or out into the web.
    fn link(&mut self, target: &str) -> Event<'m> {
        let is_inside_a_link = self.open.contains(&true);
        let dest_url = if is_outside(target) { Some(target.to_owned()) } else { self.anchor(target) };
        let dest_url = dest_url.filter(|_| !is_inside_a_link);
        self.open.push(dest_url.is_some());
        match dest_url {
            Some(dest_url) => {
                let dest_url = CowStr::from(dest_url);
                let (title, id) = (CowStr::Borrowed(""), CowStr::Borrowed(""));
                Event::Start(Tag::Link { link_type: LinkType::Inline, dest_url, title, id })
            }
            None => Event::Text(CowStr::Borrowed("")),
        }
    }

    fn anchor(&self, target: &str) -> Option<String> {
        self.paths.resolve(target, self.from).map(|anchor| format!("#{anchor}"))
    }

    fn text(&self, text: &str) -> CowStr<'m> {
        match self.rust {
            Some(true) => CowStr::from(visible(&without_hidden_lines(text)).into_owned()),
            _ => CowStr::from(visible(text).into_owned()),
        }
    }
}

impl<'m, I: Iterator<Item = Event<'m>>> Iterator for Safe<'_, I> {
    type Item = Event<'m>;

    fn next(&mut self) -> Option<Event<'m>> {
        Some(match self.events.next()? {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => Event::Text(self.text(&text)),
            Event::Code(text) => Event::Code(self.text(&text)),
            other => other,
        })
    }
}

/// Nothing but these is a link: what a browser might run (`javascript:`, `data:`) begins with none of them.
fn is_outside(target: &str) -> bool {
    let has = |scheme: &str| target.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    ["https://", "http://", "mailto:"].into_iter().any(has)
}

/// The class's name is a heading of the second level, and the parts of its section are of the third.
const fn below(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 => HeadingLevel::H3,
        HeadingLevel::H2 => HeadingLevel::H4,
        HeadingLevel::H3 => HeadingLevel::H5,
        _ => HeadingLevel::H6,
    }
}

/// Whether rustdoc takes the block for Rust: it says so, or says nothing but how to test it
/// ([the rustdoc book](https://doc.rust-lang.org/rustdoc/write-documentation/documentation-tests.html)).
fn is_rust(kind: &CodeBlockKind<'_>) -> bool {
    let CodeBlockKind::Fenced(words) = kind else { return true };
    let mut words = words.split([',', ' ', '\t']).filter(|word| !word.is_empty()).peekable();
    let is_how = |word: &str| {
        let plain = ["should_panic", "no_run", "compile_fail", "test_harness", "standalone_crate"];
        let number = word.strip_prefix("edition").or_else(|| word.strip_prefix('E'));
        plain.contains(&word)
            || word.starts_with("ignore")
            || number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
    };
    words.clone().any(|word| word == "rust") || words.all(is_how)
}

/// Without the lines that rustdoc hides: `# let client = …`. Two `#` stand for one.
fn without_hidden_lines(code: &str) -> String {
    let shown = |line: &str| {
        let trimmed = line.trim();
        if trimmed.starts_with("##") {
            Some(line.replacen("##", "#", 1))
        } else if trimmed == "#" || trimmed.starts_with("# ") {
            None
        } else {
            Some(line.to_owned())
        }
    };
    code.split_inclusive('\n').filter_map(shown).collect()
}
