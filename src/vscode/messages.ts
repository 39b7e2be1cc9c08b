import * as vscode from "vscode";
import { messageLine } from "../core/text/escape";

/** Messages to the writer, in which text from files makes no links: all go through here. Each resolves with the button that was clicked. */
export function inform(message: string, ...buttons: readonly string[]): Thenable<string | undefined> {
  return vscode.window.showInformationMessage(messageLine(message), ...buttons);
}

export function warn(message: string, ...buttons: readonly string[]): Thenable<string | undefined> {
  return vscode.window.showWarningMessage(messageLine(message), ...buttons);
}

export function tellOfError(message: string, ...buttons: readonly string[]): Thenable<string | undefined> {
  return vscode.window.showErrorMessage(messageLine(message), ...buttons);
}
