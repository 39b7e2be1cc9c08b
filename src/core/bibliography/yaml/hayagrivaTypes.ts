/** Entry types of Hayagriva (file format, “Entry Type”) in small letters, by the CSL type of an entry of theirs that has no parent. */
const cslTypes: Readonly<Record<string, string>> = {
  anthology: "book", anthos: "chapter", article: "article", artwork: "graphic", audio: "song", blog: "webpage", book: "book", case: "legal_case",
  chapter: "chapter", conference: "event", entry: "entry", exhibition: "event", legislation: "legislation", manuscript: "manuscript", misc: "document",
  newspaper: "periodical", original: "document", patent: "patent", performance: "performance", periodical: "periodical", post: "post",
  proceedings: "book", reference: "book", report: "report", repository: "software", scene: "motion_picture", thesis: "thesis", thread: "post",
  tweet: "post", video: "motion_picture", web: "webpage",
};

/** The type that a parent has where it is not said. */
const parentTypes: Readonly<Record<string, string>> = {
  anthos: "anthology", article: "periodical", artwork: "exhibition", audio: "audio", chapter: "book", entry: "reference", legislation: "anthology", post: "post",
  scene: "video", tweet: "post", video: "video", web: "web",
};

/** CSL types of entries in a parent of some type. */
const typesInParent: Readonly<Record<string, string>> = {
  "article periodical": "article-journal", "article newspaper": "article-newspaper", "article proceedings": "paper-conference", "article conference": "paper-conference",
  "article blog": "post-weblog", "article web": "webpage", "article anthology": "chapter", "article book": "chapter", "article reference": "entry-encyclopedia",
  "article thread": "post", "entry reference": "entry-encyclopedia", "video video": "broadcast", "audio audio": "broadcast", "scene video": "broadcast",
  "web blog": "post-weblog", "post blog": "post-weblog",
};

export function isHayagrivaType(type: string): boolean {
  return Object.hasOwn(cslTypes, type);
}

/** The type of a parent that does not say its own. */
export function parentTypeOf(type: string): string {
  return Object.hasOwn(parentTypes, type) ? parentTypes[type] ?? "misc" : "misc";
}

/** The CSL type of an entry by its type and those of its parents; `document` for one that nobody knows. */
export function cslTypeOfHayagriva(type: string, parents: readonly string[]): string {
  const inParent = parents.map((parent) => `${type} ${parent}`).find((pair) => Object.hasOwn(typesInParent, pair));
  if (inParent !== undefined) return typesInParent[inParent] ?? "document";
  return Object.hasOwn(cslTypes, type) ? cslTypes[type] ?? "document" : "document";
}
