import { splitNames } from "../../../bibliography/bibtex/names";
import { entryValues } from "../../../bibliography/entryValues";
import { escapeBibtex } from "../../../format/toBibtex/latexText";
import type { Bibliography, BibliographyEntry } from "../../../model/bibliography";
import type { CslItem } from "../../../model/cslItem";
import { foldForSearch } from "../../../text/fold";
import { latexToUnicode } from "../../../text/latexText";
import { entriesInOneStep } from "../../sourcesTree/facet";
import { kindOfField } from "../data/fieldKinds";

/** A value that stands in fields already. */
export interface KnownValue {
  /** As it is written in a field, without delimiters. */
  readonly written: string;
  /** In Unicode. */
  readonly shown: string;
  readonly folded: string;
  readonly count: number;
}

/** The values of a bibliography by pool: fields that hold the same kind of value share one. */
export type ValueIndex = ReadonlyMap<string, readonly KnownValue[]>;

const pools: Readonly<Record<string, readonly string[]>> = {
  journal: ["journal", "journaltitle", "shortjournal"],
  publisher: ["publisher", "origpublisher"],
  series: ["series", "shortseries"],
  book: ["booktitle", "maintitle"],
  institution: ["institution", "school", "organization"],
  place: ["location", "address", "origlocation", "venue"],
  event: ["eventtitle"],
  howpublished: ["howpublished"],
  library: ["library"],
  keywords: ["keywords"],
  class: ["eprintclass", "primaryclass"],
  people: ["author", "editor", "editora", "editorb", "editorc", "translator", "annotator", "commentator", "introduction", "foreword", "afterword", "bookauthor", "holder"],
};

const poolsByField: ReadonlyMap<string, string> = new Map(Object.entries(pools).flatMap(([pool, fields]) => fields.map((field) => [field, pool] as const)));

/** The pool whose values may stand in a field. */
export function poolOf(field: string): string | undefined {
  return kindOfField(field) === "names" ? "people" : poolsByField.get(field);
}

/** Longer values come once; they would fill memory and help nobody. */
const longestValue = 300;

/** All values of a bibliography, in steps. */
export function* indexValues({ entries }: Bibliography): Generator<void, ValueIndex> {
  const counts = new Map(Object.keys(pools).map((pool) => [pool, new Map<string, number>()]));
  for (const [index, entry] of entries.entries()) {
    if (index % entriesInOneStep === 0) yield;
    for (const [pool, value] of valuesOf(entry)) {
      const values = counts.get(pool);
      if (values !== undefined && value !== "" && value.length <= longestValue && isBalanced(value)) values.set(value, (values.get(value) ?? 0) + 1);
    }
  }
  const result = new Map<string, readonly KnownValue[]>();
  for (const [pool, values] of counts) {
    const known: KnownValue[] = [];
    for (const [written, count] of values) {
      if (known.length % (entriesInOneStep * 8) === 0) yield;
      const shown = latexToUnicode(written);
      known.push({ written, shown, folded: foldForSearch(shown), count });
    }
    result.set(pool, known.sort((a, b) => b.count - a.count));
  }
  return result;
}

function* valuesOf(entry: BibliographyEntry): Generator<readonly [pool: string, value: string], void> {
  if (entry.format === "csl-json") return yield* valuesOfItem(entry.item);
  const values = entryValues(entry);
  for (const [field, pool] of poolsByField) {
    const value = values(field);
    if (value === "") continue;
    const parts = pool === "people" ? splitNames(value).filter((name) => name !== "others") : pool === "keywords" ? value.split(/[,;]/) : [value];
    for (const part of parts) yield [pool, part.trim()];
  }
}

function* valuesOfItem(item: CslItem): Generator<readonly [pool: string, value: string], void> {
  for (const people of [item.author, item.editor, item.translator]) {
    for (const name of Array.isArray(people) ? people as readonly unknown[] : []) yield ["people", nameToBibtex(name)];
  }
  const texts = [["journal", item["container-title"]], ["publisher", item.publisher], ["series", item["collection-title"]], ["place", item["publisher-place"]]] as const;
  for (const [pool, value] of texts) if (typeof value === "string") yield [pool, escapeBibtex(value)];
}

function nameToBibtex(name: unknown): string {
  if (typeof name !== "object" || name === null) return "";
  const part = (key: string): string => {
    const value: unknown = Object.hasOwn(name, key) ? (name as Readonly<Record<string, unknown>>)[key] : undefined;
    return typeof value === "string" ? escapeBibtex(value) : "";
  };
  const family = [part("non-dropping-particle"), part("family")].filter((word) => word !== "").join(" ");
  const literal = part("literal");
  if (family === "") return literal === "" ? "" : `{${literal}}`;
  return [family, part("suffix"), part("given")].filter((word) => word !== "").join(", ");
}

export function isBalanced(value: string): boolean {
  let depth = 0;
  for (const char of value) {
    if (char === "{") depth++;
    else if (char === "}" && --depth < 0) return false;
  }
  return depth === 0;
}
