import assert from "node:assert/strict";
import fc from "fast-check";
import { parseMarkdown } from "../../../../../src/core/citations/markdown/parseMarkdown";
import { controlCharacters } from "../../../../../src/core/text/escape";
import { createPage } from "../../../../../src/core/features/preview/page";
import { renderPreview } from "../../../../support/preview";
import { referenceEngine } from "../../../../support/referenceEngine";
import { serviceFor } from "../../../../support/service";

/** All that the preview may hold of citations, tag by tag. */
const allowed: readonly RegExp[] = [
  /^<\/?(?:b|i|p|sub|sup|ol|h1|div|span|section|li|a)>$/,
  /^<a href="(?:#[\w%.~!*'()-]+|https?:\/\/[^\s"<>'`\\]+)"(?: title="Back to the citation" aria-label="Back to the citation")?>$/,
  /^<span class="sourcebook-(?:back|citation(?: sourcebook-(?:unknown|pending))?)"(?: id="sourcebook-citation-\d+")?(?: title="[^"<>]*")?>$/,
  /^<span style="(?:font-variant:small-caps|text-decoration:underline);">$/,
  /^<b class="sourcebook-unknown" title="[^"<>]*">$/,
  /^<sup class="sourcebook-note">$/,
  /^<section class="sourcebook-notes">$/,
  /^<li id="sourcebook-note-\d+">$/,
  /^<h1 id="bibliography">$/,
  /^<div (?:id="refs"|class="sourcebook-references csl-bib-body" role="list"|class="csl-(?:left-margin|right-inline|block|indent)"|class="csl-entry" role="listitem" id="ref-[^"<>]*")>$/,
];

const hostile = [
  "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg onload=1>", "'onmouseover='x", "javascript:alert(1)", "data:text/html,<b>", "command:workbench.action.quit",
  "vscode://x/y", "file:///etc/passwd", "https://ok.example/a?b=c&d", "https://ok.example/\"onclick=\"x", "http://a<b>", "<a href=\"https://x.example\">x</a>", "<i onclick=1>", "<i>it</i>", "<b>", "</div>",
  "<span class=\"nocase\">K</span>", "<span style=\"background:url(x)\">", "<!--", "]]>", "&lt;script&gt;", "&#60;b&#62;", "[x](javascript:1)", "![x](y)", "`", "\ufdd1\ufdd7x\ufdd0", "\ufdec1\ufdec",
  "10.1000/x", "10.1000/\"><script>", "https://doi.org/javascript:1", "\u0000", "\u202e", "others", "<iframe>", "{{x}}", "$x$", "\n\n# H\n",
];

function foreignTags(html: string): readonly string[] {
  return (html.match(/<[^>]*>?/g) ?? []).filter((tag) => !allowed.some((pattern) => pattern.test(tag)) && tag !== "<p class=\"sourcebook-warning\">");
}

/** Of the addresses in a page, those that lead neither within it nor to the web. */
function foreignAddresses(html: string): readonly string[] {
  return [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? "").filter((address) => !/^(?:#|https?:\/\/)/.test(address));
}

describe("the preview of hostile sources", () => {
  const text = fc.array(fc.constantFrom(...hostile), { minLength: 1, maxLength: 2 }).map((parts) => parts.join(""));
  const fields = ["title", "container-title", "publisher", "publisher-place", "volume", "page", "DOI", "URL", "note", "genre", "event-title", "archive", "edition", "ISBN", "title-short"];
  const item = fc.record({
    texts: fc.dictionary(fc.constantFrom(...fields), text, { minKeys: 6 }),
    type: fc.constantFrom("book", "article-journal", "webpage", "chapter", "<b>"),
    author: fc.array(fc.record({ family: text, given: text }), { maxLength: 2 }),
    issued: fc.oneof(text, text.map((literal) => ({ literal })), fc.constant({ "date-parts": [[2001]] })),
  });

  for (const style of ["apa", "chicago-fullnote-bibliography", "ieee"]) {
    it(`each field and each word of a writer's own with each text, in ${style}`, async () => {
      for (const words of hostile) {
        const all = Object.fromEntries(fields.map((name) => [name, words]));
        const items = [{ id: "k", type: "book", ...all, author: [{ family: words, given: words, suffix: words }], editor: [{ literal: words }], issued: { literal: words } }];
        const citations = ["k", "none"].map((key) => ({
          citationItems: [{ key, mode: "normal" as const, prefix: words, suffix: words, markedPrefix: `<i>${words}</i>`, markedSuffix: `<b>${words}`, locator: { label: "page", value: words } }],
        }));
        const formatted = await referenceEngine.formatDocument({ citations, items }, { style: { id: style } }, "html");
        const html = [...formatted.citations.map(({ text: citation, inText = "" }) => citation + inText), ...formatted.references.map(({ text: reference }) => reference)].join("\n");
        assert.deepEqual([foreignTags(html), foreignAddresses(html)], [[], []], words);
      }
    });
  }

  for (const style of ["apa", "chicago-fullnote-bibliography", "vancouver"]) {
    it(`has no tag, attribute or address but its own in ${style}`, async () => {
      await fc.assert(fc.asyncProperty(item, item, text, async (first, second, words) => {
        const items = [first, second].map(({ texts, ...rest }, index) => ({ id: `k${index}`, ...rest, ...texts }));
        const document = `See @k0 [p. 3] and [@k1; @k0; @none].\n`;
        const { service, workspace } = serviceFor({ "a.md": document, "a.json": JSON.stringify(items) }, { loadEngine: () => Promise.resolve(referenceEngine), settings: { style, bibliographies: ["a.json"] } });
        const references = await service.formatDocument(workspace.document("a.md"), "html");
        const { library } = await service.library(workspace.document("a.md"));
        const parsed = parseMarkdown(document);
        const formatted = references && { text: document, references: { ...references, styleProblem: words } };
        for (const parts of [{ formatted, library }, { formatted: undefined, library }]) {
          const html = renderPreview(document, { page: createPage(document, parsed, parts) });
          assert.equal(html.includes("csl-entry"), parts.formatted !== undefined);
          assert.deepEqual(foreignTags(html), []);
          assert.doesNotMatch(html, new RegExp(controlCharacters.source));
        }
        service.dispose();
      }), { numRuns: 8 });
    });
  }
});
