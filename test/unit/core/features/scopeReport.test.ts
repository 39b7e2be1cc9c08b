import assert from "node:assert/strict";
import { serviceFor } from "../../../support/service";

const bib = "@book{one, title={One}}";

describe("why a document sees its sources", () => {
  it("names each library with its rule and number, what failed and where it was looked for", async () => {
    const { service, workspace } = serviceFor({
      "text/paper.md": "---\nbibliography: [../one.bib, none.bib, notes.docx]\n---\n",
      "one.bib": `${bib}\n@book{broken, title={x}\n@book{two, title={Two}}`,
      "other.bib": bib,
      "text/notes.docx": "",
    });
    const { libraries, failed, ignored, offeredCount } = await service.scopeReport(workspace.document("text/paper.md"));
    assert.deepEqual(libraries.map(({ name, origin, count, isOffered, problems, declaredBy }) => [name, origin, count, isOffered, problems.length, declaredBy?.declaration.path]), [
      ["one.bib", "declared", 3, true, 1, "../one.bib"],
      ["Reference corpus", "corpus", 48, false, 0, undefined],
    ]);
    assert.deepEqual(failed.map(({ reason, declaration, tried }) => [reason, declaration.path, tried]), [
      ["missing", "none.bib", ["file:///paper/text/none.bib", "file:///paper/none.bib"]],
      ["foreign", "notes.docx", ["file:///paper/text/notes.docx"]],
    ]);
    assert.deepEqual(ignored, [{ uri: "file:///paper/other.bib", name: "other.bib", count: 1 }]);
    assert.equal(offeredCount, 3);
  });
});
