import assert from "node:assert/strict";
import fc from "fast-check";
import { BibtexEntry } from "../../../../src/core/bibliography/bibtex/bibtexEntry";
import { fieldNamed } from "../../../../src/core/bibliography/bibtex/bibtexField";
import { parseName, plainFamily } from "../../../../src/core/bibliography/bibtex/names";
import { parseBibtex } from "../../../../src/core/bibliography/bibtex/parseBibtex";
import { summaryOfBibtex } from "../../../../src/core/bibliography/summary";
import { latexToUnicode } from "../../../../src/core/text/latexText";

const names = ["author", "AUTHOR", "editor", "title", "Title", "subtitle", "journal", "journaltitle", "booktitle", "series", "year", "date", "ids", "crossref", "xdata", "note", "x-y", "tıtle", "ſeries"];
const pieces = [
  "{One}", "{{DNA} and {\\'e}}", "{}", "{ }", "\"Two\"", "\"a {\"} b\"", "2001", "jan", "own", "unknown", "{Doe, J. and van Roe, A. and others}", "{a = b, c}", "{k0}", "{x @ y}", "{x\n@misc{y}",
  `{${"long ".repeat(30)}}`, `{${"long {x} ".repeat(20)}}`, "{\u00a0}", "{é}", "\\", "}", "\"", "%", "",
];
const separators = [",\n  ", ",", ", ,", "\n", " % comment\n", ",\n%\n", " "];
const value = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 3 }).map((all) => all.join(" # "));
const field = fc.tuple(fc.constantFrom(...names), fc.constantFrom(" = ", "=", "\n=\t", " "), fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...pieces) }, value), fc.constantFrom(...separators)).map((all) => all.join(""));
const entry = fc.tuple(fc.constantFrom("@article{", "@book(", "@set{", "@xdata{", "@misc {"), fc.nat(3), fc.array(field, { maxLength: 6 }), fc.constantFrom("}\n", ")\n", "\n}\n", "\n"))
  .map(([head, key, fields, end]) => `${head}k${key},${fields.join("")}${end}`);
const file = fc.array(entry, { minLength: 1, maxLength: 4 }).map((entries) => `@string{own = {Own Words}}\n${entries.join("\n")}`);

describe("What is read of an entry without reading its fields", () => {
  it("is what its fields say", () => {
    fc.assert(fc.property(file, (text) => {
      for (const read of parseBibtex(text).entries) {
        assert.ok(read instanceof BibtexEntry);
        assert.deepEqual(read.readSummary(), summaryOfBibtex(read, undefined));
        const ids = fieldNamed(read.readFields(), "ids");
        assert.equal(read.aliases.join(), ids === undefined ? "" : ids.value.split(",").map((key) => key.trim()).filter((key) => key !== "").join());
        assert.deepEqual(read.summary, read.readSummary());
      }
    }), { numRuns: 500 });
  });

  it("is of names what their parts say", () => {
    const part = fc.constantFrom("Doe", "van", "der", "J.", "J.-P.", "O'Brien", "é", "Émile", "family=X", "{", "}", ",", ", ", " ", "  ", "-", "--", "''", "`", "~", "\\", "$", "1", "\u0301", "\u00a0", "others");
    fc.assert(fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
      const name = parts.join("").trim();
      const { prefix, family, given } = parseName(name);
      const shown = plainFamily(name);
      if (shown !== undefined) assert.equal(shown, latexToUnicode([prefix, family].filter((text) => text !== "").join(" ") || given));
    }), { numRuns: 1000 });
  });

  it("is enough of nearly all names", () => {
    for (const [name, shown] of [["Doe, Jane", "Doe"], ["van der Berg, J.-P.", "van der Berg"], ["Jane Q. Doe", "Doe"], ["O'Brien, {\\'E}.", "O'Brien"], ["Müller, A.", "Müller"]] as const) assert.equal(plainFamily(name), shown);
  });
});
