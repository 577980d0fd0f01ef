// What a script adds to a page that is whole without it: a search, and the place in the tree.
"use strict";
(() => {
  const part = (name) => document.getElementById("page:" + name);
  const [search, query, results, found, tree] = ["search", "query", "results", "found", "tree"].map(part);
  const SHOWN = 20;

  // One entry per class, read from the page while nothing else is to do. A search does not wait for thousands of them: it
  // shows what it finds among those that are there, and looks again when all are.
  const articles = document.getElementsByTagName("article");
  const index = [];
  const texts = (article, kind) => Array.from(article.getElementsByClassName(kind), (element) => element.textContent);
  const entry = (article) => {
    const name = article.getElementsByTagName("h2")[0].textContent;
    const codes = texts(article, "k");
    const docs = texts(article, "d").join("\n");
    const members = texts(article, "m").join("\n");
    const status = texts(article, "s")[0] ?? "";
    const names = [name, ...name.split("::"), ...codes].map((each) => each.toLowerCase());
    const text = (docs + "\n" + members).toLowerCase();
    return { anchor: article.id, name, code: codes[0] ?? "", codes, status, docs, names, text };
  };
  const isRead = () => index.length === articles.length;
  let wasPartial = false;
  const read = (milliseconds) => {
    const end = performance.now() + milliseconds;
    while (!isRead() && performance.now() < end) index.push(entry(articles[index.length]));
  };
  const idle = window.requestIdleCallback ?? ((work) => setTimeout(work, 20, { timeRemaining: () => 10 }));
  const readIdly = (time) => {
    read(Math.max(time.timeRemaining() - 2, 1));
    if (!isRead()) idle(readIdly);
    else if (wasPartial) refresh();
  };

  // How well a word fits: the lower the better, -1 for not at all.
  const fit = (entry, word) => {
    let best = entry.status === word ? 1 : -1;
    for (const name of entry.names) {
      const at = name.indexOf(word);
      if (at < 0) continue;
      const here = at > 0 ? 3 : name.length > word.length ? 2 : 0;
      if (best < 0 || here < best) best = here;
    }
    if (best < 0 && entry.text.includes(word)) best = 4;
    return best;
  };
  const find = (text) => {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const hits = [];
    if (words.length === 0) return hits;
    read(8);
    wasPartial = !isRead();
    for (const entry of index) {
      let sum = 0;
      for (const word of words) {
        const one = fit(entry, word);
        sum = one < 0 ? -1 : sum + one;
        if (sum < 0) break;
      }
      if (sum >= 0) (hits[sum] ??= []).push(entry);
    }
    return hits.flat();
  };

  // The words around what was found in the text, else its beginning.
  const excerpt = (entry, text) => {
    const word = text.toLowerCase().split(/\s+/).find((each) => entry.text.indexOf(each) > 60) ?? "";
    const at = word ? Math.max(0, entry.docs.toLowerCase().indexOf(word) - 40) : 0;
    const end = at + 110;
    return (at > 0 ? "…" : "") + entry.docs.slice(at, end).trim() + (end < entry.docs.length ? "…" : "");
  };
  const element = (name, text) => Object.assign(document.createElement(name), { textContent: text });
  const option = (entry, text, number) => {
    const item = element("li", entry.name);
    item.id = "page:result-" + number;
    item.dataset.anchor = entry.anchor;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    if (entry.status) item.append(element("i", entry.status));
    const asked = text.trim().toLowerCase();
    const code = entry.codes.find((each) => each.toLowerCase().includes(asked)) ?? entry.code;
    if (code && code !== entry.name) item.append(element("span", code));
    const line = excerpt(entry, text);
    if (line) item.append(element("span", line));
    return item;
  };

  let active = -1;
  const select = (number) => {
    results.children[active]?.setAttribute("aria-selected", "false");
    active = number;
    const item = results.children[active];
    item?.setAttribute("aria-selected", "true");
    item?.scrollIntoView({ block: "nearest" });
    if (item) query.setAttribute("aria-activedescendant", item.id);
    else query.removeAttribute("aria-activedescendant");
  };
  const show = (isShown) => {
    results.hidden = !isShown;
    query.setAttribute("aria-expanded", String(isShown));
    if (!isShown) select(-1);
  };
  const update = () => {
    const hits = find(query.value);
    select(-1);
    results.replaceChildren(...hits.slice(0, SHOWN).map((entry, number) => option(entry, query.value, number)));
    show(hits.length > 0);
    const more = hits.length > SHOWN ? ", the first " + SHOWN + " are shown" : "";
    found.textContent = query.value.trim() ? (hits.length || "No") + (hits.length === 1 ? " class" : " classes") + more : "";
  };
  // What was chosen stays chosen, and a list that was left stays closed.
  const refresh = () => {
    const [isOpen, anchor] = [!results.hidden, results.children[active]?.dataset.anchor];
    update();
    if (!isOpen) show(false);
    else if (anchor) select(Array.from(results.children).findIndex((item) => item.dataset.anchor === anchor));
  };
  const go = (item) => {
    if (!item) return;
    location.hash = "#" + item.dataset.anchor;
    show(false);
    const heading = document.getElementById(item.dataset.anchor)?.querySelector("h2 a");
    heading?.focus({ preventScroll: true });
  };

  query.addEventListener("input", update);
  query.addEventListener("keydown", (event) => {
    const count = results.children.length;
    if (event.isComposing) return;
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count > 0) {
      const step = event.key === "ArrowDown" ? 1 : -1;
      const from = active < 0 && step < 0 ? 0 : active;
      show(true);
      select((from + step + count) % count);
    } else if (event.key === "Enter" && !results.hidden) {
      go(results.children[Math.max(active, 0)]);
    } else if (event.key === "Escape") {
      if (query.value === "") query.blur();
      query.value = "";
      update();
    } else {
      return;
    }
    event.preventDefault();
  });
  query.addEventListener("blur", () => show(false));
  // A press would take the focus from the box before the click comes.
  results.addEventListener("mousedown", (event) => event.preventDefault());
  results.addEventListener("click", (event) => go(event.target.closest("li")));
  document.addEventListener("keydown", (event) => {
    const typed = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typed || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    query.focus();
    query.select();
  });
  search.hidden = false;
  idle(readIdly);

  // Sections that come near are laid out, and move what follows: for some frames the place is kept.
  const settle = (place, frames) => {
    requestAnimationFrame(() => {
      place.scrollIntoView();
      if (frames > 1) settle(place, frames - 1);
    });
  };

  // The class that the address names, in the tree.
  let current;
  const mark = () => {
    let name = location.hash.slice(1);
    try {
      name = decodeURIComponent(name);
    } catch {
      // It is no name then, and as it stands none of the page's.
    }
    const place = document.getElementById(name);
    if (place) settle(place, 6);
    const anchor = place?.closest("article")?.id;
    current?.removeAttribute("aria-current");
    current = anchor && tree.querySelector('a[href="#' + CSS.escape(anchor) + '"]');
    if (!current) return;
    current.setAttribute("aria-current", "location");
    for (let up = current.closest("nav details"); up; up = up.parentElement.closest("nav details")) up.open = true;
    const box = tree.getBoundingClientRect();
    const at = current.getBoundingClientRect();
    if (at.top < box.top || at.bottom > box.bottom) tree.scrollTop += at.top - box.top - box.height / 3;
  };
  addEventListener("hashchange", mark);
  mark();
  // Where the tree stands above the classes, it makes room once one is chosen.
  tree.addEventListener("click", (event) => {
    if (event.target.closest("nav a")) tree.open = false;
  });
})();
