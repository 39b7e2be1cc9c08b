import type { BibtexBibliography } from "../../bibliography/bibtex/bibtexBibliography";
import type { Uri } from "../../ports";
import { keepSearchIndex, searchIndexOf } from "../searchIndex";
import { ByteReader } from "./byteReader";
import { ByteWriter } from "./byteWriter";
import { type ContentHash, hashInSteps, isSameHash } from "./contentHash";
import { isWorthKeeping, readKeptBibtex, writeBibtex } from "./keptBibtex";
import { readKeptSearchIndex, writeSearchIndex } from "./keptSearch";

/** What an index is of: the bytes of a file, as a build of this product reads them. */
export interface KeptFor {
  readonly uri: Uri;
  readonly content: Uint8Array;
  readonly edition: string;
}

/** What every kept index begins with; another form of them has another number. */
const mark = new TextEncoder().encode("Sourcebook index 2\n");
const hashLength = 16;

/** An index as bytes, in steps: mark, hash of all that follows, what it is of, what was read. `undefined` where it is not worth keeping. */
export function* writeKeptIndex(keptFor: KeptFor, bibliography: BibtexBibliography): Generator<void, Uint8Array | undefined> {
  if (!isWorthKeeping(bibliography)) return undefined;
  const writer = new ByteWriter();
  writer.text(keptFor.edition);
  writer.text(keptFor.uri);
  writer.number(keptFor.content.length);
  writer.array(yield* hashInSteps(keptFor.content));
  yield* writeBibtex(writer, bibliography);
  yield* writeSearchIndex(writer, searchIndexOf(bibliography));
  const written = writer.taken();
  const hash = yield* hashInSteps(written);
  const whole = new Uint8Array(mark.length + hashLength + written.length);
  whole.set(mark);
  whole.set(bytesOf(hash), mark.length);
  whole.set(written, mark.length + hashLength);
  return whole;
}

/** What was read of a content, searchable, given its text; `undefined` where the bytes are damaged or of something else. Nothing is thrown. */
export function* readKeptIndex(kept: Uint8Array, keptFor: KeptFor, text: string): Generator<void, BibtexBibliography | undefined> {
  const reader = yield* openKeptIndex(kept, keptFor);
  const bibliography = reader && (yield* readKeptBibtex(reader, text));
  const index = reader && bibliography && (yield* readKeptSearchIndex(reader, bibliography.entries));
  if (bibliography === undefined || index === undefined) return undefined;
  keepSearchIndex(bibliography, index);
  return bibliography;
}

/** A reader of what was read, once it is known to be whole and of just this content. */
function* openKeptIndex(kept: Uint8Array, { uri, content, edition }: KeptFor): Generator<void, ByteReader | undefined> {
  const start = mark.length + hashLength;
  if (kept.length < start || mark.some((byte, place) => kept[place] !== byte)) return undefined;
  const hash = yield* hashInSteps(kept.subarray(start));
  if (bytesOf(hash).some((byte, place) => kept[mark.length + place] !== byte)) return undefined;
  const reader = new ByteReader(kept, start);
  if (reader.text() !== edition || reader.text() !== uri || reader.number() !== content.length) return undefined;
  return isSameHash(reader.ints(), yield* hashInSteps(content)) ? reader : undefined;
}

function bytesOf(hash: ContentHash): Uint8Array {
  return new Uint8Array(hash.buffer);
}
