import * as vscode from "vscode";
import { changeOf, type CitationToken } from "../../core/features/citationTokens";
import { toRange, toTextDocument } from "../convert";
import { Debounced } from "../debounce";
import type { Editor } from "../editor";
import { citingDocuments } from "../selector";

/** As the manifest declares them. */
const types: Readonly<Record<CitationToken["kind"], string>> = { key: "citationKey", locator: "citationLocator", affix: "citationAffix" };
const legend = new vscode.SemanticTokensLegend(Object.values(types), ["known", "unknown"]);

/** How long changes settle before colours follow, in milliseconds. */
const pause = 300;

/** Colours the keys, locators and affixes of citations. What has not changed since the last time is not sent again. */
export function registerSemanticTokens({ service }: Editor): vscode.Disposable {
  const changes = new vscode.EventEmitter<void>();
  const changed = new Debounced(pause, () => changes.fire());
  const sent = new Map<string, vscode.SemanticTokens>();
  let results = 0;

  const provide = async (document: vscode.TextDocument, token: vscode.CancellationToken): Promise<vscode.SemanticTokens | undefined> => {
    const tokens = await service.citationTokens(toTextDocument(document), token);
    if (tokens === undefined || token.isCancellationRequested) return undefined;
    const result = new vscode.SemanticTokens(encode(document, tokens), String(++results));
    if (!document.isClosed) sent.set(document.uri.toString(), result);
    return result;
  };
  const provider: vscode.DocumentSemanticTokensProvider = {
    onDidChangeSemanticTokens: changes.event,
    provideDocumentSemanticTokens: provide,
    async provideDocumentSemanticTokensEdits(document, previousId, token) {
      const previous = sent.get(document.uri.toString());
      const result = await provide(document, token);
      if (result === undefined || previous?.resultId !== previousId) return result;
      const { start, deleteCount, data } = changeOf(previous.data, result.data);
      return new vscode.SemanticTokensEdits([new vscode.SemanticTokensEdit(start, deleteCount, data)], result.resultId);
    },
  };
  return vscode.Disposable.from(
    changes, changed, service.onDidChange(changed.run), vscode.workspace.onDidCloseTextDocument(({ uri }) => sent.delete(uri.toString())),
    vscode.languages.registerDocumentSemanticTokensProvider(citingDocuments, provider, legend),
  );
}

function encode(document: vscode.TextDocument, tokens: readonly CitationToken[]): Uint32Array {
  const builder = new vscode.SemanticTokensBuilder(legend);
  for (const { kind, range, isKnown } of tokens) {
    for (const line of linesOf(document, toRange(document, range))) builder.push(line, types[kind], kind === "key" ? [isKnown ? "known" : "unknown"] : []);
  }
  return builder.build().data;
}

/** A token stands on one line. */
function linesOf(document: vscode.TextDocument, range: vscode.Range): readonly vscode.Range[] {
  if (range.isSingleLine) return [range];
  const lines = Array.from({ length: range.end.line - range.start.line + 1 }, (_, index) => document.lineAt(range.start.line + index).range);
  return lines.flatMap((line) => line.intersection(range) ?? []).filter(({ isEmpty }) => !isEmpty);
}
