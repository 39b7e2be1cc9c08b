import assert from "node:assert/strict";
import fc from "fast-check";
import { createLibrary, type LibraryPart, type Source } from "../../../../src/core/library/library";
import { preferenceFor } from "../../../../src/core/library/search/preference";
import { plainSearch } from "../../../support/plainSearch";
import { partOf, type PlainSource } from "../../../support/sources";

const words = fc.constantFrom("Müller", "Mueller", "Жебин", "zhebin", "Οδυσσεύς", "O'Brien", "rivers", "economics", "economical", "macroeconomics", "Rivière", "river", "nother", "of the", "2001", "20", "x-ray", "Ångström", "Zhebni", "a\nb");
const letters = fc.string({ unit: fc.constantFrom(...Array.from("abri12éжЖσς'’-@ \n_ßAR")), maxLength: 6 });
const word = fc.oneof(words, letters);
const text = fc.array(word, { maxLength: 3 }).map((parts) => parts.join(" "));

const source: fc.Arbitrary<PlainSource> = fc.record({
  key: fc.oneof(text, fc.constantFrom("__proto__", "rivers2001", "Rivers2001", "constructor")),
  people: fc.array(word, { maxLength: 2 }),
  title: text,
  year: fc.constantFrom("", "2001", "1998", "2001–2003", "n.d."),
  container: text,
});

const parts: fc.Arbitrary<readonly LibraryPart[]> = fc.array(
  fc.tuple(fc.array(source, { maxLength: 8 }), fc.boolean()).map(([sources, isOffered]) => partOf(sources, { isOffered })),
  { minLength: 1, maxLength: 3 },
);

/** Words as they stand in sources, and the same with a letter changed, added, left out or swapped. */
const query = fc.array(fc.tuple(word, fc.nat(8), fc.constantFrom("", "change", "add", "drop", "swap")).map(([typed, at, typo]) => misspell(typed, at, typo)), { maxLength: 3 })
  .map((typed) => typed.join(" "));

function misspell(typed: string, at: number, typo: string): string {
  const [before, letter, next, after] = [typed.slice(0, at), typed.charAt(at), typed.charAt(at + 1), typed.slice(at + 2)];
  switch (typo) {
    case "change": return `${before}q${next}${after}`;
    case "add": return `${before}q${letter}${next}${after}`;
    case "drop": return `${before}${next}${after}`;
    case "swap": return `${before}${next}${letter}${after}`;
    default: return typed;
  }
}

const options = fc.record({ limit: fc.constantFrom(0, 1, 2, 3, 100, Infinity), preferred: fc.oneof(word, fc.array(word, { maxLength: 4 })) }).map(({ limit, preferred }) => ({
  limit,
  preference: typeof preferred === "string" ? { of: (key: string): number => key.startsWith(preferred) ? key.length : Infinity } : preferenceFor(new Map(preferred.map((key, place) => [key, place]))),
}));

function shown(sources: readonly Source[], of: readonly LibraryPart[]): readonly string[] {
  return sources.map(({ key, entry, part }) => `${key} in ${of.indexOf(part)}: ${part.bibliography.entries.indexOf(entry)}`);
}

describe("search, beside a plain search", () => {
  it("finds the same in the same order", () => {
    fc.assert(fc.property(parts, query, options, (library, typed, wanted) => {
      assert.deepEqual(shown(createLibrary(library).search(typed, wanted), library), shown(plainSearch(library, typed, wanted), library));
    }), { numRuns: 80 });
  });

  it("finds the same as each letter is typed, and taken back", () => {
    fc.assert(fc.property(parts, query, options, (library, typed, wanted) => {
      const letters = Array.from(typed);
      for (let count = 0; count <= letters.length * 2; count++) {
        const soFar = letters.slice(0, letters.length - Math.abs(letters.length - count)).join("");
        assert.deepEqual(shown(createLibrary(library).search(soFar, wanted), library), shown(plainSearch(library, soFar, wanted), library), JSON.stringify(soFar));
      }
    }), { numRuns: 15 });
  });

  it("finds the same among more sources than are searched at once", () => {
    const pick = <T>(values: readonly T[], position: number): T => values[position % values.length] as T;
    const sources = Array.from({ length: 300 }, (_, position): PlainSource => ({
      key: `${pick(["zakharova", "Müller", "kim"], position)}${position}`,
      people: [pick(["Zakharova", "Müller", "Kim", "Жебин"], position), pick(["Lukin", "O'Brien", "Park", "Sørensen", "Toloraya"], position)],
      title: `${pick(["Economic", "Nuclear", "Regional"], position)} ${pick(["policy", "history", "goals", "trade", "relations", "analysis", "rivers"], position)}`,
      year: `${1950 + (position * 7) % 75}`,
    }));
    const library = [partOf(sources)];
    for (const typed of ["lukin policy 19", "zhebin", "mueller", "zakahrova histroy", "kim569", ""]) {
      for (let length = 1; length <= typed.length; length += 3) {
        const soFar = typed.slice(0, length);
        const wanted = { limit: 20, preference: { of: (key: string) => key.endsWith("7") ? 1 : Infinity } };
        assert.deepEqual(shown(createLibrary(library).search(soFar, wanted), library), shown(plainSearch(library, soFar, wanted), library), soFar);
      }
    }
  });
});
