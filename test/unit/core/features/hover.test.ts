import assert from "node:assert/strict";
import type { HoverAnswer } from "../../../../src/core/features/hover";
import { readMarks } from "../../../support/marks";
import { neverCancelled, serviceFor } from "../../../support/service";

const files = {
  "one.bib": "@book{doe2001, title={One}, author={Doe, Jane}}\n@book{roe2002, title={Two}, author={Roe, R.}, ids={old2002}}\n@book{fig-known, title={A figure of speech}}",
  "two.bib": "@book{doe2001, title={Another}}",
};

async function hoverAt(marked: string, file = "paper.md", others: Readonly<Record<string, string>> = {}): Promise<HoverAnswer | undefined> {
  const { text, cursor } = readMarks(marked);
  const { service, workspace } = serviceFor({ ...files, ...others, [file]: text });
  return service.hover(workspace.document(file), cursor, neverCancelled);
}

/** What the answer says, in a line. */
function describeAnswer(answer: HoverAnswer | undefined): string {
  if (answer === undefined) return "nothing";
  if (answer.kind === "citation") return `citation of ${answer.cluster.citationItems.map(({ key }) => key).join(", ")}: ${answer.plain}`;
  if (answer.kind === "unknown") return `unknown ${answer.key}; near: ${answer.nearest.join(", ")}; searched: ${answer.searched.map(({ name, count }) => `${name} ${String(count)}`).join(", ")}`;
  const { source, others, timesCited } = answer;
  if (answer.kind === "entry") return `entry ${source.entry.key} is ${source.entry.summary.title} from ${source.part.name}, cited ${String(timesCited)}× in ${String(answer.citingDocuments)}${others.map(({ part }) => `, also in ${part.name}`).join("")}`;
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
    ["{cite:p}`doe2001, ⟦roe‸2002⟧`", "roe2002 is Two from one.bib, cited 1×"],
    ["| [@⟦roe‸2002⟧] |\n|---|\n| x |", "roe2002 is Two from one.bib, cited 1×"],
    ["Text[^1]\n\n[^1]: @⟦roe‸2002⟧", "roe2002 is Two from one.bib, cited 1×"],
    ["@⟦roe‸2002⟧", "roe2002 is Two from one.bib, cited 1×", "paper.qmd"],
    ["```{r}\n@roe‸2002\n```", "nothing", "paper.Rmd"],
    ["\\cite{doe2001,\n  ⟦roe‸2002⟧}", "roe2002 is Two from one.bib, cited 1×", "paper.tex"],
    ["\\cite{⟦doe‸2002⟧}", "unknown doe2002; near: doe2001, roe2002; searched: one.bib 3, two.bib 1, Reference corpus 48", "paper.tex"],
    ["---\nnocite: '@roe2002'\n---\n\n‸text", "nothing"],
    ["---\nnocite: '@⟦roe‸2002⟧'\n---\n", "roe2002 is Two from one.bib, cited 1×"],
    ["---\nnocite: |\n  @doe2001, @⟦roe‸2002⟧\n---\n", "roe2002 is Two from one.bib, cited 1×"],
    ["---\nnocite: '@‸*'\n---\n", "nothing"],
    ["---\nreferences:\n- id: ⟦o‸wn⟧\n  type: book\n  title: Own\n---\n[@own]", "own is Own from paper.md, cited 1×"],
    ["\\nocite{⟦roe‸2002⟧}", "roe2002 is Two from one.bib, cited 1×", "paper.tex"],
    ["\\defcitealias{⟦roe‸2002⟧}{Roe}", "roe2002 is Two from one.bib, cited 0×", "paper.tex"],
    ["\\addtocategory{own}{doe2001, ⟦roe‸2002⟧} \\cite{roe2002}", "roe2002 is Two from one.bib, cited 1×", "paper.tex"],
  ];
  for (const [document, expected, file] of cases) {
    it(`${document} → ${expected}`, async () => {
      const answer = await hoverAt(document, file);
      assert.equal(describeAnswer(answer), expected);
      assert.deepEqual(answer === undefined ? [] : [answer.range], readMarks(document).ranges);
    });
  }
});

describe("hover in a bibliography", () => {
  const documents = { "a.md": "[@doe2001; @old2002]", "b.tex": "\\cite{doe2001}" };
  const cases: readonly (readonly [file: string, bibliography: string, answer: string])[] = [
    ["refs.bib", "@book{⟦do‸e2001⟧, title={Three}}", "entry doe2001 is Three from refs.bib, cited 0× in 0, also in one.bib, also in two.bib"],
    ["zero.bib", "@book{⟦k‸2⟧, title={A}}\n@book{k2, title={B}}", "entry k2 is A from zero.bib, cited 0× in 0, also in zero.bib"],
    ["refs.bib", "@inbook{part, crossref = {⟦who‸le⟧}}\n@book{whole, title={Whole}}", "entry whole is Whole from refs.bib, cited 0× in 0"],
    ["refs.bib", "@inbook{part, crossref = {⟦whoel‸⟧}}\n@book{whole, title={Whole}}", "unknown whoel; near: whole; searched: refs.bib 2"],
    ["refs.bib", "@book{part, ti‸tle = {Whole}}\n@book{whole, title={Whole}}", "nothing"],
    ["refs.json", "[{\"id\": \"⟦j‸1⟧\", \"type\": \"book\", \"title\": \"J\"}]", "entry j1 is J from refs.json, cited 0× in 0"],
    ["refs.yaml", "references:\n- id: ⟦y‸1⟧\n  type: book\n  title: Y\n", "entry y1 is Y from refs.yaml, cited 0× in 0"],
    ["package.json", "{\"id\": \"‸j1\"}", "nothing"],
  ];
  for (const [file, bibliography, expected] of cases) {
    it(`${file}: ${bibliography} → ${expected}`, async () => {
      const answer = await hoverAt(bibliography, file, documents);
      assert.equal(describeAnswer(answer), expected);
      assert.deepEqual(answer === undefined ? [] : [answer.range], readMarks(bibliography).ranges);
    });
  }

  it("counts citations by any key, and the documents they are in", async () => {
    const { service, workspace } = serviceFor({ ...files, ...documents });
    assert.equal(describeAnswer(await service.hover(workspace.document("one.bib"), files["one.bib"].indexOf("doe2001"), neverCancelled)), "entry doe2001 is One from one.bib, cited 2× in 2, also in two.bib");
    assert.equal(describeAnswer(await service.hover(workspace.document("one.bib"), files["one.bib"].indexOf("roe2002"), neverCancelled)), "entry roe2002 is Two from one.bib, cited 1× in 1");
  });
});
