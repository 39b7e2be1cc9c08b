import assert from "node:assert/strict";
import fc from "fast-check";
import { Html, html } from "../../../../../src/core/features/sourcePage/html";
import { pageShell } from "../../../../../src/core/features/sourcePage/pageShell";
import { referenceMarkup } from "../../../../../src/core/features/sourcePage/referenceMarkup";
import { actionsOf, hostile, pageOf, viewOf, writtenOf } from "./pages";

/** Elements and attributes of HTML that only the product writes, with what would be dangerous in either. */
function tagsIn(text: string): readonly string[] {
  return [...text.matchAll(/<\/?([a-z][\w-]*)/gi)].map((match) => match[1] ?? "");
}

const known = new Set([
  "header", "p", "h1", "h2", "h3", "code", "div", "button", "section", "ul", "li", "article", "mark", "span", "details", "summary", "table", "thead", "tbody", "tr", "th", "td", "pre",
  "figure", "figcaption", "svg", "rect", "i", "b", "sup", "sub",
]);

describe("The page of a source", () => {
  const refs = "@article{doe2001, author={Doe, Jane and Roe, Richard}, title={A {T}itle \\& more}, journal={J}, year=2001, doi={10.1000/xyz}, abstract={What it says.}, crossref={whole}}\n"
    + "@proceedings{whole, title={Whole}, publisher={P}, year=2000}";
  const files = { "paper.md": "---\nbibliography: refs.bib\n---\nAs @doe2001 says <b>here</b>.\n", "other.tex": "\\cite{doe2001}", "refs.bib": refs };

  it("tells what there is: title, people, fields own and inherited, citations, links, entry, library", async () => {
    const { title, html: text } = await writtenOf(files, { uri: "file:///paper/refs.bib", key: "doe2001" });
    assert.equal(title, "A Title & more");
    for (const part of [
      "<h1>A Title &amp; more</h1>", "Doe, J.; Roe, R. · J · 2001", "<code>doe2001</code>", "<th scope=\"row\">journal</th><td>J</td>", "<th scope=\"row\">publisher</th><td>P <span class=\"hint\">inherited</span></td>",
      "As @<mark>doe2001</mark> says &lt;b&gt;here&lt;/b&gt;.", "line 4", "other.tex", "https://doi.org/10.1000/xyz", "What it says.", "@article{doe2001, author={Doe, Jane and Roe, Richard}", "libraryOf refs.bib",
    ]) assert.ok(text.includes(part), `${part} is missing from ${text}`);
  });

  it("its controls lead where they say", async () => {
    const written = await writtenOf(files, { uri: "file:///paper/refs.bib", key: "doe2001" });
    const actions = actionsOf(written);
    const kinds = new Set(actions.map(({ kind }) => kind));
    assert.deepEqual([...kinds].sort(), ["chooseStyle", "command", "copy", "filter", "goTo", "openAddress", "pin", "show"].sort());
    assert.deepEqual(actions.find(({ kind }) => kind === "openAddress"), { kind: "openAddress", address: "https://doi.org/10.1000/xyz" });
    assert.deepEqual(actions.filter((action) => action.kind === "goTo" && action.place.uri.endsWith("paper.md")).map((action) => action.kind === "goTo" && files["paper.md"].slice(action.place.range.start, action.place.range.end)), ["doe2001"]);
    assert.ok(actions.some((action) => action.kind === "filter" && action.filter.years?.[0] === 2001));
  });

  it("a chart's bar that the view is filtered by is pressed, and takes the filter back", async () => {
    const view = await viewOf(files, { uri: "file:///paper/refs.bib" });
    const { html: text, actions } = pageOf({ ...view, filter: { ...view.filter, years: [2001, 2001] } });
    const number = /data-id="year-2001" data-action="(\d+)"[^>]* aria-pressed="true"/.exec(text)?.[1];
    const action = actions.at(Number(number));
    assert.deepEqual(action?.kind === "filter" && action.filter.years, []);
  });

  it("says so where a source or a library is gone", async () => {
    assert.match((await writtenOf(files, { uri: "file:///paper/refs.bib", key: "nobody" })).html, /gone <code>nobody<\/code>.*<h1>refs\.bib<\/h1>/s);
    assert.match((await writtenOf(files, { uri: "file:///paper/lost.bib", key: "a" })).html, /goneLibrary/);
    assert.equal((await writtenOf(files, { uri: "file:///paper/refs.bib", key: "__proto__" })).title, "refs.bib");
  });

  it("nothing that a source holds becomes markup, an attribute, an address or an action", async () => {
    for (const text of hostile) {
      const item = { id: text, type: text, title: text, author: [{ family: text, given: text }], abstract: text, URL: text, DOI: text, "container-title": text, note: text, [text]: { a: text }, issued: { literal: text } };
      const written = await writtenOf({ "refs.json": JSON.stringify([item]), "paper.md": `[@{${text}}] ${text}` }, { uri: "file:///paper/refs.json", key: text }, [text, text]);
      assert.deepEqual(tagsIn(written.html).filter((tag) => !known.has(tag)), [], text);
      assert.deepEqual([...written.html.matchAll(/\son\w+\s*=\s*["']|\sstyle\s*=|\shref\s*=|\ssrc\s*=|<[^<>]*javascript:/gi)].filter(([match]) => match.startsWith(" ") && isAttribute(written.html, match)), [], text);
      const addresses = actionsOf(written).flatMap((action) => action.kind === "openAddress" ? [action.address] : []);
      assert.ok(addresses.every((address) => /^https?:\/\//.test(address)), text);
      assert.doesNotMatch(written.html, /[\u0000-\u0008\u202a-\u202e\u2066-\u2069]/);
    }
  });

  /** Whether some text stands in a tag outside of its quoted values. */
  function isAttribute(page: string, text: string): boolean {
    return [...page.matchAll(/<[^<>]*>/g)].some(([tag]) => tag.replace(/"[^"]*"/g, "\"\"").includes(text));
  }
});

describe("HTML of templates", () => {
  it("escapes values, and leaves HTML as it is", () => {
    assert.equal(html`<p title="${"\"><script>"}">${"<b>"}${[1, undefined, new Html("<i>")]}</p>`.text, "<p title=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;1<i></p>");
  });

  it("no text leads out of an element or an attribute", () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom("<", ">", "\"", "'", "&", "`", "=", "/", "a", " ", "\u0000", "\ud800") }), (text) => {
      assert.match(html`<p title="${text}">${text}</p>`.text, /^<p title="[^"<>]*">[^<>]*<\/p>$/);
    }));
  });

  it("the shell allows nothing but its own script and style", () => {
    const shell = pageShell({ title: "</title><script>", language: "en", cspSource: "https://csp", scriptUri: "https://csp/a.js", styleUri: "https://csp/a.css", nonce: "abc" });
    assert.match(shell, /content="default-src &#39;none&#39;; style-src https:\/\/csp; script-src &#39;nonce-abc&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"/);
    assert.equal(shell.match(/<script/g)?.length, 1);
  });
});

