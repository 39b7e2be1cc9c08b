import type { ReferenceEngine, Uri, Workspace } from "../core/ports";

/** Where text goes. */
export interface Output {
  /** Whether a person looks at a terminal, which control characters could take over. */
  readonly isTerminal: boolean;
  write(text: string): void;
}

/** The files that paths on the command line name. */
export interface Disk {
  /** The user's home folder, where there is one. */
  readonly home: Uri | undefined;
  kindOf(uri: Uri): "file" | "folder" | "other" | "missing";
  openWorkspace(folders: readonly Uri[]): Workspace;
}

/** What the command line needs from the process it runs in. */
export interface Host {
  /** An absolute path. */
  readonly cwd: string;
  readonly version: string;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly disk: Disk;
  readonly loadEngine: () => Promise<ReferenceEngine>;
}
