/** Entry types of BibTeX, BibLaTeX (manual, 2.1) and their users by the CSL type they become. */
const typesByCsl: Readonly<Record<string, readonly string[]>> = {
  article: ["preprint"],
  "article-journal": ["article", "suppperiodical"],
  "article-magazine": ["magazine"],
  "article-newspaper": ["newspaper", "newsarticle"],
  bill: ["bill"],
  book: ["book", "mvbook", "collection", "mvcollection", "proceedings", "mvproceedings", "reference", "mvreference", "manual", "commentary"],
  chapter: ["inbook", "incollection", "bookinbook", "suppbook", "suppcollection"],
  dataset: ["dataset", "data"],
  "entry-encyclopedia": ["inreference"],
  graphic: ["artwork", "image"],
  interview: ["interview"],
  legal_case: ["jurisdiction"],
  legislation: ["legislation", "legal"],
  manuscript: ["unpublished"],
  map: ["map"],
  motion_picture: ["movie", "video"],
  pamphlet: ["booklet"],
  "paper-conference": ["inproceedings", "conference"],
  patent: ["patent"],
  performance: ["performance"],
  periodical: ["periodical"],
  personal_communication: ["letter"],
  report: ["report", "techreport"],
  review: ["review"],
  software: ["software", "softwareversion", "softwaremodule", "codefragment", "program"],
  song: ["audio", "music"],
  speech: ["presentation", "talk", "lecture"],
  standard: ["standard"],
  thesis: ["thesis", "phdthesis", "mastersthesis", "bachelorsthesis", "masterthesis", "bathesis", "mathesis", "candthesis"],
  webpage: ["online", "electronic", "www", "webpage"],
};

const cslTypes: ReadonlyMap<string, string> = new Map(
  Object.entries(typesByCsl).flatMap(([csl, types]) => types.map((type) => [type, csl] as const)),
);

/** Whether this, in lower case, is a type that BibTeX, BibLaTeX or their users have. */
export function isEntryType(entryType: string): boolean {
  return cslTypes.has(entryType) || entryType === "misc" || entryType === "set" || entryType === "xdata";
}

/** BibLaTeX's `entrysubtype` of an article. */
const subtypes: ReadonlyMap<string, string> = new Map([["magazine", "article-magazine"], ["newspaper", "article-newspaper"]]);

/** The CSL type of an entry type in lower case; `document` (CSL's word for anything) for `misc` and what nobody knows. */
export function cslTypeOf(entryType: string, entrySubtype: string): string {
  const type = cslTypes.get(entryType) ?? "document";
  return type === "article-journal" ? subtypes.get(entrySubtype.trim().toLowerCase()) ?? type : type;
}
