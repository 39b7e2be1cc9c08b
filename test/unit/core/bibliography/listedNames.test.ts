import assert from "node:assert/strict";
import { readName, readNames } from "../../../../src/core/bibliography/listedNames";
import type { CslName } from "../../../../src/core/model/cslItem";

describe("readName", () => {
  const rows: readonly (readonly [written: string, name: CslName | undefined])[] = [
    ["Doe, Jane A.", { family: "Doe", given: "Jane A." }],
    ["King, Martin Luther, Jr.", { family: "King", given: "Martin Luther", suffix: "Jr." }],
    ["King, Jr., Martin Luther", { family: "King", given: "Martin Luther", suffix: "Jr." }],
    ["Martin Luther King, Jr.", { family: "King", given: "Martin Luther", suffix: "Jr." }],
    ["van der Doe, Jane", { family: "Doe", given: "Jane", "non-dropping-particle": "van der" }],
    ["Doe, Jane van der", { family: "Doe", given: "Jane", "dropping-particle": "van der" }],
    ["de, Jane", { family: "de", given: "Jane" }],
    ["World Health Organization", { literal: "World Health Organization" }],
    ["World Health Organization,", { literal: "World Health Organization" }],
    ["Department of Health, Education, and Welfare", { literal: "Department of Health, Education, and Welfare" }],
    ["UNESCO", { literal: "UNESCO" }],
    [", Jane", { literal: ", Jane" }],
    ["", undefined],
    [",", undefined],
  ];
  for (const [written, name] of rows) it(JSON.stringify(written), () => assert.deepEqual(readName(written), name));

  it("reads names in natural order where a format has them", () => {
    assert.deepEqual(readName("Jane van der Doe", "given-first"), { family: "Doe", given: "Jane", "non-dropping-particle": "van der" });
    assert.deepEqual(readName("Jane Doe", "family-first"), { literal: "Jane Doe" });
    assert.deepEqual(readName("van der Doe J.A.", "given-first"), { family: "Doe", given: "J.A.", "non-dropping-particle": "van der" });
    assert.deepEqual(readName("J. A. Doe", "given-first"), { family: "Doe", given: "J. A." });
    assert.deepEqual(readName("Human Rights Watch", "given-first"), { literal: "Human Rights Watch" });
  });

  it("tells several names in one field apart", () => {
    const families = (field: string): string => readNames([field]).map(({ family, literal }) => family ?? literal).join(" | ");
    assert.equal(families("Doe, J.; Roe, R."), "Doe | Roe");
    assert.equal(families("Doe, J. and Roe, R."), "Doe | Roe");
    assert.equal(families("Ministry of Food and Drink"), "Ministry of Food and Drink");
  });
});
