import * as vscode from "vscode";
import type { ProblemCode, ProblemSeverity } from "../core/model/problem";
import { defaultSettings, type Settings } from "../core/model/settings";

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
    core: {
      bibliographies: stringsIn(settings.get("bibliographies")),
      corpus: oneOf(settings.get("corpus"), ["auto", "always", "never"], defaultSettings.corpus),
      style: stringOr(settings.get("style"), defaultSettings.style),
      locale: stringOr(settings.get("locale"), defaultSettings.locale),
      diagnostics: severities(settings.get("diagnostics.severity")),
      citationCommands: stringsIn(settings.get("latex.citationCommands")),
    },
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

function severities(value: unknown): Settings["diagnostics"] {
  if (!isRecord(value)) return defaultSettings.diagnostics;
  const known: readonly (ProblemSeverity | "off")[] = ["error", "warning", "information", "off"];
  const entries = Object.entries(defaultSettings.diagnostics).map(([code, severity]) => [code, oneOf(value[code], known, severity)]);
  return Object.fromEntries(entries) as Record<ProblemCode, ProblemSeverity | "off">;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function stringsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

function stringOr(value: unknown, fallback: string): string {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : fallback;
}

function lengthOr(value: unknown, fallback: number): number {
  return typeof value === "number" && value >= 0 ? Math.floor(value) : fallback;
}

function oneOf<T extends string>(value: unknown, known: readonly T[], fallback: T): T {
  return known.find((candidate) => candidate === value) ?? fallback;
}
