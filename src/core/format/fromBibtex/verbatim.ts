import type { EntryFields } from "./entryFields";

/**
 * A value that LaTeX prints as it is written (addresses, identifiers). Of commands only those are taken out that writers and reference
 * managers put there: `\url{…}` around it, and escapes such as `\_` and `{\_}`.
 */
export function verbatimText(value: string): string {
  const inside = /^\{?\\(?:url|path|nolinkurl)\s*\{(.*)\}\}?$/s.exec(value.trim())?.[1] ?? value;
  return inside
    .replace(/\$\\sim\$|\{?\\(?:textasciitilde|~|sim)(?:\{\})?\}?/g, "~")
    .replace(/\{?\\textunderscore(?:\{\})?\}?/g, "_")
    .replace(/\{\\([_%#&$])\}/g, "$1")
    .replace(/\\([_%#&${}])/g, "$1")
    .replace(/^\{(.*)\}$/s, "$1")
    .replace(/\s+/g, "");
}

export function verbatim(fields: EntryFields, ...names: readonly string[]): string | undefined {
  const value = fields.raw(...names);
  const text = value === undefined ? "" : verbatimText(value);
  return text === "" ? undefined : text;
}
