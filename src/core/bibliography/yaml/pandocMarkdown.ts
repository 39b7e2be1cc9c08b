/** How Pandoc's inline Markdown looks in CSL-JSON (citeproc-js's manual, “HTML-like formatting tags”). */
const spans: Readonly<Record<string, readonly [open: string, close: string]>> = {
  "*": ["<i>", "</i>"], "_": ["<i>", "</i>"], "**": ["<b>", "</b>"], "__": ["<b>", "</b>"], "^": ["<sup>", "</sup>"], "~": ["<sub>", "</sub>"], "~~": ["", ""],
};
const classes: Readonly<Record<string, readonly [open: string, close: string]>> = {
  nocase: ["<span class=\"nocase\">", "</span>"],
  smallcaps: ["<span style=\"font-variant:small-caps;\">", "</span>"],
};

const special = /[*_^~`[\\$"'\n]|--|\.\.\./;

/** Fields of CSL in YAML are Markdown to Pandoc (User's Guide, “Specifying bibliographic data”): emphasis, small capitals and the like as CSL's markup, typographic quotes and dashes. */
export function cslMarkupFrom(markdown: string): string {
  return special.test(markdown) ? new InlineReader(markdown.trim()).read() : markdown;
}

/** A field that is no text but a name of something: escapes alone are undone. */
export function plainTextFrom(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~])/g, "$1");
}

/** What runs of these become by their length. */
const runs: Readonly<Record<string, Readonly<Record<number, string>>>> = { "-": { 2: "–", 3: "—" }, ".": { 3: "…" }, "\n": { 1: " " } };

interface Opener {
  readonly mark: string;
  /** Where it stands in the output. */
  readonly index: number;
}

/** What was opened so long ago is not closed any more. */
const mostOpeners = 50;

class InlineReader {
  readonly #output: string[] = [];
  readonly #openers: Opener[] = [];
  #position = 0;

  constructor(readonly text: string) {}

  read(): string {
    while (this.#position < this.text.length) this.#readToken();
    return this.#output.join("");
  }

  #readToken(): void {
    const { text } = this;
    const char = text.charAt(this.#position);
    if (char === "\\") this.#take(this.#escaped(text.charAt(this.#position + 1)), 2);
    else if (char === "`" || char === "$") this.#readVerbatim(char);
    else if ("*_^~".includes(char)) this.#readMark(char);
    else if (char === "[") this.#open("[");
    else if (char === "]") this.#closeBracket();
    else if (char === "\"" || char === "'") this.#take(this.#quote(char), 1);
    else if (Object.hasOwn(runs, char)) this.#readRun(char);
    else if (char === "<") this.#readTag();
    else this.#readPlain();
  }

  #take(output: string, length: number): void {
    this.#output.push(output);
    this.#position += length;
  }

  #readPlain(): void {
    const start = this.#position;
    do this.#position++;
    while (this.#position < this.text.length && !"\\`$*_^~[]\"'-.<\n".includes(this.text.charAt(this.#position)));
    this.#output.push(this.text.slice(start, this.#position));
  }

  #readRun(char: string): void {
    let end = this.#position;
    while (this.text.charAt(end) === char) end++;
    const run = this.text.slice(this.#position, end);
    this.#output.push(runs[char]?.[run.length] ?? (char === "\n" ? "\n\n" : run));
    this.#position = end;
  }

  #escaped(char: string): string {
    if (char === " ") return "\u00a0";
    return char === "\n" ? " " : /[!-/:-@[-`{-~]/.test(char) ? char : `\\${char}`;
  }

  /** Code and mathematics, whose insides are text. */
  #readVerbatim(mark: "`" | "$"): void {
    const end = this.text.indexOf(mark, this.#position + 1);
    const inside = this.text.slice(this.#position + 1, Math.min(end, this.#position + longestVerbatim));
    const isMath = mark === "$" && (/^\s|\s$/.test(inside) || /\d/.test(this.text.charAt(end + 1)));
    if (end < 0 || end > this.#position + longestVerbatim || inside === "" || isMath) this.#take(mark, 1);
    else this.#take(inside, inside.length + 2);
  }

  #readMark(char: string): void {
    const { text } = this;
    let length = 1;
    while (length < 3 && text.charAt(this.#position + length) === char) length++;
    const before = text.charAt(this.#position - 1);
    const after = text.charAt(this.#position + length);
    const isWord = /[\p{L}\p{N}]/u;
    const canClose = before !== "" && !/\s/.test(before) && !(char === "_" && isWord.test(after));
    const canOpen = after !== "" && !/\s/.test(after) && !(char === "_" && isWord.test(before));
    const marks = length === 3 ? [char, char.repeat(2)] : [char.repeat(length)];
    const isMark = marks.every((mark) => mark in spans);
    if (isMark && canClose && this.#closeAll(marks)) this.#position += length;
    else if (isMark && canOpen) marks.toReversed().forEach((mark) => this.#open(mark));
    else this.#take(char.repeat(length), length);
  }

  #open(mark: string): void {
    if (this.#openers.length >= mostOpeners) this.#openers.shift();
    this.#openers.push({ mark, index: this.#output.length });
    this.#take(mark, mark.length);
  }

  #closeAll(marks: readonly string[]): boolean {
    const places = marks.map((mark) => this.#openers.findLastIndex((opener) => opener.mark === mark));
    if (places.some((place) => place < 0)) return false;
    // superscripts and subscripts hold no spaces (User's Guide, “Superscripts and subscripts”)
    const [place = 0] = places;
    const inside = this.#output.slice((this.#openers[place]?.index ?? 0) + 1).join("");
    const cannotClose = /^[\^~]$/.test(marks[0] ?? "") && inside.includes(" ");
    if (cannotClose) this.#openers.splice(place, 1);
    if (cannotClose || inside === "") return false;
    for (const index of places.toSorted((a, b) => b - a)) this.#wrap(index, spans[this.#openers[index]?.mark ?? ""] ?? ["", ""]);
    return true;
  }

  /** Turns an opener into the beginning of a span that ends here; what was opened inside it stays text. */
  #wrap(place: number, [open, close]: readonly [string, string]): void {
    const opener = this.#openers[place];
    if (opener === undefined) return;
    this.#output[opener.index] = open;
    this.#output.push(close);
    this.#openers.length = place;
  }

  /** `[text]{.class}` and `[text](link)`; other brackets are text. */
  #closeBracket(): void {
    const place = this.#openers.findLastIndex(({ mark }) => mark === "[");
    const rest = this.text.slice(this.#position + 1, this.#position + longestAttribute);
    const attributes = place < 0 ? null : /^\{([^{}\n]*)\}|^\([^()\s]*\)/.exec(rest);
    if (attributes === null) {
      if (place >= 0) this.#openers.splice(place, 1);
      this.#take("]", 1);
      return;
    }
    const name = Object.keys(classes).find((known) => (attributes[1] ?? "").split(/\s+/).includes(`.${known}`));
    this.#wrap(place, name === undefined ? ["", ""] : classes[name] ?? ["", ""]);
    this.#position += 1 + attributes[0].length;
  }

  /** Tags stay: those of CSL are understood, others are escaped wherever they are shown. An address in angles is its text. */
  #readTag(): void {
    const rest = this.text.slice(this.#position, this.#position + longestAttribute);
    const address = /^<((?:https?|ftp|mailto):[^<>\s]*)>/.exec(rest);
    const tag = address?.[0] ?? /^<\/?[a-z][^<>]*>/i.exec(rest)?.[0] ?? "<";
    this.#take(address?.[1] ?? tag, tag.length);
  }

  #quote(char: string): string {
    const [before, after] = [this.text.charAt(this.#position - 1), this.text.charAt(this.#position + 1)];
    const isOpening = (before === "" || /[\s([{<>*_“‘"—–-]/.test(before)) && after !== "" && !/\s/.test(after);
    if (char === "\"") return isOpening ? "“" : "”";
    return isOpening && !/\d/.test(after) ? "‘" : "’";
  }
}

const longestVerbatim = 1000;
const longestAttribute = 300;
