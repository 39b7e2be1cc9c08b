import assert from "node:assert/strict";
import fc from "fast-check";
import { parseMarkdown } from "../../../../src/core/citations/markdown/parseMarkdown";
import { DocumentProcessor } from "../../../../src/core/format/csl/documentProcessor";
import { StyleLoader } from "../../../../src/core/format/csl/styles";
import { StyleStore } from "../../../../src/core/format/csl/styleStore";
import type { CslItem } from "../../../../src/core/model/cslItem";
import type { CitationToFormat, FormattedDocument, ReferenceFormat } from "../../../../src/core/ports";
import { referenceEngine as engine } from "../../../support/referenceEngine";
import { styleFiles } from "../../../support/styleFiles";

function book(id: string, family: string, given: string, year: number | undefined, title: string): CslItem {
  return { id, type: "book", title, author: [{ family, given }], publisher: "P", ...year !== undefined && { issued: { "date-parts": [[year]] } } };
}

const items: readonly CslItem[] = [
  book("doe", "Doe", "Jane", 2001, "One"), book("doeb", "Doe", "Jane", 2001, "Two"), book("doe3", "Doe", "Jane", 2003, "Three"), book("undated", "Old", "Man", undefined, "Undated"),
  { id: "roe", type: "article-journal", title: "Paper", author: [{ family: "Roe", given: "Rick" }, { family: "Poe", given: "Ed" }], issued: { "date-parts": [[1999]] }, "container-title": "J", volume: 3, page: "11-20" },
  { id: "anon", type: "webpage", title: "A page", issued: { "date-parts": [[2010]] }, URL: "https://example.org" },
  { id: "edited", type: "book", title: "Edited", editor: [{ family: "Editor", given: "Ed" }], issued: { "date-parts": [[2005]] } },
  { ...book("vdb", "Berg", "Jan", 1999, "Particles"), author: [{ family: "Berg", given: "Jan", "non-dropping-particle": "van der" }] },
  book("__proto__", "Proto", "P", 1990, "Prototype"), { id: "empty", type: "book" },
];

/** Formats a text in which citations are written as in Pandoc. What it cites is on the list, and nothing else. */
async function format(text: string, style: string, to: ReferenceFormat = "text", all: readonly CslItem[] = items): Promise<FormattedDocument> {
  const citations = parseMarkdown(text).clusters;
  const keys = new Set(citations.flatMap(({ citationItems }) => citationItems.map(({ key }) => key)));
  return engine.formatDocument({ citations, items: all.filter(({ id }) => keys.has(id)) }, { style: { id: style } }, to);
}

async function cited(text: string, style: string, to: ReferenceFormat = "text"): Promise<readonly string[]> {
  const { citations } = await format(text, style, to);
  return citations.map(({ text: formatted, isNote, inText = "" }) => (isNote ? `${inText}{${formatted}}` : formatted).replace(/\s/g, " "));
}

describe("emphasis in a writer's own words", () => {
  const cases: readonly (readonly [style: string, text: string, expected: string])[] = [
    ["apa", "[*see* @doe, pp. 3-5 and *passim*]", "(<i>see</i> Doe, 2001, pp. 3–5 and <i>passim</i>)"],
    ["apa", "@doe [*so* **he**]", "Doe (2001, <i>so</i> <b>he</b>)"],
    ["apa", "[@doe *, passim*]", "(Doe, 2001<i>, passim</i>)"],
    ["apa", "[**cf.** @nope *so*; *see* @doe and y^n^]", "(<i>see</i> Doe, 2001 and y<sup>n</sup>; <b>cf.</b> <b>nope?</b> <i>so</i>)"],
    ["apa", "[\\<i onclick=a\\>x\\</i\\> @doe]", "(&lt;i onclick=a&gt;x&lt;/i&gt; Doe, 2001)"],
    ["chicago-fullnote-bibliography", "[*see* @doe]", "{<i>See</i> Jane Doe, <i>One</i> (P, 2001).}"],
  ];
  for (const [style, text, expected] of cases) {
    it(text, async () => assert.deepEqual(await cited(text, style, "html"), [expected]));
  }

  it("is kept in Markdown and LaTeX, and no sign of it in plain text", async () => {
    const text = "[*see* @doe]";
    assert.deepEqual([await cited(text, "apa", "markdown"), await cited(text, "apa", "latex"), await cited(text, "apa")], [["(*see* Doe, 2001)"], ["(\\emph{see} Doe, 2001)"], ["(see Doe, 2001)"]]);
  });
});

