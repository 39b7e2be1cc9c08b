import type { CancellationToken, Disposable, Uri, Workspace } from "../ports";

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

export function createFileCache<T>(workspace: Pick<Workspace, "readFile" | "onDidChangeFile">, parse: ParseFile<T>): FileCache<T> {
  const loads = new Map<Uri, Load<T>>();
  const previous = new Map<Uri, T>();
  let isDisposed = false;

  const load = async (uri: Uri, token: CancellationToken, told: Load<T>["told"]): Promise<T | undefined> => {
    const content = await workspace.readFile(uri);
    const value = content === undefined || token.isCancellationRequested ? undefined : await parse(content, uri, { previous: previous.get(uri), token, tell: (soFar) => told.soFar = soFar });
    delete told.soFar;
    if (token.isCancellationRequested) return undefined;
    if (value === undefined) previous.delete(uri);
    else previous.set(uri, value);
    return value;
  };

  const start = (uri: Uri): Load<T> => {
    const token = { isCancellationRequested: false };
    const told: { soFar?: T } = {};
    const started = { token, told, value: load(uri, token, told) };
    loads.set(uri, started);
    started.value.catch(() => {
      if (loads.get(uri) === started) loads.delete(uri);
    });
    return started;
  };

  const get = async (uri: Uri): Promise<T | undefined> => {
    while (!isDisposed) {
      const pending = loads.get(uri) ?? start(uri);
      const value = await pending.value;
      if (!pending.token.isCancellationRequested) return value;
    }
    return undefined;
  };

  const all = (): readonly Uri[] => [...new Set([...loads.keys(), ...previous.keys()])];
  const drop = (uri: Uri): void => {
    const pending = loads.get(uri);
    if (pending !== undefined) pending.token.isCancellationRequested = true;
    loads.delete(uri);
  };
  const forget = (uri: Uri): void => {
    drop(uri);
    previous.delete(uri);
  };

  /** One that goes may be on its way back, as where a program writes it anew: what it gave is kept until that is said twice. A folder takes along what lies in it. */
  const gone = (uri: Uri): void => {
    if (loads.has(uri)) drop(uri);
    else previous.delete(uri);
    within(uri, all()).forEach(forget);
  };

  const subscription = workspace.onDidChangeFile(({ uri, kind }) => kind === "deleted" ? gone(uri) : drop(uri));
  return {
    get,
    soFar: (uri) => loads.get(uri)?.told.soFar ?? previous.get(uri),
    forget,
    count: () => all().length,
    clear: () => all().forEach(forget),
    dispose: () => {
      isDisposed = true;
      subscription.dispose();
      all().forEach(forget);
    },
  };
}

function within(folder: Uri, uris: readonly Uri[]): readonly Uri[] {
  const start = `${folder}/`;
  return uris.filter((uri) => uri.startsWith(start));
}
