import assert from "node:assert/strict";
import { parseMarkdown } from "../../../../../src/core/citations/markdown/parseMarkdown";
import { createPage, type PreviewPage } from "../../../../../src/core/features/preview/page";
import { plainEngine } from "../../../../support/plainEngine";
import { serviceFor } from "../../../../support/service";

const bib = `@book{doe, title={Walls & <script>alert(1)</script>}, author={Doe, Jane}, year={2001}}
@book{roe, title={Doors}, author={Roe, Rich and Coe, Ann}, year={2002}}`;

async function pageOf(text: string, { now = text, style = "apa" } = {}): Promise<{ readonly page: PreviewPage; readonly citations: readonly (string | undefined)[] }> {
  const { service, workspace } = serviceFor({ "a.md": text, "a.bib": bib }, { loadEngine: () => Promise.resolve(plainEngine()), settings: { style } });
  const references = await service.formatDocument(workspace.document("a.md"), "html");
  const { library } = await service.library(workspace.document("a.md"));
  const document = parseMarkdown(now);
  const page = createPage(now, document, { formatted: references && { text, references }, library });
  return { page, citations: document.clusters.map(({ range }) => page.citation(range.start)) };
}

const shown = (number: number, html: string, key = "doe"): string => `<span class="sourcebook-citation" id="sourcebook-citation-${number}"><a href="#ref-${key}">${html}</a></span>`;

describe("the page of a preview", () => {
  it("links citations to references and back", async () => {
    const { page, citations } = await pageOf("[@doe] [@roe; @doe] @doe");
    assert.deepEqual(citations, [shown(1, "&lt;doe&gt;"), shown(2, "&lt;roe; doe&gt;", "roe"), shown(3, "&lt;+doe&gt;")]);
    const back = (number: number, label: string): string => `<a href="#sourcebook-citation-${number}" title="Back to the citation" aria-label="Back to the citation">${label}</a>`;
    assert.equal(page.references, [
      "<div class=\"sourcebook-references csl-bib-body\" role=\"list\">",
      `<div class="csl-entry" role="listitem" id="ref-doe">doe: Walls &amp; &lt;script&gt;alert(1)&lt;/script&gt; <span class="sourcebook-back">${back(1, "↩<sup>1</sup>")} ${back(2, "↩<sup>2</sup>")} ${back(3, "↩<sup>3</sup>")}</span></div>`,
      `<div class="csl-entry" role="listitem" id="ref-roe">roe: Doors <span class="sourcebook-back">${back(2, "↩")}</span></div>`,
      "</div>\n",
    ].join("\n"));
    assert.equal(page.notes, "");
  });

  it("marks citations with unknown keys", async () => {
    const { citations: [known, unknown] } = await pageOf("[@nobody; @doe] [@\"><script>]  [@{\"><script>}]");
    assert.equal(known, "<span class=\"sourcebook-citation sourcebook-unknown\" id=\"sourcebook-citation-1\" title=\"No source has the key “nobody”.\"><a href=\"#ref-doe\">&lt;nobody?; doe&gt;</a></span>");
    assert.equal(unknown, "<span class=\"sourcebook-citation sourcebook-unknown\" id=\"sourcebook-citation-2\" title=\"No source has the key “&quot;&gt;&lt;script&gt;”.\">&lt;&quot;&gt;&lt;script&gt;?&gt;</span>");
  });

  it("puts citations into notes where the style does", async () => {
    const { page, citations } = await pageOf("[@doe, p. 3] @roe", { style: "notes" });
    const note = (number: number): string => `<sup class="sourcebook-note"><a href="#sourcebook-note-${number}">${number}</a></sup>`;
    assert.deepEqual(citations, [
      `<span class="sourcebook-citation" id="sourcebook-citation-1">${note(1)}</span>`,
      `<span class="sourcebook-citation" id="sourcebook-citation-2"><a href="#ref-roe">Author of roe</a>${note(2)}</span>`,
    ]);
    assert.equal(page.citation(0, ".<"), `<span class="sourcebook-citation" id="sourcebook-citation-1">.&lt;${note(1)}</span>`);
    assert.deepEqual([0, 13].map(page.setting), [{ takesNoSpace: true, takesPunctuation: true }, { takesNoSpace: false, takesPunctuation: true }]);
    assert.match(page.notes, /^<section class="sourcebook-notes"><ol><li id="sourcebook-note-1"><a href="#ref-doe">&lt;doe page 3&gt;<\/a> <a href="#sourcebook-citation-1" .*<\/li><li id="sourcebook-note-2">/);
  });

  it("shows what moved as it was formatted, and what is new in plain words", async () => {
    const { citations } = await pageOf("[@doe]", { now: "New. [see @roe, p. 3] [@doe] [@doe] [@nobody]" });
    assert.deepEqual(citations, [
      "<span class=\"sourcebook-citation sourcebook-pending\">(see Roe &amp; Coe 2002, p. 3)</span>",
      shown(2, "&lt;doe&gt;"),
      "<span class=\"sourcebook-citation sourcebook-pending\">(Doe 2001)</span>",
      undefined,
    ]);
  });

  const plain: readonly (readonly [citation: string, html: string])[] = [
    ["@doe", "Doe (2001)"],
    ["@doe [p. 3; @roe]", "Doe (2001, p. 3; Roe &amp; Coe 2002)"],
    ["-@doe", "(2001)"],
    ["[see -@doe, chap. 2, and so on; @roe]", "(see 2001, chapter 2, and so on; Roe &amp; Coe 2002)"],
  ];
  for (const [citation, html] of plain) {
    it(`in plain words: ${citation}`, async () => {
      const { citations } = await pageOf("", { now: citation });
      assert.deepEqual(citations, [`<span class="sourcebook-citation sourcebook-pending">${html}</span>`]);
    });
  }

  it("has no list, and no links to it, where the front matter wants none", async () => {
    const { page, citations } = await pageOf("---\nsuppress-bibliography: true\nreference-section-title: R\n---\n[@doe]");
    assert.deepEqual([page.references, page.referenceSectionTitle], ["", undefined]);
    assert.deepEqual(citations, ["<span class=\"sourcebook-citation\" id=\"sourcebook-citation-1\">&lt;doe&gt;</span>"]);
  });

  it("tells why it is not in the style that is wanted", async () => {
    const { page } = await pageOf("---\ncsl: <b>\n---\n[@doe]");
    assert.match(page.references, /^<p class="sourcebook-warning">There is no style “&lt;b&gt;”\.<\/p>\n<div/);
  });
});
