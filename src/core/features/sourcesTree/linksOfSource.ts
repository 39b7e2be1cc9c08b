import { EntryFields } from "../../format/fromBibtex/entryFields";
import { identifierProperties } from "../../format/fromBibtex/identifiers";
import type { Source } from "../../library/library";
import type { BibliographyEntry } from "../../model/bibliography";
import type { CslItem } from "../../model/cslItem";
import type { Location } from "../../model/location";
import type { Uri } from "../../ports";
import { baseName, parentUri, resolvePath } from "../../text/uri";
import { linksOf, type SourceLinks } from "../sourceLinks";
import { filesOfEntry } from "./attachedFiles";

/** Where a source or its entry can be read. */
export type SourceLink =
  | { readonly target: "doi" | "url"; readonly address: string }
  /** `uri`: where the file should lie. */
  | { readonly target: "file"; readonly name: string; readonly uri: Uri }
  | { readonly target: "entry"; readonly name: string; readonly place: Location };

/**
 * The DOI first, then the address, attached files, and the entry; addresses are safe to open. Without the slow part. `written` is the
 * text of the entry, where it is at hand.
 */
export function linksOfSource({ entry, part }: Source, home: Uri | undefined, written?: string): readonly SourceLink[] {
  const { doi, url } = addressesOf(entry);
  return [
    ...doi === undefined ? [] : [{ target: "doi" as const, address: doi }],
    ...url === undefined ? [] : [{ target: "url" as const, address: url }],
    ...filesOfEntry(entry, written).flatMap(({ name, path }) => {
      const [uri] = resolvePath(path, parentUri(part.uri), home).toReversed();
      return uri === undefined ? [] : [{ target: "file" as const, name, uri }];
    }),
    { target: "entry", name: part.origin === "corpus" ? part.name : baseName(part.uri), place: { uri: part.uri, range: entry.keyRange } },
  ];
}

function addressesOf(entry: BibliographyEntry): SourceLinks {
  if (entry.format !== "bibtex") return linksOf(entry.item);
  const { doi, url } = identifierProperties(new EntryFields(entry));
  return linksOf({ id: entry.key, type: entry.summary.type, DOI: doi, URL: url } as CslItem);
}
