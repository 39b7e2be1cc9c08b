import type { Heading } from "../../model/document";
import type { TextRange } from "../../model/textRange";
import { bibliographiesInCode } from "../codeFiles";
import { readDefinitions, readLineBlock, readNote, readQuote, readTitle } from "./markdownContainers";
import { CodeFences, closesDiv, opensDiv, type FencedCode } from "./markdownFences";
import { HtmlBlocks } from "./markdownHtmlBlocks";
import { MarkdownIndex } from "./markdownIndex";
import { InlineReader, mostMarks } from "./markdownInlines";
import { linkLabel, readDefinition } from "./markdownLinks";
import { continuesList, isRule, ListItems, readMarker } from "./markdownLists";
import type { Mark } from "./markdownMarks";
import type { NoteDefinition } from "./markdownNotes";
import { readTable } from "./markdownTables";
import { endOfTex, endOfTexBlock } from "./markdownTex";
import { markdownText, type MarkdownText } from "./markdownText";
import { readHeading } from "./markdownHeadings";
import { endOfMetadata } from "./markdownMetadata";
import type { PlainParagraphs } from "./plainParagraphs";
import { keepShapeOf } from "../../shapes";

/** Text in which citations can stand, with what matters in it: a paragraph, a heading, a table's cell. */
export interface ProseBlock {
  readonly source: MarkdownText;
  readonly start: number;
  readonly end: number;
  readonly marks: readonly Mark[];
  /** The first paragraph of a list item, which may begin with a task's box. */
  readonly isItem: boolean;
}

/** What a document's blocks say, in Pandoc's reading (User's Guide, “Pandoc's Markdown”). */
export interface MarkdownBlocks {
  readonly prose: ProseBlock[];
  /** How much of prose there is, in marks, and where the first block of it is that is left out. */
  readonly size: { marks: number; firstLeft?: TextRange };
  /** YAML between `---` and `---` or `...`, as ranges of the document. */
  readonly metadata: TextRange[];
  /** Labels of numbered examples, `(@good)`. */
  readonly examples: Set<string>;
  /** Labels that brackets can refer to: reference definitions and headings. */
  readonly links: Set<string>;
  readonly headings: Heading[];
  readonly notes: NoteDefinition[];
  /** What stands where the list of references will be. */
  readonly referenceLists: TextRange[];
  /** Bibliographies that cells of code name, and may write. */
  readonly writtenFiles: string[];
}

export interface BlockContext {
  readonly isInList: boolean;
  /** How many fenced divs this text is in. */
  readonly divLevel: number;
  /** How many blocks this text is in. */
  readonly depth: number;
}

/** Nobody quotes or lists this deep; what does is read as one paragraph after the other, because cost grows with depth. */
const deepestNesting = 40;

