import type { Bibliography } from "../model/bibliography";
import { looksLikeCslJson } from "../bibliography/parseCslJson";
import { bibliographyEndings, parseBibliography } from "../bibliography/parseBibliography";
import type { Disposable, Uri, Workspace } from "../ports";
import { decodeText } from "../text/decode";
import { fileEnding } from "../text/uri";
import { createFileCache } from "./fileCache";

/** A bibliography file as read. */
export interface LoadedBibliography {
  readonly uri: Uri;
  readonly text: string;
  readonly encoding: ReturnType<typeof decodeText>["encoding"];
  readonly bibliography: Bibliography;
  /** Told from other JSON by shape; a declared file counts whatever it looks like. */
  readonly isRecognized: boolean;
}

/** The bibliography files of a workspace, each parsed once until it changes. */
export interface BibliographyStore extends Disposable {
  /** `undefined` where the file is missing or of a kind that is no bibliography. */
  readonly get: (uri: Uri) => Promise<LoadedBibliography | undefined>;
  /** Every bibliography file of the workspace, in a stable order. */
  readonly all: () => Promise<readonly LoadedBibliography[]>;
  clear(): void;
}

export function createBibliographyStore(workspace: Workspace): BibliographyStore {
  const files = createFileCache(workspace, load);
  let listing: Promise<readonly Uri[]> | undefined;
  const forget = (): void => {
    listing = undefined;
  };
  const subscriptions = [
    workspace.onDidChangeFile(({ kind, uri }) => {
      if (kind !== "changed" && bibliographyEndings.includes(fileEnding(uri))) forget();
    }),
    workspace.onDidChangeFolders(forget),
  ];

  const list = (): Promise<readonly Uri[]> => {
    const pending = listing ?? workspace.findFiles(bibliographyEndings);
    pending.catch(() => {
      if (listing === pending) listing = undefined;
    });
    return listing = pending;
  };

  return {
    get: files.get,
    all: async () => {
      const loaded = await Promise.all((await list()).map((uri) => files.get(uri)));
      return loaded.filter((file) => file?.isRecognized === true) as readonly LoadedBibliography[];
    },
    clear: () => {
      forget();
      files.clear();
    },
    dispose: () => {
      subscriptions.forEach((subscription) => subscription.dispose());
      files.dispose();
    },
  };
}

function load(content: Uint8Array | string, uri: Uri): LoadedBibliography | undefined {
  const { text, encoding } = typeof content === "string" ? { text: content, encoding: "utf-8" as const } : decodeText(content);
  const isJson = fileEnding(uri) === ".json";
  const isRecognized = !isJson || looksLikeCslJson(text);
  const bibliography = parseBibliography(uri, text);
  return bibliography && { uri, text, encoding, bibliography, isRecognized };
}
