import { parseBibtex } from "../../src/core/bibliography/bibtex/parseBibtex";
import type { Bibliography, BibliographyEntry } from "../../src/core/model/bibliography";
import type { Problem } from "../../src/core/model/problem";

type BibtexEntry = Extract<BibliographyEntry, { format: "bibtex" }>;

export function bibtexEntries(text: string): readonly BibtexEntry[] {
  return parseBibtex(text).entries.flatMap((entry) => entry.format === "bibtex" ? [entry] : []);
}

/** `book doe2001 title=One year=2001`, entries between bars. */
export function shownEntries(text: string): string {
  return bibtexEntries(text)
    .map(({ entryType, key, fields }) => [entryType, key, ...fields.map(({ name, value }) => `${name}=${value}`)].join(" "))
    .join(" | ");
}

/** The own and inherited fields of the entry with this key, in alphabetical order. */
export function shownEffective(text: string, key: string): string {
  const fields = bibtexEntries(text).find((entry) => entry.key === key)?.effectiveFields ?? [];
  return [...fields].map(([name, value]) => `${name}=${value}`).sort().join(" ");
}

/** `code: the text the problem points at`, between bars. */
export function shownProblems(text: string, { problems }: Bibliography): string {
  return problems.map(({ code, range }) => `${code}: ${text.slice(range.start, range.end)}`).join(" | ");
}

export function keysOf({ entries }: Bibliography): readonly string[] {
  return entries.map(({ key }) => key);
}

export function messagesOf(problems: readonly Problem[]): string {
  return problems.map(({ message }) => message).join(" | ");
}
