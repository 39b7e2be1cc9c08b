import { isWildcard } from "./citedItems";
import { entryAt, keyUses, type KeyOccurrence } from "./keyOccurrence";
import type { LoadedBibliography } from "../library/bibliographyStore";
import type { DocumentFile } from "../library/documentStore";
import type { Libraries } from "../library/libraries";
import type { Library, Source } from "../library/library";
import type { CitationItem, CitationKey } from "../model/citation";
import type { Location } from "../model/location";
import type { TextRange } from "../model/textRange";
import type { CancellationToken } from "../ports";
import { neverCancelled } from "../steps";

/** A place of a document where the key of a source stands. */
export interface KeyPlace extends Location {
  readonly key: CitationKey;
  readonly file: DocumentFile;
}

/** One where it is cited. */
export interface CitationPlace extends KeyPlace {
  readonly item: CitationItem;
}

/** Whether two libraries mean the same entry of the same file. */
export function isSameSource(a: Source, b: Source): boolean {
  return a.part.uri === b.part.uri && a.entry.range.start === b.entry.range.start && a.entry.key === b.entry.key;
}

/** Every citation of a source in the documents of the workspace: those whose own library leads the key to this very entry. */
export function citationsOf(libraries: Libraries, source: Source): Promise<readonly CitationPlace[]> {
  return inDocuments(libraries, source, citationsIn);
}

/** The same, and where documents name the source without citing it (`\defcitealias`). */
export function keyPlacesOf(libraries: Libraries, source: Source, token?: CancellationToken): Promise<readonly KeyPlace[]> {
  return inDocuments(libraries, source, (file, isMeant): readonly KeyPlace[] => [...citationsIn(file, isMeant), ...mentionsIn(file, isMeant)], token);
}

type FindPlaces<T> = (file: DocumentFile, isMeant: (key: CitationKey) => boolean) => readonly T[];

/** What has been found so far where the asker loses interest: whoever passes a token drops it then. */
async function inDocuments<T>(libraries: Libraries, source: Source, find: FindPlaces<T>, token = neverCancelled): Promise<readonly T[]> {
  const keys = keysOf(source);
  const found = await Promise.all((await libraries.documents()).map(async (file) => {
    if (token.isCancellationRequested || !names(file, keys)) return [];
    const { library } = await libraries.ofFile(file);
    return find(file, meaning(source, library));
  }));
  return found.flat();
}

/** The keys that may lead to a source. */
function keysOf({ entry }: Source): ReadonlySet<CitationKey> {
  return new Set(entry.format === "bibtex" ? [entry.key, ...entry.aliases] : [entry.key]);
}

/** Most documents name none of the keys; what they have in scope need not be found out. */
function names({ document: { clusters, mentions } }: DocumentFile, keys: ReadonlySet<CitationKey>): boolean {
  return clusters.some(({ citationItems }) => citationItems.some(({ key }) => keys.has(key))) || mentions.some(({ key }) => keys.has(key));
}

/** Tells which keys lead to a source, each looked up once. */
function meaning(source: Source, library: Library): (key: CitationKey) => boolean {
  const means = new Map<CitationKey, boolean>();
  return (key) => {
    let known = means.get(key);
    if (known === undefined) {
      const target = library.get(key);
      known = target !== undefined && isSameSource(target, source);
      means.set(key, known);
    }
    return known;
  };
}

function citationsIn(file: DocumentFile, isMeant: (key: CitationKey) => boolean): readonly CitationPlace[] {
  return file.document.clusters.flatMap(({ citationItems }) =>
    citationItems.filter((item) => !isWildcard(item) && isMeant(item.key)).map((item) => ({ uri: file.uri, range: item.keyRange, key: item.key, item, file })));
}

function mentionsIn(file: DocumentFile, isMeant: (key: CitationKey) => boolean): readonly KeyPlace[] {
  return file.document.mentions.filter(({ key }) => isMeant(key)).map(({ key, keyRange }) => ({ uri: file.uri, range: keyRange, key, file }));
}

/** Where other entries of the same bibliography name the source (`crossref` and its kin). */
export async function usesInBibliography(libraries: Libraries, { entry, part }: Source): Promise<readonly Location[]> {
  const loaded = await libraries.bibliography(part.uri);
  if (loaded === undefined || entry.format !== "bibtex") return [];
  return [entry.key, ...entry.aliases].flatMap((key) => usesOfKey(loaded, key)).map((range) => ({ uri: part.uri, range }));
}

/** The text is searched for the key first: looking into the fields of every entry would take long in a large file. */
export function usesOfKey({ text, bibliography }: LoadedBibliography, key: CitationKey): readonly TextRange[] {
  const ranges: TextRange[] = [];
  for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + key.length)) {
    const entry = entryAt(bibliography, at);
    const use = entry && keyUses(text, entry).find(({ key: used, range }) => used === key && range.start === at);
    if (use !== undefined) ranges.push(use.range);
  }
  return ranges;
}

/**
 * All places of the key that stands at an occurrence: its entry if that is wanted, citations and other mentions, and uses in the bibliography.
 * `undefined` where the asker lost interest.
 */
export async function findReferences(libraries: Libraries, { definitions }: KeyOccurrence, includeDeclaration: boolean, token: CancellationToken): Promise<readonly Location[] | undefined> {
  const [source] = definitions;
  if (source === undefined) return [];
  const declaration = includeDeclaration ? [definitionOf(source)] : [];
  const [citations, uses] = await Promise.all([keyPlacesOf(libraries, source, token), usesInBibliography(libraries, source)]);
  if (token.isCancellationRequested) return undefined;
  return [...declaration, ...citations.map(({ uri, range }) => ({ uri, range })), ...uses];
}

/** Where the key of a source is defined. */
export function definitionOf({ entry, part }: Source): Location {
  return { uri: part.uri, range: entry.keyRange };
}
