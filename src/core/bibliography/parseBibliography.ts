import type { Bibliography } from "../model/bibliography";
import type { Uri } from "../ports";
import { fileEnding } from "../text/uri";
import { parseBibtex } from "./parseBibtex";
import { looksLikeCslJson, parseCslJson } from "./parseCslJson";
import { parseNbib } from "./parseNbib";
import { parseRefer } from "./parseRefer";
import { parseRis } from "./parseRis";
import { looksLikeYamlBibliography, parseYaml } from "./parseYaml";

const parsers: ReadonlyMap<string, (text: string) => Bibliography> = new Map([
  [".bib", parseBibtex],
  [".bibtex", parseBibtex],
  [".biblatex", parseBibtex],
  [".json", parseCslJson],
  [".yaml", parseYaml],
  [".yml", parseYaml],
  [".ris", parseRis],
  [".enw", parseRefer],
  [".nbib", parseNbib],
]);

/** How bibliographies are told from other files of endings that are not theirs alone. */
const shapes: ReadonlyMap<string, (text: string) => boolean> = new Map([
  [".json", looksLikeCslJson],
  [".yaml", looksLikeYamlBibliography],
  [".yml", looksLikeYamlBibliography],
]);

/** Endings of files that may be bibliographies, in lower case, dot included. */
export const bibliographyEndings: readonly string[] = [...parsers.keys()];

/** Reads a file by its ending; `undefined` for a kind that is no bibliography. */
export function parseBibliography(uri: Uri, text: string): Bibliography | undefined {
  return parsers.get(fileEnding(uri))?.(text);
}

/** Whether files of this ending may well be something else. */
export function isSharedEnding(ending: string): boolean {
  return shapes.has(ending);
}

/** Whether a file is a bibliography by its ending and, where other files have that too, by its shape. */
export function looksLikeBibliography(uri: Uri, text: string): boolean {
  const ending = fileEnding(uri);
  return shapes.get(ending)?.(text) ?? parsers.has(ending);
}
