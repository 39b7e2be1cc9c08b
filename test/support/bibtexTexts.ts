import fc from "fast-check";
import { parseBibtex } from "../../src/core/bibliography/bibtex/parseBibtex";
import type { TextEdit } from "../../src/core/model/edit";

/** A text after edits that stand in order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = "";
  let end = 0;
  for (const { range, newText } of edits) {
    result += text.slice(end, range.start) + newText;
    end = range.end;
  }
  return result + text.slice(end);
}

export function withoutSpace(text: string): string {
  return text.replace(/[ \t\r\n]+/g, "");
}

/** What the parser knows of the entries of a text. */
export function factsOf(text: string): readonly unknown[] {
  return parseBibtex(text).entries.map((entry) => entry.format === "bibtex" ? [entry.key, entry.entryType, entry.fields.map(({ name, value }) => [name, value]), [...entry.effectiveFields]] : []);
}

const parts = [
  "@", "@article", "@book{", "@misc(", "@string{", "@preamble{", "@comment{", "@xdata{", "{", "}", "(", ")", "\"", "#", ",", "=", "%", "a", "k1", "title = {One}", "author=\"Doe, J.\"", "year = 2001",
  "crossref = {k1}", "\n", "\n", "\r\n", "\r", " ", "\t", "é", "\uFEFF", "\u00a0", "\u2028", "\0", "\u{1f600}", "\ud800", "\f", "__proto__", "% comment\n", "@string{x = \"X\"}", "publisher   =   x # { y }",
];
const garbage = fc.array(fc.constantFrom(...parts), { maxLength: 25 }).map((all) => all.join(""));

const space = fc.constantFrom("", " ", "  ", "\n", "\n  ", "\r\n\t", " \n\n ");
const value = fc.constantFrom("{A  {B}\n c}", "{\u{1f600}\ud800\0\u00a0\t}", "\"x {\"} y\"", "2001", "jan", "x # {y}", "{}", "x");
const name = fc.constantFrom("title", "year", "journaltitle", "x", "a-name-that-is-far-too-long-to-align");
const blanks = fc.constantFrom("", " ", "  ", "       ", "\n", " ");
const field = fc.tuple(space, name, blanks, blanks, value, space).map(([a, b, c, d, e, f]) => `${a}${b}${c}=${d}${e}${f}`);
const key = fc.constantFrom("a", "b", "C2001", "c2001", "doe:1", "__proto__");
const entry = fc.tuple(fc.constantFrom("@book", "@Article", "@inbook", "@xdata"), space, key, fc.array(field, { maxLength: 4 }), fc.constantFrom("", ",", ", % note\n", "\n% last\n"), fc.constantFrom("", "", ",crossref={a}", ",crossref={b}"))
  .map(([type, gap, entryKey, fields, end, crossref]) => `${type}{${gap}${entryKey}${fields.map((each) => `,${each}`).join("")}${crossref}${end}}`);
const between = fc.oneof(space, fc.constantFrom("\n", "\n\n", "\n% about it\n", "\n\n%% part\n\n", " tail\n", "\n@string{x = \"X\"}\n", "\n@string{y = x # \"Y\"}", "\n@preamble{\"p\"}\n", "\n@comment{ {x}  }\n"));

/** Sound entries with anything between them, and anything. */
export const bibtexText = fc.oneof(
  fc.array(fc.tuple(between, entry), { maxLength: 6 }).map((all) => all.map((pair) => pair.join("")).join("")),
  fc.array(fc.oneof(entry, garbage, between), { maxLength: 6 }).map((all) => all.join("")),
  garbage,
);
