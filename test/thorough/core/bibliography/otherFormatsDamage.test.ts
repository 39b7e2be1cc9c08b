import assert from "node:assert/strict";
import fc from "fast-check";
import { readBibliography } from "../../../../src/core/bibliography/parseBibliography";
import { parseNbib } from "../../../../src/core/bibliography/tagged/parseNbib";
import { parseRefer } from "../../../../src/core/bibliography/tagged/parseRefer";
import { parseRis } from "../../../../src/core/bibliography/tagged/parseRis";
import { parseYaml } from "../../../../src/core/bibliography/yaml/parseYaml";
import { finish } from "../../../../src/core/bibliography/steps";
import type { Bibliography } from "../../../../src/core/model/bibliography";

interface Format {
  readonly parse: (text: string) => Bibliography;
  readonly head: string;
  /** A sound entry. */
  readonly entry: (key: string) => string;
  readonly keyOf?: (key: string) => string;
  /** What may go wrong in an entry whose key is `bad`, and what may stand between two. */
  readonly damage: readonly string[];
}

const formats: Readonly<Record<string, Format>> = {
  RIS: {
    parse: parseRis,
    head: "",
    entry: (key) => `TY  - JOUR\nID  - ${key}\nAU  - Doe, Jane\nTI  - Title\nAB  - First\nsecond line\nER  - \n\n`,
    damage: [
      "TY  - JOUR\nID  - bad\nTI  - Title\n", "ID  - bad\nTI  - Title\nER  - \n", "TI  - Title\n", "TY  - \nER  - \n", "TY  - NOBODYS\nID  - bad\nER  - \n", "TY  - JOUR\nID\nER  - \n",
      "TY  - JOUR\nID  - \nER  - \n", "ER  - \nER  - \n", "some words\n", "an@example.org\n", "TY  - JOUR\nID  - bad\n\0\0\nER  - \n", "TY  - JOUR\n\nID  - bad\n\nER  - \n", "TY", "{\"a\": [", "@article{bad,\n",
      "%0 Book\n%T Title\n", "TY  - JOUR\nXX  - \nXX  - \n99  - \nER  - \n",
    ],
  },
  refer: {
    parse: parseRefer,
    head: "",
    entry: (key) => `%0 Journal Article\n%F ${key}\n%A Doe, Jane\n%T Title\n%X First\n\nsecond line\n\n`,
    damage: [
      "%0 Book\n%F bad\n%T", "%F\n", "%0\n", "%0 Nobodys\n%F bad\n", "%%%\n", "some words\n\n\n", "%0 Book\n%F bad\n\n\n\nsecond\n\n", "%", "TY  - JOUR\nER  - \n", "%0 Book\n\0\0\n",
    ],
  },
  NBIB: {
    parse: parseNbib,
    head: "",
    entry: (key) => `PMID- ${key}\nOWN - NLM\nTI  - Title\n      of two lines\nFAU - Doe, Jane\nDP  - 2001\n\n`,
    keyOf: (key) => `pmid${key}`,
    damage: [
      "PMID- bad\nTI  - Title\n", "OWN - NLM\nTI  - Title\nFAU - Doe, Jane\n\n", "PMID-\n", "some words\n", "PMID- bad\n\n\nTI  - Title\n", "      continued\n", "PMID", "AB  - of nothing\n\n", "PMID- bad\n\0\0\n",
    ],
  },
  "CSL-YAML": {
    parse: parseYaml,
    head: "references:\n",
    entry: (key) => `- id: ${key}\n  type: book\n  title: Title\n  author:\n  - family: Doe\n`,
    damage: [
      "- id: bad\n  title: \"open\n", "- id: bad\n  title: 'open\n", "- id: bad\n  title: A: B\n", "- id: bad\n  author: [open\n", "- id: bad\n  author: {open\n", "- id: bad\n   title: A\n", "- id: bad\n\ttitle: A\n", "- id: bad\n  title: *nowhere\n",
      "- id: bad\n  title: @a\n", "- id: bad\n  title: A\n  title: B\n", "- id: bad\n  ? key\n", "- title: no id\n", "- just text\n", "-\n", "some words\n", "title: dedented\n", "- id: bad\n  : : :\n", "- id: bad\n  title: |\n A\n", "- id: bad\n  - nested\n", "- {id: bad\n",
      "- id: bad\n  \0\0\n", "- [[[[\n", "- id: bad\n  title: !!map x\n",
    ],
  },
  Hayagriva: {
    parse: parseYaml,
    head: "",
    entry: (key) => `${key}:\n  type: Book\n  title: Title\n  author:\n  - Doe, Jane\n`,
    damage: [
      "bad:\n  title: \"open\n", "bad:\n  title: A: B\n", "bad:\n  author: [open\n", "bad:\n   type: Book\n  title: A\n", "bad:\n\ttitle: A\n", "bad:\n  title: *nowhere\n", "bad: text\n", "bad:\n", "bad: {type: Book\n", "some words\n", "type: dedented\n", "bad:\n  - list\n",
      "bad:\n  type: [Book]\n", "bad:\n  \0\0\n", "bad\n", "bad:\n  type: Book\n  type: Web\n", "bad:\n  parent: 5\n  author: {a: b}\n  date: [1]\n",
    ],
  },
};

