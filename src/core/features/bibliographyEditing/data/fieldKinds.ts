/** What a field holds, as far as completion can help with it (BibLaTeX manual, 2.2.1). */
export type FieldKind = "names" | "keys" | "text" | "list" | "fixed" | "language" | "month" | "verbatim";

const words = (list: string): readonly string[] => list.split(" ");

const kinds: readonly (readonly [FieldKind, readonly string[]])[] = [
  ["names", words("author editor editora editorb editorc translator annotator commentator introduction foreword afterword bookauthor holder shortauthor shorteditor sortname namea nameb namec")],
  ["keys", words("crossref xref xdata entryset related ids")],
  ["verbatim", words("url doi file pdf eprint verba verbb verbc")],
  ["language", words("langid hyphenation language origlanguage")],
  ["month", words("month")],
  ["list", words("keywords")],
  ["text", words("journal journaltitle shortjournal publisher series shortseries booktitle maintitle institution school organization location address eventtitle venue howpublished library origpublisher origlocation eprintclass primaryclass")],
];

/** Values that BibLaTeX gives a meaning to, in fields that hold nothing else or often do; options end in `=` where a value follows. */
const fixedValues: ReadonlyMap<string, readonly string[]> = new Map(Object.entries({
  pubstate: "inpreparation submitted forthcoming inpress prepublished",
  type: "mathesis phdthesis candthesis techreport resreport software datacd audiocd patent patentde patenteu patentfr patentuk patentus patreq patreqde patreqeu patreqfr patrequk patrequs",
  editortype: "editor compiler founder continuator redactor reviser collaborator organizer director performer",
  authortype: "author editor compiler",
  pagination: "page column line verse section paragraph none",
  gender: "sf sm sn pf pm pn pp",
  relatedtype: "multivolume origpubas origpubin translationas translationfrom translationof reprintas reprintof reprintfrom reviewof bytranslator",
  eprinttype: "arxiv jstor pubmed hdl googlebooks",
  entrysubtype: "magazine newspaper",
  options: "useprefix= useauthor= useeditor= usetranslator= maxnames= minnames= maxbibnames= maxcitenames= uniquename= uniquelist= skipbib= skipbiblist= skiplab= dataonly= labelnamefield= labeltitlefield=",
}).map(([name, values]) => [name, words(values)]));

const sameValues: ReadonlyMap<string, string> = new Map([
  ["editoratype", "editortype"], ["editorbtype", "editortype"], ["editorctype", "editortype"], ["nameatype", "editortype"], ["namebtype", "editortype"], ["namectype", "editortype"],
  ["bookpagination", "pagination"], ["archiveprefix", "eprinttype"], ["relatedoptions", "options"],
]);

const kindsByName: ReadonlyMap<string, FieldKind> = new Map(kinds.flatMap(([kind, names]) => names.map((name) => [name, kind] as const)));

/** What a field in small letters holds; `undefined` where nothing can be told. */
export function kindOfField(name: string): FieldKind | undefined {
  return kindsByName.get(name) ?? (fixedValuesOf(name).length > 0 ? "fixed" : undefined);
}

export function fixedValuesOf(name: string): readonly string[] {
  return fixedValues.get(sameValues.get(name) ?? name) ?? [];
}

/** Fields that hold several values with commas between them. */
export const commaSeparated: ReadonlySet<string> = new Set(["keywords", "xdata", "entryset", "related", "ids", "options", "relatedoptions"]);

/** Fields that hold several values with “and” between them. */
export const andSeparated: ReadonlySet<string> = new Set([...kinds[0]?.[1] ?? [], "publisher", "location", "institution", "organization", "language", "origlanguage", "origpublisher", "origlocation"]);

/** What stands for each month in BibTeX. */
export const monthMacros: ReadonlyMap<string, string> = new Map([
  ["jan", "January"], ["feb", "February"], ["mar", "March"], ["apr", "April"], ["may", "May"], ["jun", "June"], ["jul", "July"], ["aug", "August"], ["sep", "September"],
  ["oct", "October"], ["nov", "November"], ["dec", "December"],
]);
