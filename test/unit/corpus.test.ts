import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parseBibtex } from "../../src/core/bibliography/bibtex/parseBibtex";
import { parseCslJson } from "../../src/core/bibliography/cslJson/parseCslJson";
import { missingFields } from "../../src/core/features/requiredFields";
import { referenceCorpusText } from "../../src/core/library/referenceCorpus";
import type { CslItem } from "../../src/core/model/cslItem";
import { referenceEngine as engine } from "../support/referenceEngine";

const read = (path: string): string => readFileSync(path, "utf8");
const items = JSON.parse(read("data/corpus.json")) as readonly CslItem[];

/** How many items there are of each value. */
function tally(valueOf: (item: CslItem) => unknown): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const item of items) {
    const value = String(valueOf(item));
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

describe("reference corpus", () => {
  it("has the 47 references of the print and the article itself", () => {
    assert.equal(items.length, 48);
    assert.deepEqual(tally(({ type }) => type), { "article-journal": 25, book: 7, chapter: 5, "paper-conference": 5, report: 5, thesis: 1 });
    assert.deepEqual(tally(({ language }) => language), { en: 17, ru: 31 });
    assert.equal(items.filter(({ DOI }) => DOI !== undefined).length, 7);
    assert.equal(items.filter(({ URL }) => URL !== undefined).length, 3);
    assert.ok(items.every(({ note, abstract }) => note === undefined && abstract === undefined));
  });

  it("has unique keys of name, year and word, in ASCII", () => {
    assert.equal(new Set(items.map(({ id }) => id)).size, items.length);
    assert.deepEqual(items.map(({ id }) => id).filter((id) => !/^[a-z]+\d{4}[a-z]+$/.test(id)), []);
  });

  it("has letters of one script in each word, plain hyphens in pages, and no publisher's “publ.”", () => {
    const text = JSON.stringify(items);
    assert.doesNotMatch(text, /[\p{Script=Cyrillic}\u00a0\u00ad\u200b]/u);
    assert.ok(items.every(({ page }) => page === undefined || /^\d+-\d+$/.test(String(page))));
    assert.ok(items.every(({ publisher }) => publisher === undefined || !/\bpubl\b/.test(publisher)));
  });

  it("says what every type needs", () => {
    const { entries, problems } = parseCslJson(referenceCorpusText);
    assert.deepEqual(problems, []);
    assert.deepEqual(entries.flatMap((entry) => missingFields(entry)), []);
    assert.equal(referenceCorpusText, read("data/corpus.json"));
  });

  it("is the same as BibLaTeX", async () => {
    assert.equal(await engine.convert(items, "biblatex"), read("data/corpus.bib"), "`npm run corpus` makes it anew");
    const { entries, problems } = parseBibtex(read("data/corpus.bib"));
    assert.deepEqual(problems, []);
    assert.deepEqual(await engine.toCslItems(entries), items);
  });
});
