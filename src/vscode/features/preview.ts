import * as vscode from "vscode";
import type { MarkdownIt } from "../../core/features/preview/markdownIt";
import { citationPlugin } from "../../core/features/preview/plugin";
import { createPreviews, type Previews } from "../../core/features/preview/previews";
import { languageOfId } from "../../core/text/languages";
import { toTextDocument } from "../convert";
import { Debounced } from "../debounce";
import type { Editor } from "../editor";
import { PreviewRefresher } from "../previewRefresher";

/** What VS Code's Markdown preview asks of an extension. */
export interface PreviewExtension {
  readonly extendMarkdownIt: (md: MarkdownIt) => MarkdownIt;
}

/** How long files must be quiet before open previews follow them, in milliseconds. */
const pause = 150;

export interface RegisteredPreview extends PreviewExtension {
  /** Of how many documents something is kept. */
  readonly keptCount: () => number;
  readonly dispose: () => void;
}

/** Citations and references in VS Code's own Markdown preview. */
export function registerPreview({ service, logger }: Editor): RegisteredPreview {
  const find = (uri: string): vscode.TextDocument | undefined => vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
  const refresher = new PreviewRefresher(logger, () => previews.update());
  const previews: Previews = createPreviews({ service, logger, refresh: () => refresher.refresh(), find: (uri) => asText(find(uri)) });
  const update = new Debounced(pause, () => {
    if (isPreviewOpen()) previews.update();
  });
  const subscriptions = vscode.Disposable.from(
    update, previews, refresher, service.onDidChange(update.run), vscode.window.tabGroups.onDidChangeTabs(update.run),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => previews.forget(uri.toString())));
  return {
    extendMarkdownIt: (md) => {
      // A text that is no open document is not the writer's: release notes, comments.
      const parse = (text: string): ReturnType<typeof service.parse> => {
        const document = vscode.workspace.textDocuments.find((candidate) => languageOfId(candidate.languageId) === "markdown" && candidate.getText() === text);
        return document && service.parse(toTextDocument(document));
      };
      citationPlugin(md, { parse, uriOf, page: previews.page });
      return md;
    },
    keptCount: previews.count,
    dispose: () => void subscriptions.dispose(),
  };
}

function asText(document: vscode.TextDocument | undefined): ReturnType<typeof toTextDocument> | undefined {
  return document && toTextDocument(document);
}

/** VS Code tells in the environment of a rendering which document it is of. */
function uriOf(env: object): string | undefined {
  const document: unknown = "currentDocument" in env ? env.currentDocument : undefined;
  return document instanceof vscode.Uri ? document.toString() : undefined;
}

function isPreviewOpen(): boolean {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).some(({ input }) =>
    (input instanceof vscode.TabInputWebview || input instanceof vscode.TabInputCustom) && input.viewType.includes("markdown"));
}
