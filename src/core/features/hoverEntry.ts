import type { Libraries } from "../library/libraries";
import { createLibrary, type Source } from "../library/library";
import { searchIndexOf } from "../library/searchIndex";
import type { CancellationToken, TextDocument } from "../ports";
import { citationsOf, isSameSource } from "./findCitations";
import { unknownKey, type HoverAnswer } from "./hover";
import { keyOccurrenceAt, sourceIn, workspacePart } from "./keyOccurrence";

/** What is known about the key of an entry in a bibliography, or about one that an entry names (`crossref` and its kin). */
export async function hoverEntry(libraries: Libraries, document: TextDocument, offset: number, token: CancellationToken): Promise<HoverAnswer | undefined> {
  const loaded = await libraries.bibliography(document.uri);
  const occurrence = loaded?.isRecognized === true ? await keyOccurrenceAt(libraries, document, offset) : undefined;
  if (loaded === undefined || occurrence === undefined) return undefined;
  const { key, range, definitions: [source] } = occurrence;
  if (source === undefined) return unknownKey({ key, range }, createLibrary([workspacePart(loaded)]));
  const [others, places] = await Promise.all([otherHomes(libraries, source), citationsOf(libraries, source)]);
  const citingDocuments = new Set(places.map(({ uri }) => uri)).size;
  return token.isCancellationRequested ? undefined : { kind: "entry", range, source, others, timesCited: places.length, citingDocuments };
}

/** Entries of the workspace's bibliographies that have the key of a source too. */
async function otherHomes(libraries: Libraries, source: Source): Promise<readonly Source[]> {
  return (await libraries.bibliographies())
    .flatMap((loaded) => searchIndexOf(loaded.bibliography).definitions(source.entry.key).map((entry) => sourceIn(loaded, entry)))
    .filter((other) => !isSameSource(other, source));
}
