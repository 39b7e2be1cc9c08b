import assert from "node:assert/strict";
import fc from "fast-check";
import { fold, foldForSearch, foldVariants } from "../../../../src/core/text/fold";

/** Whether a query finds a text by one word, as the search does: some spelling of the one in the other. */
function finds(query: string, text: string): boolean {
  const haystack = foldForSearch(text);
  return foldVariants(query).some((spelling) => haystack.includes(spelling));
}

describe("Folding", () => {
  const rows: readonly (readonly [text: string, folded: string])[] = [
    ["Ångström", "angstrom"], ["Müller", "muller"], ["NAÏVE", "naive"], ["Жебин", "жебин"], ["Ёлкин", "елкин"], ["Γεώργιος", "γεωργιοσ"], ["ΓΕΩΡΓΙΟΣ", "γεωργιοσ"], ["İstanbul", "istanbul"],
    ["O’Brien", "o'brien"], ["O´Brien", "o'brien"], ["Kolʹtsova", "kol'tsova"], ["ﬁn", "fin"], ["a\u00a0b", "a b"], ["北京", "北京"], ["", ""],
  ];
  for (const [text, folded] of rows) it(text, () => assert.equal(fold(text), folded));
});

describe("Spellings", () => {
  const rows: readonly (readonly [word: string, variants: string])[] = [
    ["Doe", "doe"], ["Müller", "muller mueller"], ["Groß", "groß gross"], ["Łódź", "łodz lodz"], ["Ødegaard", "ødegaard odegaard oedegaard"], ["Ærø", "ærø aero aeroe"], ["Đorđević", "đorđevic dordevic djordjevic"], ["ışık", "ısık isik"],
    ["Жебин", "жебин zhebin zebin"], ["Юрий", "юрии yuriy yury iurii jurij"], ["Щербаков", "щербаков shcherbakov scherbakov scerbakov"], ["Достоевский", "достоевскии dostoevskiy dostoevsky dostoyevsky dostoevskii dostoevskij"],
    ["Київ", "киів kiyiv kiiv kijiv kyiv"], ["Παπαδόπουλος", "παπαδοπουλοσ papadopoulos"], ["Χρήστος", "χρηστοσ christos chrestos"], ["Ευαγγελία", "ευαγγελια evangelia euangelia"], ["Φίλιππος", "φιλιπποσ filippos philippos"],
    ["O'Brien", "o'brien obrien"], ["北京", "北京"],
  ];
  for (const [word, variants] of rows) it(word, () => assert.equal(foldVariants(word).join(" "), variants));
});

describe("Searching", () => {
  const found: readonly (readonly [query: string, text: string])[] = [
    ["muller", "Müller"], ["mueller", "Müller"], ["MÜLLER", "Muller"], ["müller", "Mueller"], ["жебин", "Zhebin"], ["zhebin", "Жебин"], ["Zheb", "А. Жебин, К. Асмолов"], ["захарова", "L. Zakharova"], ["yeltsin", "Ельцин"], ["elcin", "Ельцин"],
    ["koltsova", "Kol'tsova"], ["kol'tsova", "Кольцова"], ["zelenskyi", "Зеленський"], ["hryhorii", "Григорій"], ["papadopoulos", "Παπαδόπουλος"], ["παπαδοπουλος", "Papadopoulos"], ["platon", "Πλάτων"], ["sokrates", "Σωκράτης"], ["sokratis", "Σωκράτης"],
    ["isik", "Işık"], ["IŞIK", "Isik"], ["strasse", "Straße"], ["straße", "Strasse"], ["lodz", "Łódź"], ["oersted", "Ørsted"], ["orsted", "Ørsted"], ["aarhus", "Århus"], ["encyclopaedia", "Encyclopædia"], ["obrien", "O’Brien"], ["o'brien", "O’Brien"],
    ["o’brien", "OBrien"], ["dalembert", "d'Alembert"], ["nguyen", "Nguyễn"], ["김", "김정은"],
  ];
  for (const [query, text] of found) it(`${query} finds ${text}`, () => assert.ok(finds(query, text)));

  const missed: readonly (readonly [query: string, text: string])[] = [["muller", "Miller"], ["жебин", "Zhukov"], ["obrien", "Bryan"]];
  for (const [query, text] of missed) it(`${query} misses ${text}`, () => assert.ok(!finds(query, text)));

  it("a text finds itself", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 20 }), (text) => assert.ok(foldForSearch(text).includes(fold(text)) && foldVariants(text)[0] === fold(text))), { numRuns: 200 });
  });
});
