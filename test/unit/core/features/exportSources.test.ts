import assert from "node:assert/strict";
import type { ConversionTarget } from "../../../../src/core/ports";
import { plainEngine } from "../../../support/plainEngine";
import { serviceFor } from "../../../support/service";

const files = {
  "paper.md": "[@doe; @short; @item; @alias] @doe [@nobody]",
  "a.bib": "@string{p = {Press}}\r\n@book{doe, title={{W}alls}, address={Riga},\r\n  myfield={kept}}\r\n@book{short, publisher=p}\r\n@book{other, title={T}}\r\n@book{two, ids={alias}}",
  "b.json": "[{\"id\":\"item\",\"type\":\"book\",\"title\":\"Item\"}]",
};

async function exported(target: ConversionTarget): Promise<string> {
  const { service, workspace } = serviceFor(files, { loadEngine: () => Promise.resolve(plainEngine()) });
  const cited = await service.cited(workspace.document("paper.md"));
  assert.ok(cited);
  return service.exported(cited, target);
}

it("what a LaTeX work cites is what all its files cite", async () => {
  const work = { "main.tex": "\\cite{doe} \\input{part}", "part.tex": "\\cite{two} \\cite{doe,alias}", "a.bib": files["a.bib"] };
  const { service, workspace } = serviceFor(work, { loadEngine: () => Promise.resolve(plainEngine()) });
  const cited = async (path: string): Promise<string> => (await service.cited(workspace.document(path)))?.map(({ key }) => key).join(" ") ?? "";
  assert.deepEqual([await cited("main.tex"), await cited("part.tex")], ["doe two", "two doe"]);
});

describe("exporting what a document cites", () => {
  const copied = "@book{doe, title={{W}alls}, address={Riga},\n  myfield={kept}}";
  const cases: readonly (readonly [target: ConversionTarget, text: string])[] = [
    ["bibtex", `${copied}\n\nbibtex: short\n\nbibtex: item\n\nbibtex: alias\n`],
    ["biblatex", "biblatex: doe\n\nbiblatex: short\n\nbiblatex: item\n\nbiblatex: alias\n"],
    ["csl-json", "csl-json: doe, short, item, alias\n"],
    ["ris", "ris: doe, short, item, alias\n"],
  ];
  for (const [target, text] of cases) {
    it(target, async () => assert.equal(await exported(target), text));
  }
});
