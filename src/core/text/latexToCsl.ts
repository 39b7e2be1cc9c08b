import type { CslMarkup } from "./cslMarkup";
import { deepestGroup, latexToUnicode } from "./latexText";
import { closingMark, markOf, marksToTags, withoutMarks } from "./latexMarks";

/**
 * LaTeX text as CSL-JSON text: Unicode, with CSL's tags for emphasis, bold, small capitals, sub- and superscripts. In titles
 * (`protectsCase`) words in braces keep their case. Linear in the length of the value; nothing in it can fail.
 */
export function latexToCsl(value: string, protectsCase = false): string {
  return /[\\{$]/.test(value) ? marksToTags(latexToUnicode(new FormattingMarker(withoutMarks(value), protectsCase).mark())) : latexToUnicode(value);
}

/** Commands that format their argument. */
const commands: ReadonlyMap<string, CslMarkup> = new Map([
  ["emph", "i"], ["textit", "i"], ["textsl", "i"], ["mkbibemph", "i"], ["mkbibitalic", "i"], ["textbf", "b"], ["mkbibbold", "b"], ["textsc", "sc"],
  ["textsuperscript", "sup"], ["mkbibsuperscript", "sup"], ["textsubscript", "sub"], ["NoCaseChange", "nocase"],
]);

/** Commands that format the rest of their group. */
const switches: ReadonlyMap<string, CslMarkup> = new Map([
  ["em", "i"], ["it", "i"], ["itshape", "i"], ["sl", "i"], ["slshape", "i"], ["bf", "b"], ["bfseries", "b"], ["sc", "sc"], ["scshape", "sc"],
]);

const nextSpecial = /[\\{}$^_]/g;
const commandName = /([a-zA-Z]+)\*?[ \t\n]*/y;
const argumentOfScript = /\\[a-zA-Z]{1,999}|[^\s$}]/uy;
const degree = /\{?\\circ/y;

interface Group {
  /** How many braces in a row opened groups like this one: they may be as many as the text is long. */
  depth: number;
  /** Marks that close behind its brace. */
  closing: string;
  /** Whether math goes on behind it. */
  readonly isInMath: boolean;
  readonly isArgument: boolean;
  /** No case is protected in it: it is protected as a whole, or belongs to a command. */
  readonly isOpaque: boolean;
}

/** Puts marks around what LaTeX formats and takes the commands for it out; the rest stays LaTeX. */
class FormattingMarker {
  #position = 0;
  #output = "";
  #isMath = false;
  /** The next brace opens the argument of a command. */
  #isArgumentNext = false;
  readonly #root: Group = { depth: 1, closing: "", isInMath: false, isArgument: false, isOpaque: false };
  readonly #groups: Group[] = [this.#root];
  readonly #lastDollar: number;

  constructor(readonly text: string, readonly protectsCase: boolean) {
    this.#lastDollar = text.lastIndexOf("$");
  }

  mark(): string {
    for (;;) {
      nextSpecial.lastIndex = this.#position;
      const found = nextSpecial.exec(this.text);
      const end = found?.index ?? this.text.length;
      if (end > this.#position) this.#write(this.text.slice(this.#position, end));
      if (found === null) break;
      this.#position = end + 1;
      this.#readSpecial(found[0]);
    }
    while (this.#groups.length > 1) this.#closeGroups(this.#group.depth);
    return this.#output + this.#root.closing;
  }

  get #group(): Group {
    return this.#groups.at(-1) ?? this.#root;
  }

  get #isDeep(): boolean {
    return this.#groups.length >= deepestGroup;
  }

  #next(): string {
    return this.text.charAt(this.#position);
  }

  #write(text: string): void {
    this.#isArgumentNext = false;
    this.#output += text;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#position;
    const found = pattern.exec(this.text);
    if (found !== null) this.#position = pattern.lastIndex;
    return found;
  }

  #readSpecial(char: string): void {
    if (char === "\\") this.#readCommand();
    else if (char === "{") this.#openGroup();
    else if (char === "}") this.#closeGroups(1 + this.#takeRun("}"));
    else if (char === "$") this.#readDollar();
    else if (this.#isMath) this.#readScript(char);
    else this.#write(char);
  }

  #readCommand(): void {
    const [written, name = ""] = this.#match(commandName) ?? [];
    if (written === undefined) this.#readControlSymbol();
    else this.#readNamedCommand(name, written);
  }

  #readNamedCommand(name: string, written: string): void {
    const hasArgument = this.#next() === "{";
    const markup = commands.get(name);
    const switched = switches.get(name);
    if (markup !== undefined && hasArgument) {
      this.#position++;
      this.#open(markup);
    } else if (switched !== undefined && !this.#isMath) {
      this.#innermost().closing = closingMark + this.#group.closing;
      this.#write(markOf[switched]);
    } else {
      this.#write(`\\${written}`);
      this.#isArgumentNext = true;
      if (name !== "ensuremath" || !hasArgument) return;
      this.#position++;
      this.#openGroup();
      this.#isMath = true;
    }
  }

  #readControlSymbol(): void {
    const char = this.#next();
    this.#position += char.length;
    this.#write(`\\${char}`);
    if (char === "(" || char === "[") this.#isMath = true;
    else if (char === ")" || char === "]") this.#isMath = false;
    else this.#isArgumentNext = !"&%$#_{}\\".includes(char);
  }

  /** A group in a title keeps its case, unless it begins with a command: BibTeX takes that for an accented letter. */
  #openGroup(): void {
    const isArgument = this.#isArgumentNext;
    const { isOpaque } = this.#group;
    const next = this.#next();
    if (this.#isDeep) {
      this.#group.depth++;
      this.#write("{");
    } else if (this.protectsCase && !this.#isMath && !isArgument && !isOpaque && next !== "\\" && next !== "}") {
      this.#open("nocase");
    } else {
      const areAlike = !isArgument && (!this.protectsCase || this.#isMath || isOpaque);
      const depth = areAlike ? 1 + this.#takeRun("{") : 1;
      this.#groups.push({ depth, closing: "", isInMath: this.#isMath, isArgument, isOpaque: isOpaque || isArgument });
      this.#write("{".repeat(depth));
    }
  }

  /** Goes behind all braces of a kind that follow, and returns how many there were. */
  #takeRun(brace: "{" | "}"): number {
    const start = this.#position;
    while (this.#next() === brace) this.#position++;
    return this.#position - start;
  }

  /** The innermost group by itself. */
  #innermost(): Group {
    const group = this.#group;
    if (group.depth === 1 || this.#isDeep) return group;
    group.depth--;
    const inner = { ...group, depth: 1 };
    this.#groups.push(inner);
    return inner;
  }

  #open(markup: CslMarkup): void {
    if (this.#isDeep) {
      this.#openGroup();
      return;
    }
    this.#groups.push({ depth: 1, closing: closingMark, isInMath: this.#isMath, isArgument: false, isOpaque: this.#group.isOpaque || markup === "nocase" });
    this.#write(`${markOf[markup]}{`);
  }

  #closeGroups(count: number): void {
    for (let left = count; left > 0;) {
      const group = this.#groups.length > 1 ? this.#group : undefined;
      const closed = Math.min(left, group?.depth ?? left);
      left -= closed;
      this.#write("}".repeat(closed) + (group?.closing ?? ""));
      if (group === undefined) continue;
      group.depth -= closed;
      if (group.depth === 0) this.#groups.pop();
      this.#isMath = group.isInMath;
      this.#isArgumentNext = group.isArgument;
    }
  }

  /** A dollar sign that no other follows is a currency. */
  #readDollar(): void {
    if (this.#isMath || this.#position <= this.#lastDollar) this.#isMath = !this.#isMath;
    this.#write("$");
  }

  #readScript(char: string): void {
    const start = this.#position;
    const markup = char === "^" ? "sup" : "sub";
    if (char === "^" && this.#match(degree) !== null) {
      this.#position = start;
      this.#write(char);
    } else if (this.#next() === "{") {
      this.#position++;
      this.#open(markup);
    } else {
      const argument = this.#match(argumentOfScript)?.[0];
      this.#write(argument === undefined ? char : `${markOf[markup]}{${argument}}${closingMark}`);
    }
  }
}
