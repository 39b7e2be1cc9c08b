/** Types of CSL 1.0.2 (specification, appendix III) that only bibliographies have. */
export const citationTypes: ReadonlySet<string> = new Set([
  "article-journal", "article-magazine", "article-newspaper", "book", "chapter", "classic", "entry-dictionary", "entry-encyclopedia",
  "legal_case", "legislation", "manuscript", "motion_picture", "musical_score", "pamphlet", "paper-conference", "patent", "periodical",
  "personal_communication", "post-weblog", "report", "review-book", "thesis", "treaty", "webpage",
]);

/** Types of CSL whose names other JSON uses too. */
export const commonTypes: ReadonlySet<string> = new Set([
  "article", "bill", "broadcast", "collection", "dataset", "document", "entry", "event", "figure", "graphic", "hearing", "interview", "map",
  "performance", "post", "regulation", "review", "software", "song", "speech", "standard",
]);

/** Name variables (specification, appendix IV). */
export const nameVariables: ReadonlySet<string> = new Set([
  "author", "chair", "collection-editor", "compiler", "composer", "container-author", "contributor", "curator", "director", "editor", "editor-translator",
  "editorial-director", "executive-producer", "guest", "host", "illustrator", "interviewer", "narrator", "organizer", "original-author", "performer",
  "producer", "recipient", "reviewed-author", "script-writer", "series-creator", "translator",
]);

/** Date variables. */
export const dateVariables: ReadonlySet<string> = new Set(["accessed", "available-date", "event-date", "issued", "original-date", "submitted"]);

/** Variables that hold text or a number. */
export const textVariables: ReadonlySet<string> = new Set([
  "abstract", "annote", "archive", "archive_collection", "archive_location", "archive-place", "authority", "call-number", "chapter-number", "citation-key",
  "citation-label", "citation-number", "collection-number", "collection-title", "container-title", "container-title-short", "dimensions", "division",
  "DOI", "edition", "event", "event-place", "event-title", "first-reference-note-number", "genre", "ISBN", "ISSN", "issue", "journalAbbreviation", "jurisdiction", "keyword",
  "language", "license", "locator", "medium", "note", "number", "number-of-pages", "number-of-volumes", "original-publisher", "original-publisher-place",
  "original-title", "page", "page-first", "part-number", "part-title", "PMCID", "PMID", "printing-number", "publisher", "publisher-place", "references",
  "reviewed-genre", "reviewed-title", "scale", "section", "shortTitle", "source", "status", "supplement-number", "title", "title-short", "URL", "version",
  "volume", "volume-title", "volume-title-short", "year-suffix",
]);

/** Those of them that the model has as text alone. */
export const plainTextVariables: ReadonlySet<string> = new Set([
  "title", "title-short", "container-title", "collection-title", "publisher", "publisher-place", "genre", "abstract", "keyword", "language", "note", "DOI", "ISBN", "ISSN", "URL",
]);

/** Variables that items have and other JSON hardly ever. */
export const tellingVariables: readonly string[] = ["container-title", "publisher", "publisher-place", "collection-title", "title-short", "DOI", "ISBN", "ISSN", "URL", "citation-key", "page"];
