import type { LoadedBibliography } from "../library/bibliographyStore";
import type { Source } from "../library/library";
import type { BibliographyEntry } from "../model/bibliography";
import type { CslItem } from "../model/cslItem";
import type { ConversionTarget } from "../ports";

/** Turns items into the text of a format; the slow part does it. */
export type Convert = (items: readonly CslItem[], target: ConversionTarget) => Promise<string>;

/** Fields that BibLaTeX has and BibTeX has not, and the other way round. */
const biblatexFields: ReadonlySet<string> = new Set(["date", "journaltitle", "location", "urldate", "maintitle", "subtitle", "langid"]);
const bibtexFields: ReadonlySet<string> = new Set(["year", "month", "journal", "address", "school"]);

/** How far into a file its dialect is looked for. */
const sampledEntries = 50;

/** What entries added to a bibliography are converted to; `undefined` where its format cannot be added to. */
export function conversionTargetOf({ bibliography: { format, entries } }: Pick<LoadedBibliography, "bibliography">, fallback: "bibtex" | "biblatex"): ConversionTarget | undefined {
  switch (format) {
    case "bibtex": return dialectOf(entries) ?? fallback;
    case "csl-json":
    case "csl-yaml":
    case "ris": return format;
    default: return undefined;
  }
}

function dialectOf(entries: readonly BibliographyEntry[]): "bibtex" | "biblatex" | undefined {
  const names = entries.slice(0, sampledEntries).flatMap((entry) => entry.format === "bibtex" ? entry.fields.map(({ name }) => name) : []);
  const biblatex = names.filter((name) => biblatexFields.has(name)).length;
  const bibtex = names.filter((name) => bibtexFields.has(name)).length;
  return biblatex === bibtex ? undefined : biblatex > bibtex ? "biblatex" : "bibtex";
}

/** An entry that may be copied letter by letter: it takes nothing from macros or other entries. */
export function isSelfContained(entry: BibliographyEntry, text: string): boolean {
  if (entry.format !== "bibtex") return false;
  return entry.fields.every(({ name, valueRange: { start, end } }) =>
    !["crossref", "xdata", "xref", "entryset"].includes(name) && isSelfContainedValue(text.slice(start, end)));
}

/** A value as written that takes nothing from macros. */
export function isSelfContainedValue(value: string): boolean {
  return /^(?:\d+$|\{[\s\S]*\}$|"[\s\S]*"$)/.test(value) && !/["}]\s*#/.test(value);
}

/** The written form of a source where it stands already in the target's format. */
export function writtenEntry({ entry }: Source, text: string): string | undefined {
  return isSelfContained(entry, text) ? text.slice(entry.range.start, entry.range.end) : undefined;
}
