import * as vscode from "vscode";
import type { KeptFile, KeptFiles } from "../core/ports";

/** How long after a file has been read the host is left alone, in milliseconds. */
const waitingTime = 5000;

type Context = Pick<vscode.ExtensionContext, "storageUri" | "globalStorageUri" | "extensionUri" | "extension">;

/** Files in the extension's storage: the workspace's own, the common one where no folder is open. */
export class StoredFiles implements KeptFiles, vscode.Disposable {
  readonly #folder: vscode.Uri;
  readonly #waiting = new Set<ReturnType<typeof setTimeout>>();
  #edition: Promise<string> | undefined;

  constructor(readonly context: Context, readonly wait = waitingTime) {
    this.#folder = vscode.Uri.joinPath(context.storageUri ?? context.globalStorageUri, "indexes");
  }

  edition(): Promise<string> {
    return this.#edition ??= this.#readEdition();
  }

  whenIdle(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(timer);
        resolve();
      }, this.wait);
      this.#waiting.add(timer);
    });
  }

  async read(name: string): Promise<Uint8Array | undefined> {
    try {
      return await vscode.workspace.fs.readFile(this.#uri(name));
    } catch {
      return undefined;
    }
  }

  async write(name: string, bytes: Uint8Array): Promise<void> {
    await vscode.workspace.fs.createDirectory(this.#folder);
    await vscode.workspace.fs.writeFile(this.#uri(name), bytes);
  }

  async delete(name: string): Promise<void> {
    try {
      await vscode.workspace.fs.delete(this.#uri(name));
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }

  async list(): Promise<readonly KeptFile[]> {
    const found = await vscode.workspace.fs.readDirectory(this.#folder);
    const files = await Promise.all(found.map(async ([name]) => {
      try {
        const { size, mtime } = await vscode.workspace.fs.stat(this.#uri(name));
        return [{ name, size, time: mtime }];
      } catch (error) {
        if (!isGone(error)) throw error;
        return [];
      }
    }));
    return files.flat();
  }

  dispose(): void {
    this.#waiting.forEach((timer) => clearTimeout(timer));
  }

  /** The version, and what a build made while the product is worked on differs in. */
  async #readEdition(): Promise<string> {
    const { extensionUri, extension } = this.context;
    const { version } = extension.packageJSON as { readonly version: string };
    try {
      const { size, mtime } = await vscode.workspace.fs.stat(vscode.Uri.joinPath(extensionUri, "dist", "extension.js"));
      return `${version} ${String(size)} ${String(mtime)}`;
    } catch {
      // served by an address, where files have no dates
      return version;
    }
  }

  #uri(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.#folder, name);
  }
}

/** Two windows on one folder have one storage: what is there for the one may have been deleted by the other. */
function isGone(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === "FileNotFound";
}
