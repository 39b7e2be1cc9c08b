import type { BibtexEntry } from "./bibtexEntry";

// BibLaTeX manual, appendix B: what a child takes from its parent under another name. Other fields keep theirs.
const titleRules: readonly { readonly parents: ReadonlySet<string>; readonly children: ReadonlySet<string>; readonly names: Readonly<Record<string, string>> }[] = [
  {
    parents: new Set(["mvbook", "book"]),
    children: new Set(["inbook", "bookinbook", "suppbook"]),
    names: { author: "bookauthor", title: "booktitle", subtitle: "booksubtitle", titleaddon: "booktitleaddon" },
  },
  {
    parents: new Set(["mvcollection", "collection", "mvreference", "reference", "mvproceedings", "proceedings", "book"]),
    children: new Set(["incollection", "inreference", "suppcollection", "inproceedings", "conference"]),
    names: { title: "booktitle", subtitle: "booksubtitle", titleaddon: "booktitleaddon" },
  },
  {
    parents: new Set(["periodical"]),
    children: new Set(["article", "suppperiodical"]),
    names: { title: "journaltitle", subtitle: "journalsubtitle" },
  },
];

const notInherited: ReadonlySet<string> = new Set([
  "ids", "crossref", "xref", "entryset", "entrysubtype", "execute", "label", "options", "presort", "related", "relatedoptions",
  "relatedstring", "relatedtype", "shorthand", "shorthandintro", "sortkey", "xdata", "key",
]);

/** An entry's fields and what it takes through `xdata` and `crossref`; its own win. A circle ends where it closes. */
export function inheritFields(entry: BibtexEntry): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  addOwn(fields, entry);
  const seen = new Set([entry]);
  const open = [...parentsOf(entry)];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const { parent, isCrossref } = next;
    if (seen.has(parent)) continue;
    seen.add(parent);
    const names = isCrossref ? renamed(parent.entryType, entry.entryType) : {};
    for (const field of parent.fields) {
      if (notInherited.has(field.name)) continue;
      const name = Object.hasOwn(names, field.name) ? names[field.name] ?? field.name : field.name;
      if (!fields.has(name)) fields.set(name, field.value);
    }
    open.push(...parentsOf(parent));
  }
  return fields;
}

function addOwn(fields: Map<string, string>, entry: BibtexEntry): void {
  for (const field of entry.fields) {
    if (!fields.has(field.name)) fields.set(field.name, field.value);
  }
}

interface Parent {
  readonly parent: BibtexEntry;
  readonly isCrossref: boolean;
}

/** The entries that an entry's `xdata` and `crossref` name, `xdata` first as in BibLaTeX. */
export function parentsOf({ fields, file }: BibtexEntry): readonly Parent[] {
  const named = (name: string): readonly string[] => fields.find((field) => field.name === name)?.value.split(",").map((key) => key.trim()) ?? [];
  return [
    ...named("xdata").map((key) => ({ parent: file.byKey.get(key), isCrossref: false })),
    ...named("crossref").map((key) => ({ parent: file.byKey.get(key), isCrossref: true })),
  ].filter((candidate): candidate is Parent => candidate.parent !== undefined);
}

function renamed(parentType: string, childType: string): Readonly<Record<string, string>> {
  return titleRules.find(({ parents, children }) => parents.has(parentType) && children.has(childType))?.names ?? {};
}
