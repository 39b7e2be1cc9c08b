import assert from "node:assert/strict";
import fc from "fast-check";
import { changeOf } from "../../../../src/core/features/citationTokens";
import { neverCancelled, serviceFor } from "../../../support/service";

const library = "@book{one, title={One}}\n@book{two, title={Two}}\n@book{fig-one, title={F}}";

async function tokensOf(text: string, file: string): Promise<readonly string[] | undefined> {
  const { service, workspace } = serviceFor({ [file]: text, "library.bib": library });
  const tokens = await service.citationTokens(workspace.document(file), neverCancelled);
  return tokens?.map(({ kind, range, isKnown }) => `${kind === "key" ? isKnown ? "known" : "unknown" : kind} ${text.slice(range.start, range.end)}`);
}

describe("colours of citations", () => {
  const cases: readonly (readonly [file: string, text: string, tokens: readonly string[] | undefined])[] = [
    ["a.md", "@one and [see @two, pp. 3–5, and more; -@three].", ["known one", "affix see", "known two", "locator 3–5", "affix and more", "unknown three"]],
    ["a.md", "@one [p. 3], `@two`, a@b.org", ["known one", "locator 3"]],
    ["a.md", "@fig-one and @fig-two", ["known fig-one"]],
    ["a.md", "{cite:p}`one,nobody`", ["known one", "unknown nobody"]],
    ["a.md", "Nothing", undefined],
    ["a.tex", "\\citep[see][p.~3]{one,three} % \\cite{two}", ["affix see", "locator 3", "known one", "unknown three"]],
    ["a.tex", "\\cites[see][3]{one}[4]{two}", ["affix see", "locator 3", "known one", "locator 4", "known two"]],
    ["a.tex", "\\cite{\n  one,\n  two\n}\\nocite{*}", ["known one", "known two"]],
    ["a.txt", "@one", undefined],
  ];
  for (const [file, text, tokens] of cases) it(`${file}: ${JSON.stringify(text)}`, async () => assert.deepEqual(await tokensOf(text, file), tokens));

  it("stand in order, none over another, whatever the text", async () => {
    const parts = fc.constantFrom("@one", "[@two, p. 3]", "[see @one [@two], 3; @x]", "\\cite[see][3]{one, x}", "{cite}`one`", "[", "]", "@", "; ", ", ", "p. 3", " ", "\n", "\\cites", "(a)(b)", "{one}");
    await fc.assert(fc.asyncProperty(fc.array(parts, { maxLength: 20 }), fc.constantFrom("a.md", "a.tex"), async (all, file) => {
      const { service, workspace } = serviceFor({ [file]: all.join(""), "library.bib": library });
      let end = 0;
      for (const { range } of await service.citationTokens(workspace.document(file), neverCancelled) ?? []) {
        assert.ok(range.start >= end && range.end > range.start);
        end = range.end;
      }
      assert.ok(end <= all.join("").length);
    }), { numRuns: 100 });
  });

  it("are sent as one change", () => {
    const numbers = fc.array(fc.nat(3), { maxLength: 12 });
    fc.assert(fc.property(numbers, numbers, (before, after) => {
      const { start, deleteCount, data } = changeOf(Uint32Array.from(before), Uint32Array.from(after));
      assert.deepEqual(before.toSpliced(start, deleteCount, ...data), after);
    }));
  });
});
