import assert from "node:assert/strict";
import type { HoverAnswer } from "../../../../src/core/features/hover";
import { readMarks } from "../../../support/marks";
import { neverCancelled, serviceFor } from "../../../support/service";

const files = {
  "one.bib": "@book{doe2001, title={One}, author={Doe, Jane}}\n@book{roe2002, title={Two}, author={Roe, R.}, ids={old2002}}\n@book{fig-known, title={A figure of speech}}",
  "two.bib": "@book{doe2001, title={Another}}",
};

async function hoverAt(marked: string, file = "paper.md"): Promise<HoverAnswer | undefined> {
  const { text, cursor } = readMarks(marked);
  const { service, workspace } = serviceFor({ ...files, [file]: text });
  return service.hover(workspace.document(file), cursor, neverCancelled);
}

/** What the answer says, in a line. */
function describeAnswer(answer: HoverAnswer | undefined): string {
  if (answer === undefined) return "nothing";
  if (answer.kind === "citation") return `citation of ${answer.cluster.citationItems.map(({ key }) => key).join(", ")}: ${answer.plain}`;
  if (answer.kind === "unknown") return `unknown ${answer.key}; near: ${answer.nearest.join(", ")}; searched: ${answer.searched.map(({ name, count }) => `${name} ${String(count)}`).join(", ")}`;
  const { source, others, timesCited } = answer;
  return `${source.key} is ${source.entry.summary.title} from ${source.part.name}, cited ${String(timesCited)}×${others.map(({ part }) => `, also in ${part.name}`).join("")}`;
}

describe("hover", () => {
  const cases: readonly (readonly [document: string, answer: string, file?: string])[] = [
    ["See @⟦ro‸e2002⟧.", "roe2002 is Two from one.bib, cited 1×"],
    ["See @⟦roe2002‸⟧.", "roe2002 is Two from one.bib, cited 1×"],
    ["[@roe2002; @⟦roe‸2002⟧, p. 3]", "roe2002 is Two from one.bib, cited 2×"],
    ["@⟦d‸oe2001⟧", "doe2001 is One from one.bib, cited 1×, also in two.bib"],
    ["@⟦old‸2002⟧", "old2002 is Two from one.bib, cited 1×"],
    ["@⟦doe‸2002⟧", "unknown doe2002; near: doe2001, roe2002; searched: one.bib 3, two.bib 1, Reference corpus 48"],
    ["@fig-on‸e", "nothing"],
    ["@⟦fig-kn‸own⟧", "fig-known is A figure of speech from one.bib, cited 1×"],
    ["wo‸rd @roe2002", "nothing"],
    ["`@roe‸2002`", "nothing"],
    ["\\citep[see][]{roe2002, ⟦doe‸2001⟧}", "doe2001 is One from one.bib, cited 1×, also in two.bib", "paper.tex"],
    ["% \\cite{roe‸2002}", "nothing", "paper.tex"],
    ["⟦[se‸e @roe2002, p. 3; @doe2001]⟧", "citation of roe2002, doe2001: (see Roe p. 3; Doe)"],
    ["⟦[@roe2002, p. ‸3]⟧ text", "citation of roe2002: (Roe p. 3)"],
    ["⟦‸[@nobody]⟧ text", "citation of nobody: nobody"],
    ["[@roe2002]‸ text", "nothing"],
    ["⟦@roe2002 [p. ‸3]⟧", "citation of roe2002: Roe (p. 3)"],
    ["[se‸e @fig-one]", "nothing"],
    ["As \\⟦ci‸te[see][p. 3]{roe2002}⟧.".replace("\\⟦", "⟦\\"), "citation of roe2002: (see Roe p. 3)", "paper.tex"],
    ["---\nnocite: '@roe2002'\n---\n\n‸text", "nothing"],
  ];
  for (const [document, expected, file] of cases) {
    it(`${document} → ${expected}`, async () => {
      const answer = await hoverAt(document, file);
      assert.equal(describeAnswer(answer), expected);
      assert.deepEqual(answer === undefined ? [] : [answer.range], readMarks(document).ranges);
    });
  }
});
