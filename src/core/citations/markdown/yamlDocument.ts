import { parseDocument, type Document } from "yaml";

/** Nobody nests values this deep. */
const deepestNesting = 200;

/** The parser takes some hundred times the memory of its text: more references than this belong into a file of their own. */
export const longestYaml = 4_000_000;

/** A YAML text, however broken, with scalars as they are written; `undefined` where values are nested deeper than the parser can go, or the text is too long. */
export function parseYaml(source: string): Document | undefined {
  if (source.length > longestYaml || nestsTooDeeply(source)) return undefined;
  try {
    // the parser takes a return alone for no line end, which YAML says it is
    return parseDocument(source.replace(/\r(?!\n)/g, "\n"), { schema: "failsafe", logLevel: "silent", strict: false, uniqueKeys: false });
  } catch {
    return undefined;
  }
}

/** Whether values are nested deeper than the parser can go, or than it can remember. */
export function nestsTooDeeply(source: string): boolean {
  return depthOf(source) > deepestNesting;
}

/** How deep brackets and the dashes of lists in one line nest. */
function depthOf(source: string): number {
  let depth = 0;
  let deepest = 0;
  for (const { 0: sign } of source.matchAll(/[[{\]}]|(?:- ){100}/g)) {
    if (sign.length > 1) return Infinity;
    depth = sign === "[" || sign === "{" ? depth + 1 : Math.max(0, depth - 1);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
