import * as vscode from "vscode";
import { noFilter, type SourcesFilter } from "../../core/features/sourcesTree/options";
import { messageLine, rowLine } from "../../core/text/escape";
import { Debounced } from "../debounce";
import type { Editor } from "../editor";
import { viewMessage } from "../sourcesView/viewMessage";
import { typeIcon } from "../typeIcons";
import { typeName } from "../typeNames";

/** How long typing settles before sources are looked for, in milliseconds. */
const pause = 80;

/** A box whose words narrow the view while they are typed: Enter keeps what was found, Escape goes back to what was there. */
export async function filterSources({ sourcesView, logger }: Editor): Promise<void> {
  const { options } = sourcesView;
  const before = options.options.filter.query;
  await vscode.commands.executeCommand("sourcebook.sources.focus");
  const box = vscode.window.createInputBox();
  box.title = vscode.l10n.t("Filter Sources");
  box.placeholder = vscode.l10n.t("Words of the author, title, year or key, in any order");
  box.value = before;
  // One goes on to the rows while the box is open.
  box.ignoreFocusOut = true;
  const apply = (query: string): void => {
    if (query !== options.options.filter.query) options.change({ filter: { ...options.options.filter, query } });
  };
  const search = async (): Promise<void> => {
    const query = box.value;
    apply(query);
    const counts = await (await sourcesView.tree).counts();
    if (box.value === query) box.prompt = messageLine(rowLine(viewMessage(options.options, counts)));
  };
  const typed = new Debounced(pause, () => {
    search().catch((error: unknown) => logger.error("The sources could not be filtered.", error));
  });
  const accepted = await new Promise<boolean>((resolve) => {
    box.onDidChangeValue(typed.run);
    box.onDidAccept(() => {
      resolve(true);
      box.hide();
    });
    box.onDidHide(() => resolve(false));
    box.show();
  });
  typed.dispose();
  apply(accepted ? box.value : before);
  box.dispose();
}

type Toggle = "cited" | "uncited" | "hasProblems" | "lacksDoi";

interface ToggleItem extends vscode.QuickPickItem {
  readonly toggle?: Toggle;
  readonly type?: string;
}

/** Toggles that narrow the view as they are ticked. */
export async function narrowSources({ sourcesView }: Editor): Promise<void> {
  const { options } = sourcesView;
  const items = toggleItems(await (await sourcesView.tree).types());
  const picker = vscode.window.createQuickPick<ToggleItem>();
  picker.title = vscode.l10n.t("Show Only Sources");
  picker.canSelectMany = true;
  picker.items = items;
  picker.selectedItems = items.filter((item) => isTicked(item, options.options.filter));
  await new Promise<void>((resolve) => {
    picker.onDidChangeSelection((ticked) => options.change({ filter: filterOf(ticked, options.options.filter) }));
    picker.onDidAccept(() => picker.hide());
    picker.onDidHide(() => resolve());
    picker.show();
  });
  picker.dispose();
}

export function clearFilter({ sourcesView: { options } }: Editor): void {
  options.change({ filter: noFilter });
}

/** What the view can be narrowed to; `types` are those of all sources. */
export function toggleItems(types: ReadonlyMap<string, number>): readonly ToggleItem[] {
  return [
    { label: vscode.l10n.t("Cited in this document"), toggle: "cited" },
    { label: vscode.l10n.t("Not cited in this document"), toggle: "uncited" },
    { label: vscode.l10n.t("With problems"), toggle: "hasProblems" },
    { label: vscode.l10n.t("Without a DOI"), toggle: "lacksDoi" },
    { label: vscode.l10n.t("Type"), kind: vscode.QuickPickItemKind.Separator },
    ...[...types].sort(([, a], [, b]) => b - a).map(([type, count]) => ({ label: rowLine(typeName(type)), description: String(count), iconPath: typeIcon(type), type })),
  ];
}

function isTicked({ toggle, type }: ToggleItem, { citation, hasProblems, lacksDoi, types }: SourcesFilter): boolean {
  switch (toggle) {
    case "cited":
    case "uncited": return citation === toggle;
    case "hasProblems": return hasProblems;
    case "lacksDoi": return lacksDoi;
    default: return type !== undefined && types.includes(type);
  }
}

function filterOf(ticked: readonly ToggleItem[], { query, years }: SourcesFilter): SourcesFilter {
  const has = (toggle: Toggle): boolean => ticked.some((item) => item.toggle === toggle);
  return {
    query,
    citation: has("cited") === has("uncited") ? "any" : has("cited") ? "cited" : "uncited",
    hasProblems: has("hasProblems"),
    lacksDoi: has("lacksDoi"),
    types: ticked.flatMap(({ type }) => type ?? []),
    years,
  };
}
