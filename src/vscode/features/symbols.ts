import * as vscode from "vscode";
import { sourceByline } from "../../core/features/labels";
import type { EntrySymbol } from "../../core/features/symbols";
import { plainLine } from "../../core/text/escape";
import { toLocation, toRange, toTextDocument } from "../convert";
import type { Editor } from "../editor";
import { bibliographyDocuments } from "../selector";

const kind = vscode.SymbolKind.Constant;

export function registerSymbols({ service }: Editor): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerDocumentSymbolProvider(bibliographyDocuments, {
      async provideDocumentSymbols(document, token) {
        const symbols = await service.documentSymbols(toTextDocument(document));
        return token.isCancellationRequested ? undefined : symbols?.map((symbol) =>
          new vscode.DocumentSymbol(nameOf(symbol), detailOf(symbol), kind, toRange(document, symbol.range), toRange(document, symbol.keyRange)));
      },
    }, { label: vscode.l10n.t("Sources") }),
    vscode.languages.registerWorkspaceSymbolProvider({
      async provideWorkspaceSymbols(query, token) {
        const symbols = await service.workspaceSymbols(query);
        const found = await Promise.all(symbols.map(async (symbol) => ({ symbol, location: token.isCancellationRequested ? undefined : await toLocation({ uri: symbol.uri, range: symbol.keyRange }) })));
        return found.flatMap(({ symbol, location }) => location === undefined ? [] : [new vscode.SymbolInformation(nameOf(symbol), kind, detailOf(symbol), location)]);
      },
    }),
  );
}

/** VS Code takes no symbol without a name. */
function nameOf({ key }: EntrySymbol): string {
  return plainLine(key) || "…";
}

function detailOf({ summary }: EntrySymbol): string {
  return [plainLine(sourceByline(summary)), plainLine(summary.title)].filter((text) => text !== "").join(": ");
}
