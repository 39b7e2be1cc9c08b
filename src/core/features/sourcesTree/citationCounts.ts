import type { Libraries } from "../../library/libraries";
import type { Library } from "../../library/library";
import type { Bibliography } from "../../model/bibliography";
import type { CitationKey } from "../../model/citation";
import type { ParsedDocument } from "../../model/document";
import type { Uri } from "../../ports";
import type { Turns } from "../../steps";
import { citedItems } from "../citedItems";

/** How often all documents of the workspace cite the sources of each library, by the keys of their entries. */
export type CitationCounts = ReadonlyMap<Uri, ReadonlyMap<CitationKey, number>>;

const nothingCounted: CitationCounts = new Map();

export function timesCitedIn(counts: CitationCounts, uri: Uri, key: CitationKey): number {
  return counts.get(uri)?.get(key) ?? 0;
}

/** Counts what the documents of the workspace cite. What one document cites is counted again only when that may have changed. */
export class CitationCounter {
  readonly #libraries: Pick<Libraries, "documents" | "ofFile">;
  readonly #known = new WeakMap<ParsedDocument, { readonly read: readonly Bibliography[]; readonly counts: CitationCounts }>();
  #last: CitationCounts = nothingCounted;
  #documentCount = Infinity;

  constructor(libraries: Pick<Libraries, "documents" | "ofFile">) {
    this.#libraries = libraries;
  }

  /** What came of the last count; nothing before the first. The same object as long as nothing changes. */
  get last(): CitationCounts {
    return this.#last;
  }

  /** Whether there were so few documents that one may wait for a count. */
  get isQuick(): boolean {
    return this.#documentCount <= fewDocuments;
  }

  /** Counts in steps, a document at each; `undefined` where the asker lost interest. */
  async count({ pause, token }: Turns): Promise<CitationCounts | undefined> {
    const documents = await this.#libraries.documents();
    const total = new Map<Uri, Map<CitationKey, number>>();
    for (const file of documents) {
      if (token.isCancellationRequested) return undefined;
      if (file.document.clusters.length === 0) continue;
      const { library } = await this.#libraries.ofFile(file);
      addTo(total, this.#countIn(file.document, library));
      await pause();
    }
    if (token.isCancellationRequested) return undefined;
    this.#documentCount = documents.length;
    return this.#last = isSame(this.#last, total) ? this.#last : total;
  }

  #countIn(document: ParsedDocument, library: Library): CitationCounts {
    const read = library.parts.map(({ bibliography }) => bibliography);
    const known = this.#known.get(document);
    if (known?.read.length === read.length && known.read.every((bibliography, index) => bibliography === read[index])) return known.counts;
    const counts = countIn(document, library);
    this.#known.set(document, { read, counts });
    return counts;
  }
}

const fewDocuments = 50;

function countIn(document: ParsedDocument, library: Library): CitationCounts {
  const counts = new Map<Uri, Map<CitationKey, number>>();
  for (const { item } of citedItems(document, library)) {
    const source = library.get(item.key);
    if (source !== undefined) add(counts, source.part.uri, source.entry.key, 1);
  }
  return counts;
}

function addTo(total: Map<Uri, Map<CitationKey, number>>, counts: CitationCounts): void {
  for (const [uri, keys] of counts) {
    for (const [key, count] of keys) add(total, uri, key, count);
  }
}

function add(counts: Map<Uri, Map<CitationKey, number>>, uri: Uri, key: CitationKey, count: number): void {
  const keys = counts.get(uri) ?? new Map<CitationKey, number>();
  counts.set(uri, keys);
  keys.set(key, (keys.get(key) ?? 0) + count);
}

function isSame(a: CitationCounts, b: CitationCounts): boolean {
  return a.size === b.size && [...a].every(([uri, keys]) => {
    const others = b.get(uri);
    return others?.size === keys.size && [...keys].every(([key, count]) => others.get(key) === count);
  });
}
