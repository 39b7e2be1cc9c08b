import type { ParsedDocument } from "../../model/document";
import type { TextRange } from "../../model/textRange";
import { readMetadata } from "./frontMatter";
import { readMarkdownBlocks } from "./markdownBlocks";
import { markdownText } from "./markdownText";
import { notesIn } from "./markdownNotes";
import { citationsIn } from "./pandocCitations";
import { slotsIn } from "./pandocKeySlots";
import { locatorTerms } from "./pandocLocator";

/**
 * The facts of a Markdown document: Pandoc's citations (User's Guide, “Citation syntax”), which Quarto and R Markdown share, and
 * MyST's roles. Offsets are into `text`. Linear in its length.
 */
export function parseMarkdown(text: string): ParsedDocument {
  const body = readMarkdownBlocks(markdownText(text, text.startsWith("\ufeff") ? 1 : 0, text.length));
  const metadata = readMetadata(text, body.metadata);
  const prose = [...metadata.prose, ...body.prose];
  const context = { examples: body.examples, links: body.links, terms: locatorTerms(metadata.settings.locale) };
  const clusters = [...metadata.clusters, ...prose.flatMap((block) => citationsIn(block, context))];
  const slots = [...metadata.slots, ...prose.map((block) => slotsIn(block, body.examples))];
  return {
    language: "markdown",
    clusters: clusters.sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end),
    keySlots: inOrder(slots.flatMap(({ keySlots }) => keySlots)),
    locatorSlots: inOrder(slots.flatMap(({ locatorSlots }) => locatorSlots)),
    mentions: [],
    declarations: metadata.declarations,
    links: [],
    inlineSources: metadata.inlineSources,
    settings: metadata.settings,
    citesEverything: metadata.citesEverything,
    headings: body.headings,
    notes: notesIn(text, body.notes, prose),
    ...body.referenceLists[0] !== undefined && { referenceList: body.referenceLists[0] },
    ...metadata.frontMatter !== undefined && { frontMatter: metadata.frontMatter },
    problems: metadata.problems,
  };
}

function inOrder<T extends { readonly range: TextRange }>(slots: T[]): readonly T[] {
  return slots.sort((a, b) => a.range.start - b.range.start);
}
