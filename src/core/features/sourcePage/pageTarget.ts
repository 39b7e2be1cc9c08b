import type { CitationKey } from "../../model/citation";
import type { Uri } from "../../ports";

/** What a page is about: a source, or without a key a library. */
export interface PageTarget {
  readonly uri: Uri;
  readonly key?: CitationKey;
}

/** What a host remembers of a page. */
export interface PageState extends PageTarget {
  /** Whether it stays when another source is chosen. */
  readonly isPinned: boolean;
}

export function isSameTarget(a: PageTarget | undefined, b: PageTarget | undefined): boolean {
  return a !== undefined && a.uri === b?.uri && a.key === b.key;
}

/** A state as it was remembered; `undefined` where that is none. */
export function checkPageState(remembered: unknown): PageState | undefined {
  if (typeof remembered !== "object" || remembered === null) return undefined;
  const { uri, key, isPinned } = remembered as Readonly<Record<string, unknown>>;
  if (typeof uri !== "string" || uri === "") return undefined;
  return { uri, ...typeof key === "string" && { key }, isPinned: isPinned === true };
}
