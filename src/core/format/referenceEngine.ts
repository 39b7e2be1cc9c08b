import type { Pause, ReferenceEngine, StyleFiles } from "../ports";
import { convertItems } from "./convertItems";
import { BibliographyFormatter } from "./csl/bibliography";
import { DocumentFormatter } from "./csl/documents";
import { StyleLoader } from "./csl/styles";
import { StyleStore } from "./csl/styleStore";
import { toCslItem } from "./fromBibtex/toCslItem";
import { renderReference, renderRuns } from "./markup/renderReference";

export { BrokenStyleError, UnknownStyleError } from "./csl/styles";

/**
 * The engine on citation-js and citeproc-js. It keeps the styles and documents that were used last. `files` are read when a style is needed;
 * `pause` leaves others their turns while a document is formatted.
 */
export function createReferenceEngine(files: StyleFiles, pause: Pause = () => undefined): ReferenceEngine {
  const store = new StyleStore(files);
  const styles = new StyleLoader(store);
  const formatter = new BibliographyFormatter();
  const documents = new DocumentFormatter(formatter, pause);

  return {
    toCslItems: (entries) => promised(() => entries.map(toCslItem)),
    formatBibliography: async (items, wanted, format) => {
      const style = await styles.load(wanted);
      return formatter.format(items, style).map(({ item, reference }) => ({ key: item.id, text: renderReference(reference, format) }));
    },
    formatDocument: async (document, style, format) => {
      const { citations, references: listed } = await documents.format(document, await styles.load(style));
      return {
        citations: citations.map(({ reference, isNote, inText, pieces }) => ({
          text: renderReference(reference, format),
          isNote,
          ...inText !== undefined && { inText: renderReference(inText, format) },
          ...pieces.length > 0 && { pieces: pieces.map(({ id, runs }) => ({ text: renderRuns(runs, format), ...id !== undefined && { key: id } })) },
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
