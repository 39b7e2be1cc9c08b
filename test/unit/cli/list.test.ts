import assert from "node:assert/strict";
import { runCli, runCliForJson } from "../../support/commandLine";

const bib = "@article{b2, title = {Second}, author = {Doe, Jane}, year = 2001}\n@book{a1, title = {First}}\n";
const json = JSON.stringify([{ id: "j", type: "book", title: "Third", issued: { "date-parts": [[1999]] } }]);

const keys = (items: unknown): readonly string[] => (items as readonly { readonly id: string }[]).map(({ id }) => id);

describe("list", () => {
  it("the reference corpus where no file is named", async () => {
    assert.equal(keys(await runCliForJson(["list"])).length, 48);
  });

  const cases: readonly { readonly of: string; readonly files: Readonly<Record<string, string>>; readonly args?: string; readonly keys: string; readonly code?: number; readonly err?: readonly RegExp[] }[] = [
    { of: "files in their order", files: { "b.bib": bib, "j.json": json }, args: "j.json b.bib", keys: "j b2 a1" },
    { of: "the same key twice", files: { "a.bib": "@misc{a, title={1}}\n@misc{a, title={2}}" }, keys: "a a", err: [/^a\.bib:2:7: warning: The key “a”/] },
    { of: "an empty file", files: { "a.bib": "" }, keys: "" },
    { of: "prototype keys", files: { "a.bib": "@misc{__proto__, title={1}}\n@misc{constructor, title={2}}" }, keys: "__proto__ constructor" },
    {
      of: "a broken entry between sound ones", files: { "a.bib": "@misc{a, title={1}}\n@misc{b, title={2}\n@misc{c, title={3}}\n" }, keys: "a b c", code: 1,
      err: [/^a\.bib:2:\d+: error: /],
    },
    { of: "JSON that is no bibliography", files: { "package.json": "{\"name\": \"x\"}" }, keys: "", code: 1, err: [/^package\.json:1:1: error: This is no bibliography/] },
    { of: "sources of a document", files: { "p.md": "---\nreferences:\n- id: own\n  type: book\n---\n" }, keys: "own" },
    { of: "sources of a LaTeX document", files: { "p.tex": "\\begin{thebibliography}{9}\\bibitem{own} Own.\\end{thebibliography}" }, keys: "own" },
    { of: "a missing file beside a sound one", files: { "a.bib": "@misc{a, title={1}}" }, args: "none.bib a.bib", keys: "a", code: 2, err: [/There is no file “none\.bib”/] },
    { of: "an ending that is not read", files: { "a.txt": "" }, keys: "", code: 2, err: [/“a\.txt” has none of the endings that are read: \.bib/] },
    { of: "a name that begins with a dash", files: { "-a.bib": "@misc{a, title={1}}" }, args: "-- -a.bib", keys: "a" },
  ];
  for (const { of, files, args = Object.keys(files).join(" "), keys: expected, code = 0, err = [] } of cases) {
    it(of, async () => {
      const outcome = await runCli(["list", "--json", ...args.split(" ")], files);
      assert.equal(keys(JSON.parse(outcome.out)).join(" "), expected);
      assert.equal(outcome.code, code);
      assert.equal(outcome.err.length, err.length, outcome.err.join("\n"));
      err.forEach((pattern, index) => assert.match(outcome.err[index] ?? "", pattern));
    });
  }

  it("a file that may not be read", async () => {
    const { code, err } = await runCli(["list", "a.bib"], { "a.bib": undefined });
    assert.deepEqual([code, err], [2, ["sourcebook: “a.bib” cannot be read. See that you may read it."]]);
  });

  it("a file that is not UTF-8", async () => {
    const { code, out, err } = await runCli(["list", "a.bib"], { "a.bib": new Uint8Array(Buffer.from("@misc{a, title={Caf\u00e9}}", "latin1")) });
    assert.deepEqual([code, out], [0, "a    Café\n"]);
    assert.match(err.join("\n"), /^a\.bib:1:1: information: This file is not UTF-8/);
  });

  it("many problems are cut short", async () => {
    const { err } = await runCli(["list", "a.bib"], { "a.bib": "@misc{a, title={1}}\n".repeat(152) });
    assert.equal(err.length, 101);
    assert.equal(err.at(-1), "sourcebook: “a.bib” has 51 more problems. “sourcebook check” tells all.");
  });

  it("lines for reading", async () => {
    const { out } = await runCli(["list", "b.bib"], { "b.bib": bib });
    assert.equal(out, "b2  Doe 2001  Second\na1            First\n");
  });
});
