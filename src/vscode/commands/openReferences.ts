import * as vscode from "vscode";
import type { ConversionTarget } from "../../core/ports";
import { referenceTitle } from "../../core/text/referenceTitles";
import { toTextDocument } from "../convert";
import type { Editor } from "../editor";
import { inform } from "../messages";
import { citingEditor } from "./citingEditor";

/** The list of references of the active document as a document of its own, in the same language. Nothing is written. */
export async function openReferences(editor: Editor): Promise<void> {
  const textEditor = await citingEditor(editor);
  if (textEditor === undefined) return;
  const document = toTextDocument(textEditor.document);
  const isLatex = editor.service.parse(document)?.language === "latex";
  const formatted = await editor.service.formatDocument(document, isLatex ? "latex" : "markdown");
  if (formatted === undefined || formatted.references.length === 0) return tellNothingCited();
  const title = formatted.settings.referenceSectionTitle ?? referenceTitle(formatted.settings.locale);
  const heading = isLatex ? `\\section*{${title}}` : `# ${title}`;
  await openUntitled([heading, ...formatted.references.map(({ text }) => text)].join("\n\n"), isLatex ? "latex" : "markdown");
}

interface TargetItem extends vscode.QuickPickItem {
  readonly target: ConversionTarget;
  readonly language: string;
}

/** What the active document cites, in a format that the writer picks, as a document of its own. Nothing is written. */
export async function exportCited(editor: Editor): Promise<void> {
  const textEditor = await citingEditor(editor);
  const cited = textEditor && await editor.service.cited(toTextDocument(textEditor.document));
  if (textEditor === undefined || cited === undefined) return;
  if (cited.length === 0) return tellNothingCited();
  const targets: readonly TargetItem[] = [
    { label: "BibLaTeX", description: ".bib", target: "biblatex", language: "bibtex" },
    { label: "BibTeX", description: ".bib", target: "bibtex", language: "bibtex" },
    { label: "CSL-JSON", description: ".json", target: "csl-json", language: "json" },
    { label: "CSL-YAML", description: ".yaml", target: "csl-yaml", language: "yaml" },
    { label: "RIS", description: ".ris", target: "ris", language: "plaintext" },
  ];
  const title = cited.length === 1 ? vscode.l10n.t("Export the Cited Source") : vscode.l10n.t("Export {0} Cited Sources", cited.length);
  const chosen = await vscode.window.showQuickPick(targets, { title, placeHolder: vscode.l10n.t("Format") });
  if (chosen !== undefined) await openUntitled(await editor.service.exported(cited, chosen.target), chosen.language);
}

async function tellNothingCited(): Promise<void> {
  await inform(vscode.l10n.t("This document cites no source that is known. “Why Don't I See My Sources?” tells what was looked through."));
}

async function openUntitled(content: string, language: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language, content: content.endsWith("\n") ? content : `${content}\n` });
  await vscode.window.showTextDocument(document, { preview: false });
}
