import type { Dialect } from "../dialect";
import { entryTypes } from "./entryTypeDescriptions";

/** The fields of a type. Of a requirement any of its fields will do; the first is the one to name. */
export interface TypeFields {
  readonly required: readonly (readonly string[])[];
  readonly optional: readonly string[];
}

type Rows = Readonly<Record<string, readonly [required: string, optional: string]>>;

const roles = "editora editorb editorc translator annotator commentator";
const fronts = "introduction foreword afterword";
const main = "maintitle mainsubtitle maintitleaddon";
const languages = "language origlanguage";
const electronic = "addendum pubstate doi eprint eprintclass eprinttype url urldate";
const inVolume = `volume part edition volumes series number note publisher location isbn eid chapter pages`;
const event = "eventtitle eventtitleaddon eventdate venue";
const date = "date/year";

/** BibLaTeX manual, 2.1.1 and 2.1.2; `a/b`: any of them. */
const biblatex: Rows = {
  article: [`author title journaltitle/journal ${date}`, `subtitle titleaddon editor ${roles} journalsubtitle journaltitleaddon issuetitle issuesubtitle issuetitleaddon ${languages} series volume number eid issue month pages version note issn ${electronic}`],
  book: [`author title ${date}`, `editor ${roles} ${fronts} subtitle titleaddon ${main} ${languages} ${inVolume} pagetotal ${electronic}`],
  mvbook: [`author title ${date}`, `editor ${roles} ${fronts} subtitle titleaddon ${languages} edition volumes series number note publisher location isbn pagetotal ${electronic}`],
  inbook: [`author title booktitle ${date}`, `bookauthor editor ${roles} ${fronts} subtitle titleaddon ${main} booksubtitle booktitleaddon ${languages} ${inVolume} ${electronic}`],
  booklet: [`author/editor title ${date}`, `subtitle titleaddon language howpublished type note location eid chapter pages pagetotal ${electronic}`],
  collection: [`editor title ${date}`, `${roles} ${fronts} subtitle titleaddon ${main} ${languages} ${inVolume} pagetotal ${electronic}`],
  mvcollection: [`editor title ${date}`, `${roles} ${fronts} subtitle titleaddon ${languages} edition volumes series number note publisher location isbn pagetotal ${electronic}`],
  incollection: [`author title booktitle ${date}`, `editor ${roles} ${fronts} subtitle titleaddon ${main} booksubtitle booktitleaddon ${languages} ${inVolume} ${electronic}`],
  dataset: [`author/editor title ${date}`, `subtitle titleaddon language edition type series number version note organization publisher location ${electronic}`],
  manual: [`author/editor title ${date}`, `subtitle titleaddon language edition type series number version note organization publisher location isbn eid chapter pages pagetotal ${electronic}`],
  misc: [`author/editor title ${date}`, `subtitle titleaddon language howpublished type version note organization location month ${electronic}`],
  online: [`author/editor title ${date} url/doi/eprint`, `subtitle titleaddon language version note organization month ${electronic}`],
  patent: [`author title number ${date}`, `holder subtitle titleaddon type version location note month ${electronic}`],
  periodical: [`editor title ${date}`, `editora editorb editorc subtitle titleaddon issuetitle issuesubtitle issuetitleaddon language series volume number issue month note issn ${electronic}`],
  proceedings: [`title ${date}`, `editor subtitle titleaddon ${main} ${event} language volume part volumes series number note organization publisher location month isbn eid chapter pages pagetotal ${electronic}`],
  mvproceedings: [`title ${date}`, `editor subtitle titleaddon ${event} language volumes series number note organization publisher location month isbn pagetotal ${electronic}`],
  inproceedings: [`author title booktitle ${date}`, `editor subtitle titleaddon ${main} booksubtitle booktitleaddon ${event} language volume part volumes series number note organization publisher location month isbn eid chapter pages ${electronic}`],
  report: [`author title type institution ${date}`, `subtitle titleaddon language number version note location month isrn eid chapter pages pagetotal ${electronic}`],
  set: ["entryset", ""],
  thesis: [`author title type institution/school ${date}`, `subtitle titleaddon language note location month isbn eid chapter pages pagetotal ${electronic}`],
  mastersthesis: [`author title institution/school ${date}`, `subtitle titleaddon language type note location month isbn eid chapter pages pagetotal ${electronic}`],
  phdthesis: [`author title institution/school ${date}`, `subtitle titleaddon language type note location month isbn eid chapter pages pagetotal ${electronic}`],
  techreport: [`author title institution ${date}`, `subtitle titleaddon language type number version note location month isrn eid chapter pages pagetotal ${electronic}`],
  unpublished: [`author title ${date}`, `subtitle titleaddon type ${event} language howpublished note location isbn month ${electronic}`],
  xdata: ["", ""],
};

const classicBook = "series address edition month note";

/** BibTeX's own (btxdoc, 3.1). */
const classic: Rows = {
  article: ["author title journal year", "volume number pages month note"],
  book: ["author/editor title publisher year", `volume number ${classicBook}`],
  booklet: ["title", "author howpublished address month year note"],
  inbook: ["author/editor title chapter/pages publisher year", `volume number type ${classicBook}`],
  incollection: ["author title booktitle publisher year", `editor volume number type chapter pages ${classicBook}`],
  inproceedings: ["author title booktitle year", "editor volume number series pages address month organization publisher note"],
  manual: ["title", "author organization address edition month year note"],
  mastersthesis: ["author title school year", "type address month note"],
  misc: ["", "author title howpublished month year note"],
  phdthesis: ["author title school year", "type address month note"],
  proceedings: ["title year", "editor volume number series address month organization publisher note"],
  techreport: ["author title institution year", "type number address month note"],
  unpublished: ["author title note", "month year"],
};

/** What styles of BibTeX know beyond btxdoc. */
const beyondClassic = "doi url eprint isbn issn abstract keywords";

const words = (list: string): readonly string[] => list.split(" ").filter((word) => word !== "");

function read(rows: Rows, also: string): ReadonlyMap<string, TypeFields> {
  return new Map(Object.entries(rows).map(([type, [required, optional]]) =>
    [type, { required: words(required).map((names) => names.split("/")), optional: words(`${optional} ${also}`) }]));
}

const tables = { biblatex: read(biblatex, ""), bibtex: read(classic, beyondClassic) };

/** The fields of a type in small letters, those of `misc` where nobody knows it. Where BibTeX does not know it, BibLaTeX's count. */
export function fieldsOfType(type: string, dialect: Dialect): TypeFields {
  for (let name: string | undefined = type; name !== undefined; name = entryTypes.get(name)?.like) {
    const found = (dialect === "bibtex" ? tables.bibtex.get(name) : undefined) ?? tables.biblatex.get(name);
    if (found !== undefined) return found;
  }
  return tables[dialect].get("misc") ?? { required: [], optional: [] };
}
