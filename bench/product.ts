import { parseBibtex } from "../src/core/bibliography/bibtex/parseBibtex";
import { createLibrary, type Library } from "../src/core/library/library";
import { searchIndexOf } from "../src/core/library/searchIndex";
import type { Bibliography } from "../src/core/model/bibliography";
import { finishNow } from "../src/core/steps";

/** Everything that answers about a `.bib` file need: entries with keys, types, names, titles, years and ranges, searchable. */
export function indexOf(text: string): Bibliography {
  const bibliography = parseBibtex(text);
  finishNow(searchIndexOf(bibliography).prepare());
  return bibliography;
}

export function libraryOf(bibliography: Bibliography): Library {
  return createLibrary([{ uri: "file:///bench.bib", name: "bench.bib", origin: "declared", bibliography, isOffered: true }]);
}
