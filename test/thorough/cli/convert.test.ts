import assert from "node:assert/strict";
import { runCli, runCliForJson } from "../../support/commandLine";

const files = { "a.bib": "@misc{doe, title={One}}\n@misc{roe, title={Two}}", "b.json": JSON.stringify([{ id: "x", type: "book", title: "Three" }]) };

describe("convert", () => {
  for (const target of ["bibtex", "biblatex", "csl-json", "csl-yaml", "ris"]) {
    it(`files in their order, to ${target}`, async () => {
      assert.deepEqual(await runCli(["convert", "b.json", "a.bib", "--to", target], files), { code: 0, out: `${target}: Three, One, Two\n`, err: [] });
    });
  }

  it("--json", async () => {
    assert.deepEqual(await runCliForJson(["convert", "a.bib", "--to=ris"], files), { format: "ris", text: "ris: One, Two" });
  });

  it("the reference corpus where no file is named", async () => {
    const { code, out } = await runCli(["convert", "--to", "bibtex"]);
    assert.equal(code, 0);
    assert.equal(out.split(",").length > 40, true);
  });

  it("a file with an error converts its sound entries", async () => {
    const { code, out, err } = await runCli(["convert", "a.bib", "--to", "ris"], { "a.bib": "@misc{a, title={1}\n@misc{b, title={2}}" });
    assert.deepEqual([code, out, err.length], [1, "ris: 1, 2\n", 1]);
  });
});
