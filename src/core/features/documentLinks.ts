import type { PlacedDeclaration, Scope } from "../library/scope";
import type { TextRange } from "../model/textRange";
import type { Uri } from "../ports";

/** A declared bibliography that is there, as a link from its path. */
export interface BibliographyLink {
  readonly range: TextRange;
  readonly target: Uri;
}

export function bibliographyLinks(uri: Uri, { bibliographies }: Scope): readonly BibliographyLink[] {
  const isHere = (placed: PlacedDeclaration | undefined): placed is PlacedDeclaration => placed?.uri === uri;
  return bibliographies.flatMap(({ loaded, declaredBy }) => isHere(declaredBy) ? [{ range: declaredBy.declaration.range, target: loaded.uri }] : []);
}
