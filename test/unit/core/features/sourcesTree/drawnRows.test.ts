import assert from "node:assert/strict";
import { DrawnRows, type Redrawing } from "../../../../../src/core/features/sourcesTree/drawnRows";
import type { TreeNode } from "../../../../../src/core/features/sourcesTree/nodes";
import type { SourcesTree } from "../../../../../src/core/features/sourcesTree/sourcesTree";
import { serviceFor } from "../../../../support/service";
import { optionsOf, shownNode, type Wanted } from "./shown";

const files = {
  "paper.md": "---\nbibliography: one.bib\n---\nSee @b2000 and @nobody.\n",
  "one.bib": "@book{a2001, author={Adams, Ann}, title={Later}, publisher={P}, year=2001}\n@book{b2000, author={Zuse, Konrad}, title={Sooner}, publisher={P}, year=2000}\n",
};

/** A host that opens every row above some depth, as an editor does with rows that stand open, and hears what it is to draw anew. */
class Host {
  readonly rows = new DrawnRows();
  readonly #project = serviceFor(files, { settings: { corpus: "never" } });
  #tree: SourcesTree | undefined;

  constructor(readonly depth: number) {}

  async show(wanted: Wanted = {}): Promise<Redrawing | undefined> {
    const tree = await this.#project.service.sources(this.#project.workspace.document("paper.md"), optionsOf(wanted));
    this.#tree = tree;
    const redrawing = await this.rows.update(tree, () => true);
    if (redrawing === "all" || redrawing?.length === 0 && this.topRow === undefined) await this.#open(undefined, this.depth);
    return redrawing;
  }

  edit(name: keyof typeof files, change: (text: string) => string): void {
    this.#project.workspace.edit(name, change(this.#project.workspace.document(name).getText()));
  }

  topRow: TreeNode | undefined;
  readonly given: TreeNode[] = [];

  async #open(node: TreeNode | undefined, depth: number): Promise<void> {
    if (depth === 0 || this.#tree === undefined) return;
    const children = this.rows.give(node, await this.#tree.childrenOf(node && this.rows.now(node)));
    this.topRow ??= children[0];
    this.given.push(...children);
    for (const child of children) await this.#open(child, depth - 1);
  }
}

const shown = (redrawing: Redrawing | undefined, rows: DrawnRows): unknown => Array.isArray(redrawing) ? (redrawing as readonly TreeNode[]).map((node) => shownNode(rows.now(node))) : redrawing;

describe("rows that are drawn", () => {
  const cases: readonly (readonly [name: string, depth: number, edited: keyof typeof files, change: (text: string) => string, wanted: Wanted, expected: unknown])[] = [
    ["nothing has changed", 3, "paper.md", (text) => text, {}, []],
    ["prose that cites nothing", 2, "paper.md", (text) => `${text}\nMore words.`, {}, []],
    ["prose before an open citation, whose line has another number", 4, "paper.md", (text) => text.replace("See", "\nSee"), {}, ["5: See @⟦b2000⟧ and @nobody.", "5: See @⟦b2000⟧ and @nobody."]],
    ["a source that is cited once more, in both places", 2, "paper.md", (text) => `${text}\nAnd @b2000.`, {}, ["b2000 ×2", "b2000 ×2"]],
    ["another source that is cited", 2, "paper.md", (text) => `${text}\nAnd @a2001.`, {}, ["cited 3 (1 unknown)", "a2001 ×1"]],
    ["a title", 2, "one.bib", (text) => text.replace("Later", "Much Later"), {}, ["a2001"]],
    ["what no row shows", 2, "one.bib", (text) => text.replaceAll("publisher={P}", "publisher={Another}"), {}, []],
    ["a source that is new", 2, "one.bib", (text) => `${text}@book{c2002, title={T}, publisher={P}, year=2002}`, {}, ["[one.bib] declared 3"]],
    ["another order that is the same", 2, "one.bib", (text) => text, { sorting: "year" }, []],
    ["another order", 2, "one.bib", (text) => text, { sorting: "dateAdded" }, ["[one.bib] declared 2"]],
    ["nothing is cited any more", 2, "paper.md", (text) => text.replaceAll("@", ""), {}, "all"],
    ["other groups", 2, "paper.md", (text) => text, { grouping: "year" }, ["[one.bib] declared 2"]],
  ];
  for (const [name, depth, edited, change, wanted, expected] of cases) {
    it(name, async () => {
      const host = new Host(depth);
      await host.show();
      host.edit(edited, change);
      assert.deepEqual(shown(await host.show(wanted), host.rows), expected);
      assert.deepEqual(shown(await host.show(wanted), host.rows), [], "once is enough");
    });
  }

  it("what only looks like a row is none", async () => {
    const host = new Host(3);
    await host.show();
    assert.ok(host.given.length > 0 && host.given.every((row) => host.rows.isRow(row) && host.rows.isRow(host.rows.now(row))));
    await host.show({ grouping: "year" });
    assert.ok(host.given.every((row) => host.rows.isRow(row)), "a row of earlier stays one");
    for (const value of [undefined, null, 1, "chosen", [], {}, { ...host.given[0] }, JSON.parse("{\"kind\":\"source\",\"id\":\"x\",\"__proto__\":{}}")]) assert.equal(host.rows.isRow(value), false);
  });

  it("a row that a host knows stands for what it is now", async () => {
    const host = new Host(2);
    await host.show();
    const row = host.given.find((node) => node.kind === "source" && node.source.key === "b2000");
    assert.ok(row?.kind === "source");
    host.edit("one.bib", (text) => `% a line more\n${text}`);
    assert.deepEqual(await host.show(), []);
    const now = host.rows.now(row);
    assert.ok(now.kind === "source");
    assert.equal(now.source.entry.range.start - row.source.entry.range.start, "% a line more\n".length);
  });

  it("a row that has explained itself is drawn anew with the next change, once", async () => {
    const host = new Host(2);
    await host.show();
    const row = host.given.find((node) => node.kind === "source");
    assert.ok(row);
    host.rows.noteExplained(row);
    assert.deepEqual(await host.show(), [row]);
    assert.deepEqual(await host.show(), []);
  });

  it("nothing is taken over of a tree that was given up", async () => {
    const host = new Host(2);
    await host.show();
    host.edit("paper.md", (text) => `${text}\nAnd @b2000.`);
    const before = host.given.map((node) => host.rows.now(node));
    assert.equal(await host.rows.update(emptyTree, () => false), undefined);
    assert.deepEqual(host.given.map((node) => host.rows.now(node)), before);
  });
});

const emptyTree: SourcesTree = {
  childrenOf: () => Promise.resolve([]),
  find: () => Promise.resolve(undefined),
  findUnknown: () => Promise.resolve(undefined),
  counts: () => Promise.resolve({ all: 0, shown: 0 }),
  types: () => Promise.resolve(new Map()),
  countCitations: () => Promise.resolve(false),
  unresolvedCount: 0,
};
