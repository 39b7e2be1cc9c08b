import * as vscode from "vscode";
import type { HoverAnswer } from "../../core/features/hover";
import { toRange, toTextDocument } from "../convert";
import type { Editor } from "../editor";
import { citationCard, sourceCard, unknownKeyCard } from "../hoverCard";
import { hasNeighbour } from "../neighbours";
import { citingDocuments } from "../selector";
import { readSettings } from "../settings";

export function registerHover({ service, logger }: Editor): vscode.Disposable {
  const cardFor = async (answer: HoverAnswer, document: vscode.TextDocument, abstractLength: number): Promise<vscode.MarkdownString | undefined> => {
    if (answer.kind === "unknown") return unknownKeyCard(answer);
    if (answer.kind === "citation") return citationCard(await service.formatDocument(toTextDocument(document), "markdown"), answer.range);
    const [item] = await service.items([answer.source]);
    const reference = await service.reference(answer.source, "markdown", toTextDocument(document));
    return sourceCard(answer, item ?? { id: answer.source.key, type: answer.source.entry.summary.type }, reference, abstractLength);
  };

  return vscode.languages.registerHoverProvider(citingDocuments, {
    async provideHover(document, position, token) {
      const settings = readSettings(document);
      if (!settings.hover || (!settings.hoverBesideOthers && hasNeighbour(document.languageId))) return undefined;
      const answer = await service.hover(toTextDocument(document), document.offsetAt(position), token);
      if (answer === undefined) return undefined;
      try {
        const card = await cardFor(answer, document, settings.abstractLength);
        return card && new vscode.Hover(card, toRange(document, answer.range));
      } catch (error) {
        logger.error("The reference card could not be made.", error);
        return undefined;
      }
    },
  });
}
