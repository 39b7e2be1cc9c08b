import assert from "node:assert/strict";
import { createLibrary, type LibraryPart, type SearchOptions } from "../../../../src/core/library/library";
import { searchIndexOf } from "../../../../src/core/library/searchIndex";
import { narrows, readQuery } from "../../../../src/core/library/searchQuery";
import { partOf, type PlainSource } from "../../../support/sources";

function keysFound(parts: readonly LibraryPart[], query: string, options: SearchOptions = { limit: Infinity }): readonly string[] {
  return createLibrary(parts).search(query, options).map(({ key }) => key);
}

const sources: readonly PlainSource[] = [
  { key: "doe2001", people: ["Doe", "Müller"], title: "Rivers of the North", year: "2001", container: "Hydrology" },
  { key: "Doe-2001", people: ["Doe"], title: "The same year", year: "2001" },
  { key: "rivers2010", people: ["Okoro"], title: "A survey of ceramics", year: "2010", container: "Water" },
  { key: "okoro2015", people: ["Okoro", "Mueller"], title: "Dams and rivers", year: "2015", container: "Water" },
  { key: "zhebin1998", people: ["Жебин"], title: "Корея", year: "1998" },
  { key: "lee", people: ["Lee"], title: "Upriver", year: "1990" },
  { key: "lee 2", people: ["Lee"], title: "Down", year: "2020" },
  { key: "nodate", people: ["O’Brien"], title: "Odysseus (Οδυσσεύς)", year: "n.d.", container: "River Papers" },
  { key: "__proto__", title: "Ångström units" },
];

describe("search", () => {
  const ranking: readonly (readonly [query: string, keys: readonly string[]])[] = [
    ["", ["lee 2", "okoro2015", "rivers2010", "doe2001", "Doe-2001", "zhebin1998", "lee", "nodate", "__proto__"]],
    // exact key as written, as folded; start of a key
    ["Doe-2001", ["Doe-2001"]],
    ["doe-2001", ["Doe-2001"]],
    ["DOE", ["doe2001", "Doe-2001"]],
    ["Doe 2001", ["Doe-2001", "doe2001"]],
    ["lee", ["lee", "lee 2"]],
    ["LEE", ["lee", "lee 2"]],
    ["@lee", ["lee", "lee 2"]],
    ["-@lee", ["lee", "lee 2"]],
    ["lee 2", ["lee 2"]],
    ["lee\n2", ["lee 2"]],
    // key, people, title, year, container; starts of words before insides, recent before old
    ["okoro", ["okoro2015", "rivers2010"]],
    ["river", ["rivers2010", "okoro2015", "doe2001", "nodate", "lee"]],
    ["iver", ["rivers2010", "okoro2015", "doe2001", "lee", "nodate"]],
    ["water", ["okoro2015", "rivers2010"]],
    // every word, in any order, however they are parted
    ["rivers doe", ["doe2001"]],
    ["north, 2001; muller", ["doe2001"]],
    ["rivers 1998", []],
    ["rivers rivers", ["rivers2010", "okoro2015", "doe2001"]],
    // letters
    ["MÜLLER", ["okoro2015", "doe2001"]],
    ["muller", ["doe2001"]],
    ["mueller", ["okoro2015", "doe2001"]],
    ["жебин", ["zhebin1998"]],
    ["Zhebin", ["zhebin1998"]],
    ["koreya", ["zhebin1998"]],
    ["odysseys", ["nodate"]],
    ["ΟΔΥΣΣ", ["nodate"]],
    ["o'brien", ["nodate"]],
    ["obrien", ["nodate"]],
    ["angstrom", ["__proto__"]],
    ["__proto__", ["__proto__"]],
    ["constructor", []],
    ["\u0301", ["lee 2", "okoro2015", "rivers2010", "doe2001", "Doe-2001", "zhebin1998", "lee", "nodate", "__proto__"]],
    // all of a word, not only its rarest letters
    ["economics", []],
    // no match across fields
    ["okorodams", []],
  ];
  for (const [query, keys] of ranking) it(`${JSON.stringify(query)} finds ${keys.join(", ")}`, () => assert.deepEqual(keysFound([partOf(sources)], query), keys));

  it("takes all of a query for a key, however its words are parted", () => {
    const parts = [partOf([{ key: "2 lee", year: "2024" }, { key: "lee 2", year: "2000" }])];
    for (const query of ["lee 2", " lee\n 2 "]) assert.deepEqual(keysFound(parts, query), ["lee 2", "2 lee"]);
  });

  it("puts preferred sources before recent ones, among equally good matches", () => {
    const preference = { of: (key: string): number => key === "doe2001" ? 1 : Infinity };
    assert.deepEqual(keysFound([partOf(sources)], "rivers", { limit: Infinity, preference }), ["rivers2010", "doe2001", "okoro2015"]);
  });

  it("gives no more than asked for", () => {
    for (const [limit, keys] of [[0, []], [1, ["rivers2010"]], [2, ["rivers2010", "okoro2015"]]] as const) {
      assert.deepEqual(keysFound([partOf(sources)], "rivers", { limit }), keys);
    }
  });

  it("orders years as numbers, and sources of a year as they stand", () => {
    const years = ["", "2001", "800", "2001–2003", "-500", "n.d."].map((year, number): PlainSource => ({ key: `k${number}`, year }));
    assert.deepEqual(keysFound([partOf(years)], "k"), ["k1", "k3", "k2", "k0", "k5", "k4"]);
  });

  it("searches offered parts together, the first source of each key", () => {
    const first = partOf([{ key: "a", title: "One" }, { key: "b", title: "Two", year: "1999" }, { key: "a", title: "Two" }]);
    const second = partOf([{ key: "a", title: "Two" }, { key: "c", title: "Two", year: "2020" }]);
    const hidden = partOf([{ key: "c", title: "Two" }, { key: "d", title: "Two" }], { isOffered: false });
    assert.deepEqual(keysFound([first, hidden, second], "two"), ["c", "b"]);
    assert.deepEqual(keysFound([second, first], "two"), ["c", "b", "a"]);
  });

  it("is the same whether the index was made before or not", () => {
    const part = partOf(Array.from({ length: 600 }, (_, number): PlainSource => ({ key: `key${number}`, title: number % 2 === 0 ? "even" : "odd" })));
    const steps = [1, 2].map(() => [...searchIndexOf(part.bibliography).prepare()].length);
    assert.deepEqual(steps, [2, 0]);
    assert.equal(keysFound([part], "even").length, 300);
    assert.deepEqual(keysFound([part], "key599"), ["key599"]);
  });
});

