import * as vscode from "vscode";
import { bibliographyEndings } from "../core/bibliography/parseBibliography";
import { Emitter } from "../core/events";
import type { FileChange, Uri, Workspace } from "../core/ports";
import { documentEndings, languageOfId } from "../core/text/languages";
import { withEvenLineEnds } from "../core/text/lineEnds";
import { fileEnding } from "../core/text/uri";
import { isOfType } from "./fileStat";
import { patternOf, settlingTime, watchFiles, watchFolders } from "./fileWatchers";
import { OutsideFiles } from "./outsideFiles";
import { excludedFiles, exclusions } from "./settings";

/** Endings of the files that answers depend on: bibliographies, documents, project files and styles. */
const watchedEndings: readonly string[] = [...new Set([...bibliographyEndings, ...documentEndings, ".yml", ".yaml", ".csl"])];

/** The core's window to files, over VS Code's file system: desktop, remote, virtual and browser alike. */
export class VsCodeWorkspace implements Workspace, vscode.Disposable {
  readonly #changes = new Emitter<FileChange>();
  readonly #folderChanges = new Emitter<void>();
  readonly #subscriptions: vscode.Disposable[] = [];
  /** Files that have changed on disk and may do so again, by URI. */
  readonly #settling = new Map<Uri, ReturnType<typeof setTimeout>>();
  readonly #outside = new OutsideFiles((change) => this.#fileChanged(change));

  readonly onDidChangeFile = this.#changes.event;
  readonly onDidChangeFolders = this.#folderChanges.event;

  constructor() {
    this.#subscriptions.push(
      watchFiles(patternOf(watchedEndings), (change) => this.#fileChanged(change)),
      watchFolders({
        came: (uri) => this.#changes.fire({ uri: uri.toString(), kind: "created" }),
        went: (uri) => this.#changes.fire({ uri: uri.toString(), kind: "deleted" }),
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#textChanged(document);
      }),
      // What was not saved is gone, and the file on disk counts again.
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.#textChanged(document);
        this.#outside.closed(document.uri);
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.#outside.dispose();
        this.#folderChanges.fire();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (exclusions.some((name) => event.affectsConfiguration(name))) this.#folderChanges.fire();
      }),
    );
  }

  /** How many folders are watched beside those of the workspace, how many files are waited for, and how many listen. */
  get keptCounts(): Readonly<Record<"watchers" | "timers" | "listeners", number>> {
    return { watchers: this.#outside.count, timers: this.#settling.size, listeners: this.#changes.listenerCount + this.#folderChanges.listenerCount };
  }

  get folders(): readonly Uri[] {
    return (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.toString());
  }

  get home(): Uri | undefined {
    return homeFolder();
  }

  async readFile(uri: Uri): Promise<Uint8Array | string | undefined> {
    try {
      const parsed = vscode.Uri.parse(uri, true);
      if (isOfAnotherMachine(parsed)) return undefined;
      this.#outside.watch(parsed);
      const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
      if (open !== undefined) return open.getText();
      // devices and pipes are no files here: a document, or a link in the workspace, may name one that never ends
      return await isOfType(parsed, vscode.FileType.File) ? withEvenLineEnds(await vscode.workspace.fs.readFile(parsed)) : undefined;
    } catch {
      return undefined;
    }
  }

  async findFiles(endings: readonly string[]): Promise<readonly Uri[]> {
    const found = await vscode.workspace.findFiles(patternOf(endings), excludedFiles());
    return found.map((uri) => uri.toString()).sort();
  }

  dispose(): void {
    this.#settling.forEach((timer) => clearTimeout(timer));
    this.#settling.clear();
    for (const subscription of [...this.#subscriptions, this.#outside, this.#changes, this.#folderChanges]) subscription.dispose();
  }

  /** Output channels, source code and the rest of what is open change all the time and are nobody's business here. */
  #textChanged({ uri, languageId }: vscode.TextDocument): void {
    if (languageOfId(languageId) === undefined && !watchedEndings.includes(fileEnding(uri.toString()))) return;
    this.#changes.fire({ uri: uri.toString(), kind: "changed" });
  }

  /**
   * Tells of a change at once, and again when the file has been quiet: a program may have been in the middle of writing it, or have taken it
   * away to put another in its place.
   */
  #fileChanged({ uri, kind }: FileChange): void {
    this.#changes.fire({ uri, kind });
    const isDeleted = kind === "deleted";
    const endings = isDeleted ? watchedEndings : bibliographyEndings;
    if (endings.includes(fileEnding(uri))) this.#whenQuiet(uri, () => this.#changes.fire({ uri, kind: isDeleted ? kind : "changed" }));
    else this.#settled(uri);
  }

  #whenQuiet(uri: Uri, action: () => void): void {
    this.#settled(uri);
    this.#settling.set(uri, setTimeout(() => {
      this.#settled(uri);
      action();
    }, settlingTime));
  }

  #settled(uri: Uri): void {
    clearTimeout(this.#settling.get(uri));
    this.#settling.delete(uri);
  }
}

/** Whether reading a file would connect to a machine on which the writer has nothing open. */
function isOfAnotherMachine({ scheme, authority }: vscode.Uri): boolean {
  const { workspaceFolders = [], textDocuments } = vscode.workspace;
  return scheme === "file" && authority !== "" && ![...workspaceFolders, ...textDocuments].some(({ uri }) => uri.scheme === scheme && uri.authority === authority);
}

/** Hosts with a Node process know the home folder; a browser has none. */
function homeFolder(): Uri | undefined {
  const { process } = globalThis as { readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> } };
  const path = process?.env?.["HOME"] ?? process?.env?.["USERPROFILE"];
  return path === undefined || path === "" ? undefined : vscode.Uri.file(path).toString();
}
