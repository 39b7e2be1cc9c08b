import type { ProseBlock } from "./markdownBlocks";
import type { GroupedMarks } from "./markdownGroups";
import { lastAtMost } from "../../text/sortedPlaces";

/** No prefix and no suffix is longer; nested ones would be much longer in sum than the text. */
const longestText = 5000;

/** Superscript, struck out text and subscript. */
const raised = /\^([^\s^]{1,200})\^|~~([^~\n]{1,200})~~|~([^\s~]{1,200})~/g;

/** Parts of prose as plain text on one line: without the signs of emphasis, links, code and mathematics, without notes and HTML. */
export class PlainText {
  readonly #starts: readonly number[];

  constructor(readonly block: ProseBlock, readonly grouped: GroupedMarks) {
    this.#starts = block.marks.map(({ start }) => start);
  }

  read(start: number, limit: number): string {
    const end = Math.min(limit, start + longestText);
    let text = "";
    let position = start;
    for (let index = lastAtMost(this.#starts, start - 1) + 1; (this.#starts[index] ?? end) < end; index++) {
      const skipped = (this.#starts[index] ?? end) < position ? undefined : this.#skipped(index);
      if (skipped === undefined) continue;
      text += this.#plain(position, skipped.start) + skipped.text;
      position = Math.min(skipped.end, end);
    }
    return (text + this.#plain(position, end)).replace(/[ \n]+/g, " ").trim();
  }

  #plain(start: number, end: number): string {
    const text = this.block.source.text.slice(start, Math.max(start, end));
    const bare = /[*_]/.test(text) ? text.split("").map((char, place) => this.grouped.emphasis.has(start + place) ? "" : char).join("") : text;
    return bare.replace(raised, (_, high = "", struck = "", low = "") => `${high}${struck}${low}`);
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
