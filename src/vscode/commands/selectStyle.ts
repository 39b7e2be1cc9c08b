import * as vscode from "vscode";
import { declareStyle } from "../../core/features/declareStyle";
import type { Source } from "../../core/library/library";
import { rowLine } from "../../core/text/escape";
import { toTextDocument } from "../convert";
import type { Editor } from "../editor";
import { inform } from "../messages";
import { readSettings, writeStyleSetting } from "../settings";
import { pickStyle } from "../stylePicker";
import { applyEdits, editsOf } from "../workspaceEdits";

/** Sources that a style is shown on. */
const mostSamples = 3;

/**
 * Lets the writer choose a style by how it looks: on their own sources in the list, and in previews and hints of their documents, which show
 * the style in focus. Names it where it counts.
 */
export async function selectStyle(editor: Editor): Promise<void> {
  try {
    await choose(editor);
  } finally {
    editor.service.tryStyle(undefined);
  }
}

async function choose(editor: Editor): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const [styles, sources, declared] = await Promise.all([
    editor.service.styles(),
    sampleSources(editor, document),
    document === undefined ? undefined : editor.service.declaredStyle(toTextDocument(document)),
  ]);
  const current = (declared ?? readSettings(document).core.style).replace(/^.*\//, "");
  const sample = (id: string): ReturnType<typeof editor.service.styleSample> => editor.service.styleSample(id, sources, document && toTextDocument(document));
  const chosen = await pickStyle({ styles, current, onFocus: (id) => editor.service.tryStyle(id === current ? undefined : id), sample: (id) => sources.length === 0 ? Promise.resolve(undefined) : sample(id) });
  const style = chosen === "file" ? await pickFile() : chosen?.id;
  if (style === undefined) return;
  if (declared === undefined || document === undefined) await useEverywhere(style);
  else {
    editor.service.tryStyle(undefined);
    await settleWith(editor, document, declared, style);
  }
}

/** What the document cites first, then other sources that it could cite. */
async function sampleSources({ service }: Editor, document: vscode.TextDocument | undefined): Promise<readonly Source[]> {
  const text = document && toTextDocument(document);
  const cited = text === undefined ? undefined : await service.cited(text);
  const { library } = await service.library(text);
  return [...new Map([...cited ?? [], ...library.search("", { limit: mostSamples })].map((source) => [source.key, source])).values()].slice(0, mostSamples);
}

async function pickFile(): Promise<string | undefined> {
  const [file] = await vscode.window.showOpenDialog({ title: vscode.l10n.t("Use a .csl File"), openLabel: vscode.l10n.t("Use"), filters: { CSL: ["csl"] } }) ?? [];
  if (file === undefined) return undefined;
  return vscode.workspace.getWorkspaceFolder(file) === undefined ? file.toString() : vscode.workspace.asRelativePath(file, false);
}

async function useEverywhere(style: string): Promise<void> {
  await writeStyleSetting(style);
  vscode.window.setStatusBarMessage(vscode.l10n.t("$(check) References are in the style “{0}” now", rowLine(style)), 4000);
}

/** A document or its project that names a style is right against the settings; only the writer knows which is meant. */
async function settleWith({ service }: Editor, document: vscode.TextDocument, declared: string, style: string): Promise<void> {
  const changeDocument = vscode.l10n.t("Change This Document");
  const changeSetting = vscode.l10n.t("Change the Setting");
  const isOwn = service.parse(toTextDocument(document))?.settings.style !== undefined;
  const message = isOwn ? vscode.l10n.t("This document names a style of its own, “{0}”, which wins over the setting.", declared)
    : vscode.l10n.t("This document's project names a style, “{0}”, which wins over the setting.", declared);
  const answer = await inform(message, changeDocument, changeSetting);
  if (answer === changeSetting) await useEverywhere(style);
  if (answer === changeDocument) await changeIn(service, document, style);
}

async function changeIn(service: Editor["service"], document: vscode.TextDocument, style: string): Promise<void> {
  const parsed = service.parse(toTextDocument(document));
  const edit = parsed && declareStyle(document.getText(), parsed, style);
  if (edit === undefined) {
    await inform(vscode.l10n.t("The front matter of this document cannot be changed safely. Write the style behind “csl:” yourself: {0}", style));
    return;
  }
  await applyEdits(editsOf(document, [edit]));
}
