import * as vscode from "vscode";
import type { HoverAnswer } from "../../core/features/hover";
import { toRange, toTextDocument } from "../convert";
import type { Editor } from "../editor";
import { citationCard, sourceCard, unknownKeyCard } from "../hoverCard";
import { inTime } from "../inTime";
import { hasNeighbour } from "../neighbours";
import { promptReference } from "../promptReference";
import { bibliographyDocuments, citingDocuments } from "../selector";
import { readSettings } from "../settings";

export function registerHover(editor: Editor): vscode.Disposable {
  const { service, logger } = editor;
  const cardFor = async (answer: HoverAnswer, document: vscode.TextDocument, abstractLength: number, token: vscode.CancellationToken): Promise<vscode.MarkdownString | undefined> => {
    switch (answer.kind) {
      case "unknown": return unknownKeyCard(answer);
      case "source":
      case "entry": return sourceCard(answer, await promptReference(editor, answer.source, document, token), abstractLength);
      case "citation": {
        const formatted = service.formatDocument(toTextDocument(document), "markdown");
        formatted.catch((error: unknown) => logger.error("The citations could not be formatted.", error));
        return citationCard(answer, await inTime(formatted, () => undefined));
      }
    }
  };

  const provideHover = async (document: vscode.TextDocument, position: vscode.Position, token: vscode.CancellationToken): Promise<vscode.Hover | undefined> => {
    const settings = readSettings(document);
    if (!settings.hover) return undefined;
    const answer = await service.hover(toTextDocument(document), document.offsetAt(position), token);
    if (answer === undefined || token.isCancellationRequested) return undefined;
    const card = await cardFor(answer, document, settings.abstractLength, token);
    return card && new vscode.Hover(card, toRange(document, answer.range));
  };

  // No other extension tells of the entries of a bibliography.
  return vscode.Disposable.from(
    vscode.languages.registerHoverProvider(citingDocuments, {
      provideHover: (document, position, token) =>
        !readSettings(document).hoverBesideOthers && hasNeighbour(document.languageId) ? undefined : provideHover(document, position, token),
    }),
    vscode.languages.registerHoverProvider(bibliographyDocuments, { provideHover }),
  );
}
