import type { CslDate, CslItem, CslName } from "../model/cslItem";
import { soundItem, type SoundItem } from "./items/soundItem";
import { plainCslText } from "../text/cslMarkup";

const types: Readonly<Record<string, string>> = {
  article: "UNPB", "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS", bill: "BILL", book: "BOOK", broadcast: "VIDEO", chapter: "CHAP", classic: "CLSWK",
  dataset: "DATA", "entry-dictionary": "DICT", "entry-encyclopedia": "ENCYC", figure: "FIGURE", graphic: "ART", hearing: "HEAR", legal_case: "CASE", legislation: "STAT", manuscript: "UNPB",
  map: "MAP", motion_picture: "MPCT", musical_score: "MUSIC", pamphlet: "PAMP", "paper-conference": "CPAPER", patent: "PAT", personal_communication: "PCOMM", post: "BLOG",
  "post-weblog": "BLOG", report: "RPRT", software: "COMP", song: "SOUND", standard: "STAND", thesis: "THES", webpage: "ELEC",
};

/** Tags of names and texts, in the order in which they are written. */
const nameTags: readonly (readonly [tag: string, variable: string])[] = [["AU", "author"], ["ED", "editor"], ["A3", "collection-editor"], ["A4", "translator"]];
const textTags: readonly (readonly [tag: string, ...variables: string[]])[] = [
  ["TI", "title"], ["ST", "title-short"], ["T2", "container-title"], ["J2", "container-title-short"], ["T3", "collection-title"], ["C3", "event-title", "event"], ["ET", "edition"],
  ["VL", "volume"], ["IS", "issue"], ["M1", "number", "collection-number"], ["NV", "number-of-volumes"], ["SE", "section", "chapter-number"], ["PB", "publisher"],
  ["CY", "publisher-place", "event-place"], ["M3", "genre"], ["DO", "DOI"], ["UR", "URL"], ["LA", "language"], ["CN", "call-number"], ["AN", "PMID"], ["N1", "note"], ["N2", "annote"],
  ["AB", "abstract"],
];

/** Items in RIS, one record each, under their ids. Markup is left out: RIS has none. */
export function writeRis(items: readonly CslItem[]): string {
  return items.map((item) => recordLines(soundItem(item)).map(([tag, text]) => `${tag}  - ${text}\n`).join("")).join("\n");
}

type Line = readonly [tag: string, text: string];

function recordLines({ id, type, texts, names, dates }: SoundItem): readonly Line[] {
  const text = (...variables: readonly string[]): string | undefined => variables.map((variable) => texts.get(variable)).find((value) => value !== undefined);
  const line = (tag: string, value: string | undefined): readonly Line[] => value === undefined ? [] : [[tag, plainCslText(value)]];
  return [
    ["TY", Object.hasOwn(types, type) ? types[type] ?? "GEN" : "GEN"],
    ...line("ID", id),
    ...nameTags.flatMap(([tag, variable]) => (names.get(variable) ?? []).flatMap((name) => line(tag, nameText(name)))),
    ...textTags.flatMap(([tag, ...variables]) => line(tag, text(...variables))),
    ...["ISBN", "ISSN"].flatMap((variable) => line("SN", texts.get(variable))),
    ...pageLines(texts.get("page")),
    ...dateLines(dates.get("issued"), dates.get("accessed")),
    ...(texts.get("keyword") ?? "").split(",").map((keyword) => keyword.trim()).filter((keyword) => keyword !== "").flatMap((keyword) => line("KW", keyword)),
    ["ER", ""],
  ];
}

/** `Last, First, Suffix` */
function nameText({ literal, family, given, suffix, "dropping-particle": dropped, "non-dropping-particle": kept }: CslName): string {
  const last = [kept, family].filter((part) => part !== undefined).join(" ");
  if (last === "") return literal ?? given ?? "";
  const first = [given, dropped].filter((part) => part !== undefined).join(" ");
  return [last, ...first === "" && suffix === undefined ? [] : [first], ...suffix === undefined ? [] : [suffix]].join(", ");
}

function pageLines(pages: string | undefined): readonly Line[] {
  if (pages === undefined) return [];
  const [, start, end] = /^([^-–,]*)[-–]([^-–,]*)$/.exec(pages) ?? [];
  return start === undefined || end === undefined ? [["SP", pages]] : [["SP", start.trim()], ["EP", end.trim()]];
}

function dateLines(issued: CslDate | undefined, accessed: CslDate | undefined): readonly Line[] {
  const year = issued?.["date-parts"]?.[0]?.[0];
  return [
    ...year === undefined ? [] : [["PY", String(year)] as const],
    ...issued === undefined ? [] : [["DA", dateText(issued)] as const],
    ...accessed === undefined ? [] : [["Y2", dateText(accessed)] as const],
  ];
}

/** `YYYY/MM/DD/other` */
function dateText({ "date-parts": dates, season, literal }: CslDate): string {
  const [year = "", month, day] = dates?.[0] ?? [];
  const two = (part: number | string | undefined): string => part === undefined ? "" : String(part).padStart(2, "0");
  const other = literal ?? (season === undefined ? "" : ["Spring", "Summer", "Autumn", "Winter"][Number(season) - 1] ?? "");
  return `${year}/${two(month)}/${two(day)}/${other}`;
}
