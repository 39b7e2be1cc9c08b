import assert from "node:assert/strict";
import { serviceFor } from "../../../../support/service";
import { optionsOf, outline, shownNode, type Wanted } from "./shown";

const count = 1203;
const entries = Array.from({ length: count }, (_, index) => {
  const number = String(index).padStart(4, "0");
  return `@book{k${number}, author={Name${number}, A.}, title={T${number}}, year=${1900 + (index % 100)}}`;
}).join("\n");
const files = { "long.bib": entries, "paper.md": "[@k0005; @nobody]", "other.bib": "@book{only, title={Only}}" };
// One for all tests: what is made of a library is kept.
const { service, workspace } = serviceFor(files, { settings: { corpus: "never" } });
const paper = workspace.document("paper.md");

describe("Sources tree of a long library", () => {
  const cases: readonly (readonly [wanted: Wanted, expected: readonly string[]])[] = [
    [{}, ["Name0000 … Name0499 from 1 (500)", "Name0500 … Name0999 from 501 (500)", "Name1000 … Name1202 from 1001 (203)"]],
    [{ sorting: "key" }, ["k0000 … k0499 from 1 (500)", "k0500 … k0999 from 501 (500)", "k1000 … k1202 from 1001 (203)"]],
    [{ sorting: "year" }, ["1999 … 1958 from 1 (500)", "1958 … 1916 from 501 (500)", "1916 … 1900 from 1001 (203)"]],
    [{ grouping: "author" }, ["Name0000, A. … Name0499, A. from 1 (500)", "Name0500, A. … Name0999, A. from 501 (500)", "Name1000, A. … Name1202, A. from 1001 (203)"]],
  ];
  for (const [wanted, expected] of cases) {
    it(`is cut into ranges: ${JSON.stringify(wanted)}`, async () => {
      const tree = await service.sources(undefined, optionsOf(wanted));
      const [library] = await tree.childrenOf();
      assert.deepEqual(await outline(tree, 1, library), expected);
      const [, second] = await tree.childrenOf(library);
      const rows = await tree.childrenOf(second);
      assert.equal(rows.length, 500);
      assert.equal(rows[0]?.parent, second);
    });
  }

  it("in one list it is cut at the top", async () => {
    const top = await (await service.sources(undefined, optionsOf({ grouping: "none" }))).childrenOf();
    assert.deepEqual(top.map(({ kind }) => kind), ["range", "range", "range"]);
  });

  it("few groups need no ranges", async () => {
    const tree = await service.sources(undefined, optionsOf({ grouping: "year" }));
    const [library] = await tree.childrenOf();
    assert.equal((await tree.childrenOf(library)).length, 100);
  });

  for (const wanted of [{}, { grouping: "none" }, { grouping: "author" }, { grouping: "year" }, { sorting: "year" }] as const satisfies readonly Wanted[]) {
    it(`finds a source in it: ${JSON.stringify(wanted)}`, async () => {
      const tree = await service.sources(undefined, optionsOf(wanted));
      const { library } = await service.library();
      const source = library.get("k0777");
      assert.ok(source);
      const found = await tree.find(source, "library");
      assert.equal(found && shownNode(found), "k0777");
      assert.ok((await tree.childrenOf(found?.parent)).some(({ id }) => id === found?.id));
    });
  }

  it("finds what a document cites there first, an unknown key too, and nothing where there is nothing", async () => {
    const tree = await service.sources(paper, optionsOf({ filter: { query: "name0005" } }));
    const { library } = await service.library(paper);
    const [cited, other] = [library.get("k0005"), library.get("only")];
    assert.ok(cited !== undefined && other !== undefined);
    assert.deepEqual([(await tree.find(cited, "cited"))?.parent?.kind, (await tree.find(cited, "library"))?.parent?.kind], ["cited", "library"]);
    assert.equal(await tree.find(other, "cited"), undefined);
    assert.equal(await tree.findUnknown("nobody"), undefined);
    const whole = await service.sources(paper, optionsOf({}));
    assert.equal((await whole.findUnknown("nobody"))?.kind, "unknown");
  });
});
