import type { Libraries } from "../../library/libraries";
import type { Source } from "../../library/library";
import type { Uri, Workspace } from "../../ports";
import { textOf } from "../../text/decode";
import { citationsOf, type CitationPlace } from "../findCitations";
import { excerptsOf } from "./excerpt";
import type { Excerpt } from "./nodes";

/** A document of the workspace with the places where it cites a source, in order. */
export interface CitingDocument {
  readonly uri: Uri;
  readonly places: readonly CitationPlace[];
}

/** The documents that cite a source; that which is written comes first. */
export async function citingDocumentsOf(libraries: Libraries, source: Source, written: Uri | undefined): Promise<readonly CitingDocument[]> {
  const byUri = new Map<Uri, CitationPlace[]>();
  for (const place of await citationsOf(libraries, source)) {
    const known = byUri.get(place.uri);
    if (known === undefined) byUri.set(place.uri, [place]);
    else known.push(place);
  }
  return [...byUri]
    .map(([uri, places]) => ({ uri, places: places.sort((a, b) => a.range.start - b.range.start) }))
    .sort((a, b) => Number(b.uri === written) - Number(a.uri === written));
}

/** The lines that the places of a document stand in. */
export async function excerptsIn({ uri, places }: CitingDocument, workspace: Workspace): Promise<readonly Excerpt[]> {
  const content = await workspace.readFile(uri);
  const text = content === undefined ? "" : textOf(content);
  return excerptsOf(text, places.map(({ range }) => range));
}
