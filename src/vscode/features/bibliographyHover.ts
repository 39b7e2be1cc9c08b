import * as vscode from "vscode";
import type { BibtexHover } from "../../core/features/bibliographyEditing/hoverBibtex";
import { escapeMarkdown, markdownCode } from "../../core/text/escape";
import { toRange, toTextDocument } from "../convert";
import type { Editor } from "../editor";
import { bibtexDocuments } from "../selector";
import { readSettings } from "../settings";

/** What a type, a field or a macro of a BibTeX file means. */
export function registerBibliographyHover({ service }: Editor): vscode.Disposable {
  return vscode.languages.registerHoverProvider(bibtexDocuments, {
    async provideHover(document, position) {
      if (!readSettings(document).hover) return undefined;
      const answer = await service.explainEntry(toTextDocument(document), document.offsetAt(position));
      return answer && new vscode.Hover(new vscode.MarkdownString(linesOf(answer).filter((line) => line !== "").join("\n\n")), toRange(document, answer.range));
    },
  });
}

function linesOf(answer: BibtexHover): readonly string[] {
  switch (answer.kind) {
    case "type": {
      const { type: { description, section }, fields: { required, optional } } = answer;
      const or = ` ${escapeMarkdown(vscode.l10n.t("or"))} `;
      return [
        escapeMarkdown(description),
        listOf(vscode.l10n.t("Required:"), required.map((names) => names.map(markdownCode).join(or))),
        listOf(vscode.l10n.t("Optional:"), optional.map(markdownCode)),
        manual(section),
      ];
    }
    case "field": {
      const { field: { description, section }, requiredBy, optionalIn } = answer;
      return [
        escapeMarkdown(description),
        listOf(vscode.l10n.t("Required by:"), requiredBy.map(markdownCode)),
        listOf(vscode.l10n.t("Optional in:"), optionalIn.map(markdownCode)),
        section === undefined ? escapeMarkdown(vscode.l10n.t("Neither BibTeX nor BibLaTeX prints this field.")) : manual(section),
      ];
    }
    case "macro": return [markdownCode(`${answer.name} = ${answer.value}`), answer.isOwn ? "" : escapeMarkdown(vscode.l10n.t("A month that BibTeX's styles define."))];
  }
}

function listOf(title: string, words: readonly string[]): string {
  return words.length === 0 ? "" : `${escapeMarkdown(title)} ${words.join(", ")}`;
}

function manual(section: string): string {
  return `*${escapeMarkdown(vscode.l10n.t("BibLaTeX manual, section {0}", section))}*`;
}
