import { citedItems } from "./citedItems";
import type { Libraries } from "../library/libraries";
import type { CancellationToken, Uri } from "../ports";
import { neverCancelled } from "../steps";

/** How the documents of the workspace use one bibliography. */
export interface BibliographyUsage {
  /** Number of citations by the offset at which an entry begins. */
  readonly counts: ReadonlyMap<number, number>;
  /** A document cites all of it (`\nocite{*}`). */
  readonly isCitedWhole: boolean;
  /** Whether any document has the bibliography in scope. */
  readonly isInScope: boolean;
}

/** Where the asker loses interest, of the documents that were looked at until then. */
export async function usageOf(libraries: Libraries, uri: Uri, token: CancellationToken = neverCancelled): Promise<BibliographyUsage> {
  const counts = new Map<number, number>();
  let isCitedWhole = false;
  let isInScope = false;
  for (const file of await libraries.documents()) {
    if (token.isCancellationRequested) break;
    const { library } = await libraries.ofFile(file);
    if (!library.parts.some((part) => part.uri === uri)) continue;
    isInScope = true;
    isCitedWhole ||= file.document.citesEverything;
    for (const { item } of citedItems(file.document, library)) {
      const source = library.get(item.key);
      if (source?.part.uri !== uri) continue;
      const { start } = source.entry.range;
      counts.set(start, (counts.get(start) ?? 0) + 1);
    }
  }
  return { counts, isCitedWhole, isInScope };
}
