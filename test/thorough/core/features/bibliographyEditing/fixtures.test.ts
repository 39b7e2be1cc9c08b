import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { formatBibtex } from "../../../../../src/core/features/bibliographyEditing/format/formatBibtex";
import { sortBibtex } from "../../../../../src/core/features/bibliographyEditing/sort/sortBibtex";
import { finishNow } from "../../../../../src/core/steps";
import { decodeText } from "../../../../../src/core/text/decode";
import { fixtureFolder } from "../../../../support/bibliographyFixtures";
import { applyEdits, factsOf, withoutSpace } from "../../../../support/bibtexTexts";

const files = [...readdirSync(fixtureFolder).filter((name) => name.endsWith(".bib")).map((name) => `${fixtureFolder}/${name}`), "data/corpus.bib"];
const strings = (facts: readonly unknown[]): readonly string[] => facts.map((fact) => JSON.stringify(fact));

describe("formatting and sorting real bibliographies", () => {
  for (const file of files) {
    const { text } = decodeText(readFileSync(file));
    const format = (from: string): string => applyEdits(from, finishNow(formatBibtex(from, { indent: undefined, isAligned: undefined })));

    it(`formats ${file} without changing what it says`, () => {
      const formatted = format(text);
      assert.equal(withoutSpace(formatted), withoutSpace(text));
      assert.deepEqual(strings(factsOf(formatted)), strings(factsOf(text)));
      assert.equal(format(formatted), formatted);
    });

    it(`sorts ${file}, or says where it is not safe`, () => {
      const answer = finishNow(sortBibtex(text, "author"));
      if (answer !== undefined && "reason" in answer) {
        assert.ok(/[@]/.test(text.charAt(answer.range.start)));
        return;
      }
      const sorted = applyEdits(text, answer === undefined ? [] : [answer]);
      assert.deepEqual([...strings(factsOf(sorted))].sort(), [...strings(factsOf(text))].sort());
      assert.equal(finishNow(sortBibtex(sorted, "author")), undefined);
    });
  }
});
