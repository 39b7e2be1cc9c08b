import assert from "node:assert/strict";
import type { TreeNode } from "../../../../../src/core/features/sourcesTree/nodes";
import { serviceFor } from "../../../../support/service";
import { child, optionsOf, outline, shownNode, treeOf, type Wanted } from "./shown";

const one = `@book{c2001, author={Adams, Ann}, title={Later}, year=2001, keywords={trade, Peace}, langid={english}, doi={10.1000/1}}
@article{b2000, author={Adams, A. and Zuse, K.}, title={Sooner}, journal={J}, year=2000, keywords={Trade}, langid={russian}}
@book{a, author={Zuse, Konrad}, title={Last}, timestamp={2024-01-02}, language={en}}
@book{b2000, title={Hidden}}
`;
const files = {
  "paper.md": "---\nbibliography: one.bib\n---\nSee @c2001, then @b2000, @nobody and again @b2000; @elsewhere1999.\n",
  "one.bib": one,
  "two.bib": "@misc{elsewhere1999, title={Not in Scope}}",
};

describe("Sources tree", () => {
  const shapes: readonly (readonly [name: string, wanted: Wanted, depth: number, expected: readonly string[]])[] = [
    ["what the document cites, then libraries in scope, then others", {}, 1, ["cited 4 (2 unknown)", "[one.bib] declared 3 problems 1", "[two.bib] workspace 1 elsewhere"]],
    ["sources by author, year and title, each key once; what could not be read first", {}, 2, [
      "cited 4 (2 unknown)", "  c2001 ×1", "  b2000 ×2", "  nobody? ×1", "  elsewhere1999? ×1 in two.bib",
      "[one.bib] declared 3 problems 1", "  problems (1)", "  b2000 ×2", "  c2001 ×1", "  a",
      "[two.bib] workspace 1 elsewhere", "  elsewhere1999",
    ]],
    ["the corpus is a library", { corpus: "auto", filter: { types: ["book"] } }, 1, ["cited 1", "[one.bib] declared 2 of 3 problems 1", "[Reference corpus] corpus 7 of 48"]],
    ["all in one list", { grouping: "none" }, 1, ["cited 4 (2 unknown)", "b2000 ×2", "c2001 ×1", "a", "[two.bib] workspace 1 elsewhere"]],
    ["grouped by author", { grouping: "author" }, 3, ["author Adams, A. (2)", "  b2000 ×2", "  c2001 ×1", "author Zuse, K. (2)", "  b2000 ×2", "  a"]],
    ["grouped by year", { grouping: "year" }, 3, ["year 2001 (1)", "  c2001 ×1", "year 2000 (1)", "  b2000 ×2", "year – (1)", "  a"]],
    ["grouped by type", { grouping: "type" }, 3, ["type book (2)", "  c2001 ×1", "  a", "type article-journal (1)", "  b2000 ×2"]],
    ["grouped by container", { grouping: "container" }, 3, ["container J (1)", "  b2000 ×2", "container – (2)", "  c2001 ×1", "  a"]],
    ["grouped by keyword", { grouping: "keyword" }, 3, ["keyword Peace (1)", "  c2001 ×1", "keyword trade (2)", "  b2000 ×2", "  c2001 ×1", "keyword – (1)", "  a"]],
    ["grouped by language", { grouping: "language" }, 3, ["language en (2)", "  c2001 ×1", "  a", "language ru (1)", "  b2000 ×2"]],
    ["sorted by year, the newest first", { sorting: "year" }, 3, ["c2001 ×1", "b2000 ×2", "a"]],
    ["sorted by title", { sorting: "title" }, 3, ["a", "c2001 ×1", "b2000 ×2"]],
    ["sorted by key", { sorting: "key" }, 3, ["a", "b2000 ×2", "c2001 ×1"]],
    ["sorted by times cited", { sorting: "timesCited" }, 3, ["b2000 ×2", "c2001 ×1", "a"]],
    ["sorted by date added: noted days, then the last in the file first", { sorting: "dateAdded" }, 3, ["a", "b2000 ×2", "c2001 ×1"]],
  ];
  for (const [name, wanted, depth, expected] of shapes) {
    it(name, async () => {
      const tree = await treeOf(files, wanted);
      if (depth < 3) {
        assert.deepEqual(await outline(tree, depth), expected);
        return;
      }
      const library = (await tree.childrenOf()).find(({ kind }) => kind === "library");
      const lines = await outline(tree, (wanted.grouping ?? "library") === "library" ? 1 : 2, library);
      assert.deepEqual(lines.filter((line) => !line.includes("problem") && !line.includes("duplicate")), expected);
    });
  }

  const filters: readonly (readonly [filter: NonNullable<Wanted["filter"]>, expected: readonly string[]])[] = [
    [{ query: "adams" }, ["c2001 ×1", "b2000 ×2", "|", "b2000 ×2", "c2001 ×1"]],
    [{ query: "ADAMS later" }, ["c2001 ×1", "|", "c2001 ×1"]],
    [{ query: "zuze" }, ["b2000 ×2", "|", "b2000 ×2", "a"]],
    [{ query: "nob" }, ["nobody? ×1", "|"]],
    [{ query: "xyzzy" }, ["|"]],
    [{ citation: "cited" }, ["c2001 ×1", "b2000 ×2", "nobody? ×1", "elsewhere1999? ×1 in two.bib", "|", "b2000 ×2", "c2001 ×1"]],
    [{ citation: "uncited" }, ["|", "a", "elsewhere1999"]],
    [{ years: [2001, 2010] }, ["c2001 ×1", "|", "c2001 ×1"]],
    [{ lacksDoi: true }, ["b2000 ×2", "|", "b2000 ×2", "a", "elsewhere1999"]],
    [{ hasProblems: true }, ["nobody? ×1", "elsewhere1999? ×1 in two.bib", "|", "a"]],
    [{ types: ["article-journal", "__proto__"] }, ["b2000 ×2", "|", "b2000 ×2"]],
    [{ types: ["book"], citation: "uncited" }, ["|", "a"]],
  ];
  for (const [filter, expected] of filters) {
    it(`shows only ${JSON.stringify(filter)}`, async () => {
      const tree = await treeOf(files, { filter });
      const top = await tree.childrenOf();
      const rowsOf = async (kind: TreeNode["kind"]): Promise<readonly string[]> =>
        (await Promise.all(top.filter((node) => node.kind === kind).map((node) => tree.childrenOf(node)))).flat().map(shownNode);
      assert.deepEqual([...await rowsOf("cited"), "|", ...await rowsOf("library")], expected);
      assert.deepEqual(await tree.counts(), { all: 4, shown: expected.length - expected.indexOf("|") - 1 });
    });
  }

  it("tells libraries of one name apart", async () => {
    const tree = await treeOf({ "paper.md": "", "a/refs.bib": one, "b/refs.bib": one, "other.bib": one }, {});
    const libraries = (await tree.childrenOf()).filter((node) => node.kind === "library");
    assert.deepEqual(libraries.map(({ name, hasNamesake }) => [name, hasNamesake]), [["refs.bib", true], ["refs.bib", true], ["other.bib", false]]);
  });

  it("leaves out what the writer excluded", async () => {
    const tree = await treeOf(files, { excluded: ["file:///paper/one.bib#a", "file:///paper/two.bib"] });
    assert.deepEqual(await outline(tree, 1), ["cited 4 (2 unknown)", "[one.bib] declared 2 of 3 problems 1"]);
  });

  it("makes no groups where no source has what they are made by, nor tells of failures while one filters", async () => {
    const tree = await treeOf({ "paper.md": "---\nbibliography: [a.bib, lost.bib]\n---\n", "a.bib": "@book{a, title={A}}" }, { grouping: "language", filter: { query: "a" } });
    assert.deepEqual(await outline(tree, 2), ["[a.bib] declared 1", "  a"]);
  });

  it("a library that cannot be read says why", async () => {
    const tree = await treeOf({ "paper.md": "---\nbibliography: [lost.bib, lost.bib, paper.pdf]\n---\n", "paper.pdf": "%PDF" });
    assert.deepEqual(await outline(tree, 1), ["missing lost.bib", "missing lost.bib", "foreign paper.pdf"]);
  });

  it("a key that two libraries have counts in the first", async () => {
    const tree = await treeOf({ "paper.md": "@doe", "a.bib": "@book{doe, title={One}}", "b.bib": "@book{doe, title={Two}}" });
    assert.deepEqual(await outline(tree, 2), ["cited 1", "  doe ×1", "[a.bib] workspace 1", "  doe ×1", "[b.bib] workspace 1", "  doe hidden by a.bib"]);
    assert.deepEqual(await outline(await treeOf({ "a.bib": "@book{doe, title={One}}", "b.bib": "@book{doe, title={Two}}\n@book{a, title={A}}" }, { grouping: "none" }), 1), ["a", "doe"]);
  });

  it("an alias is the source it stands for", async () => {
    const tree = await treeOf({ "paper.md": "@old @new @old", "a.bib": "@book{new, ids={old}, title={T}}" });
    assert.deepEqual(await outline(tree, 2), ["cited 1", "  new ×3", "[a.bib] workspace 1", "  new ×3"]);
  });

  it("takes no names in a README for unknown keys", async () => {
    const tree = await treeOf({ "paper.md": "Thanks to @octocat.", "a.bib": "@book{doe, title={One}}" });
    assert.deepEqual([await outline(tree, 1), tree.unresolvedCount], [["[a.bib] workspace 1"], 0]);
  });

  it("counts citations that lead nowhere, and types", async () => {
    const tree = await treeOf(files);
    assert.equal(tree.unresolvedCount, 2);
    assert.deepEqual([...await tree.types()], [["book", 3], ["article-journal", 1], ["document", 1]]);
  });

  it("shows the corpus alone where nothing is open", async () => {
    assert.deepEqual(await outline(await treeOf({}, { corpus: "auto" }), 1), ["[Reference corpus] corpus 48"]);
  });

  it("whoever asks no more gets nothing", async () => {
    const { service, workspace } = serviceFor(files);
    const token = { isCancellationRequested: false };
    const tree = await service.sources(workspace.document("paper.md"), optionsOf({ grouping: "keyword", filter: { query: "adams", hasProblems: true } }), token);
    token.isCancellationRequested = true;
    assert.deepEqual(await tree.childrenOf(), []);
  });

  it("ids stay and differ, in every arrangement", async () => {
    for (const grouping of ["library", "none", "author", "keyword"] as const) {
      const ids = async (): Promise<readonly string[]> => {
        const tree = await treeOf(files, { grouping });
        const below = async (node?: TreeNode): Promise<readonly string[]> => {
          const children = await tree.childrenOf(node);
          return (await Promise.all(children.map(async (row) => [row.id, ...await below(row)]))).flat();
        };
        return below();
      };
      const [first, second] = [await ids(), await ids()];
      assert.deepEqual(first, second);
      assert.equal(new Set(first).size, first.length, grouping);
      assert.ok(first.length > 20);
    }
  });

  it("parents lead to the top", async () => {
    const tree = await treeOf(files, { grouping: "year" });
    const library = await child(tree, "[one.bib] declared 3 problems 1");
    const group = await child(tree, "year 2000 (1)", library);
    const source = await child(tree, "b2000 ×2", group);
    assert.deepEqual([source.parent, group.parent, library.parent], [group, library, undefined]);
  });
});
