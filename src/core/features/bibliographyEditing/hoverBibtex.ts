import type { LoadedBibliography } from "../../library/bibliographyStore";
import type { TextRange } from "../../model/textRange";
import { contextAt } from "./complete/bibtexContext";
import { macroNamed } from "./complete/looseBlocks";
import { entryTypes, type EntryTypeDescription } from "./data/entryTypeDescriptions";
import { fieldDescriptions, type FieldDescription } from "./data/fieldDescriptions";
import { fieldsOfType, type TypeFields } from "./data/typeFields";
import { dialectOf, type Dialect } from "./dialect";

/** What a word of BibTeX means. */
export type BibtexHover = { readonly range: TextRange } & (
  | { readonly kind: "type"; readonly type: EntryTypeDescription; readonly fields: TypeFields }
  | {
    readonly kind: "field";
    readonly field: FieldDescription;
    /** Types that need it, or one of several that it is among. */
    readonly requiredBy: readonly string[];
    /** Types that may have it; empty of fields that belong to no type or to nearly all. */
    readonly optionalIn: readonly string[];
  }
  | { readonly kind: "macro"; readonly name: string; readonly value: string; readonly isOwn: boolean }
);

/** A field that more types may have than this belongs to none of them. */
const mostTypes = 12;

/** The type of an entry, the name of a field, or the macro at an offset; `undefined` of everything else and of what nobody knows. */
export function hoverBibtex(file: Pick<LoadedBibliography, "text" | "bibliography">, offset: number): BibtexHover | undefined {
  const context = contextAt(file.text, file.bibliography, offset);
  if (context === undefined || context.range.start === context.range.end) return undefined;
  const { range } = context;
  const word = file.text.slice(range.start, range.end);
  const dialect = dialectOf(file);
  if (context.kind === "type") {
    const type = entryTypes.get(word.toLowerCase());
    return type && { kind: "type", range, type, fields: fieldsOfType(type.name, dialect) };
  }
  if (context.kind === "field-name") {
    const field = fieldDescriptions.get(word.toLowerCase());
    return field && context.entryType !== "string" ? { kind: "field", range, field, ...typesWith(field.name, dialect) } : undefined;
  }
  if (context.delimiter !== undefined) return undefined;
  const macro = macroNamed(file, word);
  return macro && { kind: "macro", range, name: macro.name, value: macro.value, isOwn: macro.start !== undefined };
}

function typesWith(field: string, dialect: Dialect): { readonly requiredBy: readonly string[]; readonly optionalIn: readonly string[] } {
  const types = [...entryTypes.values()].filter(({ like, isClassic }) => like === undefined && (dialect === "biblatex" || isClassic)).map(({ name }) => ({ name, ...fieldsOfType(name, dialect) }));
  const requiredBy = types.filter(({ required }) => required.flat().includes(field)).map(({ name }) => name);
  const optionalIn = types.filter(({ optional }) => optional.includes(field)).map(({ name }) => name);
  return { requiredBy, optionalIn: optionalIn.length > mostTypes ? [] : optionalIn };
}
