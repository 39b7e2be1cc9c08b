import { endOfVerbatim, isBlockTag, isVerbatim, readTag, type HtmlTag } from "./markdownHtml";
import type { MarkdownIndex } from "./markdownIndex";
import type { MarkdownText } from "./markdownText";

/** HTML between the blocks of a text. What stands between the tags is Markdown, indented as the first line is. */
export class HtmlBlocks {
  readonly #open: { readonly name: string; readonly indent: number }[] = [];
  readonly #counts = new Map<string, number>();

  constructor(readonly source: MarkdownText, readonly index: MarkdownIndex) {}

  /** Where the contents of a line begin. */
  dedent(position: number): number {
    return position + Math.min(this.#open.at(-1)?.indent ?? 0, this.source.indent(position));
  }

  /** The end of the tag, the comment or the element without Markdown that begins at a place. */
  read(start: number): number | undefined {
    if (this.source.text[start] !== "<") return undefined;
    const tag = readTag(this.source.text, start, this.index);
    if (tag === undefined || !isBlockTag(tag)) return undefined;
    const end = isVerbatim(tag) ? endOfVerbatim(this.source.text, tag, this.index) : undefined;
    if (end === undefined) this.#note(tag);
    return this.source.skipSpaces(end ?? tag.end);
  }

  #note(tag: HtmlTag): void {
    if (tag.kind === "open" && !tag.isSelfClosing) {
      const isAlone = tag.name !== "div" && this.source.isBlank(tag.end);
      this.#open.push({ name: tag.name, indent: isAlone ? this.source.indent(this.source.nextLine(tag.end)) : 0 });
      this.#count(tag.name, 1);
    } else if (tag.kind === "close" && (this.#counts.get(tag.name) ?? 0) > 0) {
      for (let open = this.#open.pop(); open !== undefined; open = this.#open.pop()) {
        this.#count(open.name, -1);
        if (open.name === tag.name) break;
      }
    }
  }

  #count(name: string, change: number): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + change);
  }
}
