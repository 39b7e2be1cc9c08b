import { isCitation, isWildcard } from "../core/features/citedItems";
import type { CitationCluster, CitationKey, CitationMode, Locator } from "../core/model/citation";
import type { DocumentLanguage, ParsedDocument } from "../core/model/document";
import type { TextDocument } from "../core/ports";
import type { CitationService } from "../core/service";
import { LineIndex, type Position } from "./positions";

/** The facts of one document as `scan --json` prints them (design, section 6). */
export interface ScannedDocument {
  readonly file: string;
  readonly language: DocumentLanguage;
  readonly bibliographies: readonly { readonly path: string; readonly start: number; readonly end: number }[];
  readonly citations: readonly ScannedCitation[];
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
  const cited = parsed.clusters.flatMap((cluster) =>
    cluster.citationItems.filter((item) => isCitation(item, library) || isWildcard(item)).map((item) => ({ item, cluster })));
  const clusters = new Map<CitationCluster, number>();
  const lines = new LineIndex(document.getText());
  return {
    file,
    language: parsed.language,
    bibliographies: parsed.declarations.map(({ path, range: { start, end } }) => ({ path, start, end })),
    citations: cited.map(({ item, cluster }) => {
      const { start, end } = item.keyRange;
      if (!clusters.has(cluster)) clusters.set(cluster, clusters.size);
      return {
        key: item.key,
        mode: item.mode,
        prefix: item.prefix,
        suffix: item.suffix,
        locator: item.locator ?? null,
        cluster: clusters.get(cluster) ?? 0,
        start,
        end,
        ...lines.positionAt(start),
      };
    }),
  };
}

type KeyLookup = Parameters<typeof isCitation>[1];

/** The library is put together only where a key may be a cross-reference: it may mean reading every bibliography of the folder. */
async function keyLookup(parsed: ParsedDocument, document: TextDocument, service: CitationService): Promise<KeyLookup> {
  const isNeeded = parsed.clusters.some(({ citationItems }) => citationItems.some(({ mayBeCrossReference }) => mayBeCrossReference));
  return isNeeded ? (await service.library(document)).library : { get: () => undefined };
}
