import { citedItems } from "./citedItems";
import type { Libraries } from "../library/libraries";
import type { Uri } from "../ports";

/** How the documents of the workspace use one bibliography. */
export interface BibliographyUsage {
  /** Number of citations by the offset at which an entry begins. */
  readonly counts: ReadonlyMap<number, number>;
  /** A document cites all of it (`\nocite{*}`). */
  readonly isCitedWhole: boolean;
  /** Whether any document has the bibliography in scope. */
  readonly isInScope: boolean;
}

export async function usageOf(libraries: Libraries, uri: Uri): Promise<BibliographyUsage> {
  const counts = new Map<number, number>();
  let isCitedWhole = false;
  let isInScope = false;
  for (const file of await libraries.documents()) {
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
