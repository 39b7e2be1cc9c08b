import assert from "node:assert/strict";
import fc from "fast-check";
import { BibtexBibliography } from "../../src/core/bibliography/bibtex/bibtexBibliography";
import { parseBibtex } from "../../src/core/bibliography/bibtex/parseBibtex";
import type { SearchIndex } from "../../src/core/library/searchIndex";
import type { Bibliography } from "../../src/core/model/bibliography";
import { finishNow } from "../../src/core/steps";

/** Entries and other blocks, sound and broken. */
export const bibtexPieces = [
  "@article{k1,\n  title = {One},\n}\n", "@book{k2, title = {Two {nested}}, author = {Doe, J. and Roe, R.}}\n", "@misc{k1, year = 2001}\n", "@xdata{x, title = {Shared}}\n", "@misc{k3, xdata = {x}, ids = {old}}\n",
  "@inbook{k4, crossref = {k2}}\n", "@set{k5, entryset = {k4, k1}}\n", "@string{s = {Macro}}\n", "@misc{k6, title = s # { words}}\n", "@comment{@misc{no,}}\n", "@preamble{\"x\"}\n", "% @misc{k7,\n", "words @ text\n",
  "@misc(k8, title = \"x\")\n", "\n", "@article{k9,\n  title = {Open,\n  year = 2001\n", "@misc{k10, title = {a}}, year = 2001}\n", "me@host.org {x}\n",
];
export const bibtexBits = ["{", "}", "@", "\"", ",", "=", "#", "%", "(", ")", "\n", " ", "k1", "@misc{k2,", "@comment{", "@string{s=", "title = {x}", "é", "x"];
/** A file of them with anything between and in them. */
export const bibtexFile = fc.array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...bibtexPieces) }, fc.constantFrom(...bibtexBits)), { maxLength: 12 }).map((all) => all.join(""));

export function readBibtexText(text: string): BibtexBibliography {
  const bibliography = parseBibtex(text);
  assert.ok(bibliography instanceof BibtexBibliography);
  return bibliography;
}

/** All that is known of a bibliography. */
export function shown({ entries, problems, isCut }: Bibliography): unknown {
  const order = (all: typeof problems): readonly string[] => all.map((problem) => JSON.stringify(problem));
  return { isCut, problems: order(problems), entries: entries.map((entry) => [entry.key, entry.keyRange, entry.range, entry.summary, entry.format === "bibtex" && [entry.entryType, entry.aliases, entry.fields.map(({ name, value, valueRange }) => [name, value, valueRange])]]) };
}

/** What every search is made of: the folded fields of all entries in their order, their years and the keys they answer to. */
export function searched(index: SearchIndex): unknown {
  finishNow(index.prepare());
  const keys = [...index.entries.flatMap((entry) => [entry.key, ...entry.format === "bibtex" ? entry.aliases : []]), "nobody"];
  return { fields: index.searchedText, years: index.years, keys: keys.map((key) => [key, index.get(key)?.range, index.definitions(key).map(({ range }) => range)]), count: index.keyCount };
}
