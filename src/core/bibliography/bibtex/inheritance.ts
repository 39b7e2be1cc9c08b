import { keysIn, type BibtexEntry } from "./bibtexEntry";
import { fieldNamed, lastOfEachName, type BibtexFieldAt } from "./bibtexField";
import { dateFields, inheritedNames, type FieldNames } from "./inheritanceRules";

/** Chains and lists of parents end here: real ones have three links, and what is asked of every entry must cost little. */
const mostAncestors = 64;
const mostInheritedFields = 256;

/** One link upwards: the field that names the parent, the parent, and how its fields are renamed on the way. */
export interface ParentLink {
  readonly field: BibtexFieldAt;
  readonly parent: BibtexEntry;
  readonly names: FieldNames;
}

interface Ancestor {
  readonly entry: BibtexEntry;
  /** One for each link on the way down that has any. */
  readonly renamings: readonly FieldNames[];
}

const sameNames: FieldNames = new Map();

/** The entries that an entry takes fields from, nearest first: `xdata`, then `crossref`, in a set its first member. */
export function parentLinks({ entryType, file }: BibtexEntry, fields: readonly BibtexFieldAt[]): readonly ParentLink[] {
  const links: ParentLink[] = [];
  const add = (name: string, keysOf: (value: string) => readonly string[], namesOf: (parent: BibtexEntry) => FieldNames): void => {
    const field = fieldNamed(fields, name);
    for (const key of field === undefined ? [] : keysOf(field.value)) {
      const parent = file.byKey.get(key);
      if (field !== undefined && parent !== undefined) links.push({ field, parent, names: namesOf(parent) });
    }
  };
  add("xdata", keysIn, () => sameNames);
  add("crossref", (value) => [value.trim()], (parent) => inheritedNames(parent.entryType, entryType));
  if (entryType === "set") add("entryset", (value) => keysIn(value).slice(0, 1), () => sameNames);
  return links;
}

/**
 * An entry's fields by name: its own, then what it takes through its parents, from near to far; the first of a name counts.
 * A circle ends where it closes.
 */
export function inheritFields(entry: BibtexEntry): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  const own = entry.readFields();
  for (const { name, value } of lastOfEachName(own)) fields.set(name, value);
  const room = fields.size + mostInheritedFields;
  const seen = new Set([entry]);
  const open = ancestors(parentLinks(entry, own), []);
  for (let next = open.pop(); next !== undefined && seen.size <= mostAncestors; next = open.pop()) {
    if (seen.has(next.entry)) continue;
    seen.add(next.entry);
    takeFields(fields, next, room);
    open.push(...ancestors(linksOfParent(next.entry), next.renamings));
  }
  return fields;
}

const linksOfParents = new WeakMap<BibtexEntry, readonly ParentLink[]>();

/** Many children ask one parent: its links are found once. */
function linksOfParent(parent: BibtexEntry): readonly ParentLink[] {
  const links = linksOfParents.get(parent) ?? parentLinks(parent, parent.fields);
  linksOfParents.set(parent, links);
  return links;
}

/** The nearest last, as a stack wants it. */
function ancestors(links: readonly ParentLink[], renamings: readonly FieldNames[]): Ancestor[] {
  return links.slice(0, mostAncestors).map(({ parent, names }) => ({ entry: parent, renamings: names.size === 0 ? renamings : [names, ...renamings] })).reverse();
}

/** Renamed fields come before those that keep their names, as in biber: a title becomes the `booktitle` even where there is one. */
function takeFields(fields: Map<string, string>, { entry, renamings }: Ancestor, room: number): void {
  if (entry.handedDown.length === 0) return;
  const isDated = isDatedBy(fields);
  const isRenaming = renamings.length > 0;
  for (const isRenamed of isRenaming ? [true, false] : [false]) {
    for (const field of entry.handedDown) {
      if (fields.size >= room) return;
      if (isDated && dateFields.has(field.name)) continue;
      const names = isRenaming ? renamings.reduce<readonly string[]>((all, renaming) => all.flatMap((name) => renaming.get(name) ?? [name]), [field.name]) : [field.name];
      for (const name of names) {
        if ((name !== field.name) === isRenamed && !fields.has(name)) fields.set(name, field.value);
      }
    }
  }
}

function isDatedBy(fields: ReadonlyMap<string, string>): boolean {
  for (const name of dateFields) {
    if (fields.has(name)) return true;
  }
  return false;
}
