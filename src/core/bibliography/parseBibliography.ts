import type { Bibliography } from "../model/bibliography";
import type { Uri } from "../ports";
import { fileEnding } from "../text/uri";
import { parseBibtex } from "./parseBibtex";
import { parseCslJson } from "./parseCslJson";

const parsers: ReadonlyMap<string, (text: string) => Bibliography> = new Map([
  [".bib", parseBibtex],
  [".bibtex", parseBibtex],
  [".biblatex", parseBibtex],
  [".json", parseCslJson],
]);

/** Endings of files that may be bibliographies, in lower case, dot included. */
export const bibliographyEndings: readonly string[] = [...parsers.keys()];

/** Reads a file by its ending; `undefined` for a kind that is no bibliography. */
export function parseBibliography(uri: Uri, text: string): Bibliography | undefined {
  return parsers.get(fileEnding(uri))?.(text);
}
