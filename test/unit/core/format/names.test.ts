import assert from "node:assert/strict";
import { variablesOf } from "./support";

const cases: readonly (readonly [names: string, csl: unknown])[] = [
  ["Donald E. Knuth", [{ family: "Knuth", given: "Donald E." }]],
  ["van der Berg, Jan and Jean de la Fontaine", [{ family: "Berg", given: "Jan", "non-dropping-particle": "van der" }, { family: "Fontaine", given: "Jean", "non-dropping-particle": "de la" }]],
  ["King, Jr., Martin Luther", [{ family: "King", given: "Martin Luther", suffix: "Jr." }]],
  ["{World Health Organization} and others", [{ literal: "World Health Organization" }, { literal: "others" }]],
  ["Lukin, A. and et al.", [{ family: "Lukin", given: "A." }, { literal: "others" }]],
  ["{Barnes and Noble} and {Smith, Inc.}", [{ literal: "Barnes and Noble" }, { literal: "Smith, Inc." }]],
  ["{\\\"O}zg{\\\"u}r, A. and {\\v S}koda, B{\\'e}la", [{ family: "Özgür", given: "A." }, { family: "Škoda", given: "Béla" }]],
  ["{Foo} {Bar}", [{ family: "Bar", given: "Foo" }]],
  ["Plato", [{ family: "Plato" }]],
  ["Donald~E. Knuth", [{ family: "Knuth", given: "Donald E." }]],
  ["family=Gogh, given=Vincent, prefix=van", [{ family: "Gogh", given: "Vincent", "non-dropping-particle": "van" }]],
  ["family=Gogh, given=Vincent, prefix=van, useprefix=false", [{ family: "Gogh", given: "Vincent", "dropping-particle": "van" }]],
  ["given=Hans, suffix=III, family=Harman", [{ family: "Harman", given: "Hans", suffix: "III" }]],
  ["and and", undefined],
];

describe("names of entries", () => {
  for (const [names, csl] of cases) it(names, () => assert.deepEqual(variablesOf("book", `author = {${names}}`)["author"], csl));

  it("an option of the entry says whether prefixes count", () => {
    assert.deepEqual(variablesOf("book", "options = {useprefix=false}, author = {van Gogh, V.}")["author"], [{ family: "Gogh", given: "V.", "dropping-particle": "van" }]);
  });

  it("editors by their roles", () => {
    const fields = "editor = {A, B}, editortype = {compiler}, editora = {C, D}, editoratype = {compiler}, editorb = {E, F}, editorbtype = {redactor}, editorc = {G, H}";
    assert.deepEqual(variablesOf("book", fields), {
      editor: [{ family: "A", given: "B" }, { family: "G", given: "H" }], compiler: [{ family: "C", given: "D" }], contributor: [{ family: "E", given: "F" }],
    });
    assert.deepEqual(variablesOf("movie", "editor = {A, B}, editortype = {director}"), { director: [{ family: "A", given: "B" }] });
  });

  it("others", () => {
    const fields = "bookauthor = {A, B}, translator = {C, D}";
    assert.deepEqual(variablesOf("inbook", fields), { "container-author": [{ family: "A", given: "B" }], translator: [{ family: "C", given: "D" }] });
    assert.deepEqual(variablesOf("patent", "holder = {{Acme}}"), { author: [{ literal: "Acme" }] });
  });
});
