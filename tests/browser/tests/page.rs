//! The page as its readers meet it: whole without a script, searched by keyboard with one, on a phone.

#[path = "../../../errtax-contract/tests/fixture/mod.rs"]
mod fixture;

use errtax_browser_tests::Browser;
use errtax_contract::page;
use fantoccini::key::Key;

fn html() -> String {
    page::render(&fixture::tables(), &fixture::answers())
}

async fn no_complaints(browser: &Browser) {
    assert_eq!(browser.complaints().await, Vec::<String>::new());
}

/// The options that are shown, the selected one in brackets.
const OPTIONS: &str = "Array.from(document.querySelectorAll('[role=option]'), o => o.getAttribute('aria-selected') === 'true' ? \
                       '[' + o.firstChild.data + ']' : o.firstChild.data).join(' ')";

/// Whether the class of an anchor is at the top of the window.
fn is_read(anchor: &str) -> String {
    format!(
        "(() => {{ const box = document.getElementById('{anchor}').getBoundingClientRect(); \
         return box.top > -20 && box.top < 150; }})()"
    )
}

/// A frame later.
const SETTLED: &str = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";

#[tokio::test]
async fn without_a_script_all_is_there_and_nothing_offers_what_does_not_work() {
    let Some(browser) = Browser::start(1280).await else { return };
    browser.without_script().await;
    browser.open(&html(), "").await;
    let count = fixture::tables().classes.len();
    assert_eq!(browser.ask("document.querySelectorAll('article').length").await, count);
    assert_eq!(browser.ask("document.querySelectorAll('nav li > a, nav summary > a').length").await, count);
    let hidden = "document.querySelector('[role=search]').checkVisibility()";
    assert_eq!(browser.ask(hidden).await, false, "a search box that does nothing");
    assert_eq!(browser.ask("document.querySelector('nav a').checkVisibility()").await, true, "the tree is shown");
    // Far sections are laid out when they are near, and hidden by nothing else.
    let all = "Array.from(document.querySelectorAll('article, article *')).filter(e => !e.closest('details')) \
               .every(e => e.checkVisibility({ contentVisibilityAuto: false }))";
    assert_eq!(browser.ask(all).await, true);
    let text = browser.text("document.body.textContent").await;
    for shown in ["Whatever a call to DynamoDB or S3 can fail with", "Too Many Requests", "READ_CAPACITY"] {
        assert!(text.contains(shown), "no {shown}");
    }
    // An answer is unfolded by a click alone.
    let answer = "document.querySelector('#Throttled details pre').checkVisibility({ contentVisibilityAuto: false })";
    assert_eq!(browser.ask(answer).await, false);
    browser.ask("document.querySelector('#Throttled details summary').click()").await;
    assert_eq!(browser.ask(answer).await, true);
    no_complaints(&browser).await;
}

#[tokio::test]
async fn an_anchor_shows_its_class_and_the_place_in_the_tree() {
    let Some(browser) = Browser::start(1280).await else { return };
    for (anchor, article) in [
        ("Throttled", "Throttled"),
        ("LockLost.Taken", "LockLost.Taken"),
        ("id:tables::NoAnswer", "NoAnswer"),
        ("id:errtax_core::category::NotFound", "id:errtax_core::category::NotFound"),
    ] {
        browser.open(&html(), anchor).await;
        browser.ask(SETTLED).await;
        assert_eq!(browser.ask(&is_read(article)).await, true, "{anchor}");
        let current = browser.text("document.querySelector('nav [aria-current=location]').hash").await;
        assert_eq!(current, format!("#{article}"));
    }
    no_complaints(&browser).await;
}

#[tokio::test]
async fn a_search_finds_by_name_code_alias_status_and_text() {
    let Some(browser) = Browser::start(1280).await else { return };
    browser.open(&html(), "").await;
    for (asked, found) in [
        ("lockt", "LockTableNotFound"),
        ("ConditionalCheckFailed", "ConditionFailed"),
        ("provisionedthroughput", "Throttled"),
        ("slowdown", "Throttled"),
        ("nosuchkey", "ResourceNotFound"),
        ("404", "ResourceNotFound LockTableNotFound"),
        ("429 burst", "BurstThrottled"),
        ("renewed", ""),
        ("hot", "PartitionThrottled"),
        ("read_capacity", "Throttled"),
        ("category::notf", "category::NotFound"),
        ("throttled", "Throttled category::Throttled BurstThrottled PartitionThrottled TablesError"),
    ] {
        browser.ask("document.activeElement?.blur()").await;
        browser.press(['/']).await;
        browser.press(asked.chars()).await;
        assert_eq!(browser.text(OPTIONS).await, found, "{asked}");
        let is_open = browser.text("document.activeElement.getAttribute('aria-expanded')").await;
        assert_eq!(is_open, (!found.is_empty()).to_string(), "{asked}");
        let status = browser.text("document.querySelector('[role=status]').textContent").await;
        let count = match found.split_whitespace().count() {
            0 => "No classes".to_owned(),
            1 => "1 class".to_owned(),
            count => format!("{count} classes"),
        };
        assert_eq!(status, count, "{asked}");
    }
    no_complaints(&browser).await;
}

