import * as vscode from "vscode";
import type { Editor } from "../editor";
import { addCorpusToWorkspace } from "./addCorpusToWorkspace";
import { addToBibliography } from "./addToBibliography";
import { copyKey, copyReference } from "./copy";
import { explainSources } from "./explainSources";
import { insertCitation } from "./insertCitation";
import { openSample } from "./openSample";
import { openSource, revealEntry } from "./open";

export type Command = (editor: Editor, ...args: readonly unknown[]) => unknown;

/** Every command of the product by its name behind `sourcebook.`; the manifest declares the same ones. */
const commands: Readonly<Record<string, Command>> = {
  insertCitation,
  copyKey,
  copyReference,
  openSource,
  revealEntry,
  addCorpusToWorkspace,
  addToBibliography,
  openSample,
  explainSources,
  refresh: ({ service }) => service.refresh(),
  showLog: ({ logger }) => logger.show(),
};

export function registerCommands(editor: Editor): vscode.Disposable {
  const run = async (name: string, command: Command, args: readonly unknown[]): Promise<unknown> => {
    try {
      return await command(editor, ...args);
    } catch (error) {
      editor.logger.error(`The command sourcebook.${name} failed.`, error);
      const showLog = vscode.l10n.t("Show Log");
      const chosen = await vscode.window.showErrorMessage(vscode.l10n.t("Sourcebook could not do this. The log says why."), showLog);
      if (chosen === showLog) editor.logger.show();
      return undefined;
    }
  };
  return vscode.Disposable.from(...Object.entries(commands).map(([name, command]) =>
    vscode.commands.registerCommand(`sourcebook.${name}`, (...args: unknown[]) => run(name, command, args))));
}
