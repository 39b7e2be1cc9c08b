import type { Disposable, Uri, Workspace } from "../ports";
import { fileEnding, isInside } from "../text/uri";

/** The files of a workspace whose names have certain endings: listed when first asked for, and again once files or folders have come or gone. */
export interface FileListing extends Disposable {
  readonly get: () => Promise<readonly Uri[]>;
  readonly forget: () => void;
}

export function createFileListing(workspace: Pick<Workspace, "findFiles" | "folders" | "onDidChangeFile" | "onDidChangeFolders">, endings: readonly string[]): FileListing {
  let listing: Promise<readonly Uri[]> | undefined;
  let listed: ReadonlySet<Uri> | undefined;
  /** Files that were looked for once because they changed, and are left out for some reason. */
  const leftOut = new Set<Uri>();

  const begin = (): Promise<readonly Uri[]> => {
    const begun = workspace.findFiles(endings);
    listed = undefined;
    listing = begun;
    begun.then((uris) => {
      if (listing === begun) listed = new Set(uris);
    }, () => {
      if (listing === begun) listing = undefined;
    });
    return begun;
  };
  const forget = (): void => {
    listing = undefined;
    leftOut.clear();
  };
  /** Hosts miss the coming of files in a folder that has just come: the first that is heard of one is that it changes. */
  const isNews = (uri: Uri): boolean => listed?.has(uri) !== true && !leftOut.has(uri) && workspace.folders.some((folder) => isInside(uri, folder));

  const subscriptions = [
    workspace.onDidChangeFile(({ uri, kind }) => {
      const ending = fileEnding(uri);
      if (kind !== "changed" && (ending === "" || endings.includes(ending))) forget();
      else if (kind === "changed" && listing !== undefined && endings.includes(ending) && isNews(uri)) {
        leftOut.add(uri);
        listing = undefined;
      }
    }),
    workspace.onDidChangeFolders(forget),
  ];

  return {
    get: () => listing ?? begin(),
    forget,
    dispose: () => subscriptions.forEach((subscription) => subscription.dispose()),
  };
}
