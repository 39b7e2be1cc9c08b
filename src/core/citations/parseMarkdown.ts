import type { CitationCluster, KeySlot } from "../model/citation";
import type { ParsedDocument } from "../model/document";
import { readFrontMatter } from "./frontMatter";
import { proseBlocks } from "./markdownBlocks";
import { MarkScanner } from "./markdownMarks";
import { citationsIn, exampleLabels } from "./pandocCitations";

/**
 * The facts of a Markdown document: Pandoc's citations (User's Guide, “Citation syntax”), which Quarto and R Markdown share, and
 * MyST's roles. Offsets are into `text`. Linear in its length.
 */
export function parseMarkdown(text: string): ParsedDocument {
  const frontMatter = readFrontMatter(text);
  const clusters: CitationCluster[] = [...frontMatter.clusters];
  const keySlots: KeySlot[] = frontMatter.clusters.flatMap(({ citationItems }) => citationItems.map(({ keyRange }) => ({ syntax: "bare" as const, range: keyRange })));
  const blocks = proseBlocks(text, frontMatter.end);
  const examples = exampleLabels(text);
  for (const block of blocks) {
    const facts = citationsIn(block, new MarkScanner(block).read(), examples);
    for (const cluster of facts.clusters) clusters.push(cluster);
    for (const slot of facts.keySlots) keySlots.push(slot);
  }
  clusters.sort((a, b) => a.range.start - b.range.start);
  keySlots.sort((a, b) => a.range.start - b.range.start);
  return {
    language: "markdown",
    clusters,
    keySlots,
    declarations: frontMatter.declarations,
    links: [],
    inlineSources: frontMatter.inlineSources,
    settings: frontMatter.settings,
    citesEverything: frontMatter.citesEverything,
    ...frontMatter.yaml !== undefined && { frontMatter: frontMatter.yaml },
    problems: frontMatter.problems,
  };
}
