import type { ParsedDocument } from "../model/document";
import { baseName } from "../text/uri";
import type { FailedDeclaration, Scope } from "./scope";

/**
 * Bibliographies that TeX distributions install, where TeX finds them and no workspace holds them (TeX Live, `bibtex/bib`). Those with
 * names that writers give their own files (`book.bib`) are left out.
 */
const installed: ReadonlySet<string> = new Set(`abntex2-options acompat amsj archaeologie-bibancient archaeologie-bibcorpora archaeologie-examples
  archaeologie-lstabbrv archaeologie-lstlocations archaeologie-lstpublishers biblatex-examples cnltx dtk-bibliography epodd frankenstein ieeeabrv
  ieeeexample ieeefull jourabbr jourfull nostarch oberdiek-bundle oberdiek-source printing-history texbook1 texbook2 texbook3 texgraph texjourn texnique tugboat
  xampl`.split(/\s+/));

/** Whether a declaration that names no file of the workspace may be sound all the same: TeX has the file, or building the document writes it, or never looks for it. */
export function mayBeFoundWhenBuilt({ declaration: { kind, path, isAlternative }, reason }: FailedDeclaration, { writtenFiles }: Pick<Scope, "writtenFiles">): boolean {
  if (reason !== "missing") return false;
  const name = stem(path);
  return isAlternative === true || (kind === "tex" && installed.has(name.toLowerCase())) || namesOf(writtenFiles).has(name);
}

const namesWritten = new WeakMap<readonly string[], ReadonlySet<string>>();

function namesOf(writtenFiles: readonly string[]): ReadonlySet<string> {
  const names = namesWritten.get(writtenFiles) ?? new Set(writtenFiles.map(stem));
  namesWritten.set(writtenFiles, names);
  return names;
}

/**
 * Whether building a document may know keys that nothing here does: those of a bibliography on the web, or that TeX finds, or that the document writes
 * and nobody has read. What LaTeX is to read need not be said in so many words (`\addbibresource{\jobname.bib}`), what Pandoc is to read must be.
 */
export function mayKnowMoreWhenBuilt(scope: Scope, { language }: ParsedDocument): boolean {
  if (scope.hasUnseenSources || scope.failed.some((declaration) => mayBeFoundWhenBuilt(declaration, scope))) return true;
  if (language === "markdown" && scope.isDeclared) return false;
  const read = new Set(scope.bibliographies.map(({ loaded }) => baseName(loaded.uri)));
  return scope.writtenFiles.some((file) => file.endsWith(".bib") && !read.has(baseName(file)));
}

/** Without its folder, and without the ending that `\bibliography` leaves out or BibTeX's output has. */
function stem(path: string): string {
  return baseName(path).replace(/\.(?:bib|bbl)$/i, "");
}
