import type { Disposable, Uri, Workspace } from "../ports";

/**
 * A value for each file: read when first asked for, shared while it is being read, dropped when its file changes.
 * A read that was overtaken by a change is read again for whoever waits for it.
 */
export interface FileCache<T> extends Disposable {
  /** `undefined` where there is no such file. */
  readonly get: (uri: Uri) => Promise<T | undefined>;
  readonly clear: () => void;
}

export function createFileCache<T>(
  workspace: Pick<Workspace, "readFile" | "onDidChangeFile">,
  /** `previous` is what the file gave before it changed. */
  parse: (content: Uint8Array | string, uri: Uri, previous: T | undefined) => T | undefined,
): FileCache<T> {
  const values = new Map<Uri, Promise<T | undefined>>();
  const previous = new Map<Uri, T>();

  const load = async (uri: Uri): Promise<T | undefined> => {
    const content = await workspace.readFile(uri);
    const value = content === undefined ? undefined : parse(content, uri, previous.get(uri));
    if (value === undefined) previous.delete(uri);
    else previous.set(uri, value);
    return value;
  };

  const get = async (uri: Uri): Promise<T | undefined> => {
    for (;;) {
      const pending = values.get(uri) ?? load(uri);
      values.set(uri, pending);
      try {
        const value = await pending;
        const current = values.get(uri);
        if (current === pending || current === undefined) return value;
      } catch (error) {
        if (values.get(uri) === pending) values.delete(uri);
        throw error;
      }
    }
  };

  const subscription = workspace.onDidChangeFile(({ uri }) => values.delete(uri));
  return {
    get,
    clear: () => {
      values.clear();
      previous.clear();
    },
    dispose: () => {
      subscription.dispose();
      values.clear();
      previous.clear();
    },
  };
}
