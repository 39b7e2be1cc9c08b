import type { CancellationToken, Disposable, Uri, Workspace } from "../ports";
import { fileEnding } from "../text/uri";

/**
 * A value for each file: read when first asked for, shared while it is being read, dropped when its file changes.
 * A read that is overtaken by a change is given up, and the file read again for whoever waits for it.
 */
export interface FileCache<T> extends Disposable {
  /** `undefined` where there is no such file. */
  readonly get: (uri: Uri) => Promise<T | undefined>;
  /** What there is of a value now, whole or not: what has been told of it while it is made, or what the file gave before. Nothing is begun. */
  readonly soFar: (uri: Uri) => T | undefined;
  /** The file is not expected back: what it gave is not kept for the next reading either. */
  readonly forget: (uri: Uri) => void;
  /** How many files it keeps something of. */
  readonly count: () => number;
  readonly clear: () => void;
}

/** What is to be known while a file's value is made. */
export interface FileReading<T> {
  /** What the file gave before it changed. */
  readonly previous: T | undefined;
  /** Long work ends early once it is not wanted any more. */
  readonly token: CancellationToken;
  /** Tells what there is of the value before all of it is. */
  readonly tell: (soFar: T) => void;
}

/** Makes a file's value of its content. */
export type ParseFile<T> = (content: Uint8Array | string, uri: Uri, reading: FileReading<T>) => T | undefined | Promise<T | undefined>;

interface Load<T> {
  /** Set when the file has changed since. */
  readonly token: { isCancellationRequested: boolean };
  readonly told: { soFar?: T };
  readonly value: Promise<T | undefined>;
}

/** Of as many files it is kept that they are not there, those found missing last: each letter of a path that is typed may name another one. */
const mostMissing = 10_000;

export function createFileCache<T>(workspace: Pick<Workspace, "readFile" | "onDidChangeFile">, parse: ParseFile<T>): FileCache<T> {
  const files = new CachedFiles(workspace, parse);
  const subscription = workspace.onDidChangeFile(({ uri, kind }) => {
    if (kind === "deleted") files.gone(uri);
    else files.drop(uri);
    if (kind === "created" && fileEnding(uri) === "") files.folderCame();
  });
  return {
    get: (uri) => files.get(uri),
    soFar: (uri) => files.soFar(uri),
    forget: (uri) => files.forget(uri),
    count: () => files.uris.length,
    clear: () => files.clear(),
    dispose: () => {
      subscription.dispose();
      files.dispose();
    },
  };
}

class CachedFiles<T> {
  readonly #loads = new Map<Uri, Load<T>>();
  readonly #previous = new Map<Uri, T>();
  /** Those of the loads that found nothing. */
  readonly #missing = new Set<Uri>();
  #isDisposed = false;

  constructor(readonly workspace: Pick<Workspace, "readFile">, readonly parse: ParseFile<T>) {}

  get uris(): readonly Uri[] {
    return [...new Set([...this.#loads.keys(), ...this.#previous.keys()])];
  }

  async get(uri: Uri): Promise<T | undefined> {
    while (!this.#isDisposed) {
      const pending = this.#loads.get(uri) ?? this.#start(uri);
      const value = await pending.value;
      if (!pending.token.isCancellationRequested) return value;
    }
    return undefined;
  }

  soFar(uri: Uri): T | undefined {
    return this.#loads.get(uri)?.told.soFar ?? this.#previous.get(uri);
  }

  drop(uri: Uri): void {
    const pending = this.#loads.get(uri);
    if (pending !== undefined) pending.token.isCancellationRequested = true;
    this.#loads.delete(uri);
    this.#missing.delete(uri);
  }

  forget(uri: Uri): void {
    this.drop(uri);
    this.#previous.delete(uri);
  }

  /** One that goes may be on its way back, as where a program writes it anew: what it gave is kept until that is said twice. A folder takes along what lies in it. */
  gone(uri: Uri): void {
    if (!this.#loads.has(uri)) this.#previous.delete(uri);
    this.drop(uri);
    const inside = `${uri}/`;
    for (const file of this.uris) if (file.startsWith(inside)) this.forget(file);
  }

  /** Hosts tell of one of the folders that come together, and not always of what lies in them. */
  folderCame(): void {
    [...this.#missing].forEach((uri) => this.drop(uri));
  }

  clear(): void {
    this.uris.forEach((uri) => this.forget(uri));
  }

  dispose(): void {
    this.#isDisposed = true;
    this.clear();
  }

  #start(uri: Uri): Load<T> {
    const token = { isCancellationRequested: false };
    const told: { soFar?: T } = {};
    const started = { token, told, value: this.#load(uri, token, told) };
    this.#loads.set(uri, started);
    started.value.catch(() => {
      if (this.#loads.get(uri) === started) this.drop(uri);
    });
    return started;
  }

  async #load(uri: Uri, token: CancellationToken, told: Load<T>["told"]): Promise<T | undefined> {
    const content = await this.workspace.readFile(uri);
    const reading = { previous: this.#previous.get(uri), token, tell: (soFar: T) => told.soFar = soFar };
    const value = content === undefined || token.isCancellationRequested ? undefined : await this.parse(content, uri, reading);
    delete told.soFar;
    if (token.isCancellationRequested) return undefined;
    if (value === undefined) this.#foundMissing(uri);
    else this.#previous.set(uri, value);
    return value;
  }

  #foundMissing(uri: Uri): void {
    this.#previous.delete(uri);
    this.#missing.add(uri);
    for (const oldest of this.#missing) {
      if (this.#missing.size <= mostMissing) return;
      this.drop(oldest);
    }
  }
}
