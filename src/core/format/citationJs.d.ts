/** The parts of citation-js that are used; it carries no types of its own. */

declare module "@citation-js/plugin-bibtex/lib-mjs/mapping/index.js" {
  /** An entry whose values are read: text, lists of text, or names. */
  interface MappedEntry {
    readonly type: string;
    /** The key. Without one an item has no `id` and no `citation-key`. */
    readonly label?: string;
    readonly properties: Readonly<Record<string, unknown>>;
  }

  /** BibLaTeX entries to CSL-JSON. Throws on values of the wrong type. */
  export function parse(entries: readonly MappedEntry[]): Readonly<Record<string, unknown>>[];
  /** CSL-JSON to BibLaTeX entries. Throws on values of the wrong type. */
  export function format(items: readonly object[]): MappedEntry[];
  /** CSL-JSON to BibTeX entries. Throws on values of the wrong type. */
  export function formatBibtex(items: readonly object[]): MappedEntry[];
}

declare module "@citation-js/core/lib-mjs/util/translator.js" {
  export const Translator: unknown;
}
