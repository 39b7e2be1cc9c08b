import type { FailedDeclaration, Scope } from "../library/scope";
import type { ParsedDocument } from "../model/document";
import { baseName } from "../text/uri";

/** Bibliographies that TeX distributions install, where TeX finds them and no workspace holds them (CTAN: biblatex, IEEEtran, BibTeX's base). */
const installed: ReadonlySet<string> = new Set(["biblatex-examples", "ieeeabrv", "ieeefull", "ieeeexample", "xampl"]);

/** Whether a declaration that names no file of the workspace may be sound all the same: TeX has the file, or the document writes it. */
export function mayBeFoundByTex({ declaration: { kind, path }, reason }: FailedDeclaration, { writtenFiles = [] }: ParsedDocument): boolean {
  if (kind !== "tex" || reason !== "missing") return false;
  const name = stem(path);
  return installed.has(name.toLowerCase()) || writtenFiles.some((file) => stem(file) === name);
}

/** Whether TeX may know keys that nothing here does: those of a bibliography that it finds, or that the document writes and nobody has read. */
export function mayKnowMoreByTex(document: ParsedDocument, { failed, bibliographies }: Pick<Scope, "failed" | "bibliographies">): boolean {
  if (failed.some((declaration) => mayBeFoundByTex(declaration, document))) return true;
  const read = new Set(bibliographies.map(({ loaded }) => baseName(loaded.uri)));
  return (document.writtenFiles ?? []).some((file) => file.endsWith(".bib") && !read.has(baseName(file)));
}

/** Without its folder, and without the ending that `\bibliography` leaves out or BibTeX's output has. */
function stem(path: string): string {
  return baseName(path).replace(/\.(?:bib|bbl)$/i, "");
}
