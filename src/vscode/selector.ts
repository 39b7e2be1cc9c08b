import type * as vscode from "vscode";
import { bibliographyEndings } from "../core/bibliography/parseBibliography";
import { documentLanguageIds } from "../core/text/languages";

/** Documents that cite, wherever they come from: files, untitled documents, notebook cells, virtual workspaces. */
export const citingDocuments: vscode.DocumentFilter[] = documentLanguageIds.map((language) => ({ language }));

/** Bibliographies that are open in an editor; JSON and YAML may be anything, so the core looks at their shape. */
export const bibliographyDocuments: vscode.DocumentFilter[] = [
  { language: "bibtex" },
  { pattern: `**/*{${bibliographyEndings.join(",")}}` },
];

/** BibTeX of any name, and files of its endings in whatever language they are opened. */
export const bibtexDocuments: vscode.DocumentFilter[] = [{ language: "bibtex" }, { pattern: "**/*{.bib,.bibtex,.biblatex}" }];

export const documentsWithKeys: vscode.DocumentFilter[] = [...citingDocuments, ...bibliographyDocuments];
