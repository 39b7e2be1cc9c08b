import * as vscode from "vscode";
import { createCitationService } from "./core/service";
import { registerCommands } from "./vscode/commands/commands";
import { corpusUri, registerCorpusDocument } from "./vscode/corpusDocument";
import { engineLoader } from "./vscode/engineLoader";
import { registerCompletion } from "./vscode/features/completion";
import { registerHover } from "./vscode/features/hover";
import { registerNavigation } from "./vscode/features/navigation";
import { registerProblems } from "./vscode/features/problems";
import { registerQuickFixes } from "./vscode/features/quickFixes";
import { registerSourcesStatus } from "./vscode/features/sourcesStatus";
import { VsCodeLogger } from "./vscode/logger";
import { readSettings, onDidChangeSettings } from "./vscode/settings";
import { registerSourcesView } from "./vscode/sourcesView/sourcesView";
import { VsCodeWorkspace } from "./vscode/workspace";

export function activate(context: vscode.ExtensionContext): void {
  const logger = new VsCodeLogger();
  const workspace = new VsCodeWorkspace();
  const loadEngine = engineLoader(context.extensionUri, logger);
  const service = createCitationService({ workspace, logger, settings: readSettings().core, loadEngine, corpusUri });
  const editor = { service, logger, extensionUri: context.extensionUri };
  context.subscriptions.push(
    logger, workspace, service,
    onDidChangeSettings(({ core }) => service.updateSettings(core)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => service.forget(uri.toString())),
    registerCorpusDocument(),
    registerCompletion(editor), registerHover(editor), registerNavigation(editor), registerProblems(editor), registerQuickFixes(editor), registerSourcesView(editor), registerSourcesStatus(editor),
    registerCommands(editor),
  );
}