/** Pandoc's div for the list of references (User's Guide, “Placement of the bibliography”) in its two forms, and MyST's directive. */
const referenceDiv = /:{3,} *\{[^{}\n]*#refs(?=[ }])/y;
const referenceTag = /<div\b[^<>]{0,500}?\bid\s*=\s*["']?refs["']?(?=[\s/>])/iy;
const referenceDirective = "{bibliography}";

const importStatement = /import\b[^;'"]{0,1000}["'][^"'\n]{1,500}["'] *;? *(?=\n|$)/y;

/** Of one document as much prose is kept, in marks; a block by itself counts for some, as it takes their memory. */
const mostInAll = 2 * mostMarks;
const marksOfBlock = 12;

/** Without one of these nothing is cited, and nothing could be. */
const mayCite = /[@[{]/;

/** More metadata blocks than these are taken for rules across the page. */
const mostMetadata = 100;

/** Directives of MyST and Sphinx whose contents are text, not code. */
const textDirective = new RegExp(String.raw`^\{(?:${[
  "admonition", "attention", "caution", "danger", "error", "hint", "important", "note", "seealso", "tip", "warning", "figure", "margin", "sidebar", "aside",
  "topic", "epigraph", "pull-quote", "blockquote", "quote", "table", "list-table", "dropdown", "card", "grid", "grid-item", "grid-item-card", "tab-set",
  "tab-item", "exercise", "solution", "prf:[a-z]+", "proof:[a-z]+", "versionadded", "versionchanged", "deprecated", "div",
].join("|")})\}`);

/** `plain` takes the paragraphs that can be read by themselves. */
export function readMarkdownBlocks(source: MarkdownText, plain?: PlainParagraphs): MarkdownBlocks {
  const found = nothingFound();
  new BlockReader(source, found, outermost, plain).read();
  return found;
}

const outermost: BlockContext = { isInList: false, divLevel: 0, depth: 0 };

function nothingFound(): MarkdownBlocks {
  return { prose: [], size: { marks: 0 }, metadata: [], examples: new Set(), links: new Set(), headings: [], notes: [], referenceLists: [], writtenFiles: [] };
}

/** Reads the blocks of one text, and those inside them. */
export class BlockReader {
  readonly index: MarkdownIndex;
  readonly fences: CodeFences;
  readonly #html: HtmlBlocks;
  #position = 0;
  #divLevel: number;

  constructor(readonly source: MarkdownText, readonly found: MarkdownBlocks, readonly context: BlockContext, readonly plain?: PlainParagraphs) {
    this.index = new MarkdownIndex(source);
    this.fences = new CodeFences(source);
    this.#html = new HtmlBlocks(source, this.index);
    this.#divLevel = context.divLevel;
  }

  get isInDiv(): boolean {
    return this.#divLevel > 0;
  }

  read(): void {
    if (this.context.depth === 0) this.#position = readTitle(this);
    while (this.#position < this.source.length) {
      const start = this.source.isLineStart(this.#position) ? this.#html.dedent(this.#position) : this.#position;
      this.#position = this.#readBlock(start);
    }
  }

  /** Lines of a block as blocks of their own. */
  readInside(lines: readonly TextRange[], isInList = this.context.isInList): void {
    new BlockReader(this.source.extract(lines), this.found, { isInList, divLevel: this.#divLevel, depth: this.context.depth + 1 }).read();
  }

  /** Lines that are one piece of running text. */
  readText(lines: readonly TextRange[]): void {
    if (!lines.some(({ start, end }) => mayCite.test(this.source.text.slice(start, end)))) return;
    const source = this.source.extract(lines);
    this.#addProse(source, 0, new InlineReader(source, { isInList: false, isInDiv: false, isWhole: true }).read(0));
  }

  /** The end of the block that begins at a place. The order is Pandoc's, which decides where a text could be several things. */
  #readBlock(start: number): number {
    const { source } = this;
    if (source.isBlank(start)) return source.nextLine(start);
    if (this.context.depth >= deepestNesting) return this.#readParagraph(start);
    return this.#readPlainParagraph(start)
      ?? this.#readCode(start)
      ?? this.#readImport(start)
      ?? this.#readMetadata(start)
      ?? this.#readList(start, true)
      ?? this.#readHtml(start)
      ?? this.#readDivFence(start)
      ?? readHeading(this, start)
      ?? readTable(this, start)
      ?? this.#readIndentedCode(start)
      ?? this.#readTex(start)
      ?? readLineBlock(this, start)
      ?? readQuote(this, start)
      ?? (isRule(source, start) ? source.nextLine(start) : undefined)
      ?? this.#readList(start, false)
      ?? readDefinitions(this, start)
      ?? readNote(this, start)
      ?? this.#readReference(start)
      ?? this.#readParagraph(start);
  }

  #readCode(start: number): number | undefined {
    const code = this.fences.read(start);
    if (code !== undefined && textDirective.test(code.info)) this.#readDirective(code);
    if (code?.info.startsWith(referenceDirective) === true) this.#addReferenceList(start, code.end);
    if (code?.info.startsWith("{") === true) this.found.writtenFiles.push(...bibliographiesInCode(this.source.text.slice(code.contents.start, code.contents.end)));
    return code?.end;
  }

  #readHtml(start: number): number | undefined {
    const end = this.#html.read(start);
    if (end !== undefined && matchesAt(referenceTag, this.source.text, start)) this.#addReferenceList(start, end);
    return end;
  }

  #addReferenceList(start: number, end: number): void {
    this.found.referenceLists.push({ start: this.source.offsetAt(start), end: this.source.offsetAt(end) });
  }

  /** The text of a MyST directive, without its options. */
  #readDirective({ contents, indent }: FencedCode): void {
    const lines = this.#linesOf(contents.start, contents.end, indent);
    const first = lines.findIndex(({ start, end }) => !/^:[\w-]+:/.test(this.source.text.slice(start, end)));
    this.readInside(first < 0 ? [] : lines.slice(first), false);
  }

  /** The lines of a range, each without at most `indent` spaces. */
  #linesOf(from: number, to: number, indent: number): readonly TextRange[] {
    const lines: TextRange[] = [];
    for (let position = from; position < to; position = this.source.nextLine(position)) {
      lines.push({ start: position + Math.min(indent, this.source.indent(position)), end: this.source.lineEnd(position) });
    }
    return lines;
  }

  /** MDX's imports. */
  #readImport(start: number): number | undefined {
    importStatement.lastIndex = start;
    return this.context.depth === 0 && this.source.isLineStart(start) && importStatement.test(this.source.text) ? this.source.nextLine(importStatement.lastIndex) : undefined;
  }

  #readMetadata(start: number): number | undefined {
    if (this.context.depth > 0 || this.found.metadata.length >= mostMetadata) return undefined;
    const metadata = endOfMetadata(this.source, start, this.index);
    if (metadata === undefined) return undefined;
    this.found.metadata.push({ start: this.source.offsetAt(metadata.yaml.start), end: this.source.offsetAt(metadata.yaml.end) });
    return metadata.end;
  }

  #readList(start: number, isBullet: boolean): number | undefined {
    let marker = readMarker(this.source, start);
    if (marker === undefined || isBullet !== (marker.kind === "bullet")) return undefined;
    const { kind } = marker;
    const items = new ListItems(this.source, this.fences, this.index, this.isInDiv);
    let end = start;
    while (marker !== undefined && continuesList(kind, marker)) {
      if (marker.label !== undefined) this.found.examples.add(marker.label);
      const item = items.read(end, marker);
      this.readInside(item.lines, true);
      end = item.end;
      marker = readMarker(this.source, end);
    }
    return end;
  }

  #readDivFence(start: number): number | undefined {
    if (this.isInDiv && closesDiv(this.source, start)) this.#divLevel--;
    else if (opensDiv(this.source, start)) this.#divLevel++;
    else return undefined;
    if (matchesAt(referenceDiv, this.source.text, start)) this.#addReferenceList(start, this.source.lineEnd(start));
    return this.source.nextLine(start);
  }

  #readIndentedCode(start: number): number | undefined {
    let end: number | undefined;
    for (let position = start; position < this.source.length; position = this.source.nextLine(position)) {
      if (this.source.isBlank(position)) continue;
      if (this.source.indent(position) < 4) break;
      end = this.source.nextLine(position);
    }
    return end;
  }

  /** LaTeX that stands by itself, and environments wherever they stand. */
  #readTex(start: number): number | undefined {
    if (this.source.text[start] !== "\\") return undefined;
    const block = endOfTexBlock(this.source, start, this.index);
    if (block !== undefined) return this.#skipIndent(this.source.nextLine(block));
    return this.source.text.startsWith("\\begin{", start) ? endOfTex(this.source.text, start, this.index) : undefined;
  }

  /** Text behind LaTeX is no code, however far it is indented. */
  #skipIndent(position: number): number {
    return this.source.isBlank(position) ? position : this.source.skipSpaces(position);
  }

  #readReference(start: number): number | undefined {
    const definition = readDefinition(this.source, start);
    if (definition === undefined) return undefined;
    this.found.links.add(definition.label);
    return this.source.nextLine(definition.end);
  }

  /** A heading that brackets can refer to by its text. */
  addHeading(line: TextRange, level: number, lines: TextRange): void {
    const title = this.source.text.slice(line.start, line.end);
    this.found.headings.push({ title, level, range: { start: this.source.offsetAt(lines.start), end: this.source.offsetAt(lines.end) } });
    this.found.links.add(linkLabel(title));
    this.readText([line]);
  }

  #readPlainParagraph(start: number): number | undefined {
    return this.source.isLineStart(start) ? this.plain?.take(this.source, start) : undefined;
  }

  #readParagraph(start: number): number {
    const inlines = new InlineReader(this.source, { isInList: this.context.isInList, isInDiv: this.isInDiv, isWhole: false }, this.index, this.fences).read(start);
    this.#addProse(this.source, start, inlines);
    if (inlines.end <= start) return start + 1;
    return this.source.text[inlines.end] === "\n" ? inlines.end + 1 : inlines.end;
  }

  #addProse(source: MarkdownText, start: number, { marks, end }: { readonly marks: readonly Mark[]; readonly end: number }): void {
    if (!marks.some(({ kind }) => kind === "key" || kind === "role" || kind === "open")) return;
    const { size } = this.found;
    if (size.marks > mostInAll) {
      size.firstLeft ??= { start: source.offsetAt(start), end: source.offsetAt(end) };
      return;
    }
    size.marks += marks.length + marksOfBlock;
    this.found.prose.push({ source, start, end, marks, isItem: this.context.isInList && source.skipSpaces(0) === source.skipSpaces(start) });
  }
}

function matchesAt(pattern: RegExp, text: string, place: number): boolean {
  pattern.lastIndex = place;
  return pattern.test(text);
}

keepShapeOf(new BlockReader(markdownText("", 0, 0), nothingFound(), outermost));
