import { isCitation, isWildcard } from "../core/features/citedItems";
import type { CitationKey, CitationMode, Locator } from "../core/model/citation";
import type { DocumentLanguage, ParsedDocument } from "../core/model/document";
import type { TextDocument } from "../core/ports";
import type { CitationService } from "../core/service";
import { LineIndex, type Position } from "./positions";

/** The facts of one document as `scan --json` prints them (design, section 6). */
export interface ScannedDocument {
  readonly file: string;
  readonly language: DocumentLanguage;
  readonly bibliographies: readonly { readonly path: string; readonly start: number; readonly end: number }[];
  /** Made as they are written: there may be half a million of them. */
  readonly citations: Iterable<ScannedCitation>;
}

export interface ScannedCitation extends Position {
  readonly key: CitationKey;
  readonly mode: CitationMode;
  readonly prefix: string;
  readonly suffix: string;
  readonly locator: Locator | null;
  /** Counts the citations of the document from 0. */
  readonly cluster: number;
  readonly start: number;
  readonly end: number;
}

/** `undefined` where the document's language has no citations. */
export async function scanDocument(file: string, document: TextDocument, service: CitationService): Promise<ScannedDocument | undefined> {
  const parsed = service.parse(document);
  if (parsed === undefined) return undefined;
  const library = await keyLookup(parsed, document, service);
  return {
    file,
    language: parsed.language,
    bibliographies: parsed.declarations.map(({ path, range: { start, end } }) => ({ path, start, end })),
    citations: { [Symbol.iterator]: () => citationsOf(parsed, document.getText(), library) },
  };
}

function* citationsOf({ clusters }: ParsedDocument, text: string, library: KeyLookup): Generator<ScannedCitation, void> {
  const lines = new LineIndex(text);
  let cluster = 0;
  for (const { citationItems } of clusters) {
    const cited = citationItems.filter((item) => isCitation(item, library) || isWildcard(item));
    for (const { key, keyRange: { start, end }, mode, prefix, suffix, locator } of cited) {
      yield { key, mode, prefix, suffix, locator: locator ?? null, cluster, start, end, ...lines.positionAt(start) };
    }
    if (cited.length > 0) cluster++;
  }
}

type KeyLookup = Parameters<typeof isCitation>[1];

/** The library is put together only where a key may be a cross-reference: it may mean reading every bibliography of the folder. */
async function keyLookup(parsed: ParsedDocument, document: TextDocument, service: CitationService): Promise<KeyLookup> {
  const isNeeded = parsed.clusters.some(({ citationItems }) => citationItems.some(({ mayBeCrossReference }) => mayBeCrossReference));
  return isNeeded ? (await service.library(document)).library : { get: () => undefined };
}
