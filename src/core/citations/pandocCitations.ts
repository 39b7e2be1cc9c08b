import type { CitationCluster, CitationItem, CitationMode, KeySlot } from "../model/citation";
import type { TextRange } from "../model/textRange";
import { looksLikeCrossReference } from "./crossReferences";
import { readLocator } from "./locator";
import type { ProseBlock } from "./markdownBlocks";
import type { KeyMark, Mark } from "./markdownMarks";
import { roleCitation } from "./mystRoles";

export interface CitationFacts {
  readonly clusters: readonly CitationCluster[];
  readonly keySlots: readonly KeySlot[];
}

const exampleItem = /^[ \t]*\(@([\w-]+)\)[ \t]/gm;

/** Labels of Pandoc's numbered examples (`(@good) …`): `@good` refers to the example, not to a source. */
export function exampleLabels(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(exampleItem)].map((match) => match[1] ?? ""));
}

/** A pair of brackets, or the block itself, with what stands directly in it. */
interface Group {
  readonly open: number;
  close: number | undefined;
  readonly opens: "citation" | "note" | "image" | "block";
  readonly children: (Group | Exclude<Mark, { kind: "open" | "close" }>)[];
}

type Segment = { readonly start: number; end: number; readonly keys: KeyMark[]; readonly groups: Group[] };

/** The citations of one block of prose, from its marks. */
export function citationsIn(block: ProseBlock, marks: readonly Mark[], examples: ReadonlySet<string>): CitationFacts {
  const reader = new CitationReader(block, examples);
  reader.readGroups(groupMarks(marks));
  return { clusters: reader.clusters, keySlots: reader.keySlots };
}

function groupMarks(marks: readonly Mark[]): Group {
  const root: Group = { open: -1, close: undefined, opens: "block", children: [] };
  const stack = [root];
  for (const mark of marks) {
    const top = stack.at(-1) ?? root;
    if (mark.kind === "open") {
      const group: Group = { open: mark.start, close: undefined, opens: mark.opens, children: [] };
      top.children.push(group);
      stack.push(group);
    } else if (mark.kind === "close") {
      if (stack.length > 1) {
        top.close = mark.start;
        stack.pop();
      }
    } else {
      top.children.push(mark);
    }
  }
  return root;
}

class CitationReader {
  readonly clusters: CitationCluster[] = [];
  readonly keySlots: KeySlot[] = [];
  readonly #text: string;
  readonly #offset: number;

  constructor(block: ProseBlock, readonly examples: ReadonlySet<string>) {
    this.#text = block.text;
    this.#offset = block.offset;
  }

  /** Iterative: brackets may nest as deep as a file likes. */
  readGroups(root: Group): void {
    const open = [root];
    for (let group = open.pop(); group !== undefined; group = open.pop()) {
      this.#readSlots(group);
      const inner = this.#readGroup(group);
      for (const child of inner) open.push(child);
    }
  }

