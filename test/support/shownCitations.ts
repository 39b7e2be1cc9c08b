import type { CitationItem, CitationMode } from "../../src/core/model/citation";
import type { ParsedDocument } from "../../src/core/model/document";

const signs: Readonly<Record<CitationMode, string>> = { normal: "", "author-in-text": "+", "suppress-author": "-", nocite: "!" };

function shownItem({ key, mode, prefix, suffix, locator }: CitationItem): string {
  const parts = [prefix && `‹${prefix}›`, signs[mode] + key, locator && `${locator.label}=${locator.value}`, suffix && `«${suffix}»`];
  return parts.filter((part) => part !== "" && part !== undefined).join(" ");
}

/** Clusters between bars, their items between semicolons: `‹prefix› +key page=3 «suffix»`; `+`, `-` and `!` are modes. */
export function shownCitations({ clusters }: ParsedDocument): string {
  return clusters.map(({ citationItems }) => citationItems.map(shownItem).join("; ")).join(" | ");
}
