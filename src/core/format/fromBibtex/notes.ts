import type { CslDate } from "../../model/cslItem";
import { parseEdtf } from "./edtf";
import type { EntryFields } from "./entryFields";
import { parseWrittenDate } from "./writtenDates";

/** What Wikipedia and others write for a date of access: `[Online; accessed 3-May-2020]`. */
const accessNote = /^\[?(?:online;?\s*)?(?:last\s+)?(?:accessed|retrieved|visited)(?:\s+on)?:?\s+([^[\]]{4,40}?)\]?\.?$/i;

/** The note and what is added to it, but for a note that says only when the source was seen. */
export function noteOf(fields: EntryFields): string | undefined {
  const note = accessedInNote(fields) === undefined ? fields.text("note") : undefined;
  const addendum = fields.text("addendum");
  return note === undefined || addendum === undefined ? note ?? addendum : `${note.replace(/[.;,]$/, "")}. ${addendum}`;
}

/** The date of access that the note is. */
export function accessedInNote(fields: EntryFields): CslDate | undefined {
  const date = accessNote.exec(fields.plain("note")?.slice(0, 100) ?? "")?.[1];
  return date === undefined ? undefined : parseEdtf(date) ?? parseWrittenDate(date.replace(/-/g, " "));
}

/** The list of keywords as one item of citation-js's, which would join several without blanks. */
export function keywordsOf(fields: EntryFields): readonly string[] | undefined {
  const keywords = fields.text("keywords", "keyword")?.split(",").map((keyword) => keyword.trim()).filter((keyword) => keyword !== "");
  return keywords === undefined || keywords.length === 0 ? undefined : [keywords.join(", ")];
}
