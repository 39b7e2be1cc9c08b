import * as vscode from "vscode";

/** A file system that lies on no disk, as those of browsers and of other extensions do. */
export class VirtualFiles implements vscode.FileSystemProvider {
  readonly #files = new Map<string, Uint8Array>();
  readonly #changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changes.event;

  /** `readOnly`: paths of files that cannot be written. */
  constructor(files: Readonly<Record<string, string>>, readonly readOnly: readonly string[] = []) {
    for (const [path, text] of Object.entries(files)) this.#files.set(path, new TextEncoder().encode(text));
  }

  textOf(path: string): string {
    return new TextDecoder().decode(this.#files.get(path) ?? new Uint8Array());
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const content = this.#files.get(path);
    if (content === undefined && ![...this.#files.keys()].some((name) => name.startsWith(path.replace(/\/?$/, "/")))) throw vscode.FileSystemError.FileNotFound(path);
    return { type: content === undefined ? vscode.FileType.Directory : vscode.FileType.File, ctime: 0, mtime: 0, size: content?.length ?? 0, ...this.readOnly.includes(path) && { permissions: vscode.FilePermission.Readonly } };
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    const folder = path.replace(/\/?$/, "/");
    return [...this.#files.keys()].filter((name) => name.startsWith(folder)).map((name) => [name.slice(folder.length), vscode.FileType.File]);
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const content = this.#files.get(path);
    if (content === undefined) throw vscode.FileSystemError.FileNotFound(path);
    return content;
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    if (this.readOnly.includes(uri.path)) throw vscode.FileSystemError.NoPermissions(uri);
    this.#files.set(uri.path, content);
    this.#changes.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  delete(uri: vscode.Uri): void {
    this.#files.delete(uri.path);
    this.#changes.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  createDirectory(): void {
    // There are folders wherever there are files.
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.writeFile(to, this.readFile(from));
    this.delete(from);
  }
}
