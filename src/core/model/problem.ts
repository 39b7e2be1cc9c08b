import type { CitationKey } from "./citation";
import type { TextRange } from "./textRange";

export type ProblemSeverity = "error" | "warning" | "information";

interface ProblemBase {
  readonly severity: ProblemSeverity;
  /** One plain sentence in English saying what is wrong and, where it can, the way out. */
  readonly message: string;
  readonly range: TextRange;
}

/** Something wrong in user content. The codes are a contract (settings, CI and quick fixes name them). */
export type Problem = ProblemBase & (
  | { readonly code: "unknown-key"; readonly key: CitationKey; readonly nearest: readonly CitationKey[] }
  | { readonly code: "duplicate-key"; readonly key: CitationKey }
  | { readonly code: "missing-bibliography"; readonly path: string }
  | { readonly code: "syntax"; readonly key?: CitationKey }
  | { readonly code: "missing-field"; readonly key: CitationKey; readonly fields: readonly string[] }
  /** `home`: the bibliography that has the key. */
  | { readonly code: "not-declared"; readonly key: CitationKey; readonly home: string }
  | { readonly code: "unused"; readonly key: CitationKey }
  | { readonly code: "circular"; readonly key?: CitationKey }
);

export type ProblemCode = Problem["code"];
