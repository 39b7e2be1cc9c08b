import * as vscode from "vscode";
import type { TextRange } from "../core/model/textRange";
import type { TextDocument } from "../core/ports";

/** The core's view of an open document. Its text is taken when asked for. */
export function toTextDocument(document: vscode.TextDocument): TextDocument {
  return { uri: document.uri.toString(), version: document.version, languageId: document.languageId, getText: () => document.getText() };
}

export function toRange(document: vscode.TextDocument, { start, end }: TextRange): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

export function toTextRange(document: vscode.TextDocument, range: vscode.Range): TextRange {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}
