import type { CslItem } from "../../model/cslItem";
import type { EntryToConvert } from "../../ports";
import { datesOf } from "../fromBibtex/dates";
import { EntryFields } from "../fromBibtex/entryFields";
import { genreOf } from "../fromBibtex/genres";
import { identifierProperties } from "../fromBibtex/identifiers";
import { namesOf } from "../fromBibtex/names";
import { numbersOf, pagesOf } from "../fromBibtex/numbers";
import { present } from "../fromBibtex/present";
import { publicationProperties } from "../fromBibtex/publication";
import { titleProperties } from "../fromBibtex/titles";

/** What readers look for in the item of an entry, without the slow part: what it has, it has as the item that the engine makes. */
export function plainItem(entry: EntryToConvert): CslItem {
  if (entry.format === "csl-json") return entry.item;
  const fields = new EntryFields(entry);
  const { title, booktitle, eventtitle, series } = titleProperties(fields);
  const { publisher } = publicationProperties(fields);
  const { doi, url } = identifierProperties(fields);
  const variables = present<unknown>({
    ...namesOf(fields), ...datesOf(fields), ...numbersOf(fields),
    title,
    "container-title": booktitle,
    "event-title": eventtitle,
    "collection-title": series,
    publisher,
    edition: fields.text("edition"),
    volume: fields.text("volume"),
    "number-of-volumes": fields.text("volumes"),
    page: pagesOf(fields),
    genre: genreOf(fields),
    abstract: fields.text("abstract"),
    DOI: doi,
    URL: url,
  });
  return { ...variables, id: entry.key, type: entry.summary.type };
}
