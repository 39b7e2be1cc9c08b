import type { ProseBlock } from "./markdownBlocks";
import type { GroupedMarks } from "./markdownGroups";
import { lastAtMost } from "../../text/sortedPlaces";

/** No prefix and no suffix is longer; nested ones would be much longer in sum than the text. */
const longestText = 5000;

/** Whether a text may hold signs that `readMarked` writes otherwise. */
const maybeMarked = /[*_^~]/;

/** Superscript, struck out text and subscript. */
const raised = /\^([^\s^]{1,200})\^|~~([^~\n]{1,200})~~|~([^\s~]{1,200})~/g;

/** What is written for the signs of emphasis, by the tags they stand for, and for what is raised. */
interface Signs {
  readonly emphasis: (tags: string | undefined) => string | undefined;
  readonly raised: (tag: "sup" | "sub", text: string | undefined) => string;
}

const plainSigns: Signs = { emphasis: (tags) => tags === undefined ? undefined : "", raised: (_tag, text = "") => text };
const markedSigns: Signs = { emphasis: (tags) => tags, raised: (tag, text) => text === undefined ? "" : `<${tag}>${text}</${tag}>` };

/** Parts of prose as plain text on one line: without the signs of emphasis, links, code and mathematics, without notes and HTML. */
export class PlainText {
  readonly #starts: readonly number[];

  constructor(readonly block: ProseBlock, readonly grouped: GroupedMarks) {
    this.#starts = block.marks.map(({ start }) => start);
  }

  read(start: number, limit: number): string {
    return this.#read(start, limit, plainSigns);
  }

  /** The same with emphasis, superscript and subscript as CSL-JSON has them in its text; `plain`, which has been read, where there is none. */
  readMarked(start: number, limit: number, plain: string): string {
    return maybeMarked.test(this.block.source.text.slice(start, Math.min(limit, start + longestText))) ? this.#read(start, limit, markedSigns) : plain;
  }

  #read(start: number, limit: number, signs: Signs): string {
    const end = Math.min(limit, start + longestText);
    let text = "";
    let position = start;
    for (let index = lastAtMost(this.#starts, start - 1) + 1; (this.#starts[index] ?? end) < end; index++) {
      const skipped = (this.#starts[index] ?? end) < position ? undefined : this.#skipped(index);
      if (skipped === undefined) continue;
      text += this.#written(position, skipped.start, signs) + skipped.text;
      position = Math.min(skipped.end, end);
    }
    return (text + this.#written(position, end, signs)).replace(/[ \n]+/g, " ").trim();
  }

  #written(start: number, end: number, signs: Signs): string {
    const text = this.block.source.text.slice(start, Math.max(start, end));
    const bare = /[*_]/.test(text) ? text.split("").map((char, place) => signs.emphasis(this.grouped.emphasis.get(start + place)) ?? char).join("") : text;
    return bare.replace(raised, (_, high: string | undefined, struck: string | undefined, low: string | undefined) => `${signs.raised("sup", high)}${struck ?? ""}${signs.raised("sub", low)}`);
  }

  /** What a mark leaves out of the text, and what stands for it. */
  #skipped(index: number): { readonly start: number; readonly end: number; readonly text: string } | undefined {
    const mark = this.block.marks[index];
    const partner = this.block.marks[this.grouped.partners[index] ?? -1];
    if (mark?.kind === "atom") return mark;
    if (mark?.kind === "open" && partner?.kind === "close") {
      if (mark.opens === "note") return { start: mark.start - 1, end: partner.end, text: "" };
      return partner.end > partner.start + 1 ? { start: mark.start - (mark.opens === "image" ? 1 : 0), end: mark.start + 1, text: "" } : undefined;
    }
    return mark?.kind === "close" && partner !== undefined && mark.end > mark.start + 1 ? { start: mark.start, end: mark.end, text: "" } : undefined;
  }
}
