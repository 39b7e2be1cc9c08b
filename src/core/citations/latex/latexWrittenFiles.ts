import { bibliographiesInCode } from "../codeFiles";
import type { LatexTokens } from "./latexTokens";

const fileContents = /\\begin\{filecontents\*?\}\s{0,9}(?:\[[^[\]\n]{0,200}\])?\s{0,9}\{([^{}\n]{1,200})\}/g;

/** Names of the files that building a document writes: LaTeX itself (`\begin{filecontents}{refs.bib}`; what is in them is not read), or code in its chunks. */
export function writtenFiles({ text, codeChunks }: LatexTokens): readonly string[] {
  const byLatex = text.includes("{filecontents") ? [...text.matchAll(fileContents)].map(([, name = ""]) => name.trim()) : [];
  return [...byLatex, ...codeChunks.flatMap(({ start, end }) => bibliographiesInCode(text.slice(start, end)))];
}
