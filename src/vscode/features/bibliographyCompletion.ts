import * as vscode from "vscode";
import type { BibtexSuggestion } from "../../core/features/bibliographyEditing/complete/completeBibtex";
import { plainLine } from "../../core/text/escape";
import { toRange, toTextDocument } from "../convert";
import type { Editor } from "../editor";
import { hasNeighbour } from "../neighbours";
import { bibtexDocuments } from "../selector";
import { readSettings } from "../settings";

/** Inside values VS Code does not suggest by itself: a blank asks for the next name, or for what may stand behind `=`. */
const triggerCharacters = ["@", "{", "\"", ",", "=", " "];
const askedForByBlank: readonly BibtexSuggestion["kind"][] = ["name", "macro"];

const kinds: Readonly<Record<BibtexSuggestion["kind"], vscode.CompletionItemKind>> = {
  type: vscode.CompletionItemKind.Class,
  field: vscode.CompletionItemKind.Field,
  macro: vscode.CompletionItemKind.Constant,
  key: vscode.CompletionItemKind.Reference,
  name: vscode.CompletionItemKind.User,
  value: vscode.CompletionItemKind.Value,
};

/** Types, fields, macros, keys and values while a BibTeX file is written. */
export function registerBibliographyCompletion({ service }: Editor): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(bibtexDocuments, {
    async provideCompletionItems(document, position, token, { triggerCharacter }) {
      const { completion, completionBesideOthers } = readSettings(document);
      if (!completion) return undefined;
      const answer = await service.completeEntry(toTextDocument(document), document.offsetAt(position), token);
      const kind = answer?.suggestions[0]?.kind;
      // neighbours offer types with their fields, nothing else
      if ((kind === "type" || kind === "field") && !completionBesideOthers && hasNeighbour(document.languageId)) return undefined;
      if (answer === undefined || (triggerCharacter === " " && (kind === undefined || !askedForByBlank.includes(kind)))) return undefined;
      const replaced = toRange(document, answer.range);
      // VS Code replaces a part of one line; what stands on others is taken out beside it
      const range = replaced.intersection(document.lineAt(position).range) ?? replaced;
      const others = [new vscode.Range(replaced.start, range.start), new vscode.Range(range.end, replaced.end)].filter(({ isEmpty }) => !isEmpty);
      // The core has filtered and ranked: every item passes VS Code's own filter, in this order.
      const filterText = document.getText(range.with(undefined, position));
      const items = answer.suggestions.map((suggestion, index) => {
        const item = Object.assign(toItem(suggestion, document), { range, filterText, sortText: index.toString().padStart(5, "0") });
        if (others.length > 0) item.additionalTextEdits = [...item.additionalTextEdits ?? [], ...others.map((other) => vscode.TextEdit.delete(other))];
        return item;
      });
      return new vscode.CompletionList(items, true);
    },
  }, ...triggerCharacters);
}

function toItem({ kind, label, detail, insertText, isSnippet, edits }: BibtexSuggestion, document: vscode.TextDocument): vscode.CompletionItem {
  const description = plainLine(detail);
  const item = new vscode.CompletionItem({ label: plainLine(label), description }, kinds[kind]);
  item.insertText = isSnippet ? new vscode.SnippetString(insertText) : insertText;
  if (description !== "") item.documentation = description;
  if (edits.length > 0) item.additionalTextEdits = edits.map(({ range, newText }) => vscode.TextEdit.replace(toRange(document, range), newText));
  return item;
}
