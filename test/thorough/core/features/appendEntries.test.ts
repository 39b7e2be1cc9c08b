import assert from "node:assert/strict";
import fc from "fast-check";
import { parseBibliography } from "../../../../src/core/bibliography/parseBibliography";
import { appendEntries, insertEntries } from "../../../../src/core/features/appendEntries";
import type { WrittenBibliography } from "../../../../src/core/features/readBack";
import type { TextEdit } from "../../../../src/core/model/edit";
import { awkwardBibliography, bibliographyNames } from "../../../support/awkwardBibliographies";
import { afterEdits, kindsOfLineEnds } from "../../../support/awkwardTexts";

function written(name: string, text: string): WrittenBibliography {
  const bibliography = parseBibliography(`file:///${name}`, text);
  assert.ok(bibliography);
  return { uri: `file:///${name}`, text, bibliography };
}

/** What is added, in the words of the converter. */
const added: Readonly<Record<string, string>> = {
  "r.bib": "@book{new1,\n  title = {New},\n}\n\n@misc{new2, year = 2002}\n",
  "r.json": "[\n  {\n    \"id\": \"new1\",\n    \"type\": \"book\"\n  },\n  {\n    \"id\": \"new2\",\n    \"type\": \"book\"\n  }\n]\n",
  "r.yaml": "---\nreferences:\n- id: new1\n  type: book\n  author:\n  - family: F\n\n- id: new2\n  title: T\n---\n",
  "r.ris": "TY  - BOOK\nID  - new1\nER  - \n\nTY  - BOOK\nID  - new2\nER  - \n",
};
const newKeys = ["new1", "new2"];

/** Keys and texts of all entries, in order. */
function facts(name: string, text: string): readonly string[] {
  return written(name, text).bibliography.entries.map(({ key, range: { start, end } }) => JSON.stringify([key, text.slice(start, end)]));
}

function isNew(fact: string): boolean {
  return newKeys.some((key) => fact.startsWith(`["${key}",`));
}

/** Nothing but an empty list in brackets may be taken away. */
function assertAdds(name: string, text: string, lineEnd: string | undefined, edit: TextEdit): void {
  assert.match(text.slice(edit.range.start, edit.range.end), /^(?:[ \t]*\[[ \t]*\])?$/);
  const after = afterEdits(text, [edit]);
  assert.deepEqual(facts(name, after).filter((fact) => !isNew(fact)), facts(name, text), JSON.stringify(after));
  assert.equal(facts(name, after).filter(isNew).length, newKeys.length, JSON.stringify(after));
  const kinds = kindsOfLineEnds(edit.newText);
  if (lineEnd !== undefined && kindsOfLineEnds(text).size > 0) assert.deepEqual([...kinds].filter((kind) => kind !== lineEnd), [], JSON.stringify([text, edit]));
}

describe("adding to any bibliography", () => {
  for (const name of bibliographyNames) {
    it(`${name}: takes nothing away, is read back, and keeps the line ends`, () => {
      let count = 0;
      fc.assert(fc.property(awkwardBibliography(name), ({ text, lineEnd }) => {
        const edit = appendEntries(written(name, text), added[name] ?? "");
        if (edit === undefined) return;
        count++;
        assertAdds(name, text, lineEnd, edit);
      }), { numRuns: 400 });
      assert.ok(count > 150, `only ${count} were added to`);
    });
  }

  it("r.bib: the same at any place", () => {
    let count = 0;
    fc.assert(fc.property(awkwardBibliography("r.bib"), fc.nat(), ({ text, lineEnd }, at) => {
      const edit = insertEntries(written("r.bib", text), added["r.bib"] ?? "", at % (text.length + 1));
      if (edit === undefined) return;
      count++;
      assertAdds("r.bib", text, lineEnd, edit);
    }), { numRuns: 600 });
    assert.ok(count > 250, `only ${count} were added to`);
  });
});
