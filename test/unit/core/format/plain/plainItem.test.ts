import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { parseBibtex } from "../../../../../src/core/bibliography/bibtex/parseBibtex";
import { toCslItem } from "../../../../../src/core/format/fromBibtex/toCslItem";
import { plainItem } from "../../../../../src/core/format/plain/plainItem";
import { decodeText } from "../../../../../src/core/text/decode";
import { fixtureFolder } from "../../../../support/bibliographyFixtures";

describe("plain items", () => {
  const files = ["data/corpus.bib", ...readdirSync(fixtureFolder).filter((name) => name.endsWith(".bib")).map((name) => `${fixtureFolder}/${name}`)];
  for (const file of files) {
    it(`say nothing that the engine's items do not say: ${file}`, () => {
      for (const entry of parseBibtex(decodeText(readFileSync(file)).text).entries) {
        const plain = plainItem(entry);
        const item = toCslItem(entry);
        assert.deepEqual(Object.fromEntries(Object.keys(plain).map((variable) => [variable, item[variable]])), plain);
      }
    });
  }

  it("are items of other formats as they are", () => {
    const item = { id: "a", type: "book", title: "T" };
    const summary = { type: "book", title: "T", people: [], year: "", container: "" };
    assert.equal(plainItem({ format: "csl-json", key: "a", summary, item }), item);
  });
});
