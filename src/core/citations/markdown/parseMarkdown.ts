import type { ParsedDocument } from "../../model/document";
import { readMetadata } from "./frontMatter";
import { readMarkdownBlocks } from "./markdownBlocks";
import { markdownText } from "./markdownText";
import { citationsIn } from "./pandocCitations";
import { keySlotsIn } from "./pandocKeySlots";
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
  const keySlots = [...metadata.keySlots, ...prose.flatMap((block) => keySlotsIn(block, body.examples))];
  return {
    language: "markdown",
    clusters: clusters.sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end),
    keySlots: keySlots.sort((a, b) => a.range.start - b.range.start),
    declarations: metadata.declarations,
    links: [],
    inlineSources: metadata.inlineSources,
    settings: metadata.settings,
    citesEverything: metadata.citesEverything,
    headings: body.headings,
    ...body.referenceLists[0] !== undefined && { referenceList: body.referenceLists[0] },
    ...metadata.frontMatter !== undefined && { frontMatter: metadata.frontMatter },
    problems: metadata.problems,
  };
}
