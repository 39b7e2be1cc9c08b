import type { DocumentLanguage } from "../model/document";
import type { Uri } from "../ports";
import { fileEnding } from "./uri";

const languageIds: Readonly<Record<DocumentLanguage, readonly string[]>> = {
  markdown: ["markdown", "quarto", "rmd", "rmarkdown", "mdx", "myst"],
  latex: ["latex", "tex", "latex-expl3", "rsweave", "rnoweb", "jlweave", "pweave"],
};

const endings: Readonly<Record<DocumentLanguage, readonly string[]>> = {
  markdown: [".md", ".markdown", ".mdown", ".qmd", ".rmd", ".mdx", ".myst"],
  latex: [".tex", ".ltx", ".latex", ".rnw", ".snw", ".jnw", ".pnw", ".rtex"],
};

export const documentLanguageIds: readonly string[] = Object.values(languageIds).flat();

export const documentEndings: readonly string[] = Object.values(endings).flat();

/** The citation syntax of a document, or `undefined` where it has none. */
export function languageOfId(languageId: string): DocumentLanguage | undefined {
  return keyOf(languageIds, languageId);
}

export function languageOfFile(uri: Uri): DocumentLanguage | undefined {
  return keyOf(endings, fileEnding(uri));
}

function keyOf(table: Readonly<Record<DocumentLanguage, readonly string[]>>, value: string): DocumentLanguage | undefined {
  if (table.markdown.includes(value)) return "markdown";
  return table.latex.includes(value) ? "latex" : undefined;
}
