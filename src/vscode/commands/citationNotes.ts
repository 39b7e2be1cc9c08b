import * as vscode from "vscode";
import type { CitationNotes } from "../../core/citations/writeNotes";
import { locatorChoices } from "../../core/features/locatorChoices";
import type { Locator } from "../../core/model/citation";
import { activeRow } from "../activeRow";
import { keepOrder } from "../quickPicks";

/** Asks for the words before a citation, its pages or another place, and the words behind it. Enter leaves out what is empty; `undefined` where the writer leaves. */
export async function askForNotes(locale: string | undefined): Promise<CitationNotes | undefined> {
  const prefix = await vscode.window.showInputBox({
    title: vscode.l10n.t("Insert Citation: Words Before It (1 of 3)"),
    placeHolder: vscode.l10n.t("For example “see” or “cf.”; Enter leaves it out"),
  });
  if (prefix === undefined) return undefined;
  const locator = await askForLocator(locale);
  if (locator === undefined) return undefined;
  const suffix = await vscode.window.showInputBox({
    title: vscode.l10n.t("Insert Citation: Words Behind It (3 of 3)"),
    placeHolder: vscode.l10n.t("For example “and passim”; Enter leaves it out"),
  });
  return suffix === undefined ? undefined : { prefix, suffix, ...locator !== "none" && { locator } };
}

interface LocatorItem extends vscode.QuickPickItem {
  readonly locator: Locator | "none";
}

async function askForLocator(locale: string | undefined): Promise<Locator | "none" | undefined> {
  const none: LocatorItem = { label: vscode.l10n.t("No Page or Other Place"), locator: "none", alwaysShow: true };
  const picker = vscode.window.createQuickPick<LocatorItem>();
  picker.title = vscode.l10n.t("Insert Citation: Pages or Another Place (2 of 3)");
  picker.placeholder = vscode.l10n.t("For example “33–35” or “chap. 3”; Enter leaves it out");
  picker.items = [none];
  keepOrder(picker);
  picker.onDidChangeValue((typed) => {
    const choices = locatorChoices(typed, locale);
    picker.items = choices.length === 0 ? [none] : choices.map(({ text, locator }) => ({ label: text, description: locator.label, locator, alwaysShow: true }));
  });
  try {
    return await new Promise((resolve) => {
      picker.onDidAccept(() => {
        resolve(activeRow(picker)?.locator);
        picker.hide();
      });
      picker.onDidHide(() => resolve(undefined));
      picker.show();
    });
  } finally {
    picker.dispose();
  }
}
