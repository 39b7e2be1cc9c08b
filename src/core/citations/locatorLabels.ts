/** Terms of CSL's locators (locales-en-US.xml: long, short and symbol forms, singular and plural), and the common Russian ones. */
const terms: Readonly<Record<string, readonly string[]>> = {
  act: ["act", "acts"],
  appendix: ["appendix", "appendices", "app.", "apps."],
  article: ["article", "articles", "art.", "arts."],
  book: ["book", "books", "bk.", "bks."],
  canon: ["canon", "canons", "can.", "cans."],
  chapter: ["chapter", "chapters", "chap.", "chaps.", "ch.", "гл."],
  column: ["column", "columns", "col.", "cols."],
  elocation: ["location", "locations", "loc.", "locs."],
  equation: ["equation", "equations", "eq.", "eqs."],
  figure: ["figure", "figures", "fig.", "figs.", "рис."],
  folio: ["folio", "folios", "fol.", "fols."],
  issue: ["number", "numbers", "no.", "nos.", "issue", "issues"],
  line: ["line", "lines", "l.", "ll."],
  note: ["note", "notes", "n.", "nn."],
  opus: ["opus", "opera", "op.", "opp."],
  page: ["page", "pages", "p.", "pp.", "p", "pp", "с.", "стр."],
  paragraph: ["paragraph", "paragraphs", "para.", "paras.", "par.", "¶", "¶¶"],
  part: ["part", "parts", "pt.", "pts."],
  rule: ["rule", "rules", "r.", "rr."],
  scene: ["scene", "scenes", "sc.", "scs."],
  section: ["section", "sections", "sec.", "secs.", "§", "§§"],
  "sub-verbo": ["sub verbo", "sub verbis", "s.v.", "s.vv."],
  supplement: ["supplement", "supplements", "supp.", "supps."],
  table: ["table", "tables", "tbl.", "tbls."],
  timestamp: ["timestamp", "timestamps"],
  title: ["title", "titles", "tit.", "tits."],
  verse: ["verse", "verses", "v.", "vv."],
  volume: ["volume", "volumes", "vol.", "vols."],
};

/** CSL's locator label by its term in lower case. */
export const locatorLabels: ReadonlyMap<string, string> = new Map(
  Object.entries(terms).flatMap(([label, names]) => names.map((name) => [name, label] as const)),
);
