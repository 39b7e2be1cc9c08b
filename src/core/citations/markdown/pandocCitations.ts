import type { CitationCluster, CitationItem, CitationMode } from "../../model/citation";
import type { TextRange } from "../../model/textRange";
import { looksLikeCrossReference } from "../crossReferences";
import type { ProseBlock } from "./markdownBlocks";
import { groupMarks, keyOf, type Child, type Group } from "./markdownGroups";
import { linkLabel } from "./markdownLinks";
import type { KeyMark } from "./markdownMarks";
import { PlainText } from "./markdownPlainText";
import { markedTail } from "../markedTail";
import { roleCitation } from "./mystRoles";
import { readPandocLocator, type LocatorTerms } from "./pandocLocator";

/** What a document says elsewhere about what its citations mean. */
export interface CitationContext {
  /** Labels of numbered examples: `@good` refers to the example. */
  readonly examples: ReadonlySet<string>;
  /** Labels of links: a bracket with one of them is a link wherever it stands. */
  readonly links: Pick<ReadonlySet<string>, "has">;
  readonly terms: LocatorTerms;
}

/** One part of a citation between semicolons. */
interface Segment {
  readonly start: number;
  readonly end: number;
  readonly key: KeyMark | undefined;
}

/** The citations of one block of prose (Pandoc User's Guide, “Citation syntax”). */
export function citationsIn(block: ProseBlock, context: CitationContext): readonly CitationCluster[] {
  const reader = new CitationReader(block, context);
  reader.read();
  return reader.clusters;
}

class CitationReader {
  readonly clusters: CitationCluster[] = [];
  readonly #text: string;
  readonly #root: Group;
  readonly #plain: PlainText;
  readonly #labels = new Set<Group>();

