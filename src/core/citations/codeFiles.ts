const quotedBibliography = /(["'])([^"'\n\r]{1,200}\.bib)\1/g;

/**
 * The bibliographies that code of a document names (`knitr::write_bib(.packages(), "packages.bib")`). Where such a file is missing,
 * the document may write it when it is run.
 */
export function bibliographiesInCode(code: string): readonly string[] {
  return code.includes(".bib") ? [...code.matchAll(quotedBibliography)].map(([, , name = ""]) => name) : [];
}
