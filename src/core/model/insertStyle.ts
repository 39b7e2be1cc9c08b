/** How a citation is written that does not stand in one already. */
export interface InsertStyle {
  /** `[@key]`, `@key`, or the key alone. */
  readonly markdown: "brackets" | "inText" | "key";
  /** LaTeX command without its backslash. */
  readonly latexCommand: string;
}

export const defaultInsertStyle: InsertStyle = { markdown: "brackets", latexCommand: "cite" };
