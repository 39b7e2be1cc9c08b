import { parseBibtex } from "../../bibliography/bibtex/parseBibtex";
import type { LoadedBibliography } from "../../library/bibliographyStore";
import type { Libraries } from "../../library/libraries";
import { createLibrary, type LibraryPart } from "../../library/library";
import type { Bibliography } from "../../model/bibliography";
import type { TextEdit } from "../../model/edit";
import type { TextRange } from "../../model/textRange";
import type { CancellationToken, Pause, TextDocument, Uri } from "../../ports";
import { SteppedWork } from "../../steps";
import { fileEnding } from "../../text/uri";
import { workspacePart } from "../keyOccurrence";
import { completeBibtex, type BibtexCompletion } from "./complete/completeBibtex";
import { contextAt } from "./complete/bibtexContext";
import { indexValues, type ValueIndex } from "./complete/valueIndex";
import { formatBibtex, type BibtexLayout } from "./format/formatBibtex";
import { hoverBibtex, type BibtexHover } from "./hoverBibtex";
import type { BibliographySorting } from "./sort/inOrder";
import { sortBibtex, type SortRefusal } from "./sort/sortBibtex";

/** Help with writing BibTeX. `undefined` for documents that are none, and where the asker lost interest. */
export interface BibliographyEditing {
  /** What may be written at an offset of a BibTeX file, half-typed or not. */
  completeEntry(document: TextDocument, offset: number, token: CancellationToken): Promise<BibtexCompletion | undefined>;
  /** What a type, the name of a field or a macro means. */
  explainEntry(document: TextDocument, offset: number): Promise<BibtexHover | undefined>;
  /** Edits of white space that lay out entries, all of them or those that touch a range. */
  formatEntries(document: TextDocument, layout: BibtexLayout, token: CancellationToken, range?: TextRange): Promise<readonly TextEdit[] | undefined>;
  /** The one edit that sorts the entries: none where they are in order, a reason where it is not safe. */
  sortEntries(document: TextDocument, sorting: BibliographySorting, token: CancellationToken): Promise<{ readonly edits: readonly TextEdit[] } | SortRefusal | undefined>;
}

export function createBibliographyEditing(libraries: Libraries, pause: Pause): BibliographyEditing {
  const files = createBibtexFiles(libraries);
  const values = createValues(pause);

  return {
    completeEntry: async (document, offset, token) => {
      const file = await files(document);
      const context = file && contextAt(file.text, file.bibliography, offset);
      if (file === undefined || context === undefined) return undefined;
      const parts = async (): Promise<readonly LibraryPart[]> => {
        const { library } = await libraries.of(document);
        return [workspacePart(file), ...library.parts.filter(({ uri, isOffered }) => uri !== file.uri && isOffered)];
      };
      const answer = await completeBibtex(file, context, offset, {
        library: async () => createLibrary(await parts()),
        values: async () => (await Promise.all((await parts()).map((part) => values(part, token)))).filter((index) => index !== undefined),
      });
      return token.isCancellationRequested ? undefined : answer;
    },
    explainEntry: async (document, offset) => {
      const file = await files(document);
      return file && hoverBibtex(file, offset);
    },
    formatEntries: async (document, layout, token, range) =>
      isBibtex(document) ? new SteppedWork(() => formatBibtex(document.getText(), layout, range)).finish({ pause, token }) : undefined,
    sortEntries: async (document, sorting, token) => {
      if (!isBibtex(document)) return undefined;
      const sorted = await new SteppedWork(() => wrapped(sortBibtex(document.getText(), sorting))).finish({ pause, token });
      if (sorted === undefined) return undefined;
      const { answer } = sorted;
      return answer !== undefined && "reason" in answer ? answer : { edits: answer === undefined ? [] : [answer] };
    },
  };
}

/** So that an answer of nothing is told from none. */
function* wrapped<T>(steps: Generator<void, T>): Generator<void, { readonly answer: T }> {
  return { answer: yield* steps };
}

export function isBibtex({ languageId, uri }: Pick<TextDocument, "languageId" | "uri">): boolean {
  return languageId === "bibtex" || [".bib", ".bibtex", ".biblatex"].includes(fileEnding(uri));
}

type BibtexFile = Pick<LoadedBibliography, "uri" | "text" | "bibliography">;

/** BibTeX documents as they stand in the editor: what the libraries have read of them, or where that is not so, read here. */
function createBibtexFiles(libraries: Libraries): (document: TextDocument) => Promise<BibtexFile | undefined> {
  let last: BibtexFile | undefined;
  return async (document) => {
    if (!isBibtex(document)) return undefined;
    const text = document.getText();
    const loaded = await libraries.bibliography(document.uri);
    if (loaded?.text === text && loaded.bibliography.format === "bibtex") return loaded;
    if (last?.uri !== document.uri || last.text !== text) last = { uri: document.uri, text, bibliography: parseBibtex(text) };
    return last;
  };
}

/** Larger files keep their values while one types in an entry: to collect them again at each letter would take long. */
const mostCollectedAnew = 1000;

/** Of as many large files values are kept, those asked for last: nobody types in more of them at a time. */
const mostKept = 4;

function createValues(pause: Pause): (part: LibraryPart, token: CancellationToken) => Promise<ValueIndex | undefined> {
  const indexes = new WeakMap<Bibliography, SteppedWork<ValueIndex>>();
  const latest = new Map<Uri, { readonly count: number; readonly index: SteppedWork<ValueIndex> }>();
  return ({ uri, bibliography }, token) => {
    const count = bibliography.entries.length;
    const before = latest.get(uri);
    const index = indexes.get(bibliography) ?? (before?.count === count && count > mostCollectedAnew ? before.index : new SteppedWork(() => indexValues(bibliography)));
    indexes.set(bibliography, index);
    latest.delete(uri);
    if (count > mostCollectedAnew) latest.set(uri, { count, index });
    for (const oldest of [...latest.keys()].slice(0, -mostKept)) latest.delete(oldest);
    return index.finish({ pause, token });
  };
}
