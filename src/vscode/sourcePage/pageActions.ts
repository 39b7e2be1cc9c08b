import * as vscode from "vscode";
import { newCitation } from "../../core/citations/writeCitation";
import type { PageAction, PageCommand } from "../../core/features/sourcePage/pageActions";
import type { Source } from "../../core/library/library";
import type { Location } from "../../core/model/location";
import { plainLine } from "../../core/text/escape";
import { languageOfId } from "../../core/text/languages";
import { copy } from "../commands/copy";
import { toRange } from "../convert";
import type { SourcesView } from "../sourcesView/sourcesView";

/** What the controls of a page do beyond the page itself. */
export async function performAction(action: PageAction, source: Source | undefined, panel: vscode.WebviewPanel, sourcesView: SourcesView): Promise<void> {
  switch (action.kind) {
    case "goTo": return goTo(action.place, panel);
    case "openAddress":
      await vscode.env.openExternal(vscode.Uri.parse(action.address, true));
      return;
    case "openFile":
      await vscode.commands.executeCommand("vscode.open", vscode.Uri.parse(action.uri, true), { viewColumn: besides(panel) });
      return;
    case "copy": return copy(action.text);
    case "filter":
      sourcesView.options.change({ filter: { ...sourcesView.options.options.filter, ...action.filter } });
      await vscode.commands.executeCommand("sourcebook.sources.focus", { preserveFocus: true });
      return;
    case "command": return source && runFor(source, action.command, panel, sourcesView);
    case "show":
    case "chooseStyle":
    case "pin": return undefined;
  }
}

async function goTo({ uri, range }: Location, panel: vscode.WebviewPanel): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  await vscode.window.showTextDocument(document, { selection: toRange(document, range), viewColumn: besides(panel) });
}

async function runFor(source: Source, command: PageCommand, panel: vscode.WebviewPanel, sourcesView: SourcesView): Promise<void> {
  const { document } = sourcesView;
  if (command === "revealInView") {
    if (!await sourcesView.revealSource(source)) vscode.window.setStatusBarMessage(vscode.l10n.t("The Sources view leaves this source out. Clear its filter to see it."), 4000);
    return;
  }
  if (command === "copyCitation") return copy(newCitation(languageOfId(document?.languageId ?? ""), [plainLine(source.key)]));
  await showWritten(document, panel);
  await vscode.commands.executeCommand(`sourcebook.${command}`, { uri: source.part.uri, key: source.key });
}

/** The commands that write or look into a document mean the one that is written, not the page. */
export async function showWritten(document: vscode.TextDocument | undefined, panel: vscode.WebviewPanel): Promise<void> {
  if (document === undefined) return;
  const visible = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  await vscode.window.showTextDocument(document, { viewColumn: visible?.viewColumn ?? besides(panel) });
}

/** Where texts are shown, so that the page stays in sight. */
function besides({ viewColumn }: vscode.WebviewPanel): vscode.ViewColumn {
  const { all } = vscode.window.tabGroups;
  return all.find((group) => group.viewColumn !== viewColumn)?.viewColumn ?? vscode.ViewColumn.Beside;
}
