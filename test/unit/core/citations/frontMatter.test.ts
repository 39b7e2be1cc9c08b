import assert from "node:assert/strict";
import { parseMarkdown } from "../../../../src/core/citations/markdown/parseMarkdown";
import { readMarks } from "../../../support/marks";
import { shownCitations } from "../../../support/shownCitations";

describe("bibliographies that front matter declares", () => {
  const rows: readonly (readonly [marked: string, paths: readonly string[]])[] = [
    ["---\nbibliography: ⟦refs.bib⟧\n---\n", ["refs.bib"]],
    ["---\nbibliography: \"⟦my refs.bib⟧\"\n---\n", ["my refs.bib"]],
    ["---\nbibliography: [⟦a.bib⟧, '⟦b.json⟧']\n---\n", ["a.bib", "b.json"]],
    ["---\nbibliography:\n  - ⟦a.bib⟧\n  - ⟦b.bib⟧ # more\n...\n", ["a.bib", "b.bib"]],
    ["---\nbibliography:\n  main: ⟦a.bib⟧\n  other: ⟦b.bib⟧\n---\n", ["a.bib", "b.bib"]],
    ["\ufeff---\r\ntitle: x\r\nbibliography: ⟦refs.bib⟧\r\n---\r\n", ["refs.bib"]],
    ["---\n\nbibliography: ⟦refs.bib⟧\n\n---\n", ["refs.bib"]],
    ["Text\n\n---\nbibliography: ⟦refs.bib⟧\n---\n", ["refs.bib"]],
    ["---\ntitle: x\n---\n\n---\nbibliography: ⟦a.bib⟧\n---\n\n---\nbibliography: b.bib\n---\n", ["a.bib"]],
    ["---\nbibliography: refs.bib\n", []],
    ["Text\n---\nbibliography: refs.bib\n", []],
    ["---\nbibliography: {}\n---\n", []],
    ["---\nbibliography: ⟦3⟧\n---\n", ["3"]],
    ["---\nbibliography: [true, ~, '⟦null⟧']\n---\n", ["null"]],
  ];
  for (const [marked, paths] of rows) {
    it(marked, () => {
      const { text, ranges } = readMarks(marked);
      const { declarations } = parseMarkdown(text);
      assert.deepEqual(declarations.map(({ path }) => path), paths);
      assert.deepEqual(declarations.map(({ range }) => range), ranges);
    });
  }
});

describe("citations in metadata", () => {
  const rows: readonly (readonly [marked: string, expected: string, citesEverything?: boolean])[] = [
    ["---\nnocite: \"@⟦a⟧, @⟦b⟧\"\n---\n", "!a | !b"],
    ["---\nnocite: |\n  @⟦a⟧, @⟦b⟧,\n  [@⟦c⟧]\n---\n@⟦d⟧", "!a | !b | !c | +d"],
    ["---\nnocite: '@⟦*⟧'\n---\n", "!*", true],
    ["---\nnocite: ['@⟦a⟧', '@⟦*⟧']\n---\n", "!a | !*", true],
    ["---\nabstract: |\n  See [@⟦a⟧,\n  p. 3].\n\n  * @⟦b⟧\n---\n", "a page=3 | +b"],
    ["---\nabstract: >\n    folded @⟦a⟧\n\n    @⟦b⟧\nthanks: Plain [@⟦c⟧,\n  p. 3]\n---\n", "+a | +b | c page=3"],
    ["---\ntitle: \"On @⟦a⟧\"\nauthor:\n  - name: X\n    note: 'see [@⟦b⟧]'\n    email: x@y.z\n---\n", "+a | b"],
    ["---\nnote_: '@a'\nreferences:\n  - id: b\n    note: '@c'\nkey: '`@d` \\@e'\n---\n", ""],
    ["---\ntitle: x\n---\n\n---\n\n@⟦a⟧\n\n---\n\nText @⟦b⟧\n\n---\n# c @d\nx: 'see @⟦e⟧'\n---\n", "+a | +b | +e"],
    ["---\ntext @⟦a⟧\n---\n", "+a"],
  ];
  for (const [marked, expected, citesEverything = false] of rows) {
    it(marked, () => {
      const { text, ranges } = readMarks(marked);
      const document = parseMarkdown(text);
      assert.equal(shownCitations(document), expected);
      assert.deepEqual(document.clusters.flatMap(({ citationItems }) => citationItems.map(({ keyRange }) => keyRange)), ranges);
      assert.equal(document.citesEverything, citesEverything);
    });
  }
});

