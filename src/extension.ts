import * as vscode from "vscode";
import { createCitationService } from "./core/service";
import { registerCommands } from "./vscode/commands/commands";
import { corpusUri, registerCorpusDocument } from "./vscode/corpusDocument";
import { engineLoader } from "./vscode/engineLoader";
import { registerFeatures } from "./vscode/features/features";
import { registerPreview, type PreviewExtension } from "./vscode/features/preview";
import { VsCodeLogger } from "./vscode/logger";
import { createPause } from "./vscode/pause";
import { readSettings, onDidChangeSettings } from "./vscode/settings";
import { SourcesView } from "./vscode/sourcesView/sourcesView";
import { VsCodeWorkspace } from "./vscode/workspace";

export function activate(context: vscode.ExtensionContext): PreviewExtension {
  const logger = new VsCodeLogger();
  const workspace = new VsCodeWorkspace();
  const pause = createPause();
  const loadEngine = engineLoader(context.extensionUri, logger, pause);
  const service = createCitationService({ workspace, logger, settings: readSettings().core, loadEngine, corpusUri, pause });
  const sourcesView = new SourcesView(service, logger, context.workspaceState);
  const editor = { service, logger, extensionUri: context.extensionUri, sourcesView };
  const preview = registerPreview(editor);
  context.subscriptions.push(
    logger, workspace, service, sourcesView, preview, registerCorpusDocument(), registerFeatures(editor), registerCommands(editor),
    onDidChangeSettings(({ core }) => service.updateSettings(core)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => service.forget(uri.toString())),
  );
  return preview;
}
