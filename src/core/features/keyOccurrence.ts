import { mayBeKeyAt, writtenKeyAt } from "./citedItems";
import type { LoadedBibliography } from "../library/bibliographyStore";
import type { Libraries } from "../library/libraries";
import type { LibraryPart, Source } from "../library/library";
import { positionAt } from "../library/entryPositions";
import { searchIndexOf } from "../library/searchIndex";
import type { Bibliography, BibliographyEntry, BibtexField } from "../model/bibliography";
import type { CitationKey } from "../model/citation";
import type { TextRange } from "../model/textRange";
import type { TextDocument } from "../ports";
import { baseName } from "../text/uri";

/** A key as it stands in a text, and the sources it may stand for, the one that counts first. */
export interface KeyOccurrence {
  readonly key: CitationKey;
  readonly range: TextRange;
  readonly definitions: readonly Source[];
}

/** The key at an offset of a document or of a bibliography; its end counts, as the cursor may stand there. */
export async function keyOccurrenceAt(libraries: Libraries, document: TextDocument, offset: number): Promise<KeyOccurrence | undefined> {
  const parsed = libraries.parse(document);
  if (parsed !== undefined) {
    if (!mayBeKeyAt(parsed, offset)) return undefined;
    const { library } = await libraries.of(document);
    const written = writtenKeyAt(parsed, library, offset);
    return written && { ...written, definitions: library.definitions(written.key) };
  }
  const loaded = await libraries.bibliography(document.uri);
  return loaded && occurrenceInBibliography(loaded, offset);
}

export function contains({ start, end }: TextRange, offset: number): boolean {
  return offset >= start && offset <= end;
}

function occurrenceInBibliography(loaded: LoadedBibliography, offset: number): KeyOccurrence | undefined {
  const entry = entryAt(loaded.bibliography, offset);
  if (entry === undefined) return undefined;
  if (contains(entry.keyRange, offset)) return { key: entry.key, range: entry.keyRange, definitions: [sourceIn(loaded, entry)] };
  const use = keyUses(loaded.text, entry).find(({ range }) => contains(range, offset));
  if (use === undefined) return undefined;
  const definitions = searchIndexOf(loaded.bibliography).definitions(use.key);
  return { ...use, definitions: definitions.map((definition) => sourceIn(loaded, definition)) };
}

/** The entry whose text holds an offset; entries stand in file order and do not overlap. */
export function entryAt({ entries }: Bibliography, offset: number): BibliographyEntry | undefined {
  return entries[positionAt(entries, offset)];
}

/** An entry as a source of its own file, whoever has it in scope. */
export function sourceIn(loaded: LoadedBibliography, entry: BibliographyEntry): Source {
  return { key: entry.key, entry, part: workspacePart(loaded) };
}

/** A bibliography as a part of libraries by itself, whatever documents say of it. */
export function workspacePart({ uri, bibliography }: Pick<LoadedBibliography, "uri" | "bibliography">): LibraryPart {
  return { uri, name: baseName(uri), origin: "workspace", bibliography, isOffered: true };
}

/** Fields that hold keys of entries (BibLaTeX manual, 2.2.3 and 2.2.5). */
const keyFields: ReadonlySet<string> = new Set(["crossref", "xref", "xdata", "entryset", "related", "ids"]);

export interface KeyUse {
  readonly key: CitationKey;
  readonly range: TextRange;
  readonly field: string;
}

/** Where an entry names keys in its fields: `crossref`, `xdata`, `ids` and their kin. */
export function keyUses(text: string, entry: BibliographyEntry): readonly KeyUse[] {
  if (entry.format !== "bibtex") return [];
  return entry.fields.filter(({ name }) => keyFields.has(name)).flatMap((field) => keysInField(text, field));
}

/** The name of a macro is no key: the value says another one. */
function keysInField(text: string, { name, value, valueRange: { start, end } }: BibtexField): readonly KeyUse[] {
  const keys = new Set(value.split(/[\s,{}"#]+/));
  return [...text.slice(start, end).matchAll(/[^\s,{}"#]+/g)].filter((match) => keys.has(match[0])).map((match) => ({
    key: match[0],
    range: { start: start + match.index, end: start + match.index + match[0].length },
    field: name,
  }));
}
