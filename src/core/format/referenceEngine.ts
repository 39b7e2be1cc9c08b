import type { Pause, ReferenceEngine, StyleFiles } from "../ports";
import { convertItems } from "./convertItems";
import { BibliographyFormatter } from "./csl/bibliography";
import { DocumentFormatter } from "./csl/documents";
import { LruCache } from "./csl/lruCache";
import { StyleLoader } from "./csl/styles";
import { StyleStore } from "./csl/styleStore";
import { toCslItem } from "./fromBibtex/toCslItem";
import { renderReference } from "./markup/renderReference";

export { BrokenStyleError, UnknownStyleError } from "./csl/styles";

/** References of single sources, which hovers ask for again and again. */
const mostReferences = 1_000;
/** Longer items are formatted anew each time. */
const longestKey = 20_000;

/**
 * The engine on citation-js and citeproc-js. It keeps the styles and references that were used last. `files` are read when a style is needed;
 * `pause` leaves the host its turns while a document is formatted.
 */
export function createReferenceEngine(files: StyleFiles, pause: Pause = () => undefined): ReferenceEngine {
  const store = new StyleStore(files);
  const styles = new StyleLoader(store);
  const formatter = new BibliographyFormatter();
  const documents = new DocumentFormatter(formatter, pause);
  const references = new LruCache<string>(mostReferences);

  return {
    toCslItems: (entries) => promised(() => entries.map(toCslItem)),
    formatBibliography: async (items, wanted, format) => {
      const style = await styles.load(wanted);
      const [single] = items;
      const key = single === undefined || items.length > 1 ? "" : JSON.stringify([style.key, format, single]);
      const known = references.get(key);
      if (single !== undefined && known !== undefined) return [{ key: single.id, text: known }];
      const formatted = formatter.format(items, style).map(({ item, reference }) => ({ key: item.id, text: renderReference(reference, format) }));
      if (key !== "" && key.length < longestKey && formatted[0] !== undefined) references.set(key, formatted[0].text);
      return formatted;
    },
    formatDocument: async (document, style, format) => {
      const { citations, references: listed } = await documents.format(document, await styles.load(style));
      return {
        citations: citations.map(({ reference, isNote, inText }) => ({
          text: renderReference(reference, format),
          isNote,
          ...inText !== undefined && { inText: renderReference(inText, format) },
        })),
        references: listed.map(({ item, reference }) => ({ key: item.id, text: renderReference(reference, format) })),
      };
    },
    listStyles: async () => (await store.index()).list(),
    convert: (items, target) => promised(() => convertItems(items, target)),
  };
}

/** What is done at once as a promise: a failure is a rejection, as of all that an engine answers. */
function promised<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => resolve(work()));
}
