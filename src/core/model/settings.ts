import type { ProblemCode, ProblemSeverity } from "./problem";

/** What the writer has set; read and checked by the host, handed in as values. */
export interface Settings {
  /** Paths and globs, relative to the workspace folder. */
  readonly bibliographies: readonly string[];
  readonly corpus: "auto" | "always" | "never";
  /** A CSL style id or a path to a `.csl` file. */
  readonly style: string;
  /** Whether the writer has named a style; otherwise a guess at what LaTeX will print is better. */
  readonly isStyleChosen?: boolean;
  /** A style that is tried on: it wins over everything as long as it is. */
  readonly triedStyle?: string;
  /** The same for a language. */
  readonly triedLocale?: string;
  /** BCP 47; empty for the style's own. */
  readonly locale: string;
  readonly diagnostics: Readonly<Record<ProblemCode, ProblemSeverity | "off">>;
  /** The writer's own LaTeX citation commands, with or without backslash. */
  readonly citationCommands: readonly string[];
}

export const defaultSettings: Settings = {
  bibliographies: [],
  corpus: "auto",
  style: "apa",
  locale: "",
  diagnostics: {
    "unknown-key": "warning",
    "duplicate-key": "warning",
    "missing-bibliography": "error",
    syntax: "error",
    "missing-field": "information",
    "not-declared": "warning",
    unused: "off",
    circular: "error",
  },
  citationCommands: [],
};
