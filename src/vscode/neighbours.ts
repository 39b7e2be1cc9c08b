import * as vscode from "vscode";

/** An extension that answers at citations itself, and in which languages. */
interface Neighbour {
  readonly id: string;
  readonly languages: readonly string[];
}

const neighbours: readonly Neighbour[] = [
  { id: "James-Yu.latex-workshop", languages: ["latex", "tex", "latex-expl3", "rsweave", "rnoweb", "jlweave", "pweave"] },
  { id: "quarto.quarto", languages: ["quarto"] },
  { id: "notZaki.pandocciter", languages: ["markdown", "rmd", "rmarkdown", "pweave_md"] },
];

/** Whether another installed extension completes citations and shows cards over them in a language. */
export function hasNeighbour(languageId: string): boolean {
  return neighbours.some(({ id, languages }) => languages.includes(languageId) && vscode.extensions.getExtension(id) !== undefined);
}
