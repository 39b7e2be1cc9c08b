import type { ReferenceEngine } from "../ports";
import { convertItems } from "./convertItems";
import { BibliographyFormatter, processorKey } from "./csl/bibliography";
import { LruCache } from "./csl/lruCache";
import { toCslItem } from "./fromBibtex/toCslItem";
import { renderReference } from "./markup/renderReference";

export { BrokenStyleError, UnknownStyleError } from "./csl/styles";

/** References of single sources, which hovers ask for again and again. */
const mostReferences = 1_000;
/** Longer items are formatted anew each time. */
const longestKey = 20_000;

/** The engine on citation-js and citeproc-js. It keeps the styles and references that were used last. */
export function createReferenceEngine(): ReferenceEngine {
  const formatter = new BibliographyFormatter();
  const references = new LruCache<string>(mostReferences);

  return {
    // eslint-disable-next-line @typescript-eslint/require-await
    toCslItems: async (entries) => entries.map(toCslItem),
    // eslint-disable-next-line @typescript-eslint/require-await
    formatBibliography: async (items, style, format) => {
      const [single] = items;
      const key = single === undefined || items.length > 1 ? "" : JSON.stringify([processorKey(style), format, single]);
      const known = references.get(key);
      if (single !== undefined && known !== undefined) return [{ key: single.id, text: known }];
      const formatted = formatter.format(items, style).map(({ item, reference }) => ({ key: item.id, text: renderReference(reference, format) }));
      if (key !== "" && key.length < longestKey && formatted[0] !== undefined) references.set(key, formatted[0].text);
      return formatted;
    },
    // eslint-disable-next-line @typescript-eslint/require-await
    convert: async (items, target) => convertItems(items, target),
  };
}
