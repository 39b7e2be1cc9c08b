import * as vscode from "vscode";
import { checkInsertStyle, checkSettings, oneOf } from "../core/checkSettings";
import type { FolderSettings } from "../core/library/folderSettings";
import type { InsertStyle } from "../core/model/insertStyle";
import type { Settings } from "../core/model/settings";

const section = "sourcebook";

export type CompletionLabel = "key" | "people" | "title";

/** All of the product's settings as values, checked: what has the wrong type counts as not set. */
export interface EditorSettings {
  readonly core: Settings;
  readonly completion: boolean;
  /** Whether to complete where another extension completes citations already. */
  readonly completionBesideOthers: boolean;
  /** What stands first in the list of suggestions. */
  readonly completionLabel: CompletionLabel;
  /** How new citations are written. */
  readonly insertStyle: InsertStyle;
  readonly hover: boolean;
  readonly hoverBesideOthers: boolean;
  /** Letters of the abstract a hover shows; 0 for none. */
  readonly abstractLength: number;
  readonly problems: boolean;
  /** What stands before the fields of formatted entries: what stands before most of the file's, or what the editor indents with. */
  readonly formatIndent: "file" | "editor";
  readonly formatAlign: "file" | "always" | "never";
  /** Whether bibliographies say above each entry how often it is cited. */
  readonly codeLens: boolean;
  /** Whether rendered citations stand beside those in the text. */
  readonly inlayHints: boolean;
  /** Whether the log says what is read and why. */
  readonly trace: boolean;
}

/** The settings that hold for a document, its language's own included, or for a folder; without either, those of the window. */
export function readSettings(scope?: vscode.ConfigurationScope): EditorSettings {
  const settings = vscode.workspace.getConfiguration(section, scope);
  return {
    core: checkSettings({
      bibliographies: settings.get("bibliographies"),
      corpus: settings.get("corpus"),
      style: settings.get("style"),
      locale: settings.get("locale"),
      diagnostics: settings.get("diagnostics.severity"),
      citationCommands: settings.get("latex.citationCommands"),
      isStyleChosen: isSet(settings.inspect("style")),
    }),
    completion: settings.get("completion.enabled") !== false,
    completionBesideOthers: settings.get("completion.besideOthers") === true,
    completionLabel: oneOf(settings.get("completion.label"), ["key", "people", "title"], "key"),
    insertStyle: checkInsertStyle(settings.get("insertCitation.markdown"), settings.get("insertCitation.latexCommand")),
    hover: settings.get("hover.enabled") !== false,
    hoverBesideOthers: settings.get("hover.besideOthers") === true,
    abstractLength: lengthOr(settings.get("hover.abstractLength"), 300),
    problems: settings.get("diagnostics.enabled") !== false,
    formatIndent: oneOf(settings.get("bibliographyFormat.indent"), ["file", "editor"], "file"),
    formatAlign: oneOf(settings.get("bibliographyFormat.align"), ["file", "always", "never"], "file"),
    codeLens: settings.get("codeLens.enabled") === true,
    inlayHints: settings.get("inlayHints.enabled") === true,
    trace: settings.get("trace") === "messages",
  };
}

/** Names the style in the settings of the workspace, or in the writer's own where no folder is open. */
export async function writeStyleSetting(style: string): Promise<void> {
  const target = vscode.workspace.workspaceFolders === undefined ? vscode.ConfigurationTarget.Global : vscode.ConfigurationTarget.Workspace;
  await vscode.workspace.getConfiguration(section).update("style", style, target);
}

/** Names further bibliographies in the settings of the workspace; where it has several folders, in those of the folder that a file lies in. */
export async function addBibliographySetting(files: readonly vscode.Uri[]): Promise<void> {
  const isOneFolder = vscode.workspace.workspaceFolders?.length === 1;
  for (const file of files) {
    const folder = isOneFolder ? undefined : vscode.workspace.getWorkspaceFolder(file);
    const settings = vscode.workspace.getConfiguration(section, folder);
    const named: unknown = settings.get("bibliographies");
    const all = [...Array.isArray(named) ? named as readonly unknown[] : [], vscode.workspace.asRelativePath(file, false)];
    await settings.update("bibliographies", [...new Set(all)], folder === undefined ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.WorkspaceFolder);
  }
}

/** What the core goes by: the settings of the window, and those that hold in each of its folders. */
export function readCoreSettings(): Required<FolderSettings> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return { settings: readSettings().core, folderSettings: new Map(folders.map(({ uri }) => [uri.toString(), readSettings(uri).core])) };
}

export function onDidChangeSettings(listener: (settings: Required<FolderSettings>) => void): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeWorkspaceFolders(() => listener(readCoreSettings())),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(section)) listener(readCoreSettings());
    }),
  );
}

/** The editor's own settings that leave files out. */
export const exclusions = ["files.exclude", "search.exclude"] as const;

/** The editor's own exclusions as one glob; `undefined` where there are none. */
export function excludedFiles(): string | undefined {
  const patterns = exclusions.flatMap((name) => patternsOf(name));
  return patterns.length === 0 ? undefined : `{${[...new Set(patterns)].join(",")}}`;
}

/** Whether the editor's own settings let a document be read only. */
export function isReadOnlyBySetting(document: vscode.TextDocument): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  const matches = (pattern: string): boolean => vscode.languages.match([{ pattern }, ...folder === undefined ? [] : [{ pattern: new vscode.RelativePattern(folder, pattern) }]], document) > 0;
  return patternsOf("files.readonlyInclude", document.uri).some(matches) && !patternsOf("files.readonlyExclude", document.uri).some(matches);
}

/** The patterns that a setting of the editor's turns on. */
function patternsOf(name: string, uri?: vscode.Uri): readonly string[] {
  const patterns: unknown = vscode.workspace.getConfiguration(undefined, uri).get(name);
  return isRecord(patterns) ? Object.keys(patterns).filter((pattern) => patterns[pattern] === true) : [];
}

function isSet(values: ReturnType<vscode.WorkspaceConfiguration["inspect"]>): boolean {
  return values?.globalValue !== undefined || values?.workspaceValue !== undefined || values?.workspaceFolderValue !== undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function lengthOr(value: unknown, fallback: number): number {
  return typeof value === "number" && value >= 0 ? Math.floor(value) : fallback;
}
