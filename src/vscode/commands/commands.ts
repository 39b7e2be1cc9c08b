import * as vscode from "vscode";
import type { Editor } from "../editor";
import { tellOfError } from "../messages";
import { RefusedEdit } from "../workspaceEdits";
import { addBibliography, declareLibrary } from "./addBibliography";
import { addCorpusToWorkspace } from "./addCorpusToWorkspace";
import { addToBibliography } from "./addToBibliography";
import { groupSources, sortSources } from "./arrangeSources";
import { copyCitation, copyKey, copyReference } from "./copy";
import { copyAs, copyFormattedCitation } from "./copyFormatted";
import { explainSources } from "./explainSources";
import { clearFilter, filterSources, narrowSources } from "./filterSources";
import { findCitations } from "./findCitations";
import { insertBibliography } from "./insertBibliography";
import { insertCitation, insertCitationFromList, insertCitationWithNotes } from "./insertCitation";
import { openSample } from "./openSample";
import { openSource, renameSource, revealEntry } from "./open";
import { openWalkthrough } from "./openWalkthrough";
import { sortBibliography } from "./sortBibliography";
import { exportCited, openReferences } from "./openReferences";
import { selectStyle } from "./selectStyle";
import { showLibrary, showSource } from "./showSource";
import { excludeFromView, expandSources, followEditor, openPlace, revealInSources, showExcluded, stopFollowingEditor } from "./viewCommands";

export type Command = (editor: Editor, ...args: readonly unknown[]) => unknown;

/** Every command of the product by its name behind `sourcebook.`; the manifest declares the same ones. */
const commands: Readonly<Record<string, Command>> = {
  insertCitation,
  insertCitationFromList,
  insertCitationWithNotes,
  insertBibliography,
  selectStyle,
  copyKey,
  copyCitation,
  copyFormattedCitation,
  copyReference,
  copyAs,
  openReferences,
  exportCited,
  openSource,
  showSource,
  showLibrary,
  revealEntry,
  renameSource,
  findCitations,
  openPlace,
  addCorpusToWorkspace,
  addToBibliography,
  addBibliography,
  declareLibrary,
  openSample,
  openWalkthrough,
  explainSources,
  sortBibliography,
  groupSources,
  sortSources,
  filterSources,
  narrowSources,
  clearFilter,
  revealInSources,
  followEditor,
  stopFollowingEditor,
  expandSources,
  excludeFromView,
  showExcluded,
  refresh: ({ service }) => service.refresh(),
  showLog: ({ logger }) => logger.show(),
};

export function registerCommands(editor: Editor): vscode.Disposable {
  const run = async (name: string, command: Command, args: readonly unknown[]): Promise<unknown> => {
    try {
      return await command(editor, ...args);
    } catch (error) {
      if (error instanceof RefusedEdit) {
        void tellOfError(error.message);
        return undefined;
      }
      editor.logger.error(`The command sourcebook.${name} failed.`, error);
      const showLog = vscode.l10n.t("Show Log");
      const chosen = await tellOfError(vscode.l10n.t("Sourcebook could not do this. The log says why."), showLog);
      if (chosen === showLog) editor.logger.show();
      return undefined;
    }
  };
  return vscode.Disposable.from(...Object.entries(commands).map(([name, command]) =>
    vscode.commands.registerCommand(`sourcebook.${name}`, (...args: unknown[]) => run(name, command, args))));
}
