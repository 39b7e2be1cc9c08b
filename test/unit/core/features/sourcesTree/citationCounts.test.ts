import assert from "node:assert/strict";
import { neverCancelled, serviceFor } from "../../../../support/service";
import { child, optionsOf, outline } from "./shown";

const files = {
  "paper.md": "---\nbibliography: refs.bib\n---\n@a @b",
  "other.tex": "\\addbibresource{refs.bib} \\cite{b} \\cite{b} \\cite{c} \\nocite{*}",
  "third.md": "---\nbibliography: other.bib\n---\n@b",
  "refs.bib": "@book{a, author={Adams}, title={A}}\n@book{b, author={Brown}, title={B}}\n@book{c, author={Clark}, title={C}}\n@book{d, author={Able}, title={D}}",
  "other.bib": "@book{b, title={Another B}}",
};

describe("How often all documents cite a source", () => {
  const open = () => {
    const { service, workspace } = serviceFor(files, { settings: { corpus: "never" } });
    return { workspace, treeOf: (wanted: Parameters<typeof optionsOf>[0] = {}) => service.sources(workspace.document("paper.md"), optionsOf(wanted), neverCancelled) };
  };

  it("is told once it has been counted; the same key in another library is another source", async () => {
    const { treeOf } = open();
    const first = await treeOf();
    assert.deepEqual(await outline(first, 1, await child(first, "[refs.bib] declared 4")), ["d", "a ×1", "b ×1", "c"]);
    assert.equal(await first.countCitations(), true);
    const second = await treeOf();
    assert.deepEqual(await outline(second, 1, await child(second, "[refs.bib] declared 4")), ["d", "a ×1", "b ×1 of ×3", "c of ×1"]);
    assert.deepEqual(await outline(second, 1, await child(second, "[other.bib] workspace 1 elsewhere")), ["b of ×1"]);
    assert.equal(await second.countCitations(), false, "nothing has changed since");
  });

  it("sorts, the most cited first", async () => {
    const { treeOf } = open();
    for (const grouping of ["library", "none"] as const) {
      const tree = await treeOf({ sorting: "timesCited", grouping });
      const library = grouping === "none" ? undefined : await child(tree, "[refs.bib] declared 4");
      assert.deepEqual((await outline(tree, 1, library)).filter((line) => /^[abcd](?: |$)/.test(line)), ["b ×1 of ×3", "a ×1", "c of ×1", "d"]);
    }
  });

  it("follows what is written", async () => {
    const { workspace, treeOf } = open();
    await (await treeOf()).countCitations();
    workspace.edit("other.tex", "\\addbibresource{refs.bib} \\cite{d}");
    const tree = await treeOf();
    assert.deepEqual(await outline(tree, 1, await child(tree, "[refs.bib] declared 4")), ["d of ×1", "a ×1", "b ×1", "c"]);
  });
});
