import assert from "node:assert/strict";
import { parseBibtex } from "../../../../src/core/bibliography/bibtex/parseBibtex";
import { bibtexEntries } from "../../../support/shownBibliography";

/** What stands between sound entries; those named “no problem” are comments to BibTeX's readers. */
const damages: readonly (readonly [name: string, text: string, isProblem?: "no problem"])[] = [
  ["an open brace", "@article{bad,\n  author = {Doe,\n  title = {T},\n  year = 2001,\n}"],
  ["an open brace in the last field", "@article{bad,\n  author = {Doe},\n  title = {T\n}"],
  ["an open quotation mark", "@article{bad,\n  author = \"Doe,\n  title = {T},\n}"],
  ["an open quotation mark in the last field", "@article{bad,\n  title = \"T\n}"],
  ["a brace open in quotation marks", "@article{bad,\n  title = \"T { x\",\n  year = 2001\n}"],
  ["a brace too many", "@article{bad,\n  author = {Doe}},\n  title = {T},\n}"],
  ["an escaped brace", "@article{bad,\n  title = {A \\{ b},\n}"],
  ["no closing brace", "@article{bad,\n  author = {Doe},\n  title = {T},\n"],
  ["no closing parenthesis", "@article(bad,\n  title = {T}\n"],
  ["a brace for a parenthesis", "@article(bad,\n  title = {T}\n}"],
  ["a parenthesis for a brace", "@article{bad,\n  title = {T}\n)"],
  ["no commas", "@article{bad\n  author = {Doe}\n  title = {T}\n}"],
  ["no key", "@article{\n  author = {Doe},\n}"],
  ["no equals sign", "@article{bad,\n  author {Doe},\n}"],
  ["no value", "@article{bad,\n  author = ,\n}"],
  ["no second piece of a value", "@article{bad,\n  title = \"T\" # ,\n}"],
  ["an unknown macro", "@article{bad,\n  journal = nobody,\n}"],
  ["a type alone", "@article"],
  ["a type with a brace", "@article{"],
  ["a type with a parenthesis", "@article("],
  ["a key", "@article{bad"],
  ["a key with a comma", "@article{bad,"],
  ["half a name", "@article{bad,\n  ti"],
  ["half a field", "@article{bad,\n  title = "],
  ["half a value", "@article{bad,\n  title = {Some"],
  ["half a quoted value", "@article{bad,\n  title = \"Some"],
  ["two broken entries", "@article{bad,\n  title = {x\n\n@article{worse,\n  title = {y\n"],
  ["a thousand braces", `@article{bad,\n title = ${"{".repeat(1000)}`],
  ["a thousand closing braces", `@article{bad,\n title = ${"}".repeat(1000)}`],
  ["conflict marks", "<<<<<<< HEAD\n@article{bad,\n=======\n@article{worse,\n>>>>>>> theirs\n  title = {x}}"],
  ["an open @string", "@string{foo = {bar"],
  ["an open @preamble", "@preamble{\"\\newcommand{\\x}"],
  ["an open @comment", "@comment{ @"],
  ["prose with braces", "Some } { text, jane@example.org and @ jane", "no problem"],
  ["a web page", "<style>@media print { a { color: red }</style>", "no problem"],
  ["NUL bytes", "\0@\0{\0}", "no problem"],
];

function sound(number: number): string {
  return `@article{key${number},\n  author = {Doe, Jane and Roe, R.},\n  title = {The {N}umber ${number}},\n  journal = "Journal",\n  year = 2001,\n}`;
}

const forms: readonly (readonly [name: string, form: (text: string) => string])[] = [
  ["line by line", (text) => text],
  ["with CRLF", (text) => text.replaceAll("\n", "\r\n")],
  ["with CR", (text) => text.replaceAll("\n", "\r")],
  ["indented", (text) => text.replaceAll("\n@", "\n   @").replaceAll("\n}", "\n   }")],
  ["not indented", (text) => text.replaceAll(/\n +/g, "\n")],
  ["an entry a line", (text) => text.replaceAll(/\n+ +/g, " ").replaceAll("\n}", "}")],
  ["all in one line", (text) => text.replaceAll(/\s*\n\s*/g, " ")],
];

function checkSound(text: string, name: string): void {
  const intact = bibtexEntries(text).filter(({ key, fields }) =>
    key.startsWith("key") && fields.map((field) => field.name).join() === "author,title,journal,year" && fields[1]?.value === `The {N}umber ${key.slice(3)}`);
  assert.deepEqual(intact.map(({ key }) => key), ["key1", "key2", "key3", "key4"], name);
}

describe("Damage between entries costs the damaged entry alone", () => {
  for (const [formName, form] of forms) {
    it(formName, () => {
      for (const [name, damage, isProblem] of damages) {
        const text = form([sound(1), sound(2), damage, sound(3), sound(4)].join("\n\n"));
        checkSound(text, name);
        assert.equal(parseBibtex(text).problems.length > 0, isProblem === undefined, name);
      }
    });
  }

  it("right before the next entry", () => {
    for (const [name, damage] of damages.filter(([, text]) => !text.includes("\0"))) checkSound(`${sound(1)}\n${sound(2)}\n${damage}${sound(3)}\n${sound(4)}`, name);
  });

  it("between entries in parentheses", () => {
    const inParentheses = (number: number): string => sound(number).replace("{key", "(key").replace(/\}$/, ")");
    for (const [name, damage] of damages) checkSound([inParentheses(1), inParentheses(2), damage, inParentheses(3), inParentheses(4)].join("\n\n"), name);
  });
});
