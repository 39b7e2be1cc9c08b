import assert from "node:assert/strict";
import fc from "fast-check";
import { attachedFiles } from "../../../../../src/core/features/sourcesTree/attachedFiles";
import { excerptsOf } from "../../../../../src/core/features/sourcesTree/excerpt";
import { readMarks } from "../../../../support/marks";
import { child, outline, shownNode, treeOf } from "./shown";

describe("What a source opens to", () => {
  const files = {
    "paper.md": "# Title\n\nAs @doe2001 [p. 3] says,\nand again [see @roe2002; @doe2001].",
    "other.tex": "\\cite{doe2001}",
    "refs.bib": "@book{doe2001, author={Doe, Jane and Roe, Richard}, title={One}, year=2001, doi={10.1000/a_b}, url={https://example.org/x\\_y}, file={Full text:files/a\\:b.pdf:application/pdf}}\n"
      + "@book{roe2002, author={Roe, R.}, title={Two}, year=2002}\n@book{d3, author={Doe, J.}, title={Three}}\n@book{d4, author={Doe, John and Doe, Bob}, title={Four}, year=2004}",
    "more.json": "[{\"id\":\"j1\",\"type\":\"book\",\"title\":\"J\",\"author\":[{\"family\":\"Doe\",\"given\":\"Jane Q.\"}],\"DOI\":\"10.1000/j\"}]",
  };

  it("places that cite it, the own document first; links; problems; other works of its authors", async () => {
    const tree = await treeOf(files);
    const library = await child(tree, "[refs.bib] workspace 4");
    assert.deepEqual(await outline(tree, 2, await child(tree, "doe2001 ×2", library)), [
      "in paper.md (2)", "  3: As @⟦doe2001⟧ [p. 3] says,", "  4: …@roe2002; @⟦doe2001⟧].",
      "in other.tex (1)", "  1: \\cite{⟦doe2001⟧}",
      "doi https://doi.org/10.1000/a_b", "url https://example.org/x_y", "file a:b.pdf file:///paper/files/a%3Ab.pdf", "entry refs.bib",
      "by Doe, J.", "  j1", "  d4", "  d3", "by Roe, R.", "  roe2002 ×1",
    ]);
  });

  it("what is missing is a problem of it", async () => {
    const tree = await treeOf(files);
    const library = await child(tree, "[refs.bib] workspace 4");
    assert.deepEqual((await outline(tree, 1, await child(tree, "d3", library))).filter((line) => line.startsWith("missing")), ["missing-field"]);
  });

  it("works of a person do not open to works of persons", async () => {
    const tree = await treeOf(files);
    const library = await child(tree, "[more.json] workspace 1");
    const person = await child(tree, "by Doe, J.", await child(tree, "j1", library));
    const work = await child(tree, "doe2001 ×2", person);
    assert.ok((await tree.childrenOf(work)).every(({ kind }) => kind !== "person"));
  });

  it("files that RIS and CSL-JSON name, addresses among them left out", async () => {
    const tree = await treeOf({
      "a.ris": "TY  - BOOK\nID  - r1\nTI  - T\nL1  - files/12/a b.pdf\nL1  - https://example.org/x.pdf\nL4  - file:///home/x/y.png\nER  - \n",
      "b.json": JSON.stringify([{ id: "j1", type: "book", title: "T", file: "own/j.pdf", custom: { attachments: [{ path: "c.pdf" }, "d.pdf", { path: 3 }, null] } }]),
    });
    const filesOf = async (library: string, key: string): Promise<readonly string[]> =>
      (await tree.childrenOf(await child(tree, key, await child(tree, library)))).map(shownNode).filter((line) => line.startsWith("file "));
    assert.deepEqual(await filesOf("[a.ris] workspace 1", "r1"), ["file a b.pdf file:///paper/files/12/a%20b.pdf", "file y.png file:///home/x/y.png"]);
    assert.deepEqual(await filesOf("[b.json] workspace 1", "j1"), ["file j.pdf file:///paper/own/j.pdf", "file c.pdf file:///paper/c.pdf", "file d.pdf file:///paper/d.pdf"]);
  });

  const attachments: readonly (readonly [written: string, uris: readonly string[]])[] = [
    ["Full Text:C\\:\\\\Users\\\\jane\\\\a.pdf:application/pdf", ["file:///c%3A/Users/jane/a.pdf"]],
    ["/home/jane/Zotero/storage/AB12/a.pdf", ["file:///home/jane/Zotero/storage/AB12/a.pdf"]],
    ["../../../../../etc/passwd", ["file:///etc/passwd"]],
    ["~/a.pdf", ["file:///home/writer/a.pdf"]],
    ["file:///home/jane/a.pdf", ["file:///home/jane/a.pdf"]],
    ["file://share.example/a.pdf", []],
    ["file:////share.example/a.pdf", ["file:///share.example/a.pdf"]],
    ["//share.example/a.pdf", ["file:///share.example/a.pdf"]],
    ["\\\\share.example\\a.pdf", ["file:///share.example/a.pdf"]],
    ["https://example.org/a.pdf", []],
    ["vscode://x/y", []],
    ["command:workbench.action.quit", ["file:///paper/command%3Aworkbench.action.quit"]],
    ["javascript:alert(1)", ["file:///paper/javascript%3Aalert%281%29"]],
  ];
  for (const [written, uris] of attachments) {
    it(`an attached file is one of this machine, wherever it lies: ${written}`, async () => {
      const tree = await treeOf({ "b.json": JSON.stringify([{ id: "j1", type: "book", title: "T", attachments: [{ path: written.startsWith("Full") ? "" : written }], ...written.startsWith("Full") && { file: written } }]) });
      const links = await tree.childrenOf(await child(tree, "j1", await child(tree, "[b.json] workspace 1")));
      assert.deepEqual(links.flatMap((link) => link.kind === "link" && link.target === "file" ? [link.uri] : []), uris);
    });
  }

  it("unsafe addresses are no links", async () => {
    const tree = await treeOf({ "a.bib": "@misc{x, title={T}, url={command:evil}, doi={javascript:alert(1)}}" });
    const library = await child(tree, "[a.bib] workspace 1");
    assert.deepEqual((await tree.childrenOf(await child(tree, "x", library))).map(shownNode), ["entry a.bib"]);
  });
});

