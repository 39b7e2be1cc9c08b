/** EndNote's reference types (`%0`, in small letters) by the CSL type they become. */
const typesByCsl: Readonly<Record<string, readonly string[]>> = {
  article: ["preprint"],
  "article-journal": ["journal article", "electronic article", "journal", "article"],
  "article-magazine": ["magazine article"],
  "article-newspaper": ["newspaper article"],
  bill: ["bill"],
  book: ["book", "edited book", "electronic book", "conference proceedings", "catalog"],
  broadcast: ["podcast", "radio broadcast", "tv broadcast", "television episode"],
  chapter: ["book section", "electronic book section", "electronic chapter", "book chapter"],
  classic: ["ancient text", "classical work"],
  dataset: ["aggregated database", "online database", "dataset", "data set"],
  document: ["generic", "grant"],
  "entry-dictionary": ["dictionary"],
  "entry-encyclopedia": ["encyclopedia"],
  figure: ["chart or table", "equation", "figure"],
  graphic: ["artwork"],
  hearing: ["hearing"],
  interview: ["interview"],
  legal_case: ["case"],
  legislation: ["statute"],
  manuscript: ["manuscript", "unpublished work"],
  map: ["map"],
  motion_picture: ["audiovisual material", "film or broadcast", "online multimedia", "multimedia application"],
  musical_score: ["music"],
  pamphlet: ["pamphlet"],
  "paper-conference": ["conference paper"],
  patent: ["patent"],
  periodical: ["serial", "serial (book, monograph)"],
  personal_communication: ["personal communication"],
  "post-weblog": ["blog"],
  post: ["discussion forum", "social media"],
  regulation: ["legal rule or regulation"],
  report: ["report", "government document", "government report or document", "press release"],
  software: ["computer program", "software"],
  standard: ["standard"],
  thesis: ["thesis"],
  webpage: ["web page", "web site", "electronic source"],
};

const cslTypes: ReadonlyMap<string, string> = new Map(Object.entries(typesByCsl).flatMap(([csl, types]) => types.map((type) => [type, csl] as const)));

/** The CSL type of an EndNote type in small letters; `undefined` for one that nobody knows. */
export function cslTypeOfRefer(type: string): string | undefined {
  return cslTypes.get(type);
}
