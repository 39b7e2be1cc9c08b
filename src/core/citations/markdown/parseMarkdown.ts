import type { CitationCluster } from "../../model/citation";
import type { ParsedDocument } from "../../model/document";
import type { Problem } from "../../model/problem";
import type { TextRange } from "../../model/textRange";
import { CitationLimit } from "../citationLimit";
import { readMetadata, type KnownMetadata } from "./frontMatter";
import { readMarkdownBlocks, type ProseBlock } from "./markdownBlocks";
import { mostMarks } from "./markdownInlines";
import { markdownText } from "./markdownText";
import { notesIn } from "./markdownNotes";
import { citationsIn } from "./pandocCitations";
import { slotsIn } from "./pandocKeySlots";
import { locatorTerms } from "./pandocLocator";
import { PlainParagraphs, type KnownParagraphs } from "./plainParagraphs";

const namesSources = /^[ \t]*["']?(?:bibliography|references|nocite|csl)["']?[ \t]*:/m;

/**
 * The facts of a Markdown document: Pandoc's citations (User's Guide, “Citation syntax”), which Quarto and R Markdown share, and
 * MyST's roles. Offsets are into `text`. Linear in its length.
 */
export function parseMarkdown(text: string): ParsedDocument {
  return readMarkdown(text, new Map()).document;
}

/** Reads one document again and again as it is written. What is written as it was is not read anew; the facts are those of `parseMarkdown`. */
export class MarkdownReader {
  #paragraphs: KnownParagraphs | undefined;
  #metadata: KnownMetadata = new Map();

  read(text: string): ParsedDocument {
    const { document, metadata, paragraphs } = readMarkdown(text, this.#metadata, new PlainParagraphs(text, this.#paragraphs));
    this.#metadata = metadata;
    this.#paragraphs = paragraphs;
    return document;
  }
}

/** A document with what is known of it when it is read again. */
interface ReadMarkdown {
  readonly document: ParsedDocument;
  readonly metadata: KnownMetadata;
  readonly paragraphs: KnownParagraphs | undefined;
}

function readMarkdown(text: string, before: KnownMetadata, plain?: PlainParagraphs): ReadMarkdown {
  const body = readMarkdownBlocks(markdownText(text, text.startsWith("\ufeff") ? 1 : 0, text.length), plain);
  const { metadata, known } = readMetadata(text, body.metadata, before);
  const prose = [...metadata.prose, ...body.prose];
  const { locale } = metadata.settings;
  const context = { examples: body.examples, links: body.links, terms: locatorTerms(locale) };
  const limit = new CitationLimit();
  if (body.size.firstLeft !== undefined) limit.stopAt(body.size.firstLeft);
  const read = prose.flatMap((block) => {
    if (!limit.allows(() => rangeOf(block))) return [];
    const found = citationsIn(block, context);
    limit.count(found);
    const { keySlots, locatorSlots } = slotsIn(block, body.examples);
    return [{ clusters: found, keySlots, locatorSlots }];
  });
  const paragraphs = plain?.read(context, locale, limit);
  const facts = [...read, ...paragraphs?.facts ?? []];
  const slots = [...metadata.slots, ...facts];
  const clusters = [metadata.clusters, ...facts.map((paragraph) => paragraph.clusters)];
  const document: ParsedDocument = {
    language: "markdown",
    clusters: inOrder(clusters),
    keySlots: inOrder(slots.map(({ keySlots }) => keySlots)),
    locatorSlots: inOrder(slots.map(({ locatorSlots }) => locatorSlots)),
    mentions: [],
    declarations: metadata.declarations,
    links: [],
    inlineSources: metadata.inlineSources,
    settings: metadata.settings,
    citesEverything: metadata.citesEverything,
    headings: body.headings,
    notes: notesIn(text, body.notes, prose),
    ...metadata.hasUnseenBibliography && { hasUnseenBibliography: true },
    ...body.writtenFiles.length > 0 && { writtenFiles: body.writtenFiles },
    ...body.referenceLists[0] !== undefined && { referenceList: body.referenceLists[0] },
    ...metadata.frontMatter !== undefined && { frontMatter: metadata.frontMatter },
    problems: [...isForCitations(text, body.metadata, clusters) ? metadata.problems : metadata.problems.map(toldAside), ...prose.flatMap(problemsOf), ...limit.problems],
  };
  return { document, metadata: known, paragraphs: paragraphs?.known };
}

/** Other tools have front matter of their own kind, which need not be YAML: where nothing is cited, that is no error. */
function isForCitations(text: string, metadata: readonly TextRange[], clusters: readonly (readonly CitationCluster[])[]): boolean {
  return clusters.some((list) => list.some(({ syntax }) => syntax !== "in-text")) || metadata.some(({ start, end }) => namesSources.test(text.slice(start, end)));
}

function toldAside(problem: Problem): Problem {
  return { ...problem, severity: "information" };
}

function rangeOf({ source, start, end }: ProseBlock): TextRange {
  return { start: source.offsetAt(start), end: source.offsetAt(end) };
}

/** Of a paragraph that is read in part alone. */
function problemsOf({ source, marks }: ProseBlock): readonly Problem[] {
  const last = marks.at(-1);
  if (marks.length < mostMarks || last === undefined) return [];
  const range = { start: source.offsetAt(last.start), end: source.offsetAt(last.start + 1) };
  const message = "This paragraph is longer than anybody writes one: citations behind this place are not read. Begin a new paragraph with a blank line.";
  return [{ code: "syntax", severity: "warning", range, message }];
}

/** All of some lists, those that stand around others before them. Of a long document most lists follow each other, and sorting is what takes time. */
function inOrder<T extends { readonly range: TextRange }>(lists: readonly (readonly T[])[]): readonly T[] {
  const all: T[] = [];
  let [isInOrder, start, end] = [true, -1, 0];
  for (const list of lists) {
    for (const value of list) {
      const { range } = value;
      isInOrder &&= range.start > start || (range.start === start && range.end <= end);
      ({ start, end } = range);
      all.push(value);
    }
  }
  return isInOrder ? all : all.sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
}
