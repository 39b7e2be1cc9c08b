import type { EntryFields } from "./entryFields";
import { present } from "./present";
import { howPublished } from "./publication";
import { verbatim, verbatimText } from "./verbatim";

/** Where the works of an archive are found (BibLaTeX manual, 3.14.7). */
const archives: ReadonlyMap<string, string> = new Map([
  ["arxiv", "https://arxiv.org/abs/"], ["jstor", "https://www.jstor.org/stable/"], ["pubmed", "https://pubmed.ncbi.nlm.nih.gov/"],
  ["hdl", "https://hdl.handle.net/"], ["googlebooks", "https://books.google.com/books?id="],
]);

/** Identifiers and addresses, which LaTeX takes verbatim. */
export function identifierProperties(fields: EntryFields): Readonly<Record<string, string>> {
  const eprint = verbatim(fields, "eprint");
  const archive = fields.plain("eprinttype", "archiveprefix")?.toLowerCase() ?? "";
  const archiveUrl = archives.get(archive);
  return present({
    doi: verbatim(fields, "doi")?.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)/i, ""),
    url: urlOf(fields) ?? howPublished(fields).url ?? (eprint === undefined || archiveUrl === undefined ? undefined : archiveUrl + eprint),
    isbn: fields.plain("isbn"),
    issn: fields.plain("issn"),
    pmid: verbatim(fields, "pmid") ?? (archive === "pubmed" ? eprint : undefined),
    pmcid: verbatim(fields, "pmcid"),
    library: fields.plain("library"),
  });
}

/** The first address of several. */
function urlOf(fields: EntryFields): string | undefined {
  const [first] = fields.raw("url")?.split(/\s+(?=\\url|\w{1,20}:\/\/)/) ?? [];
  return first === undefined ? undefined : verbatimText(first);
}