describe("References as pages show them", () => {
  const cases: readonly (readonly [written: string, expected: string])[] = [
    ["Doe, <i>A &amp; B</i>", "Doe, <i>A &amp; B</i>"],
    ["<span style=\"font-variant:small-caps;\">Doe</span>", "<span class=\"small-caps\">Doe</span>"],
    ["<div class=\"csl-left-margin\">[1]</div><div class=\"csl-right-inline\">Doe</div>", "<div class=\"csl-left-margin\">[1]</div><div class=\"csl-right-inline\">Doe</div>"],
    ["<a href=\"https://doi.org/10.1/x\">x</a>", "<span>x</span>"],
    ["<i onclick=\"evil()\">a</i><script>b</script>", "<i>a</i>&#60;script&#62;b&#60;/script&#62;"],
    ["<i>not closed", "<i>not closed</i>"],
    ["</p></i>a & b", "&#60;/p&#62;a &amp; b"],
    ["<iframe src=x>", "&#60;iframe src=x&#62;"],
  ];
  for (const [written, expected] of cases) it(written, () => assert.equal(referenceMarkup(written).text, expected));

  it("have no tags but known ones, and close them all", () => {
    const piece = fc.constantFrom("<i>", "</i>", "<b>", "</b>", "<img src=x onerror=a>", "<a href=\"x\">", "</a>", "<", ">", "&", "&lt;", "text", "\"", "<!--", "<svg/onload=x>");
    fc.assert(fc.property(fc.array(piece).map((pieces) => pieces.join("")), (written) => {
      const { text } = referenceMarkup(written);
      const open: string[] = [];
      for (const [tag, close, name = ""] of text.matchAll(/<(\/?)([a-z]+)>/g)) {
        if (close === "") open.push(name);
        else assert.equal(open.pop(), name, tag);
      }
      assert.deepEqual(open, []);
      assert.doesNotMatch(text.replace(/<\/?(?:i|b|span)>/g, ""), /[<>]/);
    }));
  });
});
