import type { CslItem } from "../model/cslItem";
import { doiUrl, safeWebUrl } from "../text/escape";

/** Where a source can be read, the DOI first: addresses that are safe to open. */
export interface SourceLinks {
  readonly doi?: string;
  readonly url?: string;
}

export function linksOf(item: CslItem): SourceLinks {
  const doi = typeof item.DOI === "string" ? doiUrl(item.DOI) : undefined;
  const url = typeof item.URL === "string" ? safeWebUrl(item.URL) : undefined;
  return { ...doi !== undefined && { doi }, ...url !== undefined && url !== doi && { url } };
}
