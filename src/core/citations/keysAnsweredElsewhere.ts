/** Labels of pandoc-crossref and its kin (`@fig:plot`, `@Eq:one`), which have the form of citations. */
const label = /^(?:fig|tbl|tab|eq|eqn|sec|lst)s?:./i;

/** Identifiers that Manubot, url2cite and MyST look up by themselves: `@doi:10.1000/x`, `@10.1000/x`, `@pmid:123`, `@https://doi.org/10.1000/x`. */
const identifier = /^(?:(?:doi|pmid|pmcid|arxiv|isbn|wikidata|url|https?):.|10\.\d{4,9}\/.)/i;

/** Whether a key in Markdown may mean something that no bibliography has, so that it is not wrong where it is in none. */
export function isAnsweredElsewhere(key: string): boolean {
  return label.test(key) || identifier.test(key);
}
