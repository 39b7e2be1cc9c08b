import { accents, secondArguments, silentArguments, symbols } from "./latexTables";

/** What may be read as text of LaTeX at once, without commands. */
const plain = /^[^\\{}$~`'\-\n\r\t]*$/;
const commandName = /[a-zA-Z]+\*?/y;

/**
 * The text of a BibTeX value in Unicode: accents composed, symbols put in, braces and commands taken out with the text in their
 * arguments kept, white space folded. Linear in the length of the value; nothing in it can fail.
 */
export function latexToUnicode(value: string): string {
  if (plain.test(value)) return value.replace(/\s+/g, " ").trim();
  const reader = new LatexReader(value);
  return reader.read().normalize("NFC").replace(/[ \t\n\r\f]+/g, " ").trim();
}

class LatexReader {
  #position = 0;
  #output = "";
  /** Accents that wait for the letter they belong to. */
  #pending = "";

  constructor(readonly text: string) {}

  read(): string {
    while (this.#position < this.text.length) this.#readNext();
    return this.#output + this.#pending;
  }

  #readNext(): void {
    const char = this.text.charAt(this.#position);
    if (char === "\\") return this.#readCommand();
    this.#position++;
    switch (char) {
      case "{":
      case "}":
      case "$": return;
      case "~": return this.#write("\u00a0");
      case "-": return this.#write(this.#take("--") ? "—" : this.#take("-") ? "–" : "-");
      case "`": return this.#write(this.#take("`") ? "“" : "‘");
      case "'": return this.#write(this.#take("'") ? "”" : "’");
      default: return this.#write(char);
    }
  }

  /** A letter, with the accents that were announced for it. */
  #write(text: string): void {
    if (this.#pending === "" || text.trim() === "") {
      this.#output += text;
      return;
    }
    const base = text === "ı" ? "i" : text === "ȷ" ? "j" : text;
    const letter = String.fromCodePoint(base.codePointAt(0) ?? 0x20);
    this.#output += letter + this.#pending + base.slice(letter.length);
    this.#pending = "";
  }

  #take(expected: string): boolean {
    if (!this.text.startsWith(expected, this.#position)) return false;
    this.#position += expected.length;
    return true;
  }

  #readCommand(): void {
    commandName.lastIndex = this.#position + 1;
    const word = commandName.exec(this.text)?.[0];
    const name = word ?? this.text.charAt(this.#position + 1);
    this.#position += 1 + name.length;
    const accent = accents.get(name);
    if (accent !== undefined && (word === undefined || this.#hasArgument())) {
      this.#skipSpaces();
      this.#pending = accent + this.#pending;
      return;
    }
    const symbol = symbols.get(name);
    if (word !== undefined) this.#skipSpaces();
    if (symbol !== undefined) return this.#write(symbol);
    if (silentArguments.has(name) || secondArguments.has(name)) this.#skipArgument();
  }

  #hasArgument(): boolean {
    return /[\s{\\a-zA-Z]/.test(this.text.charAt(this.#position));
  }

  #skipSpaces(): void {
    while (this.text.charAt(this.#position) === " ") this.#position++;
  }

  #skipArgument(): void {
    if (this.text.charAt(this.#position) !== "{") return;
    let depth = 0;
    while (this.#position < this.text.length) {
      const char = this.text.charAt(this.#position++);
      if (char === "{") depth++;
      else if (char === "}" && --depth === 0) return;
    }
  }
}
