import assert from "node:assert/strict";
import fc from "fast-check";
import { parseBibtex } from "../../../../src/core/bibliography/bibtex/parseBibtex";
import type { TextRange } from "../../../../src/core/model/textRange";
import { bibtexEntries, keysOf } from "../../../support/shownBibliography";

const parts = [
  "@", "@article", "@book{", "@misc(", "@string{", "@preamble{", "@set{", "@xdata{", "{", "}", "(", ")", "\"", "#", ",", "=", "%", "a", "k1", "key two", "jan", "title = {One}", "author = \"Doe, J.\"",
  "year = 2001", "crossref = {k1}", "xdata = {k1, a}", "entryset = {a}", "ids = {b}", "\\'{e}", "\\", "$", "~", "é", "\0", "\uFEFF", "__proto__", "\n", "\n", "\r\n", "\r", " ", "\t",
];
const garbage = fc.array(fc.constantFrom(...parts), { maxLength: 30 }).map((all) => all.join(""));
const anyText = fc.oneof(garbage, fc.array(fc.constantFrom(...parts, "@comment{"), { maxLength: 60 }).map((all) => all.join("")), fc.string({ unit: "binary", maxLength: 60 }));

function inside({ start, end }: TextRange, outer: TextRange): boolean {
  return start >= outer.start && start <= end && end <= outer.end;
}

describe("BibTeX of any kind", () => {
  it("gives ranges inside the text, in order, whose text is what they are for", () => {
    fc.assert(fc.property(anyText, (text) => {
      const whole = { start: 0, end: text.length };
      let end = 0;
      for (const { key, keyRange, range, fields, summary, effectiveFields, aliases } of bibtexEntries(text)) {
        assert.ok(inside(range, { start: end, end: text.length }) && inside(keyRange, range));
        end = range.end;
        assert.equal(text.slice(keyRange.start, keyRange.end), key);
        let fieldEnd = keyRange.end;
        for (const { name, nameRange, valueRange } of fields) {
          assert.ok(inside(nameRange, { start: fieldEnd, end: valueRange.start }) && inside(valueRange, range));
          assert.equal(text.slice(nameRange.start, nameRange.end).toLowerCase(), name);
          assert.ok(effectiveFields.has(name));
          fieldEnd = valueRange.end;
        }
        assert.ok(Array.isArray(aliases) && summary.people.every((person) => person !== ""));
      }
      const { problems } = parseBibtex(text);
      assert.ok(problems.every(({ range, message }, index) => message !== "" && inside(range, whole) && range.start >= (problems[index - 1]?.range.start ?? 0)));
    }), { numRuns: 250 });
  });

  it("finds every sound entry whatever stands between them", () => {
    const pieces = fc.array(fc.tuple(garbage, fc.constantFrom("\n", "\r\n", "\r")), { minLength: 1, maxLength: 5 });
    fc.assert(fc.property(pieces, (all) => {
      const text = all.map(([between, lineEnd], index) => `${between}${lineEnd}@article{sound${index}, title = {A {B} C}, year = "2001" # jan}${lineEnd}`).join("");
      const sound = bibtexEntries(text).filter(({ key }) => key.startsWith("sound"));
      assert.deepEqual(sound.map(({ key }) => key), all.map((_, index) => `sound${index}`));
      for (const { fields } of sound) assert.deepEqual(fields.slice(0, 2).map(({ name }) => name), ["title", "year"]);
    }), { numRuns: 250 });
  });

  it("is told sound if it is", () => {
    const word = fc.constantFrom("Doe", "{DNA}", "100\\%", "a = b", "@ home", "\\\"{o}", "x # y", "(z)", "é", ", and");
    const value = fc.array(word, { maxLength: 5 }).chain((words) => fc.constantFrom(`{${words.join(" ")}}`, `"${words.join(" ").replaceAll("\\\"", "\\'")}"`, "2001", "jan # { 1}"));
    const fields = fc.uniqueArray(fc.tuple(fc.constantFrom("title", "author", "x-y", "note_1"), value), { selector: ([name]) => name, maxLength: 4 });
    fc.assert(fc.property(fc.array(fields, { maxLength: 4 }), (entries) => {
      const text = entries.map((all, index) => `@misc{k${index},${all.map(([name, written]) => `\n  ${name} = ${written}`).join(",")}\n}`).join("\n");
      assert.deepEqual(parseBibtex(text).problems, []);
      assert.deepEqual(bibtexEntries(text).map((entry) => entry.fields.map(({ name }) => name)), entries.map((all) => all.map(([name]) => name)));
    }), { numRuns: 200 });
  });
});

describe("BibTeX that is big or deep", () => {
  const chain = (entry: (number: number) => string): string => Array.from({ length: 200 }, (_, number) => entry(number)).join("\n");
  const awkward: readonly (readonly [name: string, text: string])[] = [
    ["nested braces", "@a{k, title = " + "{".repeat(100_000)],
    ["nested braces that match", `@a{k, title = ${"{".repeat(100_000)}${"}".repeat(100_000)}}`],
    ["one long line", `@a{k, title = {${"words ".repeat(50_000)}}}`],
    ["open entries in one line", "@a{k,t={".repeat(1000)],
    ["open entries in lines", "@a{k,t={\n".repeat(1000)],
    ["open parentheses", "@a(k,t=\"\n".repeat(1000)],
    ["open comments", "@comment{\n@a{k,}\n".repeat(1000)],
    ["open preambles", "@preamble{ @a{k, x=1 ".repeat(1000)],
    ["stray braces", `@a{k,a={x}${"},a={x}".repeat(1000)}`],
    ["field after field", `@a{k,${"a=\n".repeat(5000)}`],
    ["blanks around", `${" ".repeat(100_000)}@a{k,}${"  @  ".repeat(1000)}`],
    ["a chain of parents", chain((number) => `@a{k${number}, crossref = {k${number + 1}}, f${number} = 1}`)],
    ["a tree of parents", chain((number) => `@xdata{k${number}, xdata = {k${number + 1}, k${number + 2}}}`) + "@a{z, xdata = k0}"],
    ["a parent with many fields", `@a{p, ${chain((number) => `f${number} = 1,`)}}${chain(() => "@b{c, crossref = {p}}")}`],
    ["a parent with a long field", `@book{p, title = {${"\\'e ".repeat(5000)}}}${chain(() => "@inbook{c, crossref = {p}}")}`],
    ["many names", `@a{k, author = {${"a b and ".repeat(1000)}}}`],
    ["nested names", `@a{k, author = {${"A{".repeat(1000)}}}}`],
    ["NUL bytes", "\0".repeat(100_000)],
  ];
  for (const [name, text] of awkward) {
    it(`survives ${name}`, () => {
      assert.ok(Array.isArray(parseBibtex(text).problems));
      for (const { summary, effectiveFields } of bibtexEntries(text)) assert.ok(typeof summary.title === "string" && effectiveFields.size >= 0);
    });
  }

  it("finds the entry behind a hundred thousand braces", () => assert.deepEqual(keysOf(parseBibtex(`@a{k, t = ${"{".repeat(100_000)}\n\n@b{l, u = {x}}`)), ["k", "l"]));
});
