import { BibtexBibliography } from "../bibliography/bibtex/bibtexBibliography";
import { editBibtex } from "../bibliography/bibtex/editBibtex";
import type { Bibliography } from "../model/bibliography";
import { bibliographyEndings, isSharedEnding, looksLikeBibliography, readBibliography } from "../bibliography/parseBibliography";
import type { Disposable, KeptFiles, Logger, Pause, Uri, Workspace } from "../ports";
import { noPause, SteppedWork, wholeTurn } from "../steps";
import { decodeInSteps, decodeText, type DecodedText } from "../text/decode";
import { fileEnding } from "../text/uri";
import { createFileCache } from "./fileCache";
import { createFileListing } from "./fileListing";
import { createKeptIndexes, type KeptIndex } from "./kept/keptIndexes";
import { carrySearchIndex, searchIndexOf } from "./searchIndex";

/** A bibliography file as read. */
export interface LoadedBibliography {
  readonly uri: Uri;
  readonly text: string;
  readonly encoding: DecodedText["encoding"];
  readonly bibliography: Bibliography;
  /** Told from other JSON and YAML by shape; a declared file counts whatever it looks like. */
  readonly isRecognized: boolean;
  /** Its entries are there, but not all of them are ready to be searched. */
  readonly isBeingRead: boolean;
}

interface StoredBibliography extends LoadedBibliography {
  /** The half-written text in whose place the last good one is kept. */
  readonly heldAgainst: string | undefined;
  /** It was not read but found as it was kept when it was. */
  readonly isKept: boolean;
}

/** How bibliographies are found. */
export interface BibliographyFiles {
  /** `undefined` where the file is missing or of a kind that is no bibliography. */
  readonly get: (uri: Uri) => Promise<LoadedBibliography | undefined>;
  /** Every bibliography file of the workspace, in a stable order. */
  readonly all: () => Promise<readonly LoadedBibliography[]>;
  /** Every file of the workspace that may be one, by its name. */
  readonly list: () => Promise<readonly Uri[]>;
  /** Whether there is a file, of whatever kind. */
  readonly has: (uri: Uri) => Promise<boolean>;
}

/** The bibliography files of a workspace, each parsed once until it changes; large ones are read in steps, with pauses. */
export interface BibliographyStore extends BibliographyFiles, Disposable {
  /** What has been read of them so far; nothing waits for the rest. */
  readonly soFar: BibliographyFiles;
  /** An open bibliography was closed: of one that was never saved nothing is kept. */
  readonly forget: (uri: Uri) => void;
  /** How many files something is kept of. */
  readonly count: () => number;
  clear(): void;
}

export interface BibliographyStoreOptions {
  readonly workspace: Workspace;
  readonly logger: Logger;
  readonly pause: Pause;
  /** Where indexes of large files are kept between starts. */
  readonly keptFiles?: KeptFiles;
}

export function createBibliographyStore({ workspace, logger, pause, keptFiles }: BibliographyStoreOptions): BibliographyStore {
  const keptIndexes = keptFiles && createKeptIndexes({ files: keptFiles, logger, pause });
  const files = createFileCache<StoredBibliography>(workspace, async (content, uri, { previous, token, tell }) => {
    const kept = previous === undefined && isLarge(content) ? await keptIndexes?.find(uri, content) : undefined;
    const loaded = await new SteppedWork(() => load(content, uri, { previous, kept, tell, isPrepared: pause !== noPause })).finish({ pause, token });
    if (loaded === undefined) return undefined;
    logger.info(`Read ${uri}: ${String(loaded.bibliography.entries.length)} sources, ${loaded.encoding}${loaded.isKept ? ", index kept from before" : ""}`);
    if (isLarge(content) && !loaded.isKept && loaded.bibliography !== previous?.bibliography) keptIndexes?.keep(uri, content, loaded.bibliography);
    return loaded;
  });
  // Most JSON and YAML of a workspace is something else: its beginning tells, and nothing of it is kept.
  const shapes = createFileCache<boolean>(workspace, (content, uri) => looksLikeBibliography(uri, beginningOf(content)));
  const listing = createFileListing(workspace, bibliographyEndings);

  const isWorthReading = async (uri: Uri): Promise<boolean> => !isSharedEnding(fileEnding(uri)) || await shapes.get(uri) === true;

  const allOf = async (get: BibliographyFiles["get"]): Promise<readonly LoadedBibliography[]> => {
    const loaded = await Promise.all((await listing.get()).map(async (uri) => await isWorthReading(uri) ? get(uri) : undefined));
    return loaded.filter((file) => file?.isRecognized === true) as readonly LoadedBibliography[];
  };
  const getSoFar: BibliographyFiles["get"] = (uri) => Promise.resolve(files.soFar(uri));

  return {
    get: files.get,
    all: () => allOf(files.get),
    list: listing.get,
    has: async (uri) => await workspace.readFile(uri) !== undefined,
    soFar: { get: getSoFar, all: () => allOf(getSoFar), list: listing.get, has: (uri) => Promise.resolve(files.soFar(uri) !== undefined) },
    forget: (uri) => {
      if (uri.startsWith("untitled:")) [files, shapes].forEach((cache) => cache.forget(uri));
    },
    count: () => files.count() + shapes.count(),
    clear: () => {
      listing.forget();
      files.clear();
      shapes.clear();
    },
    dispose: () => {
      [listing, files, shapes].forEach((part) => part.dispose());
      keptIndexes?.dispose();
    },
  };
}

