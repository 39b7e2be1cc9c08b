import assert from "node:assert/strict";
import type { ReferenceEngine } from "../../../../src/core/ports";
import { readMarks } from "../../../support/marks";
import { serviceFor } from "../../../support/service";

const added = "@book{new, title={New}}";
const doe = "@book{doe, title={One}}";

describe("Adding to a bibliography", () => {
  const cases: readonly (readonly [name: string, before: string, after: string])[] = [
    ["refs.bib", "‸", `${added}\n`],
    ["refs.bib", `${doe}\n‸`, `${doe}\n\n${added}\n`],
    ["refs.bib", `‸${doe}\n`, `${doe}\n\n${added}\n`],
    ["refs.bib", `@book{doe, ti‸tle={One}}\n@misc{b, title={B}}\n`, `${doe}\n\n${added}\n\n@misc{b, title={B}}\n`],
    ["refs.bib", `${doe}\r\n\r\n‸\r\n@misc{b, title={B}}`, `${doe}\r\n\r\n${added}\r\n\r\n@misc{b, title={B}}`],
    ["refs.bib", "% note\n‸\n\n% other\n", `% note\n\n${added}\n\n% other\n`],
    ["refs.bib", "% no‸te\n% other\n", `% note\n\n${added}\n\n% other\n`],
    ["refs.bib", `${doe} % mi‸ne\n`, `${doe} % mine\n\n${added}\n`],
    ["refs.bib", `${doe.replace("One", "O‸ne")} % about doe\n`, `${doe} % about doe\n\n${added}\n`],
    ["refs.bib", `@comment{\n‸\n}\n${doe}\n`, `@comment{\n\n}\n\n${added}\n\n${doe}\n`],
    ["refs.bib", "@string{\n  m‸ = \"M\"\n}\n", `@string{\n  m = "M"\n}\n\n${added}\n`],
    ["refs.bib", `${doe}   \n\n\n‸`, `${doe}   \n\n\n${added}\n`],
    ["refs.bib", "@book{new, title={Mine}}\n‸", "nothing-to-add"],
    ["refs.nbib", "PMID- 1\nTI  - T\n‸", "cannot-append"],
    ["none.txt", "‸", "no bibliography"],
  ];
  for (const [name, marked, after] of cases) {
    it(`${name}: ${marked.replace(/\r?\n/g, "⏎")}`, async () => {
      const { text, cursor } = readMarks(marked);
      const { service } = serviceFor({ [name]: text, "from.bib": added });
      const source = await service.sourceIn("file:///paper/from.bib", "new");
      assert.ok(source);
      const addition = await service.addToFile(`file:///paper/${name}`, [source], cursor);
      assert.equal(addition === undefined ? "no bibliography" : "reason" in addition ? addition.reason : applied(text, addition.edits), after);
    });
  }

  it("goes to the end where no place is given", async () => {
    const { service } = serviceFor({ "refs.bib": `${doe}\n`, "from.bib": added });
    const source = await service.sourceIn("file:///paper/from.bib", "new");
    const addition = source && await service.addToFile("file:///paper/refs.bib", [source]);
    assert.equal(addition && "edits" in addition ? applied(`${doe}\n`, addition.edits) : "", `${doe}\n\n${added}\n`);
  });

  it("what is written otherwise is converted to the file's format", async () => {
    const engine = { toCslItems: () => Promise.resolve([{ id: "j", type: "book" }]), convert: (_, target) => Promise.resolve(`converted to ${target}`) } satisfies Partial<ReferenceEngine>;
    const { service } = serviceFor({ "refs.bib": doe, "from.json": "[{\"id\":\"j\",\"type\":\"book\",\"title\":\"J\"}]" }, { loadEngine: () => Promise.resolve(engine as unknown as ReferenceEngine) });
    const source = await service.sourceIn("file:///paper/from.json", "j");
    const addition = source && await service.addToFile("file:///paper/refs.bib", [source], 0);
    assert.equal(addition && "edits" in addition ? applied(doe, addition.edits) : "", `${doe}\n\nconverted to biblatex\n`);
  });
});

function applied(text: string, edits: readonly { readonly range: { readonly start: number; readonly end: number }; readonly newText: string }[]): string {
  return edits.reduce((result, { range, newText }) => result.slice(0, range.start) + newText + result.slice(range.end), text);
}
