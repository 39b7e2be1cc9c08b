import items from "../../../data/corpus.json";
import type { LibraryPart } from "./library";
import { parseCslJson } from "../bibliography/cslJson/parseCslJson";
import type { Uri } from "../ports";

/** The text of `data/corpus.json`, byte for byte, so that ranges in it are ranges in the file. */
export const referenceCorpusText = `${JSON.stringify(items, undefined, 2)}\n`;

/** The reference corpus as a part of libraries; parsed on first use. `uri` is where its file lies. */
export function createReferenceCorpus(uri: Uri): (isOffered: boolean) => LibraryPart {
  let parsed: LibraryPart["bibliography"] | undefined;
  return (isOffered) => {
    const bibliography = parsed ??= parseCslJson(referenceCorpusText);
    return { uri, name: "Reference corpus", origin: "corpus", bibliography, isOffered };
  };
}
