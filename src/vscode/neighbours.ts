import * as vscode from "vscode";

/** An extension that answers at citations itself, and in which languages. */
interface Neighbour {
  readonly id: string;
  readonly languages: readonly string[];
}

const latex = ["latex", "tex", "latex-expl3", "rsweave", "rnoweb", "jlweave", "pweave", "bibtex"];

/** Tinymist and others answer in languages that are none of ours: there nothing can be doubled. */
const neighbours: readonly Neighbour[] = [
  { id: "James-Yu.latex-workshop", languages: latex },
  { id: "efoerster.texlab", languages: latex },
  { id: "quarto.quarto", languages: ["quarto"] },
  { id: "notZaki.pandocciter", languages: ["markdown", "rmd", "rmarkdown", "pweave_md"] },
];

/** Whether another installed extension completes citations and shows cards over them in a language. */
export function hasNeighbour(languageId: string): boolean {
  return neighbours.some(({ id, languages }) => languages.includes(languageId) && vscode.extensions.getExtension(id) !== undefined);
}