describe("search with a typo", () => {
  const library = [partOf([
    { key: "zakharova2016", people: ["Zakharova"], title: "Economic cooperation", year: "2016" },
    { key: "kim2001", people: ["Kim"], title: "Korea and its rivers", year: "2001" },
    { key: "smith1999", people: ["Smith"], title: "Abcd", container: "Efgh", year: "1999" },
  ])];
  const rows: readonly (readonly [query: string, keys: readonly string[]])[] = [
    ["cooperatoin", ["zakharova2016"]],
    ["coperation economik", ["zakharova2016"]],
    ["zakarova 2016", ["zakharova2016"]],
    ["koera", ["kim2001"]],
    ["smth", ["smith1999"]],
    // the start of a longer word
    ["zakrha", ["zakharova2016"]],
    // one typo a word, none in short words and numbers, none where something matches
    ["zkaahrova", []],
    ["kin", []],
    ["zakharova 2017", []],
    ["1998", []],
    ["river", ["kim2001"]],
    // four letters are compared with whole words
    ["korr", []],
    // not across fields
    ["abcd1999", []],
  ];
  for (const [query, keys] of rows) it(`${query} finds ${keys.join(", ") || "nothing"}`, () => assert.deepEqual(keysFound(library, query), keys));

  it("finds a word with any letter wrong, missing, too many or swapped", () => {
    const word = "zakharova";
    for (let at = 0; at < word.length; at++) {
      const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
      const typed = [`${before}q${after}`, before + after, `${before}q${letter}${after}`, before + after.charAt(0) + letter + after.slice(1)];
      for (const query of typed) assert.deepEqual(keysFound(library, query), ["zakharova2016"], query);
    }
  });

  it("ranks by the field in which the word is", () => {
    const parts = [partOf([{ key: "a", title: "cooperation", year: "2020" }, { key: "b", people: ["Cooperation"] }, { key: "cooperation", year: "1990" }])];
    assert.deepEqual(keysFound(parts, "cooperatoin"), ["cooperation", "b", "a"]);
  });
});

describe("a query that goes on from an earlier one", () => {
  const rows: readonly (readonly [earlier: string, query: string, isExact: boolean, withTypos: boolean])[] = [
    ["", "a", true, true],
    ["riv", "rive", true, false],
    ["river", "rivers", true, true],
    ["river", "rivers 20", true, true],
    ["a b", "b ba", true, false],
    ["rivers", "river", false, false],
    ["rivers 2001", "rivers", false, false],
    ["iver", "rivers", true, false],
    ["mu", "mü", true, false],
    ["мю", "мюл", true, false],
    ["ш", "sh", true, true],
    // all the spellings that are looked for must have been
    ["sh", "ш", false, false],
    // what stood for itself before may have a typo now, and a whole word may become the start of one
    ["2016", "2016a", true, false],
    ["kore", "korea", true, false],
  ];
  for (const [earlier, query, isExact, withTypos] of rows) {
    it(`${JSON.stringify(query)} after ${JSON.stringify(earlier)}`, () => {
      const narrowed = [false, true].map((typos) => narrows(readQuery(query), readQuery(earlier), typos));
      assert.deepEqual(narrowed, [isExact, withTypos]);
    });
  }
});
