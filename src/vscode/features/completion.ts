import * as vscode from "vscode";
import type { CitationSuggestion, CompletionAnswer } from "../../core/features/completion";
import type { LocatorAnswer, LocatorSuggestion } from "../../core/features/locatorCompletion";
import type { CancellationToken, TextDocument } from "../../core/ports";
import { sourceByline } from "../../core/features/labels";
import { plainLine } from "../../core/text/escape";
import { toRange, toTextDocument } from "../convert";
import type { Editor } from "../editor";
import { inTime } from "../inTime";
import { hasNeighbour } from "../neighbours";
import { promptReference } from "../promptReference";
import { citingDocuments } from "../selector";
import { readSettings, type CompletionLabel } from "../settings";

const triggerCharacters = ["@", "[", "{", ",", ";"];

class CitationCompletionItem extends vscode.CompletionItem {
  constructor(readonly suggestion: CitationSuggestion, readonly document: vscode.TextDocument, position: number, answer: CompletionAnswer, range: vscode.Range, layout: CompletionLabel) {
    const { source } = suggestion;
    super(labelOf(suggestion, layout), vscode.CompletionItemKind.Reference);
    this.detail = plainLine(source.entry.summary.title);
    this.insertText = suggestion.insertText;
    this.range = range;
    // The core has filtered and ranked: every item passes VS Code's own filter, in this order; also while a space is typed and a next word may follow.
    this.filterText = answer.isKey ? answer.query : `${answer.query} `;
    this.sortText = `1${position.toString().padStart(5, "0")}`;
  }
}

function labelOf({ source: { key: written, entry: { summary } } }: CitationSuggestion, layout: CompletionLabel): vscode.CompletionItemLabel {
  const key = plainLine(written);
  const byline = plainLine(sourceByline(summary));
  const title = plainLine(summary.title);
  switch (layout) {
    case "key": return { label: key, description: byline };
    case "people": return { label: byline || key, description: key };
    case "title": return { label: title || key, description: [byline, key].filter((part) => part !== "").join(" · ") };
  }
}

/** A label of a locator. They come before sources, which may stand at the same place: `@key [`. */
function locatorItem({ term, meaning, insertText }: LocatorSuggestion, position: number, range: vscode.Range): vscode.CompletionItem {
  const item = new vscode.CompletionItem(term === meaning ? { label: term } : { label: term, description: meaning }, vscode.CompletionItemKind.Unit);
  item.insertText = insertText;
  item.range = range;
  item.filterText = term;
  item.sortText = `0${position.toString().padStart(5, "0")}`;
  return item;
}

function locatorItems(document: vscode.TextDocument, answer: LocatorAnswer | undefined): readonly vscode.CompletionItem[] {
  if (answer === undefined) return [];
  const range = toRange(document, answer.range);
  return answer.suggestions.map((suggestion, index) => locatorItem(suggestion, index, range));
}

/** How long a list waits for a library that is still being read, in milliseconds. */
const longestWait = 250;

/** All that a library has where that comes soon, or where nothing has been read yet; otherwise what has been. Who types on is answered anew. */
async function suggest(service: Editor["service"], text: TextDocument, offset: number, token: CancellationToken): Promise<CompletionAnswer | undefined> {
  const whole = service.complete(text, offset, token);
  const soon = await inTime(whole, () => service.completeSoFar(text, offset, token), longestWait);
  return soon !== undefined && soon.suggestions.length > 0 ? soon : whole;
}

export function registerCompletion(editor: Editor): vscode.Disposable {
  const { service } = editor;
  const provider: vscode.CompletionItemProvider = {
    async provideCompletionItems(document, position, token) {
      const { completion, completionBesideOthers, completionLabel } = readSettings(document);
      if (!completion) return undefined;
      const [text, offset] = [toTextDocument(document), document.offsetAt(position)];
      const locators = locatorItems(document, service.completeLocator(text, offset));
      const isLeft = !completionBesideOthers && hasNeighbour(document.languageId);
      const answer = isLeft ? undefined : await suggest(service, text, offset, token);
      if (token.isCancellationRequested || (answer === undefined && locators.length === 0)) return undefined;
      const range = answer && toRange(document, answer.range);
      const citations = answer?.suggestions.map((suggestion, index) =>
        new CitationCompletionItem(suggestion, document, index, answer, range ?? new vscode.Range(position, position), completionLabel)) ?? [];
      return new vscode.CompletionList([...locators, ...citations], true);
    },
    async resolveCompletionItem(item, token) {
      if (!(item instanceof CitationCompletionItem)) return item;
      item.documentation = new vscode.MarkdownString(await promptReference(editor, item.suggestion.source, item.document, token));
      // The title is in the reference: it need not stand above it.
      delete item.detail;
      return item;
    },
  };
  return vscode.languages.registerCompletionItemProvider(citingDocuments, provider, ...triggerCharacters);
}
