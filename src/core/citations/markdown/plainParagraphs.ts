import type { CitationCluster, KeySlot, LocatorSlot } from "../../model/citation";
import type { TextRange } from "../../model/textRange";
import { copyOf } from "../../text/copyOf";
import { movedBy } from "../../text/moved";
import type { CitationLimit } from "../citationLimit";
import { movedCluster } from "../movedCluster";
import { isTerm } from "./markdownContainers";
import { InlineReader, mostMarks } from "./markdownInlines";
import { isRule, readMarker } from "./markdownLists";
import { markdownText, type MarkdownText } from "./markdownText";
import { citationsIn, type CitationContext } from "./pandocCitations";
import { slotsIn } from "./pandocKeySlots";

/** What a paragraph says, with ranges in the document. */
export interface ParagraphFacts {
  readonly clusters: readonly CitationCluster[];
  readonly keySlots: readonly KeySlot[];
  readonly locatorSlots: readonly LocatorSlot[];
}

/** A paragraph that was read: what it said, and where it stood then. */
interface KnownParagraph {
  readonly facts: ParagraphFacts;
  readonly offset: number;
  /** The labels of links that it was read by, and whether there were such links. */
  readonly links: ReadonlyMap<string, boolean>;
}

/** Paragraphs of an earlier text of a document by what is written in them, and what they were read by. */
export interface KnownParagraphs {
  readonly paragraphs: ReadonlyMap<string, KnownParagraph>;
  readonly examples: ReadonlySet<string>;
  readonly locale: string | undefined;
}

/** What a paragraph begins with that is neither a block of another kind nor a definition of a link. */
const beginning = /(?!import\b|Table:)(?:[\p{L}\p{N}@("'“‘*_`{$]|\[(?!\^)[^\]\n[\\`]{0,9999}\](?!:))/uy;

/**
 * What could be read on behind the paragraph's end, or end it before: LaTeX, HTML and attributes, a fence, a note, a link whose address is not
 * plain; a line that could begin a block or make one of the line above it.
 */
const opening = /\\[\p{L}\p{N}\n]|<[\p{L}\p{N}!?/]|```|\^\[|[\])`]\{|\]\((?![^()\\\n]{0,9999}\))|\n *(?![\p{L}\p{N}@[("'“‘*_`{$&–—… ])/gu;

/** A longer paragraph may hold more than is read of one, which is told of those that are read with their document. */
const longest = mostMarks;

/** Of one document as many are kept. */
const mostPlaced = 1 << 20;

/** Without one of these nothing is cited, and nothing could be. */
const mayCite = /[@[{]/;

/**
 * The paragraphs of a document that say by themselves what they say, whatever stands around them: most of what people write. Each is read as a
 * text of its own, so that one that is read again, a letter further down, need not be read at all.
 */
export class PlainParagraphs {
  readonly #placed: { readonly written: string; readonly offset: number }[] = [];

  #firstLeft: TextRange | undefined;

  /** Behind the last of what could be read on, there are none up to the end. Asked for once: blocks may follow each other without blank lines. */
  #openings = { last: -1, end: -1 };

  constructor(readonly document: string, readonly known: KnownParagraphs | undefined) {}

  /** The end of the paragraph that begins at a line's start, not inside of another block; `undefined` where it is none of these. */
  take(source: MarkdownText, start: number): number | undefined {
    if (!isBeginning(source, start)) return undefined;
    const end = source.paragraphEnd(start);
    const offset = source.offsetAt(start);
    const written = this.document.slice(offset, source.offsetAt(end));
    if (written.length > longest || !this.#isPlain(source, start, end, written) || isTerm(source, start)) return undefined;
    if (mayCite.test(written)) {
      if (this.#placed.length < mostPlaced) this.#placed.push({ written, offset });
      else this.#firstLeft ??= { start: offset, end: offset + written.length };
    }
    return source.nextLine(end);
  }

  #isPlain(source: MarkdownText, start: number, end: number, written: string): boolean {
    if (end !== this.#openings.end) {
      if (this.known?.paragraphs.has(written) === true) return true;
      this.#openings = { last: start + lastOpening(source.text.slice(start, end)), end };
    }
    return start > this.#openings.last;
  }

  /** What they say, in their order, and what is known of them from now on. */
  read(context: CitationContext, locale: string | undefined, limit: CitationLimit): { readonly facts: readonly ParagraphFacts[]; readonly known: KnownParagraphs } {
    const paragraphs = new Map<string, KnownParagraph>();
    const before = this.known !== undefined && this.known.locale === locale && isSameSet(this.known.examples, context.examples) ? this.known.paragraphs : undefined;
    const facts: ParagraphFacts[] = [];
    for (const { written, offset } of this.#placed) {
      if (!limit.allows(() => ({ start: offset, end: offset + written.length }))) break;
      const known = paragraphs.get(written) ?? before?.get(written);
      const isKnown = known !== undefined && [...known.links].every(([label, isLink]) => context.links.has(label) === isLink);
      const paragraph = isKnown ? at(offset, known) : readParagraph(before === undefined ? written : copyOf(written), offset, context);
      paragraphs.set(written, paragraph);
      limit.count(paragraph.facts.clusters);
      facts.push(paragraph.facts);
    }
    if (this.#firstLeft !== undefined) limit.stopAt(this.#firstLeft);
    return { facts, known: { paragraphs, examples: context.examples, locale } };
  }
}

function isBeginning(source: MarkdownText, start: number): boolean {
  beginning.lastIndex = start;
  return beginning.test(source.text) && readMarker(source, start) === undefined && !isRule(source, start);
}

/** Where the last of what could be read on stands; -1 where none does. */
function lastOpening(text: string): number {
  let last = -1;
  for (const { index } of text.matchAll(opening)) last = index;
  return last;
}

function readParagraph(written: string, offset: number, { examples, links, terms }: CitationContext): KnownParagraph {
  const source = markdownText(written, 0, written.length);
  const { marks, end } = new InlineReader(source, { isInList: false, isInDiv: false, isWhole: false }).read(0);
  const block = { source, start: 0, end, marks, isItem: false };
  const asked = new Map<string, boolean>();
  const ask = (label: string): boolean => {
    const isLink = links.has(label);
    asked.set(label, isLink);
    return isLink;
  };
  const { keySlots, locatorSlots } = slotsIn(block, examples);
  return at(offset, { facts: { clusters: citationsIn(block, { examples, links: { has: ask }, terms }), keySlots, locatorSlots }, offset: 0, links: asked });
}

function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((value) => b.has(value));
}

function at(offset: number, known: KnownParagraph): KnownParagraph {
  const by = offset - known.offset;
  if (by === 0) return known;
  const { clusters, keySlots, locatorSlots } = known.facts;
  return {
    links: known.links,
    offset,
    facts: {
      clusters: clusters.map((cluster) => movedCluster(cluster, by)),
      keySlots: keySlots.map((slot) => movedBy(slot, by)),
      locatorSlots: locatorSlots.map((slot) => movedBy(slot, by)),
    },
  };
}
