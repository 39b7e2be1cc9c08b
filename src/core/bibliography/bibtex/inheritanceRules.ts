/** What a field of a parent is called in a child; several names where the child takes it more than once, none where it stays. */
export type FieldNames = ReadonlyMap<string, readonly string[]>;

interface Rule {
  readonly parents: readonly string[];
  readonly children: readonly string[];
  readonly names: FieldNames;
}

const notTaken: readonly (readonly [string, readonly string[]])[] = ["shorttitle", "sorttitle", "indextitle", "indexsorttitle"].map((name) => [name, []]);

function titlesAs(prefix: string): FieldNames {
  return new Map([["title", [`${prefix}title`]], ["subtitle", [`${prefix}subtitle`]], ["titleaddon", [`${prefix}titleaddon`]], ...notTaken]);
}

const parts = ["inbook", "bookinbook", "suppbook"];
const contributions = ["incollection", "inreference", "suppcollection", "inproceedings", "conference"];
const works = ["book", "collection", "reference", "proceedings"];
const multivolume = works.map((work) => `mv${work}`);

/**
 * BibLaTeX manual, appendix B, read generously: any contribution takes the title of any work as its `booktitle`, because writers of
 * BibTeX files give an `@incollection` a `@book` for a parent. The first rule that fits counts.
 */
const rules: readonly Rule[] = [
  { parents: ["mvbook"], children: parts, names: new Map([...titlesAs("main"), ["author", ["author", "bookauthor"]]]) },
  { parents: ["book"], children: parts, names: new Map([...titlesAs("book"), ["author", ["author", "bookauthor"]]]) },
  { parents: multivolume, children: [...works, ...parts, ...contributions], names: titlesAs("main") },
  { parents: works, children: [...parts, ...contributions], names: titlesAs("book") },
  { parents: ["periodical"], children: ["article", "suppperiodical"], names: titlesAs("journal") },
];

const sameNames: FieldNames = new Map();

/** How fields are renamed on their way from a parent to its child through `crossref`. */
export function inheritedNames(parentType: string, childType: string): FieldNames {
  return rules.find(({ parents, children }) => parents.includes(parentType) && children.includes(childType))?.names ?? sameNames;
}

/** Fields that belong to one entry alone (BibLaTeX manual, 2.4.1 and appendix B). */
export const ownFields: ReadonlySet<string> = new Set([
  "ids", "crossref", "xref", "entryset", "entrysubtype", "execute", "label", "options", "presort", "related", "relatedoptions",
  "relatedstring", "relatedtype", "shorthand", "shorthandintro", "sortkey", "xdata", "key",
]);

/** An entry that has any of these has a date and takes no part of its parent's. */
export const dateFields: ReadonlySet<string> = new Set(["date", "year", "month", "day"]);
