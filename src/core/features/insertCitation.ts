import { keysForSlot, newCitation } from "../citations/writeCitation";
import type { CitationCluster, CitationKey } from "../model/citation";
import type { DocumentLanguage, ParsedDocument } from "../model/document";
import type { TextEdit } from "../model/edit";
import type { TextRange } from "../model/textRange";
import { findKeySlot } from "./completion";

/**
 * The edit that cites `keys` at a selection, in the document's own syntax: into the empty place of a half-typed citation, into
 * the citation the selection stands in, or as a new citation in place of the selected text.
 */
export function insertCitation(language: DocumentLanguage | undefined, document: ParsedDocument | undefined, selection: TextRange, keys: readonly CitationKey[]): TextEdit {
  const isCursor = selection.start === selection.end;
  if (document !== undefined && isCursor) {
    const slot = findKeySlot(document, selection.start);
    if (slot !== undefined && slot.range.start === slot.range.end) return { range: slot.range, newText: keysForSlot(slot.syntax, keys) };
    const cluster = document.clusters.find(({ range, syntax }) =>
      syntax !== "in-text" && selection.start > range.start && selection.start < range.end);
    if (cluster !== undefined) return extendCluster(cluster, keys);
  }
  return { range: selection, newText: newCitation(language, keys) };
}

function extendCluster(cluster: CitationCluster, keys: readonly CitationKey[]): TextEdit {
  if (cluster.syntax === "bracketed") {
    const end = cluster.range.end - 1;
    return { range: { start: end, end }, newText: `; ${keysForSlot("needs-at", keys)}` };
  }
  const end = cluster.citationItems.at(-1)?.keyRange.end ?? cluster.range.end;
  return { range: { start: end, end }, newText: `,${keysForSlot("list", keys)}` };
}
