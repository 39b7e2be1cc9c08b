import assert from "node:assert/strict";
import { runCli, runCliForJson } from "../../support/commandLine";

const files = {
  "a.bib": "@misc{doe, title={One}, ids={old}}\n@misc{roe, title={Two}}",
  "b.bib": "@misc{doe, title={Again}}\n@misc{poe, title={Three}}",
  "own.csl": "<style/>",
  "broken.csl": "no style",
};

describe("format", () => {
  const cases: readonly { readonly args: string; readonly out: string; readonly code?: number; readonly err?: readonly string[] }[] = [
    { args: "a.bib", out: "apa|own|text|One\napa|own|text|Two\n" },
    { args: "a.bib b.bib", out: "apa|own|text|One\napa|own|text|Two\napa|own|text|Three\n" },
    { args: "a.bib --key roe", out: "apa|own|text|Two\n" },
    { args: "a.bib --key old", out: "apa|own|text|One\n" },
    { args: "a.bib --key roe --key roe --key doe --locale de-DE", out: "apa|de-DE|text|Two\napa|de-DE|text|One\n" },
    { args: "a.bib --style vancouver --to markdown", out: "vancouver|own|markdown|One\n\nvancouver|own|markdown|Two\n" },
    { args: "a.bib --style own.csl --to html", out: "<style/>|own|html|One\n<style/>|own|html|Two\n" },
    { args: "a.bib --style ./own.csl --key doe --to latex", out: "<style/>|own|latex|One\n" },
    { args: "a.bib --key rov", out: "", code: 1, err: ["sourcebook: No source has the key “rov”. Did you mean “roe” or “doe”?"] },
    { args: "a.bib --key __proto__ --key doe", out: "apa|own|text|One\n", code: 1, err: ["sourcebook: No source has the key “__proto__”."] },
    { args: "a.bib --style none", out: "", code: 2, err: ["sourcebook: There is no style “none”."] },
    { args: "a.bib --style gone.csl", out: "", code: 2, err: ["sourcebook: There is no style “gone.csl”, or it cannot be read. Name a .csl file, or a style that comes with Sourcebook: --style apa."] },
    { args: "a.bib --style broken.csl", out: "", code: 2, err: ["sourcebook: This CSL style cannot be used."] },
    { args: "gone.bib a.bib --key doe", out: "apa|own|text|One\n", code: 2, err: ["sourcebook: There is no file “gone.bib”."] },
  ];
  for (const { args, out, code = 0, err = [] } of cases) {
    it(args, async () => assert.deepEqual(await runCli(["format", ...args.split(" ")], files), { code, out, err }));
  }

  it("--json gives keys and texts", async () => {
    assert.deepEqual(await runCliForJson(["format", "a.bib", "--key", "roe"], files), [{ key: "roe", text: "apa|own|text|Two" }]);
  });

  it("the reference corpus where no file is named", async () => {
    assert.equal((await runCliForJson(["format"]) as readonly unknown[]).length, 48);
  });

  it("a reference on a terminal holds no control characters", async () => {
    const { out } = await runCli(["format", "a.json"], { "a.json": JSON.stringify([{ id: "a", type: "book", title: "x\u001b[31my\nz" }]) });
    assert.equal(out, "apa|own|text|x[31my z\n");
  });
});
