import type { Bibliography } from "../model/bibliography";
import type { Uri } from "../ports";
import { fileEnding } from "../text/uri";
import { parseBibtex, readBibtex } from "./bibtex/parseBibtex";
import { looksLikeCslJson, parseCslJson, readCslJson } from "./cslJson/parseCslJson";
import { parseNbib, readNbib } from "./tagged/parseNbib";
import { parseRefer, readRefer } from "./tagged/parseRefer";
import { parseRis, readRis } from "./tagged/parseRis";
import { looksLikeYamlBibliography, parseYaml, readYaml } from "./yaml/parseYaml";

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

const inSteps: ReadonlyMap<(text: string) => Bibliography, (text: string) => Generator<void, Bibliography>> = new Map([
  [parseBibtex, readBibtex], [parseCslJson, readCslJson], [parseYaml, readYaml], [parseRis, readRis], [parseRefer, readRefer], [parseNbib, readNbib],
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

/** The same in steps, where the format can be read so. */
export function* readBibliography(uri: Uri, text: string): Generator<void, Bibliography | undefined> {
  const parse = parsers.get(fileEnding(uri));
  const read = parse && inSteps.get(parse);
  return read === undefined ? parse?.(text) : yield* read(text);
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