  /** Writes the citations that stand directly in a group and returns the groups that are left to read. */
  #readGroup(group: Group): readonly Group[] {
    const segments = this.#citationSegments(group);
    if (segments !== undefined) {
      this.clusters.push({ syntax: "bracketed", range: this.#range(group.open, (group.close ?? group.open) + 1), citationItems: segments.flatMap((segment) => this.#itemOf(segment, "normal") ?? []) });
      for (const { keys, groups } of segments) {
        keys.slice(1).forEach((key) => this.#pushInText(key));
        groups.forEach((inner) => this.#readSlots(inner));
      }
      return segments.flatMap(({ groups }) => groups);
    }
    return this.#readRunningText(group);
  }

  /** Keys in the running text, each with the bracket behind it when that is its locator (`@a [p. 3; @b]`). */
  #readRunningText({ children }: Group): readonly Group[] {
    const left: Group[] = [];
    children.forEach((child, index) => {
      if ("children" in child) {
        left.push(child);
      } else if (child.kind === "key") {
        const next = children[index + 1];
        const locator = next !== undefined && "children" in next ? this.#locatorGroup(child, next) : undefined;
        this.#pushInText(child, locator);
        if (locator !== undefined) children[index + 1] = { kind: "semicolon", start: locator.group.open };
      } else if (child.kind === "role") {
        const facts = roleCitation(child, this.#text, this.#offset);
        this.clusters.push(...facts.clusters);
        this.keySlots.push(...facts.keySlots);
      }
    });
    return left;
  }

  /** The bracket behind `@key`: its first part is the suffix, every further part a citation (Pandoc's `bareloc`). */
  #locatorGroup(key: KeyMark, group: Group): { readonly group: Group; readonly segments: readonly Segment[] } | undefined {
    if (group.close === undefined || group.opens !== "citation" || key.key === "" || this.#isReference(key)) return undefined;
    if (!/^\s*$/.test(this.#text.slice(key.end, group.open)) || /[[({]/.test(this.#text.charAt(group.close + 1))) return undefined;
    const segments = segmentsOf(group, group.close);
    const [first, ...rest] = segments;
    if (first === undefined || first.keys.length > 0 || rest.some(({ keys }) => (keys[0]?.key ?? "") === "")) return undefined;
    return { group, segments };
  }

  #pushInText(key: KeyMark, locator?: { readonly group: Group; readonly segments: readonly Segment[] }): void {
    if (key.key === "" || this.#isReference(key)) return;
    const [first, ...rest] = locator?.segments ?? [];
    const suffix = first === undefined ? "" : this.#text.slice(first.start, first.end);
    const item = this.#item(key, key.isSuppressed ? "suppress-author" : "author-in-text", "", suffix);
    const end = locator?.group.close === undefined ? key.end : locator.group.close + 1;
    this.clusters.push({ syntax: "in-text", range: this.#range(key.start, end), citationItems: [item, ...rest.flatMap((segment) => this.#itemOf(segment, "normal") ?? [])] });
  }

  #isReference({ key, isSuppressed }: KeyMark): boolean {
    return !isSuppressed && this.examples.has(key);
  }

  /** `[…]` is a citation when each part between semicolons has a key (Pandoc's `normalCite`); `[…](…)` is a link. */
  #citationSegments(group: Group): readonly Segment[] | undefined {
    if (group.opens !== "citation" || group.close === undefined || this.#text[group.close + 1] === "(") return undefined;
    const segments = segmentsOf(group, group.close);
    return segments.every(({ keys }) => keys[0] !== undefined && keys[0].key !== "") ? segments : undefined;
  }

  #itemOf({ start, end, keys: [key] }: Segment, mode: CitationMode): CitationItem | undefined {
    if (key === undefined || key.key === "") return undefined;
    return this.#item(key, key.isSuppressed ? "suppress-author" : mode, this.#text.slice(start, key.start), this.#text.slice(key.end, end));
  }

  #item({ key, keyRange }: KeyMark, mode: CitationMode, prefix: string, rest: string): CitationItem {
    const { locator, suffix } = readLocator(rest);
    return {
      key,
      keyRange: this.#range(keyRange.start, keyRange.end),
      mode,
      prefix: prefix.trim(),
      suffix,
      ...locator !== undefined && { locator },
      ...looksLikeCrossReference(key) && { mayBeCrossReference: true },
    };
  }

  #readSlots({ open, close, opens, children }: Group): void {
    for (const child of children) {
      if ("children" in child || child.kind !== "key") continue;
      this.keySlots.push({ syntax: child.isBraced ? "braced" : "bare", range: this.#range(child.keyRange.start, child.keyRange.end) });
    }
    if (opens === "citation" && this.#mayOpenCitation(open)) this.#pushNeedsAt(open + 1);
    let hasKey = false;
    for (const child of children) {
      if ("children" in child) continue;
      if (child.kind === "key") hasKey = true;
      else if (child.kind === "semicolon" && hasKey && (close !== undefined || opens === "citation")) this.#pushNeedsAfterSemicolon(child.start);
    }
  }

  /** Only a bracket with nothing in it yet, that is no link target and, at the start of a list item, no task's box. */
  #mayOpenCitation(open: number): boolean {
    const next = this.#text.charAt(open + 1);
    return open > 0 && this.#text.charAt(open - 1) !== "]" && (next === "" || next === "]" || next === "\n" || next === "\r");
  }

  #pushNeedsAfterSemicolon(semicolon: number): void {
    let place = semicolon + 1;
    while (this.#text.charAt(place) === " ") place++;
    const next = this.#text.charAt(place);
    if (next === "" || next === "]" || next === "\n" || next === "\r") this.#pushNeedsAt(place);
  }

  #pushNeedsAt(place: number): void {
    this.keySlots.push({ syntax: "needs-at", range: this.#range(place, place) });
  }

  #range(start: number, end: number): TextRange {
    return { start: start + this.#offset, end: end + this.#offset };
  }
}

function segmentsOf(group: Group, close: number): readonly Segment[] {
  let current: Segment = { start: group.open + 1, end: close, keys: [], groups: [] };
  const segments = [current];
  for (const child of group.children) {
    if ("children" in child) {
      current.groups.push(child);
    } else if (child.kind === "semicolon") {
      current.end = child.start;
      current = { start: child.start + 1, end: close, keys: [], groups: [] };
      segments.push(current);
    } else if (child.kind === "key") {
      current.keys.push(child);
    }
  }
  return segments;
}
