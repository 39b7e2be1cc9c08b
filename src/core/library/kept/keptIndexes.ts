import { BibtexBibliography } from "../../bibliography/bibtex/bibtexBibliography";
import type { Bibliography } from "../../model/bibliography";
import type { Disposable, KeptFiles, Logger, Pause, Uri } from "../../ports";
import { finishNow, SteppedWork } from "../../steps";
import { hashInSteps, shownHash } from "./contentHash";
import { readKeptIndex, writeKeptIndex } from "./keptIndex";

/** What all kept files may take together, in bytes: the indexes of half a million sources. Beyond it the oldest go. */
const mostKept = 1 << 27;

/** What is kept of a file, whole or damaged, of this content or another. */
export interface KeptIndex {
  /** What was read of the content, given its text, in steps; `undefined` where it is not that. */
  readonly read: (text: string) => Generator<void, BibtexBibliography | undefined>;
}

/** The indexes of large files, kept from one start to the next. */
export interface KeptIndexes extends Disposable {
  readonly find: (uri: Uri, content: Uint8Array) => Promise<KeptIndex | undefined>;
  /** Keeps what has been read of a file once the host has time, unless something else is to be kept of it by then. */
  readonly keep: (uri: Uri, content: Uint8Array, bibliography: Bibliography) => void;
}

export interface KeptIndexesOptions {
  readonly files: KeptFiles;
  readonly logger: Logger;
  readonly pause: Pause;
  /** In bytes. */
  readonly most?: number;
}

export function createKeptIndexes({ files, logger, pause, most = mostKept }: KeptIndexesOptions): KeptIndexes {
  const pending = new Map<Uri, { isCancellationRequested: boolean }>();

  const giveUp = (uri: Uri): void => {
    const token = pending.get(uri);
    if (token !== undefined) token.isCancellationRequested = true;
    pending.delete(uri);
  };

  const write = async (uri: Uri, content: Uint8Array, bibliography: BibtexBibliography): Promise<void> => {
    const token = { isCancellationRequested: false };
    pending.set(uri, token);
    await files.whenIdle();
    if (token.isCancellationRequested) return;
    const keptFor = { uri, content, edition: await files.edition() };
    const bytes = await new SteppedWork(() => writeKeptIndex(keptFor, bibliography)).finish({ pause, token });
    if (pending.get(uri) === token) pending.delete(uri);
    if (bytes === undefined || bytes.length > most) return;
    const name = nameOf(uri);
    await files.write(name, bytes);
    await removeOldest(files, name, most);
  };

  return {
    find: async (uri, content) => {
      try {
        const bytes = await files.read(nameOf(uri));
        if (bytes === undefined) return undefined;
        const edition = await files.edition();
        return { read: (text) => readKeptIndex(bytes, { uri, content, edition }, text) };
      } catch (error) {
        logger.warn(`The index of ${uri} that was kept cannot be read: ${String(error)}`);
        return undefined;
      }
    },
    keep: (uri, content, bibliography) => {
      giveUp(uri);
      if (!(bibliography instanceof BibtexBibliography)) return;
      write(uri, content, bibliography).catch((error: unknown) => logger.warn(`The index of ${uri} is not kept for the next start: ${String(error)}`));
    },
    dispose: () => [...pending.keys()].forEach(giveUp),
  };
}

function nameOf(uri: Uri): string {
  return `${shownHash(finishNow(hashInSteps(new TextEncoder().encode(uri))))}.index`;
}

/** Removes those written first until the rest has room; the one that has just been written stays. */
async function removeOldest(files: KeptFiles, newest: string, most: number): Promise<void> {
  const all = (await files.list()).toSorted((a, b) => Number(b.name === newest) - Number(a.name === newest) || b.time - a.time);
  let total = 0;
  for (const { name, size } of all) {
    total += size;
    if (total > most) await files.delete(name);
  }
}