  constructor(readonly block: ProseBlock, readonly context: CitationContext) {
    this.#text = block.source.text;
    const grouped = groupMarks(this.#text, block.marks);
    this.#root = grouped.root;
    this.#plain = new PlainText(block, grouped);
  }

  read(): void {
    const open = [this.#root];
    for (let group = open.pop(); group !== undefined; group = open.pop()) {
      const segments = this.#citationSegments(group, this.#labels.has(group));
      if (segments !== undefined) this.#push("bracketed", group.open, (group.close?.start ?? group.open) + 1, segments.flatMap((segment) => this.#itemOf(segment) ?? []));
      const cited = new Set(segments?.map(({ key }) => key));
      for (const inner of this.#readRunningText(group.children, cited)) open.push(inner);
    }
  }

  /** Keys in the running text, each with the bracket behind it when that is its locator (`@a [p. 3; @b]`). Returns the groups left to read. */
  #readRunningText(children: readonly Child[], cited: ReadonlySet<KeyMark | undefined>): readonly Group[] {
    const left: Group[] = [];
    for (let index = 0; index < children.length; index++) {
      const child = children[index];
      if (child === undefined) continue;
      if ("children" in child) {
        if (this.#isLabel(children[index - 1], child)) this.#labels.add(child);
        left.push(child);
        continue;
      }
      if (child.mark.kind === "role") this.clusters.push(...roleCitation(child.mark, this.block.source, this.context.terms).clusters);
      const key = keyOf(child);
      if (key === undefined || cited.has(key) || this.context.examples.has(key.key)) continue;
      const bracket = this.#bracketBehind(key, children[index + 1]);
      this.#pushInText(key, bracket);
      if (bracket === undefined) continue;
      const inner = this.#readRunningText(bracket.group.children, new Set(bracket.rest.map(({ key: known }) => known)));
      for (const group of inner) left.push(group);
      index++;
    }
    return left;
  }

  /** The second of two brackets, `[…][…]`, which Pandoc reads by itself, whatever follows, where it is no link's label after all. */
  #isLabel(before: Child | undefined, { open }: Group): boolean {
    return before !== undefined && "children" in before && before.opens !== "note" && before.close?.next === "[" && before.close.start + 1 === open && !this.#labels.has(before);
  }

  /** The bracket behind `@key`: a citation that belongs to it, or its suffix and further citations. */
  #bracketBehind(key: KeyMark, child: Child | undefined): { readonly group: Group; readonly suffix: Segment | undefined; readonly rest: readonly Segment[] } | undefined {
    if (child === undefined || !("children" in child) || child.opens !== "bracket" || child.close === undefined) return undefined;
    const contents = this.#text.slice(child.open + 1, child.close.start);
    if (!/^ *(?:\n *)?$/.test(this.#text.slice(key.end, child.open)) || this.context.links.has(linkLabel(contents))) return undefined;
    const citation = this.#citationSegments(child);
    if (citation !== undefined) return { group: child, suffix: undefined, rest: citation };
    const [suffix, ...rest] = segmentsOf(child, child.close.start);
    if (/[[(]/.test(child.close.next) || !child.isClosed || suffix === undefined || rest.some(({ key: further }) => further === undefined)) return undefined;
    return { group: child, suffix, rest };
  }

  #pushInText(key: KeyMark, bracket: { readonly group: Group; readonly suffix: Segment | undefined; readonly rest: readonly Segment[] } | undefined): void {
    const first = this.#item(key, key.isSuppressed ? "suppress-author" : "author-in-text", undefined, bracket?.suffix);
    const end = bracket?.group.close === undefined ? key.end : bracket.group.close.start + 1;
    this.#push("in-text", key.start, end, [first, ...(bracket?.rest ?? []).flatMap((segment) => this.#itemOf(segment) ?? [])]);
  }

  /** `[…]` is a citation when each part between semicolons has a key, and no link or span (Pandoc's `normalCite`). */
  #citationSegments(group: Group, isLabel = false): readonly Segment[] | undefined {
    const { opens, close, isClosed } = group;
    if (close === undefined || !isClosed || (close.next !== "" && !isLabel) || opens !== "bracket") return undefined;
    const segments = segmentsOf(group, close.start);
    return segments.every(({ key }) => key !== undefined) ? segments : undefined;
  }

  #itemOf({ start, end, key }: Segment): CitationItem | undefined {
    if (key === undefined) return undefined;
    return this.#item(key, key.isSuppressed ? "suppress-author" : "normal", { start, end: key.start }, { start: key.end, end });
  }

  #words(range: TextRange | undefined): { readonly plain: string; readonly marked: string } {
    if (range === undefined) return { plain: "", marked: "" };
    const plain = this.#plain.read(range.start, range.end);
    return { plain, marked: this.#plain.readMarked(range.start, range.end, plain) };
  }

  #item({ key, keyRange }: KeyMark, mode: CitationMode, before: TextRange | undefined, behind: TextRange | undefined): CitationItem {
    const { plain: prefix, marked: markedPrefix } = this.#words(before);
    const { plain, marked } = this.#words(behind);
    const { locator, suffix } = readPandocLocator(plain, this.context.terms);
    const markedSuffix = marked === plain ? suffix : markedTail(marked, suffix);
    return {
      key,
      keyRange: this.#range(keyRange.start, keyRange.end),
      mode,
      prefix,
      suffix,
      ...markedPrefix !== prefix && { markedPrefix },
      ...markedSuffix !== suffix && { markedSuffix },
      ...locator !== undefined && { locator },
      ...looksLikeCrossReference(key) && { mayBeCrossReference: true },
    };
  }

  #push(syntax: CitationCluster["syntax"], start: number, end: number, citationItems: readonly CitationItem[]): void {
    this.clusters.push({ syntax, range: this.#range(start, end), citationItems });
  }

  #range(start: number, end: number): TextRange {
    return { start: this.block.source.offsetAt(start), end: this.block.source.offsetAt(end) };
  }
}

function segmentsOf(group: Group, close: number): readonly Segment[] {
  const segments: Segment[] = [];
  let start = group.open + 1;
  let key: KeyMark | undefined;
  for (const child of group.children) {
    if ("children" in child || child.isHidden) continue;
    if (child.mark.kind === "semicolon") {
      segments.push({ start, end: child.mark.start, key });
      start = child.mark.start + 1;
      key = undefined;
    } else {
      key ??= keyOf(child);
    }
  }
  return [...segments, { start, end: close, key }];
}
