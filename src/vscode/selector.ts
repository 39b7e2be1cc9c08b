import type * as vscode from "vscode";
import { documentLanguageIds } from "../core/text/languages";

/** Documents that cite, wherever they come from: files, untitled documents, notebook cells, virtual workspaces. */
export const citingDocuments: vscode.DocumentSelector = documentLanguageIds.map((language) => ({ language }));
