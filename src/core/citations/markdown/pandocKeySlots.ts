import type { KeySlot, LocatorSlot } from "../../model/citation";
import { endOfLabel } from "../endOfLabel";
import type { ProseBlock } from "./markdownBlocks";
import type { KeyMark } from "./markdownMarks";
import { roleCitation } from "./mystRoles";

/** Where something of a citation stands or could stand in a block of prose. */
export interface Slots {
  readonly keySlots: readonly KeySlot[];
  readonly locatorSlots: readonly LocatorSlot[];
}

/**
 * Keys: behind `@`, in an empty bracket, behind a semicolon in a citation, in a role. Labels of locators: behind a key and a comma or
 * in braces behind it, where it stands in brackets, and in brackets behind a key in the running text.
 */
export function slotsIn(block: ProseBlock, examples: ReadonlySet<string>): Slots {
  const reader = new SlotReader(block, examples);
  reader.read();
  return reader;
}

interface OpenBracket {
  hasKey: boolean;
  readonly isBracket: boolean;
  /** How many labels could stand before it. */
  readonly locators: number;
}

const comma = /[^\S\n]?,[^\S\n]*(?:\n[^\S\n]*(?=\S))?/y;
/** What may stand between a key and the bracket that belongs to it: one line end, and spaces. */
const longestGap = 200;

class SlotReader implements Slots {
  readonly keySlots: KeySlot[] = [];
  readonly locatorSlots: LocatorSlot[] = [];
  readonly #open: OpenBracket[] = [];
  #lastKeyEnd = -1;

  constructor(readonly block: ProseBlock, readonly examples: ReadonlySet<string>) {}

  read(): void {
    for (const mark of this.block.marks) {
      if (mark.kind === "open") this.#openBracket(mark.start, mark.opens === "bracket");
      else if (mark.kind === "close") this.#closeBracket(mark.next);
      else if (mark.kind === "key" && !this.examples.has(mark.key)) this.#addKey(mark);
      else if (mark.kind === "semicolon" && this.#open.at(-1)?.hasKey === true) this.#addFurtherKey(mark.start + 1);
      else if (mark.kind === "role") this.#addRole(roleCitation(mark, this.block.source));
    }
  }

  #add(syntax: KeySlot["syntax"], start: number, end: number): void {
    const { source } = this.block;
    const isInBrackets = this.#open.at(-1)?.isBracket === true;
    this.keySlots.push({ syntax, range: { start: source.offsetAt(start), end: source.offsetAt(end) }, ...isInBrackets && { isInBrackets } });
  }

  #addLabel(start: number): void {
    const { source } = this.block;
    const end = endOfLabel(source.text, start, "pandoc");
    this.locatorSlots.push({ syntax: "pandoc", range: { start: source.offsetAt(start), end: source.offsetAt(end) } });
  }

  #openBracket(start: number, isBracket: boolean): void {
    const locators = this.locatorSlots.length;
    if (isBracket && this.#isBehindKey(start)) this.#addLabel(start + 1);
    this.#open.push({ hasKey: false, isBracket, locators });
    if (isBracket && mayOpenCitation(this.block, start)) this.#add("needs-at", start + 1, start + 1);
  }

  /** `@key [`, where Pandoc lets one space stand, or one line end. */
  #isBehindKey(open: number): boolean {
    return this.#lastKeyEnd >= 0 && open - this.#lastKeyEnd <= longestGap && /^ *(?:\n *)?$/.test(this.block.source.text.slice(this.#lastKeyEnd, open));
  }

  /** What turns out to be a link's text or a span has no locators. */
  #closeBracket(next: string): void {
    const bracket = this.#open.pop();
    if (bracket !== undefined && next !== "") this.locatorSlots.length = bracket.locators;
  }

  #addKey(mark: KeyMark): void {
    const bracket = this.#open.at(-1);
    if (bracket !== undefined) bracket.hasKey = true;
    this.#add(mark.isBraced ? "braced" : "bare", mark.keyRange.start, mark.keyRange.end);
    if (mark.key === "") return;
    if (bracket?.isBracket === true) this.#addLabelBehind(mark.end);
    else this.#lastKeyEnd = mark.end;
  }

  #addLabelBehind(keyEnd: number): void {
    const { text } = this.block.source;
    comma.lastIndex = keyEnd;
    const separator = comma.exec(text)?.[0].length ?? 0;
    const start = keyEnd + separator;
    if (text.charAt(start) === "{") this.#addLabel(start + 1);
    else if (separator > 0) this.#addLabel(start);
  }

  /** Behind `;`, where nothing else stands yet. */
  #addFurtherKey(from: number): void {
    const { source } = this.block;
    const place = source.skipSpaces(from);
    if (/^[\]\n]?$/.test(source.text.charAt(place))) this.#add("needs-at", place, place);
  }

  #addRole({ keySlots, locatorSlots }: Slots): void {
    for (const slot of keySlots) this.keySlots.push(slot);
    for (const slot of locatorSlots) this.locatorSlots.push(slot);
  }
}

/** Only a bracket with nothing in it yet, that is no link's target and no task's box. */
function mayOpenCitation({ source, start, isItem }: ProseBlock, open: number): boolean {
  const isBox = isItem && source.skipSpaces(start) === open;
  return !isBox && source.text[open - 1] !== "]" && /^[\]\n]?$/.test(source.text.charAt(open + 1));
}
