/** BibTeX's and BibLaTeX's entry types by the CSL type they become. */
const typesByCsl: Readonly<Record<string, readonly string[]>> = {
  "article-journal": ["article", "suppperiodical", "review"],
  "article-newspaper": ["newsarticle"],
  book: ["book", "mvbook", "collection", "mvcollection", "proceedings", "mvproceedings", "reference", "mvreference", "manual"],
  chapter: ["inbook", "incollection", "bookinbook", "suppbook", "suppcollection"],
  "entry-encyclopedia": ["inreference"],
  "paper-conference": ["inproceedings", "conference"],
  report: ["report", "techreport"],
  thesis: ["thesis", "phdthesis", "mastersthesis"],
  manuscript: ["unpublished"],
  pamphlet: ["booklet"],
  periodical: ["periodical"],
  webpage: ["online", "electronic", "www"],
  dataset: ["dataset"],
  software: ["software"],
  patent: ["patent"],
  motion_picture: ["movie", "video"],
  song: ["audio", "music"],
  graphic: ["artwork", "image"],
  legislation: ["legislation", "legal"],
  legal_case: ["jurisdiction"],
  personal_communication: ["letter"],
  performance: ["performance"],
  standard: ["standard"],
};

const cslTypes: ReadonlyMap<string, string> = new Map(
  Object.entries(typesByCsl).flatMap(([csl, types]) => types.map((type) => [type, csl] as const)),
);

export function cslTypeOf(entryType: string): string {
  return cslTypes.get(entryType) ?? "document";
}
