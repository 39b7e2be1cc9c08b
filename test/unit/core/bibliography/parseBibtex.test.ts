import assert from "node:assert/strict";
import { parseBibtex } from "../../../../src/core/bibliography/bibtex/parseBibtex";
import { readMarks } from "../../../support/marks";
import { bibtexEntries, keysOf, shownEntries, shownProblems } from "../../../support/shownBibliography";

type Rows = readonly (readonly [text: string, expected: string])[];

function check(rows: Rows): void {
  for (const [text, expected] of rows) {
    it(JSON.stringify(text).slice(0, 100), () => {
      assert.equal(shownEntries(text), expected);
      assert.equal(shownProblems(text, parseBibtex(text)), "");
    });
  }
}

describe("Sound BibTeX", () => {
  check([
    ["", ""],
    ["@book{a}", "book a"],
    ["@book{a,}", "book a"],
    ["@book{a, title = {One}, year = 2001}", "book a title=One year=2001"],
    ['@Book { a , Title="One" , YEAR = {2001} , }', "book a title=One year=2001"],
    ["@book(a, title = {On) the (way}, year = 2001)", "book a title=On) the (way year=2001"],
    ["@book\n{\n  a,\n  title = {One}\n}", "book a title=One"],
    ["@book{a, title = {The {DNA} {\"O}rder}, note = \"a {\"} b\"}", "book a title=The {DNA} {\"O}rder note=a {\"} b"],
    ["@book{a, title = {}, note = \"\"}", "book a title= note="],
    // what stands outside entries is a comment, e-mail addresses too
    ["Please write to jane@example.org {or} not.\n@book{a, year=1}\nbye { @book{b, year=2} % @book{c,}\n% @book{d,\n% }\n @book{e}", "book a year=1 | book b year=2 | book e"],
    ["@book{a, year=1},\n\n@book{b, year=2};", "book a year=1 | book b year=2"],
    ["@book{a,year=1}@book{b,year=2} @book{c,year=3}", "book a year=1 | book b year=2 | book c year=3"],
    // keys are whatever stands before the comma
    ["@book{DBLP:conf/a-b_c+d.e:2001'x, year=1}\n@book{Müller:2001, year=2}\n@book{назаренко2007, year=3}\n@book{10.1000/x(1), year=4}", "book DBLP:conf/a-b_c+d.e:2001'x year=1 | book Müller:2001 year=2 | book назаренко2007 year=3 | book 10.1000/x(1) year=4"],
    ["@misc{doi=expand, year=1}", "misc doi=expand year=1"],
    ["@misc{__proto__, __proto__ = {x}, constructor = {y}}\n@misc{constructor, toString = {z}}", "misc __proto__ __proto__=x constructor=y | misc constructor tostring=z"],
    // names of fields
    ["@misc{a, date-added = 1, a__ = 2, dc.date:x = 3, Ключ = 4}", "misc a date-added=1 a__=2 dc.date:x=3 ключ=4"],
    // comments between fields, which biber and writers know
    ["@misc{a, % first {\n  title = {One}, % { second\n%  year = 1,\n  note = {100% of {it}}}", "misc a title=One note=100% of {it}"],
    // line ends and marks
    ["\uFEFF@misc{a,\r\n  title = {One},\r\n}\r\n", "misc a title=One"],
    ["@misc{a,\r  title = {One}\r}\r@misc{b,\r  title = {Two}\r}", "misc a title=One | misc b title=Two"],
    ["@misc{a,\u00a0title\u00a0=\u00a0{One}}", "misc a title=One"],
    ["@misc{a, title = {A\0B}}", "misc a title=A\0B"],
    // other blocks
    ["@comment{ @book{hidden, year = 1} }\n@Comment jabref\n@comment(x)\n@book{a, year=1}", "book a year=1"],
    ["@comment{jabref-meta: grouping:\n0 AllEntriesGroup:;\n1 StaticGroup:a\\;0\\;1\\;\\;\\;\\;;\n}\n\n@book{a, year=1}", "book a year=1"],
    ["@preamble{\"\\newcommand{\\noopsort}[1]{}\" # {@book{no}}}\n@PREAMBLE(\"x\")\n@book{a, year=1}", "book a year=1"],
    ["@xdata{x, publisher = {P}}\n@book{a, xdata = {x}}", "book a xdata=x"],
  ]);
});

