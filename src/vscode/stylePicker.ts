import * as vscode from "vscode";
import { searchStyles } from "../core/features/searchStyles";
import type { StyleSample } from "../core/features/references";
import type { StyleDescription } from "../core/ports";
import { rowLine } from "../core/text/escape";
import { activeRow } from "./activeRow";
import { Debounced } from "./debounce";
import { hasRoomBelowBox, keepOrder, sayBelowBox } from "./quickPicks";
import { fieldName, formatName } from "./styleNames";
import { sampleParts, sampleRow } from "./styleSample";

export interface StylePickerOptions {
  readonly styles: readonly StyleDescription[];
  /** The id of the style in use. */
  readonly current: string;
  /** A style has come into focus. */
  readonly onFocus: (id: string) => void;
  /** How a style looks on the writer's own sources; it may take a while. */
  readonly sample: (id: string) => Promise<StyleSample | undefined>;
  /** Whether a file of the writer's own may be chosen; it may where nothing is said. */
  readonly hasFile?: boolean;
}

interface StyleItem extends vscode.QuickPickItem {
  /** `undefined` for the row that opens a file. */
  readonly id: string | undefined;
}

/** A longer list is not read; typing narrows it. */
const longestList = 100;

/** How long a row must be in focus before its sample is made, in milliseconds: some styles take a second to build. */
const pause = 200;

/** Lets the writer pick a style by how it looks: its id, `file` for one of their own, or nothing. */
export async function pickStyle({ styles, current, onFocus, sample, hasFile = true }: StylePickerOptions): Promise<{ readonly id: string } | "file" | undefined> {
  const picker = vscode.window.createQuickPick<StyleItem>();
  const samples = new Map<string, StyleSample | undefined>();
  picker.title = vscode.l10n.t("Select Style");
  picker.placeholder = vscode.l10n.t("Journal, style or discipline: {0} styles", styles.length);
  picker.keepScrollPosition = true;
  keepOrder(picker);

  const show = (): void => {
    const used = picker.value.trim() === "" ? styles.filter(({ id }) => id === current) : [];
    const listed = new Set([...used, ...searchStyles(styles, picker.value, longestList)]);
    const found = [...listed].map((style) => toItem(style, current, hasRoomBelowBox(picker) ? "" : sampleRow(samples.get(style.id))));
    const [active] = picker.activeItems;
    picker.items = [...found, ...hasFile ? [fileItem()] : []];
    const same = picker.items.find(({ id }) => id === active?.id);
    if (same !== undefined && active !== undefined) picker.activeItems = [same];
  };
  const tell = (id: string): void => {
    if (picker.activeItems[0]?.id !== id) return;
    picker.busy = false;
    if (hasRoomBelowBox(picker)) sayBelowBox(picker, sampleParts(samples.get(id)));
    else show();
  };
  const showSample = new Debounced(pause, () => {
    const id = picker.activeItems[0]?.id;
    // Until a sample is made, that of another style stands there.
    picker.busy = id !== undefined && !samples.has(id);
    if (id === undefined) return;
    onFocus(id);
    if (samples.has(id)) {
      tell(id);
      return;
    }
    sample(id).catch(() => undefined).then((made) => {
      samples.set(id, made);
      tell(id);
    }, () => undefined);
  });
  const subscriptions = vscode.Disposable.from(picker, showSample, picker.onDidChangeValue(show), picker.onDidChangeActive(showSample.run));
  show();
  // What is in focus at first is not told.
  showSample.run();
  try {
    return await new Promise((resolve) => {
      picker.onDidAccept(() => {
        const chosen = activeRow(picker);
        resolve(chosen === undefined ? undefined : chosen.id === undefined ? "file" : { id: chosen.id });
        picker.hide();
      });
      picker.onDidHide(() => resolve(undefined));
      picker.show();
    });
  } finally {
    void subscriptions.dispose();
  }
}

function toItem({ id, title, citationFormat, fields }: StyleDescription, current: string, sample: string): StyleItem {
  const discipline = fields.filter((field) => field !== "generic-base").map(fieldName);
  return {
    id,
    label: id === current ? `$(check) ${rowLine(title)}` : rowLine(title),
    description: [...citationFormat === "" ? [] : [formatName(citationFormat)], ...discipline].join(" · "),
    detail: sample === "" ? id : sample,
    // The core has searched already.
    alwaysShow: true,
  };
}

function fileItem(): StyleItem {
  return { id: undefined, label: vscode.l10n.t("$(folder-opened) Use a .csl file…"), alwaysShow: true };
}
