/** Types of RIS (`TY`) in both of its specifications, and some that programs write, by the CSL type they become. */
const typesByCsl: Readonly<Record<string, string>> = {
  article: "PREPRINT",
  "article-journal": "ABST EJOUR INPR JOUR JOURN ARTICLE",
  "article-magazine": "MGZN",
  "article-newspaper": "NEWS",
  bill: "BILL UNBILL UNBIL",
  book: "BOOK CTLG EBOOK EDBOOK",
  broadcast: "POD PODC TVSHOW RADIO",
  chapter: "CHAP ECHAP",
  classic: "ANCIENT CLSWK",
  dataset: "AGGR DATA DATASET DBASE",
  document: "GEN GRANT GRNT MISC",
  "entry-dictionary": "DICT",
  "entry-encyclopedia": "ENCYC",
  figure: "CHART EQUA FIGURE FIG",
  graphic: "ART",
  hearing: "HEAR",
  interview: "INTV",
  legal_case: "CASE",
  legislation: "STAT",
  manuscript: "MANSCPT UNPB UNPD UNP",
  map: "MAP",
  motion_picture: "ADVS MPCT MULTI VIDEO",
  musical_score: "MUSIC",
  pamphlet: "PAMP",
  "paper-conference": "CONF CPAPER",
  patent: "PAT",
  periodical: "JFULL SER",
  personal_communication: "ICOMM PCOMM LETT",
  "post-weblog": "BLOG",
  regulation: "LEGAL",
  report: "GOVDOC RPRT",
  software: "COMP SOFT",
  song: "SOUND",
  speech: "SLIDE",
  standard: "STAND STD",
  thesis: "THES DISS",
  webpage: "ELEC WEB",
};

const cslTypes: ReadonlyMap<string, string> = new Map(Object.entries(typesByCsl).flatMap(([csl, types]) => types.split(" ").map((type) => [type, csl] as const)));

/** The CSL type of a type of RIS in capitals; `undefined` for one that nobody knows. */
export function cslTypeOfRis(type: string): string | undefined {
  return cslTypes.get(type);
}
