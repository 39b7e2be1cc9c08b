import * as vscode from "vscode";
import { referencesText } from "../../core/features/referencesText";
import type { RenderedCitation } from "../../core/features/formatDocument";
import type { Source } from "../../core/library/library";
import type { ReferenceFormat } from "../../core/ports";
import { rowLine } from "../../core/text/escape";
import { toTextDocument } from "../convert";
import type { Editor } from "../editor";
import { chosenSources } from "./chosenSources";
import { copy } from "./copy";

/** Puts a citation on the clipboard as readers will see it: that of the chosen sources, or the one at the cursor as it stands there. */
export async function copyFormattedCitation(editor: Editor, ...args: readonly unknown[]): Promise<void> {
  const atCursor = args[0] === undefined ? await citationAtCursor(editor, "text") : undefined;
  if (atCursor !== undefined) {
    await copy(textOf(atCursor));
    return;
  }
  const sources = await chosenSources(editor, args, vscode.l10n.t("Copy Formatted Citation"));
  if (sources.length > 0) await copy(await editor.service.citation(sources, "text", activeDocument()));
}

interface TextItem extends vscode.QuickPickItem {
  readonly text: string;
}

/** The chosen sources as references or as a citation, in a format that the writer picks by how it looks. */
export async function copyAs(editor: Editor, ...args: readonly unknown[]): Promise<void> {
  const title = vscode.l10n.t("Copy As");
  const sources = await chosenSources(editor, args, title);
  if (sources.length === 0) return;
  const chosen = await vscode.window.showQuickPick(textsOf(editor, sources), { title, placeHolder: vscode.l10n.t("What to put on the clipboard") });
  if (chosen !== undefined) await copy(chosen.text);
}

async function textsOf({ service }: Editor, sources: readonly Source[]): Promise<readonly TextItem[]> {
  const formats: readonly (readonly [ReferenceFormat, string])[] = [["text", vscode.l10n.t("Plain text")], ["markdown", "Markdown"], ["html", "HTML"], ["latex", "LaTeX"], ["rtf", "RTF"]];
  const document = activeDocument();
  const references = await Promise.all(formats.map(async ([format, description]): Promise<TextItem> => {
    const texts = await Promise.all(sources.map((source) => service.reference(source, format, document)));
    return item(vscode.l10n.t("Reference"), description, referencesText(texts, format));
  }));
  const citations = await Promise.all(formats.map(async ([format, description]) => item(vscode.l10n.t("Citation"), description, referencesText([await service.citation(sources, format, document)], format))));
  return [...references, ...citations];
}

function item(label: string, description: string, text: string): TextItem {
  return { label, description, detail: rowLine(text), text };
}

async function citationAtCursor({ service }: Editor, format: ReferenceFormat): Promise<RenderedCitation | undefined> {
  const editor = vscode.window.activeTextEditor;
  const document = activeDocument();
  if (editor === undefined || document === undefined || service.parse(document) === undefined) return undefined;
  const offset = editor.document.offsetAt(editor.selection.active);
  const formatted = await service.formatDocument(document, format);
  return formatted?.citations.findLast(({ text, cluster: { range } }) => text !== "" && offset >= range.start && offset <= range.end);
}

function textOf({ text, inText }: RenderedCitation): string {
  return inText === undefined ? text : `${inText} ${text}`;
}

function activeDocument(): ReturnType<typeof toTextDocument> | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document && toTextDocument(document);
}