/** How much of a file tells its shape, in bytes or characters. */
const beginningLength = 1 << 20;

function beginningOf(content: Uint8Array | string): string {
  return typeof content === "string" ? content.slice(0, beginningLength) : decodeText(content.subarray(0, beginningLength)).text;
}

/** Longer files are made ready to be searched as they are loaded, so that no answer has to do it all at once, and their indexes are kept. */
const longestUnprepared = 1 << 18;

/** Whether a file is large, and as it is on disk. */
function isLarge(content: Uint8Array | string): content is Uint8Array {
  return typeof content !== "string" && content.length > longestUnprepared;
}

/** What a file is read with. */
interface Reading {
  readonly previous: StoredBibliography | undefined;
  readonly kept: KeptIndex | undefined;
  readonly tell: (soFar: StoredBibliography) => void;
  /** Whether a large file is made ready to be searched. */
  readonly isPrepared: boolean;
}

/** Loads a file in steps. */
function* load(content: Uint8Array | string, uri: Uri, { previous, kept: keptIndex, tell, isPrepared }: Reading): Generator<unknown, StoredBibliography | undefined> {
  const { text, encoding } = typeof content === "string" ? { text: content, encoding: "utf-8" as const } : yield* decodeInSteps(content);
  yield;
  if (previous?.text === text && previous.encoding === encoding) return previous.heldAgainst === undefined ? previous : { ...previous, heldAgainst: undefined };
  const kept = keptIndex && (yield* keptIndex.read(text));
  const bibliography = kept ?? (yield* readEdited(previous?.bibliography, text)) ?? (yield* readBibliography(uri, text));
  if (bibliography === undefined) return undefined;
  const isFromDisk = typeof content !== "string";
  if (isFromDisk && previous !== undefined && isHalfWritten(text, bibliography, previous)) return { ...previous, heldAgainst: text };
  const loaded = { uri, text, encoding, bibliography, isRecognized: looksLikeBibliography(uri, text), isBeingRead: false, heldAgainst: undefined, isKept: kept !== undefined };
  if (isPrepared && text.length > longestUnprepared) {
    tell({ ...loaded, isBeingRead: true });
    yield* searchIndexOf(bibliography).prepare();
    // the first answer runs code that has not run before
    yield wholeTurn;
  }
  return loaded;
}

/** Reads what has changed since the file was read last, where the format can be read so. */
function* readEdited(previous: Bibliography | undefined, text: string): Generator<void, Bibliography | undefined> {
  if (!(previous instanceof BibtexBibliography)) return undefined;
  const edited = yield* editBibtex(previous, text);
  if (edited === undefined) return undefined;
  carrySearchIndex(previous, edited.bibliography, edited.splice);
  return edited.bibliography;
}

/**
 * Whether a file on disk looks as if another program were in the middle of writing it: empty or cut off, with fewer entries than
 * before. What is read the same way twice has settled; hosts report a change again once a file has been quiet.
 */
function isHalfWritten(text: string, { entries, isCut }: Bibliography, previous: StoredBibliography): boolean {
  return (isCut === true || text.trim() === "") && entries.length < previous.bibliography.entries.length && previous.heldAgainst !== text;
}
