import assert from "node:assert/strict";
import { datePlaceOf } from "../../../../src/core/features/promptReference";
import type { ReferenceEngine, ReferenceStyle } from "../../../../src/core/ports";
import { plainEngine } from "../../../support/plainEngine";
import { serviceFor } from "../../../support/service";

const files = { "refs.bib": "@book{doe, author = {Doe, Jane}, title = {One *star*}, year = 2001, publisher = {P}}", "a.md": "[@doe]", "b.md": "---\ncsl: ieee\n---\n[@nobody; @doe]", "c.md": "No citation" };

describe("prompt references", () => {
  it("are plain until the engine has made them", async () => {
    let give: (engine: ReferenceEngine) => void = () => undefined;
    const { service, workspace } = serviceFor(files, { loadEngine: () => new Promise((resolve) => give = resolve) });
    const document = workspace.document("a.md");
    const source = await service.firstCited(document);
    assert.ok(source);
    const { styled, plain } = service.promptReference(source, "markdown", document);
    assert.equal(plain(), "Doe, J. (2001). *One \\*star\\**. P.");
    give(plainEngine());
    assert.equal(await styled, "doe: One *star*");
  });

  it("have their year where the style of the document has it, once that is known", async () => {
    const { service, workspace } = serviceFor(files, { loadEngine: () => Promise.resolve(plainEngine()) });
    const document = workspace.document("b.md");
    const source = await service.firstCited(document);
    assert.ok(source);
    const { styled, plain } = service.promptReference(source, "text", document);
    await styled;
    assert.equal(plain(), "Doe, J. One *star*. P. 2001.");
  });

  it("nothing is cited in a document without citations", async () => {
    const { service, workspace } = serviceFor(files);
    assert.equal(await service.firstCited(workspace.document("c.md")), undefined);
  });

  const places: readonly (readonly [style: ReferenceStyle["style"], place: string])[] = [
    ...["apa", "chicago-author-date", "harvard1", "harvard-cite-them-right", "elsevier-harvard", "notre-dame"].map((id) => [{ id }, "after-people"] as const),
    ...["ieee", "vancouver", "nature", "american-medical-association", "modern-language-association", "chicago-fullnote-bibliography", "gost-r-7-0-5-2008-numeric", "din-1505-2"].map((id) => [{ id }, "last"] as const),
    [{ xml: '<style><info><category citation-format="numeric"/></info></style>' }, "last"],
    [{ xml: '<style><info><category citation-format="author-date"/></info></style>' }, "after-people"],
    [{ xml: "<style/>" }, "after-people"],
  ];
  for (const [style, place] of places) {
    it(`${JSON.stringify(style)}: ${place}`, () => assert.equal(datePlaceOf({ style }), place));
  }
});
