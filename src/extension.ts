import * as vscode from "vscode";
import { createCitationService } from "./core/service";
import { registerCommands } from "./vscode/commands/commands";
import { corpusUri, registerCorpusDocument } from "./vscode/corpusDocument";
import { createEngineLoader } from "./vscode/engineLoader";
import { registerFeatures } from "./vscode/features/features";
import { registerPreview, type PreviewExtension } from "./vscode/features/preview";
import { VsCodeLogger } from "./vscode/logger";
import { readCoreSettings, onDidChangeSettings } from "./vscode/settings";
import { SourcePages } from "./vscode/sourcePage/sourcePages";
import { SourcesView } from "./vscode/sourcesView/sourcesView";
import { StoredFiles } from "./vscode/storedFiles";
import { registerWarmUp } from "./vscode/warmUp";
import { VsCodeWorkspace } from "./vscode/workspace";
import { createPause } from "./worker/pause";

export interface SourcebookExtension extends PreviewExtension {
  /** How much is kept of documents and files, and by how many listeners: as much as before once what was opened is closed. */
  readonly keptCounts: () => Readonly<Record<string, number>>;
}

export function activate(context: vscode.ExtensionContext): SourcebookExtension {
  const logger = new VsCodeLogger();
  const workspace = new VsCodeWorkspace();
  const pause = createPause();
  const engines = createEngineLoader(context.extensionUri, logger, pause);
  const keptFiles = new StoredFiles(context);
  const service = createCitationService({ workspace, logger, ...readCoreSettings(), loadEngine: engines.load, corpusUri, pause, keptFiles });
  const sourcesView = new SourcesView(service, logger, context.workspaceState);
  const sourcePages = new SourcePages({ service, logger, extensionUri: context.extensionUri, sourcesView }, context.workspaceState);
  const editor = { service, logger, extensionUri: context.extensionUri, sourcesView, sourcePages };
  const preview = registerPreview(editor);
  context.subscriptions.push(
    logger, workspace, engines, keptFiles, service, sourcesView, sourcePages, preview, registerCorpusDocument(), registerFeatures(editor), registerCommands(editor),
    registerWarmUp(editor, engines),
    onDidChangeSettings(({ settings, folderSettings }) => service.updateSettings(settings, folderSettings)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => service.forget(uri.toString())),
  );
  const keptCounts = (): Readonly<Record<string, number>> =>
    ({ service: service.keptCount(), serviceListeners: service.listenerCount, pages: preview.keptCount(), ...workspace.keptCounts });
  return { extendMarkdownIt: preview.extendMarkdownIt, keptCounts };
}