describe("Excerpts", () => {
  const long = "word ".repeat(40);
  const cases: readonly (readonly [text: string, expected: string])[] = [
    ["⟦a⟧", "1: ⟦a⟧"],
    ["one\ntwo @⟦key⟧ three\nfour", "2: two @⟦key⟧ three"],
    ["  \t indented\t \t[@⟦key⟧]  \r\nnext", "1: indented [@⟦key⟧]"],
    [`${long}@⟦key⟧ ${long}`, `1: …${"word ".repeat(2)}@⟦key⟧ ${"word ".repeat(15).trim()}…`],
    ["\u202eright @⟦k\u0000ey⟧", "1: right @⟦key⟧"],
  ];
  for (const [marked, expected] of cases) {
    it(JSON.stringify(marked.slice(0, 40)), () => {
      const { text, ranges } = readMarks(marked);
      const [excerpt] = excerptsOf(text, ranges);
      assert.ok(excerpt);
      assert.equal(`${excerpt.line}: ${excerpt.text.slice(0, excerpt.start)}⟦${excerpt.text.slice(excerpt.start, excerpt.end)}⟧${excerpt.text.slice(excerpt.end)}`, expected);
    });
  }

  it("never fails, and its place lies within", () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom("a", " ", "\n", "\r", "\t", "\u0000", "\ud800", "é", "\u202e"), maxLength: 200 }), fc.nat(), fc.nat(), (text, a, b) => {
      const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
      for (const excerpt of excerptsOf(text, [{ start: start ?? 0, end: end ?? 0 }])) assert.ok(excerpt.start <= excerpt.end && excerpt.end <= excerpt.text.length);
    }), { numRuns: 50 });
  });
});

describe("Attached files", () => {
  const cases: readonly (readonly [field: string, expected: readonly string[]])[] = [
    ["", []],
    ["a.pdf", ["a.pdf"]],
    ["/papers/a b.pdf; notes/c.html", ["/papers/a b.pdf", "notes/c.html"]],
    [":files/a.pdf:PDF", ["files/a.pdf"]],
    ["Title\\; with marks:files/a\\;b.pdf:application/pdf;:c.pdf:PDF", ["files/a;b.pdf", "c.pdf"]],
    [":C\\:\\\\papers\\\\a.pdf:PDF", ["C:\\papers\\a.pdf"]],
    ["Full Text:C:/papers/a.pdf:application/pdf", ["C:/papers/a.pdf"]],
    ["/a\\_b.pdf", ["/a_b.pdf"]],
  ];
  for (const [field, expected] of cases) {
    it(field || "none", () => assert.deepEqual(attachedFiles(field).map(({ path }) => path), expected));
  }
});
