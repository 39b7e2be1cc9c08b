import assert from "node:assert/strict";
import { serviceFor } from "../../../support/service";

describe("Sources tree", () => {
  const files = {
    "paper.md": "@b2000 and again @b2000",
    "one.bib": "@book{c2001, author={Adams, A.}, title={Later}, year=2001}\n@book{b2000, author={Adams, A.}, title={Sooner}, year=2000}\n@book{a, author={Zuse, K.}, title={Last}}\n@book{b2000, title={Hidden}}",
    "two.bib": "@misc{untitled}",
  };

  it("has a library for each bibliography and the corpus, with what is in them", async () => {
    const { service, workspace } = serviceFor(files);
    const { libraries } = await service.sources(workspace.document("paper.md"));
    assert.deepEqual(libraries.map(({ name, origin, count, problemCount }) => [name, origin, count, problemCount]), [
      ["one.bib", "workspace", 3, 1], ["two.bib", "workspace", 1, 0], ["Reference corpus", "corpus", 48, 0],
    ]);
  });

  it("sorts by author, year and title, each key once, and counts citations", async () => {
    const { service, workspace } = serviceFor(files);
    const tree = await service.sources(workspace.document("paper.md"));
    const [library] = tree.libraries;
    assert.ok(library);
    const children = tree.childrenOf(library);
    assert.deepEqual(children.map(({ source, timesCited }) => [source.key, source.entry.summary.title, timesCited]), [["b2000", "Sooner", 2], ["c2001", "Later", 0], ["a", "Last", 0]]);
    assert.ok(children.every((child) => tree.parentOf(child)?.id === library.id));
  });

  it("has ids that stay and differ", async () => {
    const { service } = serviceFor(files);
    const ids = async (): Promise<readonly string[]> => {
      const tree = await service.sources();
      return tree.libraries.flatMap((library) => [library.id, ...tree.childrenOf(library).map(({ id }) => id)]);
    };
    const [first, second] = [await ids(), await ids()];
    assert.deepEqual(first, second);
    assert.equal(new Set(first).size, first.length);
  });

  it("shows the corpus alone where nothing is open", async () => {
    const { service } = serviceFor({}, { folders: [] });
    assert.deepEqual((await service.sources()).libraries.map(({ origin }) => origin), ["corpus"]);
  });
});
