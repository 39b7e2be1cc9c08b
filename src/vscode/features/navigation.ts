import * as vscode from "vscode";
import type { Editor } from "../editor";
import { registerCodeLens } from "./codeLens";
import { registerDefinition } from "./definition";
import { registerDocumentLinks } from "./documentLinks";
import { registerFolding } from "./folding";
import { registerHighlights } from "./highlights";
import { registerReferences } from "./references";
import { registerRename } from "./rename";
import { registerSymbols } from "./symbols";

/** Every way between documents and bibliographies. */
export function registerNavigation(editor: Editor): vscode.Disposable {
  const registrations = [registerDefinition, registerReferences, registerHighlights, registerDocumentLinks, registerSymbols, registerFolding, registerRename, registerCodeLens];
  return vscode.Disposable.from(...registrations.map((register) => register(editor)));
}