describe("formatDocument", () => {
  const cases: readonly (readonly [style: string, text: string, ...expected: string[]])[] = [
    ["apa", "[@doe]", "(Doe, 2001)"],
    ["apa", "@doe", "Doe (2001)"],
    ["apa", "@doe [p. 3]", "Doe (2001, p. 3)"],
    ["apa", "@doe [pp. 3--5; @roe]", "Doe (2001, pp. 3–5; Roe & Poe, 1999)"],
    ["apa", "@doe [see p. 9]", "Doe (2001, see p. 9)"],
    ["apa", "[-@roe, p. 5]", "(1999, p. 5)"],
    ["apa", "[see -@doe, p. 3]", "(see 2001, p. 3)"],
    ["apa", "[see @roe, pp. 33-35, and passim; also @doe]", "(see Roe & Poe, 1999, pp. 33–35, and passim; also Doe, 2001)"],
    ["apa", "[@doe and x]", "(Doe, 2001 and x)"],
    ["apa", "[@roe; @doe]", "(Doe, 2001; Roe & Poe, 1999)"],
    ["apa", "[@roe; cf. @doe]", "(Roe & Poe, 1999; cf. Doe, 2001)"],
    ["apa", "[@roe, chap. 4] [@roe, §§ 3-4] [@roe, s.v. word]", "(Roe & Poe, 1999, Chapter 4)", "(Roe & Poe, 1999, Sections 3–4)", "(Roe & Poe, 1999, s.v. word)"],
    ["apa", "@anon [@anon]", "A Page (2010; A Page, 2010)"],
    ["apa", "@edited", "Editor (2005)"],
    ["apa", "[@undated, p. 8]", "(Old, n.d., p. 8)"],
    ["apa", "[@doe; @doeb] @doeb [p. 1]", "(Doe, 2001a, 2001b)", "Doe (2001b, p. 1)"],
    ["apa", "[@doe, p. 1; @doeb, p. 2]", "(Doe, 2001a, p. 1; 2001b, p. 2)"],
    ["apa", "[@__proto__] [@constructor]", "(Proto, 1990)", "(constructor?)"],
    ["apa", "[@nope] @nope x [@nope; @doe] [@roe; see @nope, p. 3; @doe]", "(nope?)", "(nope?)", "(Doe, 2001; nope?)", "(Doe, 2001; Roe & Poe, 1999; see nope?)"],
    ["apa", "@doe [p. 3; @nope]", "Doe (2001, p. 3; nope?)"],
    ["chicago-author-date", "[@doe; @doe3] [@doe, 1; @doe3]", "(Doe 2001, 2003)", "(Doe 2001, 1; 2003)"],
    ["modern-language-association", "[@roe, p. 3] @roe [-@roe] [-@roe, 4] [-@roe; @doe]", "(Roe and Poe 3)", "Roe and Poe", "(4)", "(Doe)"],
    ["modern-language-association", "[@roe]\n\n[-@roe] x", "(Roe and Poe)", ""],
    ["modern-language-association", "[@empty]\n\n@empty\n\n[@empty; @roe]", "(empty)", "(empty)", "(Roe and Poe)"],
    ["modern-language-association", "@roe [@nope]", "Roe and Poe (nope?)"],
    ["vancouver", "[@roe] [@doe; @roe] @doe x [see @doe]", "(1)", "(1,2)", "(2)", "(see 2)"],
    ["vancouver", "[@roe; @doe; @doe3] [@nope; @roe]", "(1–3)", "(1,nope?)"],
    ["ieee", "[@roe, p. 3] [@roe; @doe] @doe x [@nope]", "[1, p. 3]", "[1], [2]", "[2]", "nope?"],
    ["gost-r-7-0-5-2008", "@doe x [@vdb, p. 3]", "Doe [2001]", "[van der Berg, 1999, с. 3]"],
    ["american-medical-association", "[@doe, pp. 7--9]", "1(pp7-9)"],
    ["chicago-fullnote-bibliography", "[@doe]\n\n[@roe, p. 3]\n\n[@doe]\n\n[@doe, 4]", "{Jane Doe, One (P, 2001).}", "{Rick Roe and Ed Poe, “Paper,” J 3 (1999): 3.}", "{Doe, One.}", "{Doe, 4.}"],
    ["oscola", "[@doe]\n\n[@roe]\n\n[@doe, 5]\n\n[@doe, 5]", "{Jane Doe, One (P 2001).}", "{Rick Roe and Ed Poe, ‘Paper’ (1999) 3 J 11.}", "{Doe (n 1) 5.}", "{Ibid.}"],
    ["chicago-fullnote-bibliography", "@doe [p. 3]\n\n[see @roe]\n\n[@nope]", "Jane Doe{One (P, 2001), 3.}", "{See Rick Roe and Ed Poe, “Paper,” J 3 (1999): 11–20.}", "{Nope?}"],
    ["chicago-fullnote-bibliography", "[@roe, x]", "{Rick Roe and Ed Poe, “Paper,” J 3 (1999): 11–20, x.}"],
  ];
  for (const [style, text, ...expected] of cases) {
    it(`${style}: ${text.replaceAll("\n\n", " ")}`, async () => assert.deepEqual(await cited(text, style), expected));
  }

  it("marks keys without a source, links and styled text in each format, and escapes the writer's words", async () => {
    assert.deepEqual(await cited("[see @nope]", "ieee", "markdown"), ["see **nope?**"]);
    assert.deepEqual(await cited("[a < b &* @doe; @nope]", "nature", "html"), ["<sup>a &lt; b &amp;* 1,</sup><b><sup>nope?</sup></b>"]);
    assert.deepEqual(await cited("[100% @doe]", "ieee", "latex"), ["100\\% [1]"]);
  });

  it("lists what is cited and what is only listed, in the order and with the numbers of the style", async () => {
    const { citations, references } = await format("---\nnocite: '@anon'\n---\n[@roe] [@doe]", "vancouver");
    assert.deepEqual(citations.map(({ text }) => text), ["", "(1)", "(2)"]);
    assert.deepEqual(references.map(({ key, text }) => [key, text.slice(0, 6)]), [["roe", "1. Roe"], ["doe", "2. Doe"], ["anon", "3. A p"]]);
    assert.deepEqual((await format("[@roe] [@doe; @doeb]", "chicago-author-date")).references.map(({ text }) => text), [
      "Doe, Jane. 2001a. One. P.", "———. 2001b. Two. P.", "Roe, Rick, and Ed Poe. 1999. “Paper.” J 3:11–20.",
    ]);
  });

  it("cites the authors of several sources in the running text", async () => {
    const both: CitationToFormat = { citationItems: ["doe", "roe"].map((key) => ({ key, mode: "author-in-text", prefix: "", suffix: "" })) };
    const [inText, note] = await Promise.all(["chicago-author-date", "chicago-note-bibliography"].map((id) => engine.formatDocument({ citations: [both], items }, { style: { id } }, "text")));
    assert.equal(inText?.citations[0]?.text, "Doe (2001a); Roe and Poe (1999)");
    assert.equal(note?.citations[0]?.inText, "Doe; Roe and Poe");
  });

  it("has an answer for a document of nothing", async () => {
    assert.deepEqual(await engine.formatDocument({ citations: [], items: [] }, { style: { id: "ieee" } }, "text"), { citations: [], references: [] });
    assert.deepEqual(await engine.formatDocument({ citations: [{ citationItems: [] }], items: [] }, { style: { id: "ieee" } }, "text"), { citations: [{ text: "", isNote: false }], references: [] });
  });

  it("formats what has changed as it formats the whole document anew", async () => {
    const mode = fc.constantFrom("normal", "normal", "suppress-author", "author-in-text", "nocite" as const);
    const item = fc.record({ key: fc.constantFrom(...items.map(({ id }) => id), "nope"), mode, prefix: fc.constantFrom("", "", "see"), suffix: fc.constantFrom("", "", "x") });
    const citation = fc.record({ citationItems: fc.array(item, { minLength: 1, maxLength: 3 }) });
    const edit = fc.record({ at: fc.nat(20), removed: fc.nat(2), added: fc.array(citation, { maxLength: 2 }), left: fc.nat(items.length), title: fc.constantFrom("", "", "Changed") });
    const loader = new StyleLoader(new StyleStore(styleFiles));
    const styles = await Promise.all(["vancouver", "chicago-note-bibliography"].map((id) => loader.load({ style: { id } })));
    const pause = (): undefined => undefined;
    await fc.assert(fc.asyncProperty(fc.constantFrom(...styles), fc.array(citation, { maxLength: 6 }), fc.array(edit, { maxLength: 3 }), async (style, first, edits) => {
      const processor = new DocumentProcessor(style, pause);
      let citations: readonly CitationToFormat[] = first;
      for (const { at, removed, added, left, title } of edits) {
        citations = citations.toSpliced(at, removed, ...added);
        const document = { citations, items: items.slice(left).map((one) => title === "" ? one : { ...one, title }) };
        assert.deepEqual(await processor.render(document, new Set()), await new DocumentProcessor(style, pause).render(document, new Set()));
      }
    }), { numRuns: 4 });
  });

  it("never fails, whatever items and citations hold, and prints no tags but its own", async () => {
    const text = fc.array(fc.constantFrom("<i>", "</i>", "<script>", "'", '"', "&", "$&", "\ufdef1\ufdef", "\ufdd3", " ", "a", "Ж", "--", "\n", "1"), { maxLength: 8 }).map((pieces) => pieces.join(""));
    const item = fc.record({ id: fc.constantFrom("a", "b"), type: fc.constantFrom("book", "x"), title: fc.oneof(text, fc.anything()), author: fc.oneof(fc.anything(), fc.array(fc.record({ family: text }))), issued: fc.anything() });
    const cite = fc.record({
      key: fc.constantFrom("a", "b", "c", "<b>"), mode: fc.constantFrom("normal", "suppress-author", "author-in-text", "nocite" as const), prefix: text, suffix: text,
      locator: fc.record({ label: fc.constantFrom("page", "nope", "__proto__"), value: text }),
    }, { requiredKeys: ["key", "mode", "prefix", "suffix"] });
    const document = fc.record({ citations: fc.array(fc.record({ citationItems: fc.array(cite, { maxLength: 3 }) }), { maxLength: 3 }), items: fc.array(item, { maxLength: 3 }) });
    await fc.assert(fc.asyncProperty(document, async ({ citations, items: found }) => {
      const formatted = await engine.formatDocument({ citations, items: found as readonly unknown[] as readonly CslItem[] }, { style: { id: "vancouver" } }, "html");
      const html = JSON.stringify([formatted.citations.map(({ text: own, inText }) => [own, inText]), formatted.references.map(({ text: own }) => own)]);
      assert.equal(formatted.citations.length, citations.length);
      return !/<(?!\/?(?:i|b|sub|sup|div|a|span)[ >])/.test(html) && !/[\ufdd0-\ufdef]/.test(html);
    }), { numRuns: 30 });
  });
});
