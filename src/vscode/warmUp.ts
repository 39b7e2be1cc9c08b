import * as vscode from "vscode";
import { documentLanguageIds } from "../core/text/languages";
import type { EngineLoader } from "../worker/engineLoader";
import { toTextDocument } from "./convert";
import { Debounced } from "./debounce";
import type { Editor } from "./editor";

/** How long a window is left alone after it was opened or changed, in milliseconds. */
const pause = 300;

/**
 * Makes the engine ready for the styles of the documents that are seen and cite something, so that their references are at hand. Where the
 * engine has no thread of its own it would keep the host from its work, and so it waits until it is needed.
 */
export function registerWarmUp({ service, logger }: Editor, engines: Pick<EngineLoader, "isOffThread">): vscode.Disposable {
  const warmUp = async (document: vscode.TextDocument): Promise<void> => {
    const text = toTextDocument(document);
    const source = await service.firstCited(text);
    if (source !== undefined && await engines.isOffThread()) await service.reference(source, "markdown", text);
  };
  const warmUpVisible = new Debounced(pause, () => {
    const documents = new Set(vscode.window.visibleTextEditors.map(({ document }) => document).filter(({ languageId }) => documentLanguageIds.includes(languageId)));
    for (const document of documents) warmUp(document).catch((error: unknown) => logger.error(`The style of ${document.fileName} could not be made ready.`, error));
  });
  warmUpVisible.run();
  return vscode.Disposable.from(warmUpVisible, vscode.window.onDidChangeVisibleTextEditors(warmUpVisible.run), service.onDidChange(warmUpVisible.run));
}
