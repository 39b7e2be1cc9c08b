import assert from "node:assert/strict";
import { readMarks } from "../../../../support/marks";
import { serviceFor } from "../../../../support/service";

async function explain(marked: string): Promise<string | undefined> {
  const { text, cursor } = readMarks(marked);
  const { service, workspace } = serviceFor({ "own.bib": text });
  const hover = await service.explainEntry(workspace.document("own.bib"), cursor);
  if (hover === undefined) return undefined;
  const word = text.slice(hover.range.start, hover.range.end);
  switch (hover.kind) {
    case "type": return `${word}: ${hover.type.section}, ${hover.fields.required.map((names) => names.join("/")).join(" ")}`;
    case "field": return `${word}: ${hover.field.section ?? "no section"}, ${hover.requiredBy.slice(0, 2).join(" ")} | ${hover.optionalIn.slice(0, 2).join(" ")}`;
    case "macro": return `${word}: ${hover.value}, ${hover.isOwn ? "own" : "predefined"}`;
  }
}

describe("hover in BibTeX", () => {
  const cases: readonly (readonly [marked: string, told: string | undefined])[] = [
    ["@Art‸icle{a, date=1}", "Article: 2.1.1, author title journaltitle/journal date/year"],
    ["@article{a, journal={J}, y‸ear=1}", "year: 2.2.2, article book | booklet manual"],
    ["@article{a, journal={J}, TIT‸LE={T}, date = 1}", "TITLE: 2.2.2, article book | "],
    ["@www‸{a}", "www: 2.1.2, author/editor title date/year url/doi/eprint"],
    ["@book{a, hold‸er={X}}", "holder: 2.2.2,  | patent"],
    ["@book{a, addr‸ess={X}, year=1}", "address: 2.2.5,  | book inbook"],
    ["@book{a, own‸er={X}}", "owner: no section,  | "],
    ["@string{x = {X Y}}\n@book{a, series = X‸ # 1}", "X: {X Y}, own"],
    ["@book{a, month = o‸ct}", "oct: October, predefined"],
    ["@book{a, month = x‸}", undefined],
    ["@book{a, odd‸ity={X}}", undefined],
    ["@book{a, __pro‸to__={X}}", undefined],
    ["@boo‸ks{a}", undefined],
    ["@book{a‸, title={X}}", undefined],
    ["@book{a, title={X‸}}", undefined],
    ["% @bo‸ok{a}", undefined],
  ];
  for (const [marked, told] of cases) it(JSON.stringify(marked), async () => assert.equal(await explain(marked), told));
});
