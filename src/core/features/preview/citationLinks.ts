import { escapeHtml } from "../../format/markup/html";
import type { SourceSummary } from "../../model/bibliography";
import type { CitationKey } from "../../model/citation";
import type { RenderedCitation } from "../formatDocument";

export type SummaryOf = (key: CitationKey) => SourceSummary | undefined;

/** Pandoc's own, so that a writer's links to it lead somewhere. */
export function referenceId(key: CitationKey): string {
  return `ref-${key}`;
}

/** Marks unknown keys where they can be told from the rest, otherwise the whole citation. */
export function markUnknown(html: string, { unknownKeys }: RenderedCitation): { readonly html: string; readonly rest: string; readonly title: string } {
  let marked = html;
  const rest = unknownKeys.filter((key) => {
    const printed = `<b>${escapeHtml(key)}?</b>`;
    marked = marked.replace(printed, () => `<b class="sourcebook-unknown" title="${unknownTitle([key])}">${escapeHtml(key)}?</b>`);
    return !html.includes(printed);
  });
  return rest.length === 0 ? { html: marked, rest: "", title: "" } : { html: marked, rest: " sourcebook-unknown", title: ` title="${unknownTitle(rest)}"` };
}

function unknownTitle(keys: readonly CitationKey[]): string {
  return escapeHtml(`No source has the key ${keys.map((key) => `“${key}”`).join(", ")}.`);
}

/**
 * A link to the reference of a source. Of several sources each has its own link where it can be told by author and year; else all lead to the
 * first. Where the text has links already, they stay what they are.
 */
export function linked(html: string, keys: readonly CitationKey[], summaryOf: SummaryOf): string {
  const [first, ...others] = keys;
  if (first === undefined || html === "" || html.includes("<a ")) return html;
  const parts = others.length === 0 ? [] : html.split(citeEnd);
  const found = parts.map((part) => keys.filter((key) => isOf(part, summaryOf(key))));
  const isTold = found.length > 1 && found.every((own) => own.length === 1) && new Set(found.flat()).size === found.length;
  return isTold ? parts.map((part, index) => link(part, found[index]?.[0] ?? first)).join("; ") : link(html, first);
}

/** A semicolon that ends a cite, and not a character reference. */
const citeEnd = /(?<!&[\w#]{1,8}); /;

function isOf(html: string, summary: SourceSummary | undefined): boolean {
  const [person = ""] = summary?.people ?? [];
  return summary !== undefined && summary.year !== "" && person !== "" && html.includes(summary.year) && html.includes(escapeHtml(person));
}

function link(html: string, key: CitationKey): string {
  return `<a href="#${escapeHtml(encodeURIComponent(referenceId(key)))}">${html}</a>`;
}
