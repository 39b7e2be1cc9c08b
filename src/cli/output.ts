import type { Problem } from "../core/model/problem";
import { plainLine } from "../core/text/escape";
import type { Output } from "./host";
import type { Position } from "./positions";

/** What JSON leaves unescaped and terminals obey or show as another text: DEL, C1, line separators, bidirectional overrides. */
const unescapedControls = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;
const bidirectionalOverrides = /[\u202a-\u202e\u2066-\u2069]/g;
/** All but tabs and line feeds. */
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** What is written at once, in characters: all of it may be longer than a text can be. */
const partLength = 1 << 16;

/** As `JSON.stringify` writes it with an indentation of two, in parts. */
export function writeJson(output: Output, value: unknown): void {
  const parts = new JsonParts(output);
  for (const piece of jsonPieces(value, "\n")) parts.add(piece);
  parts.end();
}

/** A list as `writeJson` writes it, some members after the others: all of them need never be there at once. */
export async function writeJsonList(output: Output, members: AsyncIterable<readonly unknown[]>): Promise<void> {
  const parts = new JsonParts(output);
  let before = "[";
  for await (const some of members) {
    for (const member of some) {
      parts.add(`${before}\n  `);
      for (const piece of jsonPieces(member, "\n  ")) parts.add(piece);
      before = ",";
    }
  }
  parts.add(before === "[" ? "[]" : "\n]");
  parts.end();
}

/** Writes pieces of JSON as they come, many at once. */
class JsonParts {
  #part = "";

  constructor(readonly output: Output) {}

  add(piece: string): void {
    this.#part += piece;
    if (this.#part.length >= partLength) this.#write("");
  }

  end(): void {
    this.#write("\n");
  }

  #write(end: string): void {
    this.output.write(escapeControls(this.#part) + end);
    this.#part = "";
  }
}

function escapeControls(json: string): string {
  return json.replace(unescapedControls, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Lists, and what holds them, member by member; `lineBreak` with the indentation of the line that the value stands in. */
function* jsonPieces(value: unknown, lineBreak: string): Generator<string> {
  if (isList(value)) yield* piecesBetween("[]", (function* () {
    for (const member of value) yield ["", member] as const;
  })(), lineBreak);
  else if (holdsList(value)) yield* piecesBetween("{}", Object.entries(value).filter(([, member]) => member !== undefined).map(([name, member]) => [`${JSON.stringify(name)}: `, member] as const), lineBreak);
  // line breaks stand between values alone: those in strings are escaped
  else yield (JSON.stringify(value, undefined, 2) as string | undefined ?? "null").replaceAll("\n", lineBreak);
}

/** Members between the brackets around them, each behind its name. */
function* piecesBetween([open = "", close = ""]: string, members: Iterable<readonly [name: string, member: unknown]>, lineBreak: string): Generator<string> {
  let isEmpty = true;
  for (const [name, member] of members) {
    yield `${isEmpty ? open : ","}${lineBreak}  ${name}`;
    yield* jsonPieces(member, `${lineBreak}  `);
    isEmpty = false;
  }
  yield isEmpty ? open + close : lineBreak + close;
}

/** What is made member by member counts too. */
function isList(value: unknown): value is Iterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.iterator in value;
}

function holdsList(value: unknown): value is object {
  return typeof value === "object" && value !== null && !("toJSON" in value) && Object.values(value).some(isList);
}

/** Text from files on a line of its own. */
export function writeLine(output: Output, text: string): void {
  output.write(`${plainLine(text)}\n`);
}

/** Text of several lines, such as a bibliography; what goes to a file keeps the overrides that titles in Arabic or Hebrew may need. */
export function writeText(output: Output, text: string): void {
  const lines = text.replace(/\r\n?/g, "\n").replace(controls, "");
  const shown = output.isTerminal ? lines.replace(bidirectionalOverrides, "") : lines;
  output.write(shown === "" || shown.endsWith("\n") ? shown : `${shown}\n`);
}

/** A message on standard error, with the program's name as others expect it there. */
export function writeMessage(output: Output, message: string): void {
  writeLine(output, `sourcebook: ${message}`);
}

/** `paper.md:3:7`, counted from one as compilers do. */
export function placeOf(file: string, { line, character }: Position): string {
  return `${file}:${line + 1}:${character + 1}`;
}

export function problemLine(file: string, position: Position, { severity, code, message }: Problem): string {
  return `${placeOf(file, position)}: ${severity} [${code}] ${message}`;
}

/** `3 problems`, `1 problem`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

const widest = { key: 32, byline: 36 } as const;

export interface SourceRow {
  readonly key: string;
  readonly byline: string;
  readonly title: string;
}

/** One source a line, in columns. */
export function writeSources(output: Output, rows: readonly SourceRow[]): void {
  const plain = rows.map(({ key, byline, title }) => ({ key: plainLine(key), byline: plainLine(byline), title: plainLine(title) }));
  const keyWidth = columnWidth(plain.map(({ key }) => key), widest.key);
  const bylineWidth = columnWidth(plain.map(({ byline }) => byline), widest.byline);
  const lines = plain.map(({ key, byline, title }) => `${pad(key, keyWidth)}  ${pad(byline, bylineWidth)}  ${title}`.trimEnd());
  if (lines.length > 0) output.write(`${lines.join("\n")}\n`);
}

function columnWidth(texts: readonly string[], most: number): number {
  return Math.min(most, texts.reduce((width, text) => Math.max(width, lengthOf(text)), 0));
}

function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - lengthOf(text)));
}

/** Letters, not UTF-16 units. */
function lengthOf(text: string): number {
  return Array.from(text).length;
}