#[tokio::test]
async fn a_search_is_used_by_keyboard_alone() {
    let Some(browser) = Browser::start(1280).await else { return };
    browser.open(&html(), "").await;
    let [up, down, enter, escape] = [Key::Up, Key::Down, Key::Enter, Key::Escape].map(char::from);
    let in_box = "document.activeElement.getAttribute('role') === 'combobox'";
    assert_eq!(browser.ask(in_box).await, false);
    browser.press("/404".chars()).await;
    assert_eq!(browser.ask(in_box).await, true, "`/` leads into the box");
    assert_eq!(browser.text(OPTIONS).await, "ResourceNotFound LockTableNotFound");
    for (key, options) in [
        (down, "[ResourceNotFound] LockTableNotFound"),
        (down, "ResourceNotFound [LockTableNotFound]"),
        (down, "[ResourceNotFound] LockTableNotFound"),
        (up, "ResourceNotFound [LockTableNotFound]"),
    ] {
        browser.press([key]).await;
        assert_eq!(browser.text(OPTIONS).await, options);
        let active =
            "document.getElementById(document.activeElement.getAttribute('aria-activedescendant')).ariaSelected";
        assert_eq!(browser.text(active).await, "true", "what is selected is announced");
    }
    browser.press([enter]).await;
    browser.ask(SETTLED).await;
    assert_eq!(browser.text("location.hash").await, "#LockTableNotFound");
    assert_eq!(browser.ask(&is_read("LockTableNotFound")).await, true);
    assert_eq!(browser.text("document.activeElement.textContent").await, "LockTableNotFound", "reading goes on there");

    // `/` again selects what was asked; Escape empties the box, and leaves it.
    browser.press("/hot".chars()).await;
    assert_eq!(browser.text(OPTIONS).await, "PartitionThrottled");
    browser.press([escape]).await;
    assert_eq!(browser.text("document.activeElement.value").await, "");
    assert_eq!(browser.ask("document.querySelector('[role=listbox]').hidden").await, true);
    browser.press([escape]).await;
    assert_eq!(browser.ask(in_box).await, false);
    no_complaints(&browser).await;
}

#[tokio::test]
async fn nothing_of_a_hostile_contract_is_run_loaded_or_taken_for_markup() {
    let Some(browser) = Browser::start(1280).await else { return };
    let html = page::render(&fixture::hostile(), &fixture::hostile_answers());
    browser.open(&html, "").await;
    // Each result is made of these texts too.
    for asked in ["/script", "/img", "/svg", "/evil", "/base"] {
        browser.ask("document.activeElement?.blur()").await;
        browser.press(asked.chars()).await;
        assert_ne!(browser.text(OPTIONS).await, "", "{asked}");
    }
    browser.ask("document.querySelectorAll('details').forEach(each => each.open = true)").await;
    browser
        .ask("document.querySelectorAll('main *').forEach(each => each.dispatchEvent(new Event('mouseover')))")
        .await;
    browser.ask(SETTLED).await;
    assert_eq!(browser.ask("typeof window.executed").await, "undefined");
    assert_eq!(browser.ask("document.scripts.length").await, 1);
    assert_eq!(
        browser.ask("document.querySelectorAll('img, svg, base, iframe, object, [onclick], [style]').length").await,
        0
    );
    assert_eq!(browser.ask("document.title").await, "</script><script>window.executed=1</script>");
    let schemes = "Array.from(new Set(Array.from(document.links, a => a.protocol))).sort().join(' ')";
    assert_eq!(browser.text(schemes).await, "file: https: mailto:");
    let leaves =
        "Array.from(document.links).filter(a => a.protocol === 'file:' && a.pathname !== location.pathname).length";
    assert_eq!(browser.ask(leaves).await, 0);
    assert_eq!(browser.ask("performance.getEntriesByType('resource').length").await, 0, "nothing was loaded");
    no_complaints(&browser).await;
    // Such a script would be run, were it not for the policy: this is what the log then says.
    let run = "document.body.append(Object.assign(document.createElement('img'), { src: 'x.png' }))";
    browser.ask(run).await;
    browser.ask("new Promise(done => setTimeout(() => done(true), 100))").await;
    let complaints = browser.complaints().await;
    assert!(complaints.iter().any(|complaint| complaint.contains("Content Security Policy")), "{complaints:?}");
}

