import assert from "node:assert/strict";
import fc from "fast-check";
import { parseBibtex } from "../../../../src/core/bibliography/bibtex/parseBibtex";
import { createLibrary, type LibraryPart } from "../../../../src/core/library/library";
import { searchIndexOf } from "../../../../src/core/library/searchIndex";
import { fold } from "../../../../src/core/text/fold";
import { editDistance } from "../../../../src/core/text/editDistance";
import { partOf } from "../../../support/sources";

function keysPart(keys: readonly string[]): LibraryPart {
  return partOf(keys.map((key) => ({ key })));
}

describe("definitions of a key", () => {
  const bibtex = (text: string): LibraryPart => ({ ...keysPart([]), bibliography: parseBibtex(text) });
  const parts = [
    bibtex("@book{a, ids={c, b, __proto__}, title={1}}\n@book{b, title={2}}\n@book{a, title={3}}\n@book{a, title={4}}"),
    bibtex("@book{c, title={5}}\n@book{a, title={6}}"),
  ];
  const rows: readonly (readonly [key: string, titles: string])[] = [["a", "1346"], ["b", "2"], ["c", "15"], ["__proto__", "1"], ["constructor", ""], ["", ""], ["A", ""]];
  for (const [key, titles] of rows) {
    it(`${JSON.stringify(key)}: ${titles || "none"}, the winning one first`, () => {
      const library = createLibrary(parts);
      assert.equal(library.definitions(key).map(({ entry }) => entry.summary.title).join(""), titles);
      assert.equal(library.get(key)?.entry.summary.title ?? "", titles.charAt(0));
      assert.equal(library.get(key)?.key, titles === "" ? undefined : key);
    });
  }
});

it("keys are counted once each, aliases not", () => {
  const bibliography = parseBibtex("@book{a, ids={c}}\n@book{b, title={2}}\n@book{a, title={3}}");
  assert.equal(searchIndexOf(bibliography).keyCount, 2);
});

describe("nearest keys", () => {
  const keys = ["doe2001", "Doe2010", "doe2001a", "roe2001", "muller2015rivers", "Müller2015", "x", "__proto__", "constructor"];
  const rows: readonly (readonly [key: string, limit: number, nearest: readonly string[]])[] = [
    ["doe2011", 3, ["doe2001", "Doe2010", "doe2001a"]],
    ["DOE2001", 1, ["doe2001"]],
    ["deo2001", 2, ["doe2001", "Doe2010"]],
    ["muller2015", 3, ["Müller2015", "muller2015rivers"]],
    ["muller", 3, ["muller2015rivers", "Müller2015"]],
    ["contsructor", 3, ["constructor"]],
    ["zzzzzzzzz", 3, []],
    ["doe2001", 0, []],
    ["", 3, ["x"]],
  ];
  for (const [key, limit, nearest] of rows) it(`to ${JSON.stringify(key)}: ${nearest.join(", ")}`, () => assert.deepEqual(createLibrary([keysPart(keys)]).nearestKeys(key, limit), nearest));

  it("are those of all parts, each once", () => {
    const library = createLibrary([keysPart(["doe2001", "doe2002x"]), keysPart(["doe2002", "doe2001"])]);
    assert.deepEqual(library.nearestKeys("doe2003", 3), ["doe2001", "doe2002", "doe2002x"]);
  });

  it("are those that comparing with every key would find", () => {
    const key = fc.string({ unit: fc.constantFrom("a", "b", "c", "A", "1", "é"), maxLength: 9 });
    fc.assert(fc.property(fc.uniqueArray(key, { maxLength: 20 }), key, fc.nat(4), (known, wanted, limit) => {
      assert.deepEqual(createLibrary([keysPart(known)]).nearestKeys(wanted, limit), compareWithAll(known, wanted, limit));
    }), { numRuns: 200 });
  });
});

function compareWithAll(keys: readonly string[], wanted: string, limit: number): readonly string[] {
  const folded = fold(wanted);
  const most = Math.max(2, Math.floor(folded.length / 3));
  return keys
    .map((key) => ({ key, distance: isLongerThan(fold(key), folded) ? 1 : editDistance(fold(key), folded, most) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map(({ key }) => key);
}

function isLongerThan(key: string, start: string): boolean {
  return start.length >= 3 && key !== start && key.startsWith(start);
}