/** What garbage is made of; a colon is not, for a line such as `other:` begins another part of a file in YAML. */
const letters = Array.from("abc ER TY-%{}[]\"'#&*!|\t\n");

/** The keys of the sound entries of a text with `damage` between them, and those that are read with a sound title. */
function survivors({ parse, head, entry, keyOf = (key) => key }: Format, damage: readonly string[]): { readonly expected: readonly string[]; readonly found: readonly string[] } {
  const keys = Array.from({ length: damage.length + 1 }, (_, index) => String(1000 + index));
  const text = head + keys.map((key, index) => entry(key) + (damage[index] ?? "")).join("\n");
  const bibliography = parse(text);
  assert.ok(bibliography.problems.every(({ range }) => range.start >= 0 && range.start <= range.end && range.end <= text.length));
  const expected = keys.map(keyOf);
  return { expected, found: bibliography.entries.filter(({ key, summary }) => expected.includes(key) && summary.title.startsWith("Title") && summary.people[0] === "Doe").map(({ key }) => key) };
}

describe("A broken entry costs itself alone", () => {
  for (const [name, format] of Object.entries(formats)) {
    for (const damage of format.damage) {
      it(`${name}: ${JSON.stringify(damage)}`, () => {
        const { expected, found } = survivors(format, [damage, damage]);
        assert.deepEqual(found, expected);
      });
    }

    it(`${name}: whatever stands between sound entries`, () => {
      const garbage = fc.oneof(fc.constantFrom(...format.damage), fc.string({ maxLength: 30, unit: fc.constantFrom(...letters) }).map((text) => `zz ${text}\n`));
      fc.assert(fc.property(fc.array(garbage, { maxLength: 6 }), (damage) => {
        const { expected, found } = survivors(format, damage);
        assert.deepEqual(found, expected);
      }), { numRuns: 25 });
    });

    it(`${name}: whatever the text, nothing is thrown and ranges lie in it in order`, () => {
      const piece = fc.oneof(fc.constantFrom(...format.damage, format.head, format.entry("k"), "\r", "\r\n", "\ufeff", "__proto__"), fc.string({ maxLength: 20 }));
      fc.assert(fc.property(fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("")), (text) => {
        const { entries, problems } = format.parse(text);
        let before = 0;
        for (const { key, keyRange, range, summary } of entries) {
          assert.ok(key !== "" && typeof summary.title === "string");
          assert.ok(before <= range.start && range.start <= keyRange.start && keyRange.start < keyRange.end && keyRange.end <= range.end && range.end <= text.length);
          before = range.start;
        }
        for (const { range } of problems) assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length);
        const made = entries.filter(({ keyRange, key }) => !text.slice(keyRange.start, keyRange.end).includes(key)).map(({ key }) => key);
        if (name === "RIS" || name === "refer") assert.equal(new Set(made).size, made.length);
      }), { numRuns: 25 });
    });
  }
});

describe("A file in steps", () => {
  for (const [ending, name] of [["ris", "RIS"], ["enw", "refer"], ["nbib", "NBIB"], ["yaml", "CSL-YAML"], ["yml", "Hayagriva"]] as const) {
    it(`${name}: is read as it is at once`, () => {
      const { head, entry, parse } = formats[name] ?? assert.fail();
      const text = head + Array.from({ length: 5000 }, (_, index) => entry(String(10_000 + index))).join("\n");
      const steps = [...readBibliography(`file:///a.${ending}`, text)].length;
      const bibliography = finish(readBibliography(`file:///a.${ending}`, text));
      assert.ok(steps > 0);
      assert.deepEqual(bibliography?.entries.map(({ key, range }) => [key, range]), parse(text).entries.map(({ key, range }) => [key, range]));
    });

    it(`${name}: is told cut off where it ends inside a line`, () => {
      const { head, entry, parse } = formats[name] ?? assert.fail();
      const text = head + entry("1000") + entry("1001");
      assert.deepEqual([text, text.trimEnd().slice(0, -3), ""].map((written) => parse(written).isCut), [false, true, false]);
    });
  }
});
