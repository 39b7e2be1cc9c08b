import { parser as commonMark, type BlockContext, type Line, type MarkdownConfig } from "@lezer/markdown";
import type { Tree } from "@lezer/common";
import type { TextRange } from "../model/textRange";

/** Text in which citations can stand: one paragraph, heading or the like. */
export interface ProseBlock {
  /** Where the block begins in the document. */
  readonly offset: number;
  readonly text: string;
  /** Markers of block quotes and list items inside the block, in order, as offsets into its text; they are no text. */
  readonly markers: readonly TextRange[];
}

// Pandoc's blocks that CommonMark does not know: a footnote's or definition's text and items of fancy lists. What is indented below
// them belongs to them, where CommonMark would see code.
const pandocItem = /(?:\[\^[^\]\s]+\]:|[:~][ \t]|\(@[\w-]*\)[ \t]|\((?:[a-zA-Z]|\d+|[ivxlcIVXLC]+)\)[ \t]|#\.[ \t]|(?:[a-z]|[ivxlc]+)[.)][ \t]|[A-Z][.)][ \t]{2})/y;

/** Pandoc's continuation of an item: four columns, or as far as its text is indented. */
const itemIndent = 4;

const pandocItems: MarkdownConfig = {
  defineNodes: [{
    name: "PandocItem",
    block: true,
    composite: (_context: BlockContext, line: Line, indent: number): boolean => {
      if (line.next < 0) return true;
      if (line.indent < line.baseIndent + indent) return false;
      line.moveBaseColumn(line.baseIndent + indent);
      return true;
    },
  }],
  parseBlock: [{
    name: "PandocItem",
    before: "IndentedCode",
    parse: (context: BlockContext, line: Line): boolean | null => {
      if (line.indent >= line.baseIndent + itemIndent) return false;
      pandocItem.lastIndex = line.pos;
      const marker = pandocItem.exec(line.text)?.[0];
      if (marker === undefined) return false;
      context.startComposite("PandocItem", line.pos, itemIndent);
      line.moveBase(line.pos + marker.length);
      return null;
    },
    // A definition stands right below its term, without a blank line.
    endLeaf: (_context: BlockContext, line: Line): boolean => /^[:~][ \t]/.test(line.text.slice(line.pos)),
  }],
};

// Inline structure is read by the citation scanner itself, in one pass that stays linear whatever the text holds.
const blockParser = commonMark.configure([
  { remove: ["LinkReference", "Escape", "Entity", "InlineCode", "HTMLTag", "Emphasis", "HardBreak", "Link", "Image"] },
  pandocItems,
]);

const proseNodes: ReadonlySet<string> = new Set(["Paragraph", "HTMLBlock", "ATXHeading1", "ATXHeading2", "ATXHeading3", "ATXHeading4", "ATXHeading5", "ATXHeading6", "SetextHeading1", "SetextHeading2"]);
const markerNodes: ReadonlySet<string> = new Set(["QuoteMark", "ListMark", "HeaderMark"]);

/** HTML whose contents are no text (CommonMark 0.31, HTML blocks 1 to 5); other HTML may hold Markdown, as Pandoc reads it. */
const literalHtml = /^<(?:script|style|pre|textarea|!|\?)/i;

/** The prose of a Markdown text, in order, code and comments left out (CommonMark's blocks, and Pandoc's items). */
export function proseBlocks(text: string, from: number): readonly ProseBlock[] {
  const source = text.slice(from);
  const tree = parseBlocks(tameNesting(source));
  const blocks: { readonly offset: number; readonly text: string; readonly markers: TextRange[] }[] = [];
  tree.iterate({
    enter: ({ name, from: start, to: end }) => {
      if (proseNodes.has(name)) {
        if (name !== "HTMLBlock" || !literalHtml.test(source.slice(start, start + 10))) blocks.push({ offset: from + start, text: source.slice(start, end), markers: [] });
      } else if (markerNodes.has(name)) {
        const block = blocks.at(-1);
        const place = block === undefined ? -1 : from + start - block.offset;
        if (block !== undefined && place >= 0 && place < block.text.length) block.markers.push({ start: place, end: place + end - start });
      }
    },
  });
  return blocks;
}

function parseBlocks(source: string): Tree {
  return blockParser.parse(source);
}

/** Nobody quotes or lists this deep; what does is read as text from there on, because the parser's cost grows with depth. */
const deepestNesting = 40;
const indentedMarker = /^[ \t]{160,}(?:[-+*]|\d{1,9}[.)])(?=[ \t])/gm;
const containerMarkers = /^[ \t]*(?:(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*){41,}/gm;

/** The same length, so that offsets hold. */
function tameNesting(source: string): string {
  const shallow = source.replace(indentedMarker, (marker) => marker.replace(/\S/g, "x"));
  return shallow.replace(containerMarkers, (markers) => {
    let kept = 0;
    return markers.replace(/[>+*-]|\d+[.)]/g, (marker) => ++kept > deepestNesting ? "x".repeat(marker.length) : marker);
  });
}
