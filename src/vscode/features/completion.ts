import * as vscode from "vscode";
import type { CitationSuggestion, CompletionAnswer } from "../../core/features/completion";
import { sourceByline } from "../../core/features/labels";
import { plainLine } from "../../core/text/escape";
import { toRange, toTextDocument } from "../convert";
import type { Editor } from "../editor";
import { hasNeighbour } from "../neighbours";
import { citingDocuments } from "../selector";
import { readSettings } from "../settings";

const triggerCharacters = ["@", "[", "{", ",", ";"];

class CitationCompletionItem extends vscode.CompletionItem {
  constructor(readonly suggestion: CitationSuggestion, readonly document: vscode.TextDocument, position: number, answer: CompletionAnswer, range: vscode.Range) {
    const { source } = suggestion;
    super({ label: source.key, description: plainLine(sourceByline(source.entry.summary)) }, vscode.CompletionItemKind.Reference);
    this.detail = plainLine(source.entry.summary.title);
    this.insertText = suggestion.insertText;
    this.range = range;
    // The core has filtered and ranked: every item passes VS Code's own filter, in this order.
    this.filterText = answer.query;
    this.sortText = position.toString().padStart(5, "0");
  }
}

export function registerCompletion({ service, logger }: Editor): vscode.Disposable {
  const provider: vscode.CompletionItemProvider<CitationCompletionItem> = {
    async provideCompletionItems(document, position, token) {
      const { completion, completionBesideOthers } = readSettings(document);
      if (!completion || (!completionBesideOthers && hasNeighbour(document.languageId))) return undefined;
      const answer = await service.complete(toTextDocument(document), document.offsetAt(position), token);
      if (answer === undefined) return undefined;
      const range = toRange(document, answer.range);
      const items = answer.suggestions.map((suggestion, index) => new CitationCompletionItem(suggestion, document, index, answer, range));
      return new vscode.CompletionList(items, true);
    },
    async resolveCompletionItem(item) {
      try {
        const reference = await service.reference(item.suggestion.source, "markdown", toTextDocument(item.document));
        item.documentation = new vscode.MarkdownString(reference);
        // The title is in the reference: it need not stand above it.
        delete item.detail;
      } catch (error) {
        logger.error(`The reference of ${item.suggestion.source.key} could not be formatted.`, error);
      }
      return item;
    },
  };
  return vscode.languages.registerCompletionItemProvider(citingDocuments, provider, ...triggerCharacters);
}
