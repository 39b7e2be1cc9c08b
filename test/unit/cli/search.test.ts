import assert from "node:assert/strict";
import { createReferenceCorpus } from "../../../src/core/library/referenceCorpus";
import { createLibrary } from "../../../src/core/library/library";
import { runCli, runCliForJson } from "../../support/commandLine";

const keys = (items: unknown): readonly string[] => (items as readonly { readonly id: string }[]).map(({ id }) => id);

describe("search", () => {
  const files = { "a.bib": "@misc{doe1, title={A cat}, author={Doe, J.}, year=2001}\n@misc{roe2, title={The doe}, year=2002}\n@misc{x, title={Nothing}}", "b.bib": "@misc{doe1, title={Again}}" };
  const cases: readonly [args: string, found: string][] = [
    ["doe a.bib", "doe1 roe2"],
    ["CÁT a.bib", "doe1"],
    ["doe a.bib --limit 1", "doe1"],
    ["doe a.bib b.bib", "doe1 roe2"],
    ["unheard a.bib", ""],
  ];
  for (const [args, found] of cases) {
    it(args, async () => assert.equal(keys(await runCliForJson(["search", ...args.split(" ")], files)).join(" "), found));
  }

  it("several words, in the reference corpus, ranked as completion ranks", async () => {
    const library = createLibrary([createReferenceCorpus("sourcebook:/corpus")(true)]);
    for (const query of ["zakharova", "nuclear russia", "жебин 2006"]) {
      assert.deepEqual(keys(await runCliForJson(["search", query])), library.search(query, { limit: 100 }).map(({ key }) => key));
    }
  });

  it("nothing found is said, and no failure", async () => {
    assert.deepEqual(await runCli(["search", "unheard", "a.bib"], files), { code: 0, out: "", err: ["sourcebook: No source matches “unheard”."] });
  });

  it("a query without its quotation marks is told so", async () => {
    const { code, err } = await runCli(["search", "doe", "cat"], files);
    assert.equal(code, 2);
    assert.deepEqual(err, ["sourcebook: There is no file “cat”.", 'sourcebook: A query of several words goes in quotation marks: sourcebook search "doe cat".']);
  });

  it("an empty query finds all", async () => {
    assert.equal(keys(await runCliForJson(["search", ""])).length, 48);
  });
});
