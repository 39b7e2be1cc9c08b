import * as vscode from "vscode";
import { languageOfId } from "../../core/text/languages";

/** The document whose scope the view shows: the active one where it cites, otherwise the last that did. */
export class ActiveDocument {
  #document: vscode.TextDocument | undefined;

  get(): vscode.TextDocument | undefined {
    const active = vscode.window.activeTextEditor?.document;
    if (active !== undefined && languageOfId(active.languageId) !== undefined) this.#document = active;
    if (this.#document?.isClosed === true) this.#document = undefined;
    return this.#document;
  }
}