#[tokio::test]
async fn on_a_phone_nothing_is_wider_than_the_screen_and_the_tree_is_unfolded() {
    let Some(browser) = Browser::start(360).await else { return };
    let pages = [html(), page::render(&fixture::hostile(), &fixture::hostile_answers())];
    for html in &pages {
        browser.open(html, "").await;
        // Sections far away are laid out too.
        let all = "const sheet = new CSSStyleSheet(); \
                   sheet.replaceSync('article, .g { content-visibility: visible !important }'); document.adoptedStyleSheets = [sheet]; document.documentElement.scrollWidth";
        assert_eq!(browser.ask(all).await, 360);
        browser.ask("document.querySelectorAll('details').forEach(each => each.open = true)").await;
        assert_eq!(browser.ask("document.documentElement.scrollWidth").await, 360);
    }
    browser.open(&pages[0], "").await;
    let is_shown = "document.querySelector('nav a').checkVisibility({ contentVisibilityAuto: true })";
    let tree = "document.querySelector('header > details > summary')";
    assert_eq!(browser.ask(&format!("{tree}.checkVisibility()")).await, true);
    assert_eq!(browser.ask(is_shown).await, false, "the tree is folded");
    browser.ask(&format!("{tree}.click()")).await;
    browser.ask(SETTLED).await;
    assert_eq!(browser.ask(is_shown).await, true);
    browser.ask("document.querySelector('nav a[href=\"#Unknown\"]').click()").await;
    browser.ask(SETTLED).await;
    assert_eq!(browser.ask(is_shown).await, false, "once a class is chosen, the tree makes room");
    assert_eq!(browser.ask(&is_read("Unknown")).await, true);
    browser.resize(1280).await;
    assert_eq!(browser.ask(is_shown).await, true, "on a wide screen it is always there");
    no_complaints(&browser).await;
}

/// The lowest contrast of any text to what is behind it (WCAG 2.2, 1.4.3), and where that is.
const CONTRAST: &str = "(() => {
    const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
    const light = (colour) => parts(colour).slice(0, 3).map(c => c / 255)
        .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
        .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
    const behind = (e) => {
        for (; e; e = e.parentElement) {
            const colour = getComputedStyle(e).backgroundColor;
            if (!/^rgba\\(.*, 0\\)$/.test(colour)) return colour;
        }
        return 'rgb(255, 255, 255)';
    };
    let lowest = [99, ''];
    for (const e of document.querySelectorAll('body *')) {
        if (!Array.from(e.childNodes).some(n => n.nodeType === 3 && n.data.trim())) continue;
        if (['SCRIPT', 'STYLE'].includes(e.tagName)) continue;
        const [a, b] = [light(getComputedStyle(e).color), light(behind(e))].sort((x, y) => y - x);
        const ratio = (a + 0.05) / (b + 0.05);
        if (ratio < lowest[0]) lowest = [ratio, e.outerHTML.slice(0, 80)];
    }
    return lowest;
})()";

#[tokio::test]
async fn every_text_has_contrast_enough_in_light_and_in_dark() {
    let Some(browser) = Browser::start(1280).await else { return };
    let mut backgrounds = Vec::new();
    for scheme in ["light", "dark"] {
        let features = serde_json::json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        browser.devtools("Emulation.setEmulatedMedia", features).await;
        browser.open(&html(), "").await;
        browser.press("/t".chars()).await;
        let lowest = browser.ask(CONTRAST).await;
        assert!(lowest[0].as_f64().unwrap() >= 4.5, "{scheme}: {lowest}");
        backgrounds.push(browser.text("getComputedStyle(document.body).backgroundColor").await);
    }
    assert_ne!(backgrounds[0], backgrounds[1]);
}
