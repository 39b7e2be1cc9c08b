import { keepShapeOf } from "../shapes";
import { journalMacros } from "./journalMacros";
import {
  accents, capitalSwitches, lengthCommands, mathAccents, mathFunctions, plainAccents, quotationCommands, silentCommands, subscripts, superscripts, symbols,
  twoArgumentCommands, verbatimCommands,
} from "./latexTables";

/** What LaTeX does not print as it is written; without any of it a value is its own text. */
const special = /[\\{}$~`]|--|''/;
const nextSpecial = /\{+|\}+|[\\$~`'_^]|[?!]`|---?/g;
/** White space other than one space between words. */
const foldedSpace = /[ \t\n\v\f\r]{2,}|[\t\n\v\f\r]/g;

/**
 * The text of a BibTeX value in Unicode (NFC): accents composed, symbols put in, braces and commands taken out with the text in
 * their arguments kept, white space folded. Linear in the length of the value; nothing in it can fail.
 */
export function latexToUnicode(value: string): string {
  if (isPlain(value)) return value;
  const text = special.test(value) ? new LatexReader(value).read() : value;
  return text.normalize("NFC").replace(foldedSpace, " ").trim();
}

const space = 32;

/** Characters that always stand for themselves: 1, for themselves if they stand alone: 2, others: 0. Marks that join letters lie behind the last. */
const plainness = Uint8Array.from({ length: 0x300 }, (_, code) => {
  const char = String.fromCharCode(code);
  return /[ '-]/.test(char) ? 2 : /[!-#%-[\]^_a-z\xc0-\u02ff]/.test(char) ? 1 : 0;
});

/** Whether a value is its own text by what its characters are, which is true of most values and told faster than by what they are not. */
function isPlain(value: string): boolean {
  let before = space;
  for (let position = 0; position < value.length; position++) {
    const code = value.charCodeAt(position);
    const plain = code < plainness.length ? plainness[code] : 0;
    if (plain === 0 || (plain === 2 && code === before)) return false;
    before = code;
  }
  return before !== space || value === "";
}

/** Groups in groups deeper than this are read as one: nobody writes them, and each takes memory. */
export const deepestGroup = 1000;

/** What a closing brace does. */
interface OpenGroup {
  /** How many braces in a row opened groups like this one: they may be as many as the text is long. */
  depth: number;
  /** Is printed. */
  readonly closing: string;
  /** Ends or goes back into math. */
  readonly isMath: boolean;
}

const commandName = /[a-zA-Z]+/y;
const optionalArgument = /\[[^[\]{}]{0,200}\](?=\{)/y;
const shortGroup = /\{([^{}\\$]{1,20})\}/y;
const length = /[ \t\n]*[-+]?(?:\d+(?:\.\d*)?|\.\d+)[ \t\n]*(?:true[ \t\n]*)?(?:pt|pc|in|bp|cm|mm|dd|cc|sp|ex|em|mu)/y;
const degree = /\{?\\circ\}?/y;
const spaces = /[ \t\n\v\f\r]+/y;

class LatexReader {
  #position = 0;
  #output = "";
  /** Accents that wait for the letter they belong to, the innermost first. */
  #pending = "";
  #isMath = false;
  #hasOpenQuote = false;
  readonly #groups: OpenGroup[] = [];
  readonly #lastDollar: number;

  constructor(readonly text: string) {
    this.#lastDollar = text.lastIndexOf("$");
  }

  read(): string {
    for (;;) {
      nextSpecial.lastIndex = this.#position;
      const found = nextSpecial.exec(this.text);
      this.#write(this.text.slice(this.#position, found?.index ?? this.text.length));
      if (found === null) break;
      this.#position = found.index + found[0].length;
      this.#write(this.#readSpecial(found[0]));
    }
    this.#flushAccents();
    return this.#output;
  }

  /** Takes in what stands behind a special character and returns what is printed; so do the methods it calls. */
  #readSpecial(special: string): string {
    switch (special) {
      case "\\": return this.#readCommand();
      case "$": return this.#readDollar();
      case "~": return "\u00a0";
      case "--": return "–";
      case "---": return "—";
      case "?`": return "¿";
      case "!`": return "¡";
      case "_":
      case "^": return this.#readScript(special);
      case "`":
      case "'": return this.#readQuote(special);
      default: return special.startsWith("{") ? this.#openGroup("", this.#isMath, special.length) : special.startsWith("}") ? this.#closeGroups(special.length) : special;
    }
  }

  /** Writes text, its first letter with the accents that were announced for it. */
  #write(text: string): void {
    if (this.#pending === "") {
      this.#output += text;
      return;
    }
    const trimmed = text.trimStart();
    if (trimmed === "") return;
    const base = trimmed.startsWith("ı") ? "i" : trimmed.startsWith("ȷ") ? "j" : String.fromCodePoint(trimmed.codePointAt(0) ?? 0);
    this.#output += base + this.#pending + trimmed.slice(base.length);
    this.#pending = "";
  }

  #openGroup(closing: string, isMath: boolean, depth = 1): string {
    const innermost = this.#groups.length < deepestGroup ? undefined : this.#groups.at(-1);
    if (innermost !== undefined) innermost.depth += depth;
    else this.#groups.push({ depth, closing, isMath: this.#isMath });
    this.#isMath = isMath;
    return "";
  }

  #closeGroups(count: number): string {
    this.#flushAccents();
    let printed = "";
    for (let left = count; left > 0;) {
      const group = this.#groups.at(-1);
      if (group === undefined) break;
      const closed = Math.min(left, group.depth);
      left -= closed;
      group.depth -= closed;
      if (group.depth === 0) this.#groups.pop();
      this.#isMath = group.isMath;
      printed += group.closing;
    }
    return printed;
  }

  /** Accents over nothing, as in `\~{}`, stand for themselves. */
  #flushAccents(): void {
    const waiting = this.#pending;
    this.#pending = "";
    for (const accent of waiting) this.#write(plainAccents.get(accent) ?? "");
  }

  /** A dollar sign that no other follows is a currency. */
  #readDollar(): string {
    if (!this.#isMath && this.#position > this.#lastDollar) return "$";
    this.#isMath = !this.#isMath;
    return "";
  }

  #readQuote(mark: "`" | "'"): string {
    if (this.#isMath) return mark === "'" ? "′" : mark;
    if (this.#take(mark)) return mark === "`" ? "“" : "”";
    // an apostrophe that closes nothing stays as it is written
    const printed = mark === "`" ? "‘" : this.#hasOpenQuote ? "’" : "'";
    this.#hasOpenQuote = mark === "`";
    return printed;
  }

  #take(expected: string): boolean {
    if (!this.text.startsWith(expected, this.#position)) return false;
    this.#position += expected.length;
    return true;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#position;
    const found = pattern.exec(this.text);
    if (found !== null) this.#position = pattern.lastIndex;
    return found;
  }

  /** `_2` and `^{-3}` in math become letters of their own where Unicode has them all. */
  #readScript(mark: "_" | "^"): string {
    if (!this.#isMath) return mark;
    if (mark === "^" && this.#match(degree) !== null) return "°";
    const start = this.#position;
    const group = this.#match(shortGroup)?.[1];
    const script = scriptOf(group ?? this.text.charAt(start), mark === "_" ? subscripts : superscripts);
    if (script === undefined) {
      this.#position = start;
      return mark;
    }
    if (group === undefined) this.#position++;
    return script;
  }

  #readCommand(): string {
    const word = this.#match(commandName)?.[0];
    if (word === undefined) return this.#readControlSymbol();
    this.#take("*");
    const isFollowedBySpace = this.#match(spaces) !== null;
    const next = this.text.charAt(this.#position);
    const accent = accents.get(word) ?? (this.#isMath || next === "{" ? mathAccents.get(word) : undefined);
    if (accent !== undefined && (isFollowedBySpace || next === "{" || next === "\\")) return this.#announce(accent);
    const symbol = symbols.get(word) ?? journalMacros.get(word);
    if (symbol !== undefined) return symbol;
    if (mathFunctions.has(word)) return isFollowedBySpace ? `${word} ` : word;
    if (lengthCommands.has(word)) this.#match(length);
    this.#match(optionalArgument);
    return this.#readArguments(word);
  }

  #readControlSymbol(): string {
    const char = this.text.charAt(this.#position++);
    const accent = accents.get(char);
    if (accent !== undefined) {
      this.#match(spaces);
      return this.#announce(accent);
    }
    if (!"()[]".includes(char)) return symbols.get(char) ?? char;
    this.#isMath = char === "(" || char === "[";
    return "";
  }

  #announce(accent: string): string {
    this.#pending = accent + this.#pending;
    return "";
  }

  /** A command that is no symbol: what becomes of the arguments it is followed by. Of unknown commands the arguments are kept. */
  #readArguments(name: string): string {
    if (this.text.charAt(this.#position) !== "{" || this.text.startsWith("{}", this.#position)) return nameOfThing(name);
    if (silentCommands.has(name) || twoArgumentCommands.has(name)) {
      this.#skipGroup();
      if (twoArgumentCommands.has(name)) this.#match(spaces);
      return "";
    }
    if (verbatimCommands.has(name)) return this.#skipGroup();
    if (name === "textsuperscript") return this.#readTextScript(superscripts);
    if (name === "textsubscript") return this.#readTextScript(subscripts);
    const [opening, closing] = quotationCommands.get(name) ?? ["", name === "frac" ? "/" : ""];
    this.#position++;
    this.#openGroup(closing, this.#isMath || name === "ensuremath");
    return opening;
  }

  #readTextScript(letters: ReadonlyMap<string, string>): string {
    const start = this.#position;
    const group = this.#match(shortGroup)?.[1];
    const script = group === undefined ? undefined : scriptOf(group, letters);
    if (script === undefined) this.#position = start;
    return script ?? "";
  }

  /** Skips `{…}` and returns what it holds. */
  #skipGroup(): string {
    const start = this.#position + 1;
    let depth = 0;
    for (; this.#position < this.text.length; this.#position++) {
      const char = this.text.charAt(this.#position);
      if (char === "{") depth++;
      else if (char === "}" && --depth === 0) return this.text.slice(start, this.#position++);
    }
    return this.text.slice(start);
  }
}

keepShapeOf(new LatexReader(""));

/** A command without an argument is a switch (`\em`), or, with a capital letter, the name of a thing set in a way of its own. */
function nameOfThing(command: string): string {
  return /[A-Z]/.test(command) && !capitalSwitches.has(command) && !silentCommands.has(command) ? command : "";
}

function scriptOf(text: string, letters: ReadonlyMap<string, string>): string | undefined {
  const all = Array.from(text, (char) => letters.get(char));
  return all.length > 0 && all.every((letter) => letter !== undefined) ? all.join("") : undefined;
}
