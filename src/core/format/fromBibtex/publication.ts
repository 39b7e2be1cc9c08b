import { splitNames } from "../../bibliography/bibtex/names";
import { latexToUnicode } from "../../text/latexText";
import type { EntryFields } from "./entryFields";
import { latexToCsl } from "../../text/latexToCsl";
import { present } from "./present";
import { verbatimText } from "./verbatim";

const bodiesOfTheses = ["institution", "school", "publisher", "organization"];
const bodiesOfReports = ["institution", "publisher", "organization", "school"];
const bodies = ["publisher", "organization", "institution", "school"];

/** Who published a work and where, under the names by which citation-js knows them whatever the type. */
export function publicationProperties(fields: EntryFields): Readonly<Record<string, string>> {
  const names = fields.type === "thesis" ? bodiesOfTheses : fields.type === "report" ? bodiesOfReports : bodies;
  return present({
    publisher: listText(fields, ...names) ?? howPublished(fields).publisher,
    location: listText(fields, "location", "address"),
    venue: fields.text("venue"),
    origpublisher: listText(fields, "origpublisher"),
    origlocation: listText(fields, "origlocation"),
  });
}

/** `howpublished` is an address, or says who published the work. */
export function howPublished(fields: EntryFields): { readonly publisher?: string; readonly url?: string } {
  const value = fields.raw("howpublished");
  if (value === undefined) return {};
  const url = /^(?:[\p{L}\s]{1,40}:?\s)?(https?:\/\/\S{1,9999}?)[.,]?$/iu.exec(latexToUnicode(value))?.[1];
  if (url !== undefined) return { url: verbatimText(url) };
  const publisher = latexToCsl(value);
  return publisher === "" ? {} : { publisher };
}

/** BibLaTeX's lists are parted by `and`; in BibTeX it is a word like any other (`Farrar, Straus and Giroux`). */
function listText(fields: EntryFields, ...names: readonly string[]): string | undefined {
  const value = fields.raw(...names);
  if (value === undefined || !fields.isBiblatex) return value && latexToCsl(value);
  return splitNames(value).filter((item, index) => index === 0 || item !== "others").map((item) => latexToCsl(item)).join("; ");
}
