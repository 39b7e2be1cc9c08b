import assert from "node:assert/strict";
import fc from "fast-check";
import type { FileEdit } from "../../../../src/core/model/edit";
import { awkwardBibliography, bibliographyNames } from "../../../support/awkwardBibliographies";
import { awkwardDocument } from "../../../support/awkwardDocuments";
import { afterEdits } from "../../../support/awkwardTexts";
import { serviceFor } from "../../../support/service";

type Files = Readonly<Record<string, string>>;

/** The edits that rename the first key of a bibliography that can be renamed; `undefined` where none can. */
async function renamed(files: Files, bibliography: string, key: string, newKey: string): Promise<readonly FileEdit[] | undefined> {
  const { service, workspace } = serviceFor(Object.fromEntries(Object.keys(files).map((path) => [path, ""])));
  for (const [path, text] of Object.entries(files)) workspace.edit(path, text);
  const source = await service.sourceIn(workspace.uri(bibliography), key);
  if (source === undefined) return undefined;
  const answer = await service.rename(workspace.document(bibliography), source.entry.keyRange.start, newKey);
  return "reason" in answer ? undefined : answer.edits;
}

function after(files: Files, edits: readonly FileEdit[]): Files {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, afterEdits(text, edits.filter(({ uri }) => uri.endsWith(`/${path}`)))]));
}

/** What replaces nothing but keys. */
function assertReplacesKeys(files: Files, edits: readonly FileEdit[], key: string): void {
  for (const { uri, range, basis, replaced } of edits) {
    const text = files[uri.slice(uri.lastIndexOf("/") + 1)] ?? assert.fail();
    const written = text.slice(range.start, range.end);
    assert.ok(written === key || written === `{${key}}` || replaced === key, JSON.stringify([written, key]));
    assert.ok(basis === text || replaced !== undefined);
  }
}

describe("renaming in any files", () => {
  for (const name of bibliographyNames) {
    it(`${name}: there and back again gives the first texts`, async () => {
      let count = 0;
      await fc.assert(fc.asyncProperty(awkwardBibliography(name), awkwardDocument("markdown"), awkwardDocument("latex"), fc.constantFrom("a", "b", "k1", "doe:1"), async ({ text }, markdown, latex, key) => {
        const files: Files = { [name]: text, "a.md": markdown.text, "b.tex": latex.text };
        const edits = await renamed(files, name, key, "newKey-1");
        if (edits === undefined) return;
        assertReplacesKeys(files, edits, key);
        const there = after(files, edits);
        const back = await renamed(there, name, "newKey-1", key);
        if (back === undefined) return;
        count++;
        assert.deepEqual(after(there, back), files);
      }), { numRuns: 100 });
      assert.ok(count > 2, `only ${count} were renamed`);
    });
  }
});
