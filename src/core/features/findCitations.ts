import { isCitation } from "./citedItems";
import { entryAt, keyUses, type KeyOccurrence } from "./keyOccurrence";
import type { LoadedBibliography } from "../library/bibliographyStore";
import type { DocumentFile } from "../library/documentStore";
import type { Libraries } from "../library/libraries";
import type { Library, Source } from "../library/library";
import type { CitationItem, CitationKey } from "../model/citation";
import type { Location } from "../model/location";
import type { TextRange } from "../model/textRange";

/** A place where a source is cited. */
export interface CitationPlace extends Location {
  readonly item: CitationItem;
  readonly file: DocumentFile;
}

/** Whether two libraries mean the same entry of the same file. */
export function isSameSource(a: Source, b: Source): boolean {
  return a.part.uri === b.part.uri && a.entry.range.start === b.entry.range.start && a.entry.key === b.entry.key;
}

/** Every citation of a source in the documents of the workspace: those whose own library leads the key to this very entry. */
export async function citationsOf(libraries: Libraries, source: Source): Promise<readonly CitationPlace[]> {
  const found = await Promise.all((await libraries.documents()).map(async (file) => {
    if (file.document.clusters.length === 0) return [];
    const { library } = await libraries.ofFile(file);
    return citationsIn(file, library, source);
  }));
  return found.flat();
}

function citationsIn(file: DocumentFile, library: Library, source: Source): readonly CitationPlace[] {
  const means = new Map<string, boolean>();
  const isMeant = (item: CitationItem): boolean => {
    let known = means.get(item.key);
    if (known === undefined) {
      const target = isCitation(item, library) ? library.get(item.key) : undefined;
      known = target !== undefined && isSameSource(target, source);
      means.set(item.key, known);
    }
    return known;
  };
  return file.document.clusters.flatMap(({ citationItems }) => citationItems.filter(isMeant).map((item) => ({ uri: file.uri, range: item.keyRange, item, file })));
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

/** All places of the key that stands at an occurrence: its entry if that is wanted, citations, and uses in the bibliography. */
export async function findReferences(libraries: Libraries, { definitions }: KeyOccurrence, includeDeclaration: boolean): Promise<readonly Location[]> {
  const [source] = definitions;
  if (source === undefined) return [];
  const declaration = includeDeclaration ? [definitionOf(source)] : [];
  const [citations, uses] = await Promise.all([citationsOf(libraries, source), usesInBibliography(libraries, source)]);
  return [...declaration, ...citations.map(({ uri, range }) => ({ uri, range })), ...uses];
}

/** Where the key of a source is defined. */
export function definitionOf({ entry, part }: Source): Location {
  return { uri: part.uri, range: entry.keyRange };
}
