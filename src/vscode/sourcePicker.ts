import * as vscode from "vscode";
import { countCitations } from "../core/features/citedItems";
import { sourceByline } from "../core/features/labels";
import type { Library, Source } from "../core/library/library";
import type { CitationKey } from "../core/model/citation";
import { rowLine } from "../core/text/escape";
import { activeRow } from "./activeRow";
import { toTextDocument } from "./convert";
import type { Editor } from "./editor";
import { keepOrder } from "./quickPicks";
import { libraryLabel } from "./sourcesView/nodeWords";
import { typeIcon } from "./typeIcons";

interface SourceItem extends vscode.QuickPickItem {
  readonly source: Source;
}

export interface PickOptions {
  readonly title: string;
  readonly canPickMany: boolean;
  /** Another way to accept what is picked, as a button in the title. */
  readonly button?: vscode.QuickInputButton;
}

export interface PickedSources {
  readonly sources: readonly Source[];
  /** Accepted with the button of the options. */
  readonly isByButton: boolean;
}

/** A longer list is not read; typing narrows it. */
const longestList = 500;

/** Lets the writer pick sources by the same search as completion. */
export async function pickSources(editor: Editor, library: Library, options: PickOptions): Promise<readonly Source[]> {
  return (await pickSourcesOr(editor, library, options)).sources;
}

/** The same, with a second way to accept. What is ticked stays while the words change; nothing is picked where the writer leaves. */
export async function pickSourcesOr({ service }: Editor, library: Library, { title, canPickMany, button }: PickOptions): Promise<PickedSources> {
  const document = vscode.window.activeTextEditor?.document;
  const parsed = document && service.parse(toTextDocument(document));
  const counts = parsed === undefined ? new Map<CitationKey, number>() : countCitations(parsed);

  const picker = vscode.window.createQuickPick<SourceItem>();
  picker.title = title;
  picker.placeholder = vscode.l10n.t("Words of the author, title, year or key, in any order");
  picker.canSelectMany = canPickMany;
  keepOrder(picker);
  picker.buttons = button === undefined ? [] : [button];
  let best: SourceItem | undefined;
  const show = (): void => {
    const chosen = picker.selectedItems;
    const isChosen = new Set(chosen.map(({ source }) => source.key));
    const found = library.search(picker.value, { limit: longestList, preference: { of: (key) => counts.has(key) ? 0 : 1 } });
    const rows = found.filter(({ key }) => !isChosen.has(key)).map((source) => sourceRow(source, counts.get(source.key) ?? 0));
    picker.items = [...canPickMany ? chosen : [], ...rows];
    if (!canPickMany) return;
    picker.selectedItems = chosen;
    // VS Code makes no row of such a list active: the writer who types and presses Enter means the first one that was found.
    best = picker.value.trim() === "" ? undefined : rows[0];
    picker.activeItems = best === undefined ? [] : [best];
  };
  const picked = (): readonly Source[] => {
    if (picker.selectedItems.length > 0) return picker.selectedItems.map(({ source }) => source);
    const row = canPickMany ? picker.activeItems[0] ?? best : activeRow(picker);
    return row === undefined ? [] : [row.source];
  };
  show();
  try {
    return await new Promise<PickedSources>((resolve) => {
      const accept = (isByButton: boolean): void => {
        resolve({ sources: picked(), isByButton });
        picker.hide();
      };
      picker.onDidChangeValue(show);
      picker.onDidAccept(() => accept(false));
      picker.onDidTriggerButton(() => accept(true));
      picker.onDidTriggerItemButton(({ item: { source: { key, part: { uri } } } }) => void vscode.commands.executeCommand("sourcebook.showSource", { uri, key }));
      picker.onDidHide(() => resolve({ sources: [], isByButton: false }));
      picker.show();
    });
  } finally {
    picker.dispose();
  }
}

/** A source as a row of a quick pick. */
export function sourceRow(source: Source, timesCited: number): SourceItem {
  const { key, entry: { summary }, part } = source;
  const cited = timesCited === 0 ? [] : [vscode.l10n.t("cited {0}×", timesCited)];
  return {
    source,
    label: rowLine(summary.title) || rowLine(key),
    detail: [sourceByline(summary), key, summary.container, libraryLabel(part), ...cited].map(rowLine).filter((text) => text !== "").join(" · "),
    iconPath: typeIcon(summary.type),
    buttons: [{ iconPath: new vscode.ThemeIcon("open-preview"), tooltip: vscode.l10n.t("Show Source Page") }],
    // The core has searched already: letters that VS Code does not find in the label are no reason to hide a row.
    alwaysShow: true,
  };
}
