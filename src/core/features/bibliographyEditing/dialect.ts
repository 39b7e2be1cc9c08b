import type { LoadedBibliography } from "../../library/bibliographyStore";
import { conversionTargetOf } from "../bibliographyWriter";

/** Whose fields and types a file is written in. */
export type Dialect = "bibtex" | "biblatex";

/** BibLaTeX's where nothing tells. */
export function dialectOf(file: Pick<LoadedBibliography, "bibliography">): Dialect {
  return conversionTargetOf(file, "biblatex") === "bibtex" ? "bibtex" : "biblatex";
}
