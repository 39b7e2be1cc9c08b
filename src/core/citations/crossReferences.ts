// Quarto's cross-reference types (quarto.org, “Cross-References”), theorem kinds and callouts included, and bookdown's.
const prefixes = [
  "fig", "tbl", "lst", "sec", "eq", "thm", "lem", "cor", "prp", "cnj", "def", "exm", "exr", "sol", "rem", "alg", "prf",
  "nte", "tip", "wrn", "imp", "cau", "apx", "tab", "prop", "supp", "vid", "dia", "suppfig", "supptbl", "rmk",
];

const crossReference = new RegExp(`^(?:${prefixes.join("|")})-.`, "i");

/** Whether a key has the form of a Quarto cross-reference (`fig-plot`, also `Fig-plot`). */
export function looksLikeCrossReference(key: string): boolean {
  return crossReference.test(key);
}
