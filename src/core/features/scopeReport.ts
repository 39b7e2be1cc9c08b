import type { LoadedBibliography } from "../library/bibliographyStore";
import type { Library, LibraryOrigin, LibraryPart } from "../library/library";
import type { FailedDeclaration, PlacedDeclaration, Scope } from "../library/scope";
import type { Problem } from "../model/problem";
import type { Uri } from "../ports";
import { baseName } from "../text/uri";

/** One bibliography in scope: by which rule, and how it reads. */
export interface ReportedLibrary {
  readonly uri: Uri;
  readonly name: string;
  readonly origin: LibraryOrigin;
  readonly count: number;
  /** Whether completion offers its sources. */
  readonly isOffered: boolean;
  readonly declaredBy?: PlacedDeclaration;
  /** What could not be read, in order of place. */
  readonly problems: readonly Problem[];
}

/** A bibliography of the workspace that the document does not see, because it or the settings name others. */
export interface IgnoredBibliography {
  readonly uri: Uri;
  readonly name: string;
  readonly count: number;
}

/** Why a document sees the sources it sees, and not others. */
export interface ScopeReport {
  readonly libraries: readonly ReportedLibrary[];
  readonly failed: readonly FailedDeclaration[];
  readonly ignored: readonly IgnoredBibliography[];
  /** Sources that completion offers. */
  readonly offeredCount: number;
}

export function reportScope(scope: Scope, library: Library, elsewhere: readonly LoadedBibliography[]): ScopeReport {
  const libraries = library.parts.map((part) => reportLibrary(part, scope));
  return {
    libraries,
    failed: scope.failed,
    ignored: elsewhere.map(({ uri, bibliography }) => ({ uri, name: baseName(uri), count: bibliography.entries.length })),
    offeredCount: libraries.filter(({ isOffered }) => isOffered).reduce((sum, { count }) => sum + count, 0),
  };
}

/** Checking every entry of a larger bibliography takes too long to do on the way; opening the file does it. */
const mostEntriesChecked = 10_000;

function reportLibrary({ uri, name, origin, isOffered, bibliography }: LibraryPart, scope: Scope): ReportedLibrary {
  const declaredBy = scope.bibliographies.find(({ loaded }) => loaded.uri === uri)?.declaredBy;
  const count = bibliography.entries.length;
  const problems = count > mostEntriesChecked ? [] : bibliography.problems.filter(({ code }) => code === "syntax" || code === "circular");
  return { uri, name, origin, count, isOffered, problems, ...declaredBy && { declaredBy } };
}
