import * as vscode from "vscode";
import type { HoverAnswer } from "../../core/features/hover";
import { toRange, toTextDocument } from "../convert";
import type { Editor } from "../editor";
import { citationCard, sourceCard, unknownKeyCard } from "../hoverCard";
import { inTime } from "../inTime";
import { hasNeighbour } from "../neighbours";
import { promptReference } from "../promptReference";
import { citingDocuments } from "../selector";
import { readSettings } from "../settings";

export function registerHover(editor: Editor): vscode.Disposable {
  const { service, logger } = editor;
  const cardFor = async (answer: HoverAnswer, document: vscode.TextDocument, abstractLength: number, token: vscode.CancellationToken): Promise<vscode.MarkdownString | undefined> => {
    switch (answer.kind) {
      case "unknown": return unknownKeyCard(answer);
      case "source": return sourceCard(answer, await promptReference(editor, answer.source, document, token), abstractLength);
      case "citation": {
        const formatted = service.formatDocument(toTextDocument(document), "markdown");
        formatted.catch((error: unknown) => logger.error("The citations could not be formatted.", error));
        return citationCard(answer, await inTime(formatted, () => undefined));
      }
    }
  };

  return vscode.languages.registerHoverProvider(citingDocuments, {
    async provideHover(document, position, token) {
      const settings = readSettings(document);
      if (!settings.hover || (!settings.hoverBesideOthers && hasNeighbour(document.languageId))) return undefined;
      const answer = await service.hover(toTextDocument(document), document.offsetAt(position), token);
      if (answer === undefined) return undefined;
      const card = await cardFor(answer, document, settings.abstractLength, token);
      return card && new vscode.Hover(card, toRange(document, answer.range));
    },
  });
}
