import * as vscode from "vscode";
import { toLocation } from "../convert";
import type { Editor } from "../editor";
import { inform } from "../messages";
import { chosenSources } from "./chosenSources";

/** Peeks at every place of the workspace that cites the chosen sources. */
export async function findCitations(editor: Editor, ...args: readonly unknown[]): Promise<void> {
  const sources = await chosenSources(editor, args, vscode.l10n.t("Find Citations"));
  if (sources.length === 0) return;
  const places = (await Promise.all(sources.map((source) => editor.service.citations(source)))).flat();
  const locations = (await Promise.all(places.map(toLocation))).filter((location) => location !== undefined);
  const [first] = locations;
  if (first === undefined) {
    await inform(vscode.l10n.t("No document of this workspace cites {0}.", sources.map(({ key }) => key).join(", ")));
    return;
  }
  await vscode.commands.executeCommand("editor.action.goToLocations", first.uri, first.range.start, locations, "gotoAndPeek");
}
