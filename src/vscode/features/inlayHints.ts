import * as vscode from "vscode";
import { plainLine } from "../../core/text/escape";
import { toTextDocument, toTextRange } from "../convert";
import { Debounced } from "../debounce";
import type { Editor } from "../editor";
import { citingDocuments } from "../selector";
import { readSettings } from "../settings";

/** How long a writer pauses before hints follow, in milliseconds. */
const pause = 300;

/** Longer citations (notes with the whole reference) would push the text apart; the rest is in the hint's tooltip. */
const longestHint = 60;

/** Behind each citation what readers will see, where the writer wants it. */
export function registerInlayHints({ service, logger }: Editor): vscode.Disposable {
  const changes = new vscode.EventEmitter<void>();
  const changed = new Debounced(pause, () => changes.fire());
  const provider: vscode.InlayHintsProvider = {
    onDidChangeInlayHints: changes.event,
    async provideInlayHints(document, visible, token) {
      if (!readSettings(document).inlayHints) return undefined;
      const range = toTextRange(document, visible);
      try {
        const formatted = await service.formatDocument(toTextDocument(document), "text");
        if (formatted === undefined || token.isCancellationRequested) return undefined;
        const shown = formatted.citations.filter(({ text, cluster }) => text !== "" && cluster.range.end >= range.start && cluster.range.start <= range.end);
        return shown.map(({ text, inText, cluster }) => hint(document.positionAt(cluster.range.end), plainLine(inText === undefined ? text : `${inText} ${text}`)));
      } catch (error) {
        logger.error("The inlay hints could not be made.", error);
        return undefined;
      }
    },
  };
  return vscode.Disposable.from(changes, changed, service.onDidChange(changed.run), vscode.languages.registerInlayHintsProvider(citingDocuments, provider));
}

function hint(position: vscode.Position, text: string): vscode.InlayHint {
  const isLong = text.length > longestHint;
  const made = new vscode.InlayHint(position, isLong ? `${Array.from(text).slice(0, longestHint).join("")}…` : text);
  made.paddingLeft = true;
  if (isLong) made.tooltip = text;
  return made;
}
