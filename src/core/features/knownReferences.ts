import { LruCache } from "../format/csl/lruCache";
import type { FormattedReference, ReferenceEngine, ReferenceStyle } from "../ports";

/** References of single sources, which hovers ask for again and again. */
const mostReferences = 1_000;
/** Longer items are formatted anew each time. */
const longestItem = 20_000;
const mostStyles = 32;

/** The engine, which is not asked twice for the reference of one source: the last ones are known by content, style, locale and format. */
export function withKnownReferences(engine: ReferenceEngine): ReferenceEngine {
  const references = new LruCache<readonly FormattedReference[]>(mostReferences);
  const numberOf = styleNumbers();
  return {
    toCslItems: (entries) => engine.toCslItems(entries),
    formatDocument: (document, style, format) => engine.formatDocument(document, style, format),
    listStyles: () => engine.listStyles(),
    convert: (items, target) => engine.convert(items, target),
    formatBibliography: async (items, style, format, token) => {
      const content = items.length === 1 ? JSON.stringify(items) : "";
      const key = `${numberOf(style)} ${format} ${content}`;
      const known = content === "" ? undefined : references.get(key);
      if (known !== undefined) return known;
      const formatted = await engine.formatBibliography(items, style, format, token);
      if (content !== "" && content.length < longestItem) references.set(key, formatted);
      return formatted;
    },
  };
}

/** Numbers for styles: the XML of one is too long for a key. */
function styleNumbers(): (style: ReferenceStyle) => number {
  const numbers = new LruCache<number>(mostStyles);
  let last = 0;
  return (style) => {
    const key = JSON.stringify(style);
    const number = numbers.get(key) ?? ++last;
    numbers.set(key, number);
    return number;
  };
}
