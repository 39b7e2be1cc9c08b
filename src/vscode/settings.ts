import * as vscode from "vscode";
import { checkSettings } from "../core/checkSettings";
import type { Settings } from "../core/model/settings";

const section = "sourcebook";

/** All of the product's settings as values, checked: what has the wrong type counts as not set. */
export interface EditorSettings {
  readonly core: Settings;
  readonly completion: boolean;
  readonly hover: boolean;
  /** Letters of the abstract a hover shows; 0 for none. */
  readonly abstractLength: number;
  readonly problems: boolean;
  /** Whether the log says what is read and why. */
  readonly trace: boolean;
}

export function readSettings(): EditorSettings {
  const settings = vscode.workspace.getConfiguration(section);
  return {
    core: checkSettings({
      bibliographies: settings.get("bibliographies"),
      corpus: settings.get("corpus"),
      style: settings.get("style"),
      locale: settings.get("locale"),
      diagnostics: settings.get("diagnostics.severity"),
      citationCommands: settings.get("latex.citationCommands"),
    }),
    completion: settings.get("completion.enabled") !== false,
    hover: settings.get("hover.enabled") !== false,
    abstractLength: lengthOr(settings.get("hover.abstractLength"), 300),
    problems: settings.get("diagnostics.enabled") !== false,
    trace: settings.get("trace") === "messages",
  };
}

export function onDidChangeSettings(listener: (settings: EditorSettings) => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(section)) listener(readSettings());
  });
}

/** The editor's own exclusions as one glob, `files.exclude` and `search.exclude` together; `undefined` where there are none. */
export function excludedFiles(): string | undefined {
  const patterns = ["files.exclude", "search.exclude"].flatMap((name) => {
    const excludes: unknown = vscode.workspace.getConfiguration().get(name);
    return isRecord(excludes) ? Object.keys(excludes).filter((pattern) => excludes[pattern] === true) : [];
  });
  return patterns.length === 0 ? undefined : `{${[...new Set(patterns)].join(",")}}`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function lengthOr(value: unknown, fallback: number): number {
  return typeof value === "number" && value >= 0 ? Math.floor(value) : fallback;
}
