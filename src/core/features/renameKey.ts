import { definitionOf, keyPlacesOf, usesOfKey, type KeyPlace } from "./findCitations";
import { findKeySlot } from "./completion";
import { keyOccurrenceAt, type KeyOccurrence } from "./keyOccurrence";
import { searchIndexOf } from "../library/searchIndex";
import type { LoadedBibliography } from "../library/bibliographyStore";
import type { Libraries } from "../library/libraries";
import type { Source } from "../library/library";
import { isBareKey, keysForSlot } from "../citations/writeCitation";
import type { CitationKey } from "../model/citation";
import type { BibliographyFormat } from "../model/bibliography";
import type { FileEdit } from "../model/edit";
import type { TextDocument, Uri } from "../ports";

/** Why a key is not renamed; nothing is changed then. */
export type RenameRefusal =
  | { readonly reason: "no-key" }
  | { readonly reason: "unknown-key"; readonly key: CitationKey }
  | { readonly reason: "read-only"; readonly name: string }
  /** The file has no key for this source; the one in use was made up from its names and title. */
  | { readonly reason: "not-written"; readonly name: string }
  | { readonly reason: "empty" }
  /** `where`: the syntax that cannot hold the key; `char` is what it cannot hold. */
  | { readonly reason: "invalid"; readonly where: "BibTeX" | "LaTeX" | "Markdown"; readonly char: string }
  | { readonly reason: "taken"; readonly uri: Uri };

export type RenameAnswer = { readonly edits: readonly FileEdit[] } | RenameRefusal;

/** The key to rename and its place, or why there is none. */
export async function prepareRename(libraries: Libraries, document: TextDocument, offset: number): Promise<KeyOccurrence | RenameRefusal> {
  const occurrence = await keyOccurrenceAt(libraries, document, offset);
  if (occurrence === undefined) return { reason: "no-key" };
  const [source] = occurrence.definitions;
  if (source === undefined) return { reason: "unknown-key", key: occurrence.key };
  return source.part.origin === "corpus" ? { reason: "read-only", name: source.part.name } : occurrence;
}

/**
 * Renames a key wherever it stands for the same source: its entry, citations in every document of the workspace, and fields such
 * as `crossref`. Either all of it can be done, or nothing is.
 */
export async function renameKey(libraries: Libraries, document: TextDocument, offset: number, newKey: CitationKey): Promise<RenameAnswer> {
  const occurrence = await prepareRename(libraries, document, offset);
  if ("reason" in occurrence) return occurrence;
  const [source] = occurrence.definitions;
  if (source === undefined) return { reason: "unknown-key", key: occurrence.key };
  const [places, loaded] = await Promise.all([keyPlacesOf(libraries, source), libraries.bibliography(source.part.uri)]);
  const cited = places.filter(({ key }) => key === occurrence.key);
  const refusal = checkKey(newKey, source, cited) ?? await checkFree(libraries, newKey, source, cited);
  if (refusal !== undefined) return refusal;
  const definition = occurrence.key === source.entry.key ? definitionEdit(source, loaded?.text, newKey) : [];
  if ("reason" in definition) return definition;
  const uses = loaded === undefined || isShadowed(loaded, source) ? [] : usesOfKey(loaded, occurrence.key).map((range): FileEdit => ({ uri: source.part.uri, range, newText: newKey, replaced: occurrence.key }));
  const citations = cited.map((place): FileEdit => ({ uri: place.uri, range: place.range, newText: writtenKey(place, newKey), replaced: place.key }));
  const inFile = [...definition, ...uses].map((edit) => loaded === undefined ? edit : { ...edit, basis: loaded.text });
  return { edits: eachPlaceOnce([...inFile, ...citations]) };
}

/** Of several entries with one key the first is meant wherever it is named; the others are renamed alone. */
function isShadowed({ bibliography }: LoadedBibliography, { entry }: Source): boolean {
  const winning = searchIndexOf(bibliography).get(entry.key);
  return winning !== undefined && winning.range.start !== entry.range.start;
}

/** `text` is the bibliography's; a source that a document defines itself has its key there, which was read as it is written. */
function definitionEdit({ entry, part }: Source, text: string | undefined, newKey: CitationKey): readonly FileEdit[] | RenameRefusal {
  const { uri, range } = definitionOf({ entry, part, key: entry.key });
  if (text === undefined) return [{ uri, range, newText: newKey }];
  // the entry may be of an earlier text than the one that is at hand
  if (entry.format === "bibtex") return [{ uri, range, newText: newKey, replaced: entry.key }];
  const written = text.slice(range.start, range.end);
  const quoted = JSON.stringify(entry.key).slice(1, -1);
  if (written !== entry.key && written !== quoted) return { reason: "not-written", name: part.name };
  return [{ uri, range, newText: keyInFile(newKey, part.bibliography.format, text.charAt(range.start - 1)) }];
}

/** A key as a format writes it, `before` standing before it. */
function keyInFile(key: CitationKey, format: BibliographyFormat, before: string): string {
  if (format === "ris" || format === "refer" || format === "nbib") return key;
  if (before === "\"") return JSON.stringify(key).slice(1, -1);
  if (before === "'" && format !== "csl-json") return key.replaceAll("'", "''");
  return isBareKey(key) && format !== "csl-json" ? key : JSON.stringify(key);
}

function writtenKey({ range, file }: KeyPlace, key: CitationKey): string {
  const slot = findKeySlot(file.document, range.start);
  return slot === undefined ? key : keysForSlot(slot.syntax, [key]);
}

function checkKey(key: CitationKey, { entry, part }: Source, cited: readonly KeyPlace[]): RenameRefusal | undefined {
  if (key.trim() === "") return { reason: "empty" };
  if (part.origin === "document" && !isBareKey(key)) return { reason: "invalid", where: "Markdown", char: key };
  const invalid = (where: "BibTeX" | "LaTeX" | "Markdown", pattern: RegExp): RenameRefusal | undefined => {
    const char = pattern.exec(key)?.[0];
    return char === undefined ? undefined : { reason: "invalid", where, char };
  };
  const languages = new Set(cited.map(({ file }) => file.document.language));
  return (entry.format === "bibtex" ? invalid("BibTeX", /[\s,{}()"#%\\=~@]/u) : undefined)
    ?? (languages.has("latex") ? invalid("LaTeX", /[\s,{}%#\\~[\]]/u) : undefined)
    ?? (languages.has("markdown") ? invalid("Markdown", isBareKey(key) ? /[\r\n]/ : /[{}\r\n`]/) : undefined)
    ?? (cited.some((place) => findKeySlot(place.file.document, place.range.start)?.syntax === "list") ? invalid("Markdown", /[,`]/) : undefined);
}

/** The new key must not be another source's, neither in the bibliography nor where the old one is cited. */
async function checkFree(libraries: Libraries, key: CitationKey, source: Source, cited: readonly KeyPlace[]): Promise<RenameRefusal | undefined> {
  const own = source.part.bibliography.entries.find((entry) => entry.key === key && entry !== source.entry);
  if (own !== undefined) return { reason: "taken", uri: source.part.uri };
  const files = new Map(cited.map(({ file }) => [file.uri, file]));
  for (const file of files.values()) {
    const taken = (await libraries.ofFile(file)).library.get(key);
    if (taken !== undefined && taken.entry !== source.entry) return { reason: "taken", uri: taken.part.uri };
  }
  return undefined;
}

function eachPlaceOnce(edits: readonly FileEdit[]): readonly FileEdit[] {
  return [...new Map(edits.map((edit) => [`${edit.uri}#${String(edit.range.start)}`, edit])).values()];
}
