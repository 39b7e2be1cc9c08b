import type { CslItem } from "../../src/core/model/cslItem";
import type { CitationItem } from "../../src/core/model/citation";
import type { CitationToFormat, EntryToConvert, FormattedCitation, ReferenceEngine, ReferenceStyle } from "../../src/core/ports";

/** What the engine was asked for. */
export interface EngineLog {
  readonly documents: { readonly citations: number; readonly items: readonly string[]; readonly style: ReferenceStyle }[];
}

const styles: readonly string[] = ["apa", "notes", "ieee", "vancouver"];

/** The item of an entry, with no more than its type and title. */
export function plainItemOf(entry: EntryToConvert): CslItem {
  return entry.format === "csl-json" ? entry.item : { id: entry.key, type: entry.summary.type, title: entry.effectiveFields.get("title") ?? "" };
}

/**
 * An engine that writes as plainly as can be: `<see doe2001, page 3>` for a citation, `doe2001: Title` for a reference, `key?` for an unknown
 * key; the style `notes` puts citations into notes. HTML is escaped.
 */
export function plainEngine(log: EngineLog = { documents: [] }): ReferenceEngine {
  return {
    toCslItems: (entries) => Promise.resolve(entries.map(plainItemOf)),
    formatBibliography: async (items, style, format) => {
      await check(style);
      return items.map((item) => ({ key: item.id, text: referenceOf(item, format) }));
    },
    listStyles: () => Promise.resolve([]),
    formatDocument: async ({ citations, items }, style, format) => {
      await check(style);
      log.documents.push({ citations: citations.length, items: items.map(({ id }) => id), style });
      const isNote = "id" in style.style && style.style.id === "notes";
      const known = new Set(items.map(({ id }) => id));
      return {
        citations: citations.map((citation) => citationOf(citation, known, isNote, format)),
        references: items.map((item) => ({ key: item.id, text: referenceOf(item, format) })),
      };
    },
    convert: (items, target) => Promise.resolve(`${target}: ${items.map(({ id }) => id).join(", ")}\n`),
  };
}

function check({ style }: ReferenceStyle): Promise<void> {
  if ("xml" in style || styles.includes(style.id)) return Promise.resolve();
  return Promise.reject(Object.assign(new Error(`There is no style “${style.id}”.`), { name: "UnknownStyleError" }));
}

function referenceOf({ id, title = "" }: CslItem, format: string): string {
  return format === "html" ? escape(`${id}: ${title}`) : `${id}: ${title}`;
}

function citationOf({ citationItems }: CitationToFormat, known: ReadonlySet<string>, isNote: boolean, format: string): FormattedCitation {
  const printed = citationItems.filter(({ mode }) => mode !== "nocite");
  const text = printed.length === 0 ? "" : `<${printed.map((item) => itemText(item, known)).join("; ")}>`;
  const [first] = printed;
  const inText = isNote && first?.mode === "author-in-text" ? { inText: `Author of ${first.key}` } : {};
  return { text: format === "html" ? escape(text) : text, isNote, ...inText };
}

function itemText({ key, mode, prefix, suffix, locator }: Pick<CitationItem, "key" | "mode" | "prefix" | "suffix" | "locator">, known: ReadonlySet<string>): string {
  const sign = mode === "author-in-text" ? "+" : mode === "suppress-author" ? "-" : "";
  return [prefix, `${sign}${key}${known.has(key) ? "" : "?"}`, locator && `${locator.label} ${locator.value}`, suffix].filter((text) => text !== "" && text !== undefined).join(" ");
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (char) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[char] ?? char);
}
