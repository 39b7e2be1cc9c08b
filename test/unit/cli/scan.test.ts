import assert from "node:assert/strict";
import type { ScannedCitation, ScannedDocument } from "../../../src/cli/scanDocument";
import { runCli, runCliForJson } from "../../support/commandLine";

/** As it is read again from what is printed. */
type PrintedScan = Omit<ScannedDocument, "citations"> & { readonly citations: readonly ScannedCitation[] };

async function scan(path: string, text: Uint8Array | string, files: Readonly<Record<string, string>> = {}): Promise<PrintedScan> {
  return await runCliForJson(["scan", path], { ...files, [path]: text }) as PrintedScan;
}

describe("scan", () => {
  it("prints the facts of a Markdown document", async () => {
    const text = "---\nbibliography: refs.bib\n---\n\nAs [see @doe2001, pp. 3–5, and more; -@roe] and @poe.\n";
    assert.deepEqual(await scan("paper.md", text), {
      file: "paper.md",
      language: "markdown",
      bibliographies: [{ path: "refs.bib", start: 18, end: 26 }],
      citations: [
        { key: "doe2001", mode: "normal", prefix: "see", suffix: ", and more", locator: { label: "page", value: "3–5" }, cluster: 0, start: 41, end: 48, line: 4, character: 9 },
        { key: "roe", mode: "suppress-author", prefix: "", suffix: "", locator: null, cluster: 0, start: 71, end: 74, line: 4, character: 39 },
        { key: "poe", mode: "author-in-text", prefix: "", suffix: "", locator: null, cluster: 1, start: 81, end: 84, line: 4, character: 49 },
      ],
    });
  });

  it("prints the facts of a LaTeX document", async () => {
    assert.deepEqual(await scan("paper.tex", "\\addbibresource{a b.bib}\r\n\\nocite{z}\r\\parencite[see][12]{a, b}"), {
      file: "paper.tex",
      language: "latex",
      bibliographies: [{ path: "a b.bib", start: 16, end: 23 }],
      citations: [
        { key: "z", mode: "nocite", prefix: "", suffix: "", locator: null, cluster: 0, start: 34, end: 35, line: 1, character: 8 },
        { key: "a", mode: "normal", prefix: "see", suffix: "", locator: null, cluster: 1, start: 57, end: 58, line: 2, character: 20 },
        { key: "b", mode: "normal", prefix: "", suffix: "", locator: { label: "page", value: "12" }, cluster: 1, start: 60, end: 61, line: 2, character: 23 },
      ],
    });
  });

  describe("a key like a cross-reference is a citation where the library knows it", () => {
    const cases: readonly { readonly when: string; readonly text: string; readonly files?: Readonly<Record<string, string>>; readonly path?: string; readonly keys: string }[] = [
      { when: "nothing knows it", text: "@fig-one @a", keys: "a" },
      { when: "a bibliography of the folder knows it", text: "@fig-one", files: { "text/refs.bib": "@misc{fig-one,}" }, keys: "fig-one" },
      { when: "a declared bibliography knows it", text: "---\nbibliography: refs.bib\n---\n@fig-one", files: { "refs.bib": "@misc{fig-one,}" }, keys: "fig-one" },
      { when: "only an undeclared one does", text: "---\nbibliography: refs.bib\n---\n@fig-one", files: { "refs.bib": "", "b.bib": "@misc{fig-one,}" }, keys: "" },
      { when: "the document itself does", text: "---\nreferences:\n- id: fig-one\n  type: book\n---\n@fig-one", keys: "fig-one" },
      { when: "one beside a document outside of the current folder does", path: "/other/a.md", text: "@fig-one", files: { "/other/refs.bib": "@misc{fig-one,}" }, keys: "fig-one" },
      { when: "one of the current folder does, the document lying elsewhere", path: "/other/a.md", text: "@fig-one", files: { "refs.bib": "@misc{fig-one,}" }, keys: "" },
    ];
    for (const { when, text, files = {}, path = "paper.md", keys } of cases) {
      it(when, async () => assert.equal((await scan(path, text, files)).citations.map(({ key }) => key).join(" "), keys));
    }

    it("clusters are counted without those that are none", async () => {
      const { citations } = await scan("paper.md", "@fig-one [@a; @fig-two] @sec-x [@b]");
      assert.deepEqual(citations.map(({ key, cluster }) => [key, cluster]), [["a", 0], ["b", 1]]);
    });
  });

  it("offsets do not count a byte order mark", async () => {
    const { citations } = await scan("paper.md", new TextEncoder().encode("\ufeffé @a"));
    assert.deepEqual(citations.map(({ start, end }) => [start, end]), [[3, 4]]);
  });

  it("a file that is not UTF-8 is read all the same, and said to be", async () => {
    const { code, out, err } = await runCli(["scan", "paper.md"], { "paper.md": new Uint8Array(Buffer.from("Caf\u00e9 @a", "latin1")) });
    assert.deepEqual([code, out], [0, "paper.md:1:7: a (author-in-text)\n"]);
    assert.match(err.join("\n"), /“paper\.md” is not UTF-8/);
  });

  it("several files are an array in their order", async () => {
    const printed = await runCliForJson(["scan", "b.md", "./a.tex"], { "a.tex": "", "b.md": "" });
    assert.deepEqual(printed, [{ file: "b.md", language: "markdown", bibliographies: [], citations: [] }, { file: "./a.tex", language: "latex", bibliographies: [], citations: [] }]);
  });

  const failures: readonly [args: string, out: string, message: RegExp][] = [
    ["none.md", "", /There is no file “none\.md”/],
    ["none.md a.md --json", "[a.md]", /There is no file “none\.md”/],
    ["a.txt", "", /“a\.txt” has no ending of a document \(\.md .*--language markdown\|latex/],
    ["refs.bib", "", /“refs\.bib” has no ending of a document/],
    ["hidden.md", "", /“hidden\.md” cannot be read/],
    ["-", "", /Name a file/],
  ];
  for (const [args, out, message] of failures) {
    it(`${args}: exit code 2`, async () => {
      const outcome = await runCli(["scan", ...args.split(" ")], { "a.md": "", "a.txt": "", "refs.bib": "", "hidden.md": undefined });
      assert.equal(outcome.code, 2);
      assert.match(outcome.err.join("\n"), message);
      const files = outcome.out === "" ? "" : `[${(JSON.parse(outcome.out) as readonly ScannedDocument[]).map(({ file }) => file).join(" ")}]`;
      assert.equal(files, out);
    });
  }

  it("--language reads any file", async () => {
    const { code, out } = await runCli(["scan", "a.txt", "--language", "latex"], { "a.txt": "\\cite[5]{x}" });
    assert.deepEqual([code, out], [0, "a.txt:1:10: x (page 5)\n"]);
  });

  it("what is wrong in a document is not for scan to judge", async () => {
    const { code, err } = await runCli(["scan", "a.tex"], { "a.tex": "\\cite{a, b" });
    assert.deepEqual([code, err], [0, []]);
  });
});
