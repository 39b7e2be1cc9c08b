import * as vscode from "vscode";
import type { BibtexLayout } from "../../core/features/bibliographyEditing/format/formatBibtex";
import { toRange, toTextDocument, toTextRange } from "../convert";
import type { Editor } from "../editor";
import { readSettings } from "../settings";

/** Lays out entries where the writer asks for it. White space alone changes. */
export function registerBibliographyFormatting({ service }: Editor): vscode.Disposable {
  const format = async (document: vscode.TextDocument, options: vscode.FormattingOptions, token: vscode.CancellationToken, range?: vscode.Range): Promise<vscode.TextEdit[] | undefined> => {
    const { version } = document;
    const edits = await service.formatEntries(toTextDocument(document), layoutOf(document, options), token, range && toTextRange(document, range));
    return document.version !== version ? undefined : edits?.map((edit) => vscode.TextEdit.replace(toRange(document, edit.range), edit.newText));
  };
  const selector: vscode.DocumentSelector = { language: "bibtex" };
  return vscode.Disposable.from(
    vscode.languages.registerDocumentFormattingEditProvider(selector, { provideDocumentFormattingEdits: format }),
    vscode.languages.registerDocumentRangeFormattingEditProvider(selector, {
      provideDocumentRangeFormattingEdits: (document, range, options, token) => format(document, options, token, range),
    }),
  );
}

function layoutOf(document: vscode.TextDocument, { insertSpaces, tabSize }: vscode.FormattingOptions): BibtexLayout {
  const { formatIndent, formatAlign } = readSettings(document);
  return {
    indent: formatIndent === "file" ? undefined : insertSpaces ? " ".repeat(tabSize) : "\t",
    isAligned: formatAlign === "file" ? undefined : formatAlign === "always",
  };
}
