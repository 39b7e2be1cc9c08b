import { appendEntries, insertEntries } from "./appendEntries";
import { conversionTargetOf, writtenEntry, type Convert } from "./bibliographyWriter";
import { declareBibliography } from "./declareBibliography";
import type { FileEdit, WorkspaceEdits } from "../model/edit";
import type { LoadedBibliography } from "../library/bibliographyStore";
import type { Libraries } from "../library/libraries";
import type { Source } from "../library/library";
import type { Scope } from "../library/scope";
import type { CslItem } from "../model/cslItem";
import type { ParsedDocument } from "../model/document";
import type { TextDocument, Uri } from "../ports";
import { baseName, joinPath, parentUri } from "../text/uri";

export interface Addition extends WorkspaceEdits {
  /** The bibliography that gets the entries. */
  readonly target: Uri;
}

export type AdditionRefusal =
  | { readonly reason: "nothing-to-add" }
  /** The document has no place yet beside which a file could be made. */
  | { readonly reason: "unsaved-document" }
  /** The bibliography is of a format or in a state that cannot be added to. */
  | { readonly reason: "cannot-append"; readonly name: string };

export interface AdditionOptions {
  readonly libraries: Libraries;
  readonly items: (sources: readonly Source[]) => Promise<readonly CslItem[]>;
  readonly convert: Convert;
}

/** The name of the bibliography that is made for a document without one. */
export const newBibliographyName = "references.bib";

/**
 * Adds sources to the document's own bibliography, in that file's own format: the first one it declares, else the first the
 * settings or the workspace give it. A document that has none gets a file beside it and declares it.
 */
export async function addToBibliography(document: TextDocument, sources: readonly Source[], options: AdditionOptions): Promise<Addition | AdditionRefusal> {
  const { libraries } = options;
  const [text, parsed] = [document.getText(), libraries.parse(document)];
  const { scope } = await libraries.of(document);
  const inScope = targetOf(scope);
  if (inScope === undefined && document.uri.startsWith("untitled:")) return { reason: "unsaved-document" };
  const beside = joinPath(parentUri(document.uri), newBibliographyName);
  const target = inScope ?? await libraries.bibliography(beside);
  const known = new Set(target?.bibliography.entries.map(({ key }) => key));
  const added = sources.filter(({ key, part }) => part.uri !== target?.uri && !known.has(key));
  if (parsed === undefined || added.length === 0) return { reason: "nothing-to-add" };
  const declaration = inScope === undefined ? declareBibliography(text, parsed, newBibliographyName) : undefined;
  const declared = declaration === undefined ? [] : [{ uri: document.uri, ...declaration, basis: text }];
  if (target === undefined) {
    const written = await options.convert(await options.items(added), dialectFor(parsed));
    return { edits: declared, newFiles: [{ uri: beside, text: written }], target: beside };
  }
  const edit = await append(target, dialectFor(parsed), added, options);
  return edit === undefined ? { reason: "cannot-append", name: baseName(target.uri) } : { edits: [edit, ...declared], newFiles: [], target: target.uri };
}

/**
 * Adds sources to a bibliography, in its own format: behind the entry at `offset`, or before what comes next there; at its end where
 * no offset is given or the format has no place in the middle.
 */
export async function addToFile(target: LoadedBibliography, sources: readonly Source[], offset: number | undefined, options: AdditionOptions): Promise<Addition | AdditionRefusal> {
  const known = new Set(target.bibliography.entries.map(({ key }) => key));
  const added = sources.filter(({ key, part }) => part.uri !== target.uri && !known.has(key));
  if (added.length === 0) return { reason: "nothing-to-add" };
  const edit = await append(target, "biblatex", added, options, offset);
  return edit === undefined ? { reason: "cannot-append", name: baseName(target.uri) } : { edits: [edit], newFiles: [], target: target.uri };
}

/** Where sources that the document cites would be added; `undefined` where a file would be made. */
export function targetOf({ bibliographies }: Scope): LoadedBibliography | undefined {
  const writable = bibliographies.filter(({ loaded }) => conversionTargetOf(loaded, "biblatex") !== undefined);
  return (writable.find(({ origin }) => origin === "declared") ?? writable[0])?.loaded;
}

async function append(
  target: LoadedBibliography, dialect: "bibtex" | "biblatex", sources: readonly Source[], { libraries, items, convert }: AdditionOptions, offset?: number,
): Promise<FileEdit | undefined> {
  const format = conversionTargetOf(target, dialect);
  if (format === undefined) return undefined;
  const written = target.bibliography.format === "bibtex" ? await writtenEntries(libraries, sources) : undefined;
  const text = written ?? await convert(await items(sources), format);
  const edit = offset !== undefined && target.bibliography.format === "bibtex" ? insertEntries(target, text, offset) : appendEntries(target, text);
  return edit && { uri: target.uri, ...edit, basis: target.text };
}

/** Entries that can be copied as they are lose nothing on the way. */
async function writtenEntries(libraries: Libraries, sources: readonly Source[]): Promise<string | undefined> {
  const texts = await Promise.all(sources.map(async (source) => {
    const loaded = await libraries.bibliography(source.part.uri);
    return loaded && writtenEntry(source, loaded.text);
  }));
  return texts.includes(undefined) ? undefined : texts.join("\n\n");
}

/** LaTeX documents that use biblatex, and Pandoc, read BibLaTeX; other LaTeX documents BibTeX. */
function dialectFor({ language, declarations }: ParsedDocument): "bibtex" | "biblatex" {
  return language === "latex" && !declarations.some(({ path }) => /\.bib$/i.test(path)) ? "bibtex" : "biblatex";
}