describe("Macros of BibTeX", () => {
  it("that are long are put in as often as they are asked for, and no oftener than the file allows", () => {
    const uses = 100;
    const text = `@string{long = {${"x".repeat(100_000)}}}\n${Array.from({ length: uses }, (_, number) => `@misc{k${number}, note = long}\n`).join("")}`;
    const lengthsOf = (): readonly number[] => entries.map((entry) => entry.format === "bibtex" ? entry.effectiveFields.get("note")?.length ?? 0 : 0);
    const { entries } = parseBibtex(text);
    const lengths = lengthsOf();
    assert.ok(lengths[0] === 100_000 && lengths[uses - 1] === "long".length);
    for (let time = 0; time < 50; time++) assert.deepEqual(lengthsOf(), lengths);
  });

  check([
    ["@string{jf = {Journal of Foo}}\n@article{a, journal = jf}", "article a journal=Journal of Foo"],
    ["@STRING(JF = \"Journal\" # { of } # \"Foo\")\n@article{a, journal = Jf # {, B} # 2}", "article a journal=Journal of Foo, B2"],
    ["@string{a = {A}, b = a # {B},}\n@misc{k, note = a # b}", "misc k note=AAB"],
    ["@misc{k, month = jan, note = {10~} # FEB # \"--\" # mar}", "misc k month=January note=10~February--March"],
    ["@string{mar = {März}}\n@misc{k, month = mar}", "misc k month=März"],
    // a use sees what stands before it
    ["@string{j = {Old}}\n@misc{k, note = j}\n@string{j = {New}}\n@misc{l, note = j}", "misc k note=Old | misc l note=New"],
    ["@string{j = {Old}}\n@string{j = j # {er}}\n@misc{k, note = j}", "misc k note=Older"],
    ["@string{__proto__ = {P}, constructor = {C}}\n@misc{k, note = __proto__ # constructor}", "misc k note=PC"],
    ["@string{ieee_j:x/y = {J}}\n@misc{k, note = ieee_j:x/y}", "misc k note=J"],
  ]);

  it("stay as they are where nobody defines them", () => assert.equal(shownEntries("@misc{k, note = {A } # nobody}"), "misc k note=A nobody"));

  it("may double at each step without filling memory", () => {
    const steps = Array.from({ length: 60 }, (_, step) => `@string{m${step + 1} = m${step} # m${step}}`).join("\n");
    const [entry] = bibtexEntries(`@string{m0 = {xxxxxxxxxx}}\n${steps}\n@misc{k, note = m60}`);
    assert.ok((entry?.fields[0]?.value.length ?? 0) < 1 << 22);
  });
});

describe("Ranges in BibTeX", () => {
  const rows: readonly string[] = [
    "x ⟦@book{⟦a⟧, ⟦title⟧ = ⟦{One}⟧, ⟦year⟧=⟦2001⟧ }⟧ y",
    "\uFEFF⟦@book(⟦a⟧,\r\n  ⟦title⟧ = ⟦\"One\" # jan⟧)⟧",
    "⟦@book{⟦a b⟧, ⟦year⟧ = ⟦2001⟧}⟧",
    // a broken entry ends where the next begins
    "⟦@book{⟦a⟧,\n  ⟦title⟧ = ⟦{One}⟧,⟧\n\n@book{b}",
  ];
  for (const marked of rows) {
    it(marked, () => {
      const { text, ranges } = readMarks(marked);
      const [entry] = bibtexEntries(text);
      assert.ok(entry);
      assert.deepEqual([entry.range, entry.keyRange, ...entry.fields.flatMap(({ nameRange, valueRange }) => [nameRange, valueRange])], ranges);
    });
  }
});

describe("Aliases and duplicates in BibTeX", () => {
  it("keeps entries in file order, duplicates included", () => assert.deepEqual(keysOf(parseBibtex("@misc{b}\n@misc{a}\n@misc{b}")), ["b", "a", "b"]));
  it("reads ids", () => assert.deepEqual(bibtexEntries("@misc{a, ids = {old, old:2 ,\n, doe}}")[0]?.aliases, ["old", "old:2", "doe"]));
  it("knows no ids", () => assert.deepEqual(bibtexEntries("@misc{a}")[0]?.aliases, []));
});
