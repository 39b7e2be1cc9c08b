import * as vscode from "vscode";
import { bibliographyEndings } from "../core/bibliography/parseBibliography";
import { Emitter } from "../core/events";
import type { FileChange, Uri, Workspace } from "../core/ports";
import { documentEndings, languageOfId } from "../core/text/languages";
import { withEvenLineEnds } from "../core/text/lineEnds";
import { fileEnding } from "../core/text/uri";
import { excludedFiles, exclusions } from "./settings";

/** Endings of the files that answers depend on: bibliographies, documents, project files and styles. */
const watchedEndings: readonly string[] = [...new Set([...bibliographyEndings, ...documentEndings, ".yml", ".yaml", ".csl"])];

/** How long a file must be quiet to count as written, in milliseconds. */
const settlingTime = 1000;

/** The core's window to files, over VS Code's file system: desktop, remote, virtual and browser alike. */
export class VsCodeWorkspace implements Workspace, vscode.Disposable {
  readonly #changes = new Emitter<FileChange>();
  readonly #folderChanges = new Emitter<void>();
  readonly #subscriptions: vscode.Disposable[] = [];
  /** Files that have changed on disk and may still be written, by URI. */
  readonly #settling = new Map<Uri, ReturnType<typeof setTimeout>>();
  /** Watchers of single files that lie in no workspace folder, by URI. */
  readonly #outside = new Map<Uri, vscode.Disposable>();

  readonly onDidChangeFile = this.#changes.event;
  readonly onDidChangeFolders = this.#folderChanges.event;

  constructor() {
    this.#subscriptions.push(
      this.#watch(`**/*{${watchedEndings.join(",")}}`),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#textChanged(document);
      }),
      // What was not saved is gone, and the file on disk counts again.
      vscode.workspace.onDidCloseTextDocument((document) => this.#textChanged(document)),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#folderChanges.fire()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (exclusions.some((name) => event.affectsConfiguration(name))) this.#folderChanges.fire();
      }),
    );
  }

  get folders(): readonly Uri[] {
    return (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.toString());
  }

  get home(): Uri | undefined {
    return homeFolder();
  }

  async readFile(uri: Uri): Promise<Uint8Array | string | undefined> {
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
    if (open !== undefined) return open.getText();
    try {
      const parsed = vscode.Uri.parse(uri, true);
      const content = await vscode.workspace.fs.readFile(parsed);
      this.#watchOutside(uri, parsed);
      return withEvenLineEnds(content);
    } catch {
      return undefined;
    }
  }

  async findFiles(endings: readonly string[]): Promise<readonly Uri[]> {
    const pattern = `**/*{${endings.join(",")}}`;
    const found = await vscode.workspace.findFiles(pattern, excludedFiles());
    return found.map((uri) => uri.toString()).sort();
  }

  dispose(): void {
    this.#settling.forEach((timer) => clearTimeout(timer));
    for (const subscription of [...this.#subscriptions, ...this.#outside.values(), this.#changes, this.#folderChanges]) subscription.dispose();
  }

  /** Output channels, source code and the rest of what is open change all the time and are nobody's business here. */
  #textChanged({ uri, languageId }: vscode.TextDocument): void {
    if (languageOfId(languageId) === undefined && !watchedEndings.includes(fileEnding(uri.toString()))) return;
    this.#changes.fire({ uri: uri.toString(), kind: "changed" });
  }

  /** Tells of a change at once, and again when the file has been quiet: a program may have been in the middle of writing it. */
  #fileChanged(change: FileChange): void {
    this.#changes.fire(change);
    clearTimeout(this.#settling.get(change.uri));
    this.#settling.delete(change.uri);
    if (change.kind === "deleted" || !bibliographyEndings.includes(fileEnding(change.uri))) return;
    this.#settling.set(change.uri, setTimeout(() => {
      this.#settling.delete(change.uri);
      this.#changes.fire({ uri: change.uri, kind: "changed" });
    }, settlingTime));
  }

  #watchOutside(uri: Uri, parsed: vscode.Uri): void {
    if (this.#outside.has(uri) || vscode.workspace.getWorkspaceFolder(parsed) !== undefined) return;
    const name = parsed.path.slice(parsed.path.lastIndexOf("/") + 1);
    this.#outside.set(uri, this.#watch(new vscode.RelativePattern(vscode.Uri.joinPath(parsed, ".."), escapeGlob(name))));
  }

  #watch(pattern: vscode.GlobPattern): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const fire = (kind: FileChange["kind"]) => (uri: vscode.Uri) => this.#fileChanged({ uri: uri.toString(), kind });
    return vscode.Disposable.from(watcher, watcher.onDidCreate(fire("created")), watcher.onDidChange(fire("changed")), watcher.onDidDelete(fire("deleted")));
  }
}

function escapeGlob(name: string): string {
  return name.replace(/[*?{}[\]]/g, (char) => `[${char}]`);
}

/** Hosts with a Node process know the home folder; a browser has none. */
function homeFolder(): Uri | undefined {
  const { process } = globalThis as { readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> } };
  const path = process?.env?.["HOME"] ?? process?.env?.["USERPROFILE"];
  return path === undefined || path === "" ? undefined : vscode.Uri.file(path).toString();
}