describe("what front matter says about formatting", () => {
  const rows: readonly (readonly [text: string, style: string | undefined, locale: string | undefined])[] = [
    ["---\ncsl: apa.csl\nlang: de-DE\n---\n", "apa.csl", "de-DE"],
    ["---\ncitation-style: x.csl\n---\n", "x.csl", undefined],
    ["---\nlang: de\n---\n\n---\nlang: fr\ncsl: x\n---\n", "x", "de"],
    ["---\ncsl: [a.csl]\n---\n", "a.csl", undefined],
    ["---\ncsl: [a, b]\nlang:\n---\n", undefined, undefined],
    ["---\ncsl: [[a]]\nlang: [de]\n---\n", undefined, undefined],
    ["csl: x\n", undefined, undefined],
  ];
  for (const [text, style, locale] of rows) {
    it(text, () => assert.deepEqual(parseMarkdown(text).settings, { ...style !== undefined && { style }, ...locale !== undefined && { locale } }));
  }

  for (const [yaml, expected] of [["true", true], ["yes", true], ["'true'", true], ["On", true], ["no", undefined], ["False", undefined], ["[a]", undefined], ["", undefined]] as const) {
    it(`suppress-bibliography: ${yaml}`, () => assert.equal(parseMarkdown(`---\nsuppress-bibliography: ${yaml}\n---\n`).settings.hasNoReferenceList, expected));
  }

  it("reads locators in the document's language", () => {
    assert.equal(shownCitations(parseMarkdown("---\nlang: de\n---\n[@a, S. 3]")), "a page=3");
  });
});

describe("sources in front matter", () => {
  it("reads them as Pandoc writes them", () => {
    const { text, ranges } = readMarks([
      "---", "references:", "- id: ⟦doe⟧", "  type: book", "  author:", "  - family: Doe", "    given: Jane", "  - Plain Name", "  issued: 2001-05", "  keyword: [a, b]", "  other: {x: 1}",
      "- id: \"⟦two⟧\"", "  issued:", "    year: 2002", "    month: 3", "- id: ⟦3⟧", "  issued: 1999/2001", "  editor: Someone", "- type: book", "- text", "---", "",
    ].join("\n"));
    const { inlineSources } = parseMarkdown(text);
    assert.deepEqual(inlineSources.map(({ keyRange }) => keyRange), ranges);
    assert.deepEqual(inlineSources.map(({ key }) => key), ["doe", "two", "3"]);
    assert.deepEqual(inlineSources.flatMap((source) => "yaml" in source ? [source.yaml.get("issued")] : []), ["2001-05", new Map([["year", "2002"], ["month", "3"]]), "1999/2001"]);
  });

  it("finds them at the document's end, and behind anchors", () => {
    const { inlineSources } = parseMarkdown("Text\n\n---\nx: &x {id: a, type: book}\nreferences: [*x, {id: __proto__}]\n...\n");
    assert.deepEqual(inlineSources.map(({ key }) => key), ["a", "__proto__"]);
  });
});

describe("the range of front matter", () => {
  it("is what stands between its fences", () => {
    const { text, ranges } = readMarks("---\n⟦title: x\n⟧---\nText");
    assert.deepEqual(parseMarkdown(text).frontMatter, ranges[0]);
    assert.equal(parseMarkdown("Text\n\n---\nx: y\n---\n").frontMatter, undefined);
  });
});

describe("front matter that is broken", () => {
  const rows: readonly (readonly [text: string, problems: number])[] = [
    ["---\ntitle: \"x\nbibliography: a.bib\n---\n", 1],
    ["---\ntitle: [a\n---\n", 1],
    ["---\nnocite: @a\n---\n", 1],
    [`---\na: ${"[".repeat(5000)}\n---\n`, 1],
    [`---\n${"- ".repeat(5000)}\n---\n`, 0],
    ["---\n- a\n---\n", 0],
    ["---\n---\n", 0],
    ["---\na: &a [x]\nb: [*a, *a]\nb: 2\n---\n", 0],
  ];
  for (const [text, problems] of rows) {
    it(text.slice(0, 60), () => {
      const document = parseMarkdown(text);
      assert.equal(document.problems.length > 0, problems > 0);
      for (const { code, range } of document.problems) {
        assert.equal(code, "syntax");
        assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length);
      }
    });
  }

  it("is an error only where something is cited", () => {
    const severityOf = (text: string): readonly string[] => parseMarkdown(text).problems.map(({ severity }) => severity);
    assert.deepEqual(severityOf("---\ndate: %Y\n---\nBy @somebody."), ["information"]);
    assert.deepEqual(severityOf("---\ndate: %Y\n---\n[@key]"), ["error"]);
    assert.deepEqual(severityOf("---\ndate: %Y\nbibliography: a.bib\n---\n"), ["error"]);
  });

  it("does not unfold billions of laughs", () => {
    const levels = "bcdefghij".split("").map((name, level) => `${name}: &${name} [${Array(10).fill(`*${"abcdefghij".charAt(level)}`).join(", ")}]`);
    const text = ["---", "a: &a lol @x", ...levels, "references:", "- id: x", "  note: *j", "---"].join("\n");
    assert.equal(parseMarkdown(text).inlineSources[0]?.key, "x");
  });
});
