/** The order in which fields are written; others come before the last group, in the order they have. */
const first: readonly string[] = [
  "author", "bookauthor", "editor", "editortype", "editora", "editoratype", "editorb", "editorbtype", "editorc", "editorctype", "translator", "title", "shorttitle", "journaltitle", "journal",
  "shortjournal", "maintitle", "booktitle", "issuetitle", "eventtitle", "eventdate", "venue", "series", "edition", "version", "publisher", "institution", "school", "organization",
  "howpublished", "location", "address", "entrysubtype", "type", "chapter", "part", "volume", "number", "issue", "eid", "pages", "bookpagination", "pagetotal", "volumes", "date", "year",
  "month", "day", "origdate",
];
const last: readonly string[] = [
  "pubstate", "doi", "isbn", "issn", "eprint", "eprinttype", "pmcid", "url", "urldate", "langid", "language", "keywords", "note", "annotation", "annote", "abstract",
];

const places: ReadonlyMap<string, number> = new Map([...first.map((name, index) => [name, index - first.length] as const), ...last.map((name, index) => [name, index + 1] as const)]);

export function compareFields(a: string, b: string): number {
  return (places.get(a) ?? 0) - (places.get(b) ?? 0);
}
