import { doiUrl, safeWebUrl } from "../../text/escape";
import type { Block, Display, Reference, Run, TextStyle } from "./reference";

/** What a mark begins: text set in some way, a link, a part that stands by itself, or a reference. */
type Opened = { readonly style: TextStyle } | { readonly display: Display } | { readonly link: true };

/**
 * The processor hands out strings. Characters that no text has (Unicode's noncharacters) mark in them what is what, so that nothing in
 * an item can look like markup.
 */
const openings = {
  italic: { style: { italic: true } },
  upright: { style: { italic: false } },
  bold: { style: { bold: true } },
  regular: { style: { bold: false } },
  smallCaps: { style: { smallCaps: true } },
  noSmallCaps: { style: { smallCaps: false } },
  underline: { style: { underline: true } },
  noUnderline: { style: { underline: false } },
  sub: { style: { script: "sub" } },
  sup: { style: { script: "sup" } },
  link: { link: true },
  block: { display: "block" },
  leftMargin: { display: "left-margin" },
  rightInline: { display: "right-inline" },
  indent: { display: "indent" },
} as const satisfies Readonly<Record<string, Opened>>;

export type Mark = keyof typeof openings;

const closing = "\ufdd0";
const firstOpening = 0xfdd1;
const openingChars: ReadonlyMap<string, string> = new Map(Object.keys(openings).map((mark, index) => [mark, String.fromCharCode(firstOpening + index)]));
const opened: ReadonlyMap<string, Opened> = new Map(Object.values(openings).map((value, index) => [String.fromCharCode(firstOpening + index), value]));

/** Stands for people who are not named until the processor is done; see `others.ts`. Not one of the marks. */
export const othersMark = "\ufdee";

/** Stands, on both sides of a number, for words that are put into a citation when the processor is done. Not one of the marks. */
export const wordsMark = "\ufdef";

/** Text as it may go to the processor. */
export function withoutMarks(text: string): string {
  return text.replace(/[\ufdd0-\ufdef]/g, "");
}

/** The same for text that comes through the processor and may hold `othersMark` and `wordsMark`. */
export function escapeMarks(text: string): string {
  return text.replace(/[\ufdd0-\ufded]/g, "");
}

export function marked(mark: Mark, text: string): string {
  return `${openingChars.get(mark) ?? ""}${text}${closing}`;
}

/** Reads marked text. Linear in its length. */
export function readMarked(text: string): Reference {
  const reader = new MarkedReader();
  for (const piece of text.split(/([\ufdd0-\ufddf])/)) {
    const opening = opened.get(piece);
    if (opening !== undefined) reader.open(opening);
    else if (piece === closing) reader.close();
    else if (piece !== "") reader.write(piece);
  }
  return reader.blocks();
}

interface Frame {
  readonly style: TextStyle;
  readonly display: Display;
  /** Where the text of a link begins among the runs; `undefined` for what is no link. */
  readonly linkStart: number | undefined;
}

class MarkedReader {
  readonly #blocks: { readonly display: Display; readonly runs: Run[] }[] = [];
  readonly #frames: Frame[] = [{ style: {}, display: "inline", linkStart: undefined }];

  get #frame(): Frame {
    return this.#frames.at(-1) ?? { style: {}, display: "inline", linkStart: undefined };
  }

  open(opening: Opened): void {
    const { style, display } = this.#frame;
    if ("style" in opening) this.#frames.push({ style: { ...style, ...opening.style }, display, linkStart: undefined });
    else if ("display" in opening) this.#frames.push({ style, display: opening.display, linkStart: undefined });
    else this.#frames.push({ style, display, linkStart: this.#runs().length });
  }

  close(): void {
    if (this.#frames.length === 1) return;
    const { linkStart } = this.#frame;
    if (linkStart !== undefined) this.#closeLink(this.#runs(), linkStart);
    this.#frames.pop();
  }

  write(text: string): void {
    const runs = this.#runs();
    const { style, linkStart } = this.#frame;
    const last = runs.at(-1);
    if (last !== undefined && linkStart !== runs.length && isSameStyle(last.style, style)) runs[runs.length - 1] = { text: last.text + text, style };
    else runs.push({ text, style });
  }

  blocks(): readonly Block[] {
    return this.#blocks.filter(({ runs }) => runs.length > 0);
  }

  /** The runs of the block that text goes to now. */
  #runs(): Run[] {
    const { display } = this.#frame;
    const last = this.#blocks.at(-1);
    if (last?.display === display) return last.runs;
    const runs: Run[] = [];
    this.#blocks.push({ display, runs });
    return runs;
  }

  /** What was written in a link becomes one where its own text is an address that is safe to open. */
  #closeLink(runs: Run[], start: number): void {
    const text = runs.slice(start).map((run) => run.text).join("").trim();
    const href = doiUrl(text) ?? safeWebUrl(text);
    if (href === undefined) return;
    runs.splice(start, runs.length - start, ...runs.slice(start).map((run) => ({ text: run.text, style: { ...run.style, href } })));
  }
}

export function isSameStyle(a: TextStyle, b: TextStyle): boolean {
  return (["italic", "bold", "smallCaps", "underline", "script", "href"] as const).every((property) => (a[property] ?? false) === (b[property] ?? false));
}
