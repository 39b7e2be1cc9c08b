/** How a piece of text is set. */
export interface TextStyle {
  readonly italic?: boolean;
  readonly bold?: boolean;
  readonly smallCaps?: boolean;
  readonly underline?: boolean;
  readonly script?: "sub" | "sup";
  /** An address that is safe to open. */
  readonly href?: string;
}

/** A piece of text that is set in one way. */
export interface Run {
  readonly text: string;
  readonly style: TextStyle;
}

/** Where a part of a reference stands (CSL specification, “Display”); `inline` is the rule. */
export type Display = "inline" | "block" | "left-margin" | "right-inline" | "indent";

export interface Block {
  readonly display: Display;
  readonly runs: readonly Run[];
}

/** A formatted reference, independent of how it will be written. */
export type Reference = readonly Block[];
