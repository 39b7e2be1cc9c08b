import * as vscode from "vscode";
import { bibliographyEndings } from "../../core/bibliography/parseBibliography";
import { toTextDocument } from "../convert";
import type { Editor } from "../editor";
import { inform } from "../messages";
import { addBibliographySetting } from "../settings";
import { chosenRows } from "./chosenSources";
import { declareIn } from "./declare";

/** Lets the writer choose bibliography files: the document that is written declares them, or else the workspace's settings name them. */
export async function addBibliography(editor: Editor): Promise<void> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t("Add a Bibliography"),
    openLabel: vscode.l10n.t("Add"),
    canSelectMany: true,
    filters: { [vscode.l10n.t("Bibliographies")]: bibliographyEndings.map((ending) => ending.slice(1)) },
  });
  if (chosen === undefined || chosen.length === 0) return;
  const document = savedPaper(editor);
  if (document !== undefined) {
    await declareIn(editor, document, chosen.map((uri) => uri.toString()));
    return;
  }
  if (vscode.workspace.workspaceFolders === undefined) {
    await inform(vscode.l10n.t("Open a folder or save the paper first, so that the bibliography can be named there."));
    return;
  }
  await addBibliographySetting(chosen);
}

/** Declares the chosen libraries in the document that is written. */
export async function declareLibrary(editor: Editor, ...args: readonly unknown[]): Promise<void> {
  const libraries = (await chosenRows(editor, args) ?? []).flatMap((node) => node.kind === "library" ? [node.uri] : []);
  const document = savedPaper(editor);
  if (document === undefined) {
    await inform(vscode.l10n.t("Open and save the Markdown or LaTeX document first that is to declare it."));
    return;
  }
  await declareIn(editor, document, libraries);
}

/** The active document, where it cites and has a place from which a path can lead. */
function savedPaper({ service }: Editor): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document !== undefined && !document.isUntitled && service.parse(toTextDocument(document)) !== undefined ? document : undefined;
}
