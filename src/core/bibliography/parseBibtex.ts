import type { Bibliography } from "../model/bibliography";
import type { CitationKey } from "../model/citation";
import type { Problem } from "../model/problem";
import { BibtexEntry, type BibtexFile } from "./bibtexEntry";
import { circularInheritance } from "./circularInheritance";
import { Macros, resolveValue } from "./macros";
import { endOfName, scanBraces, skipSpace } from "./bibtexScanner";
import { readFields, type FieldReader } from "./bibtexFields";

const openBrace = 123;
const openParenthesis = 40;

/**
 * Reads BibTeX and BibLaTeX in one pass over the text. Ranges are offsets into `text`; values are resolved when asked for. A broken
 * entry costs itself alone: reading goes on at the next line that begins an entry. Text between entries is a comment, as in BibTeX.
 */
export function parseBibtex(text: string): Bibliography {
  const file: BibtexFile = { text, macros: new Macros(), byKey: new Map() };
  const entries: BibtexEntry[] = [];
  const problems: Problem[] = [];
  for (let at = text.indexOf("@"); at >= 0;) {
    const block = blockAt(text, at);
    at = text.indexOf("@", block === undefined ? at + 1 : readBlock(file, block, entries, problems));
  }
  problems.push(...circularInheritance(entries));
  problems.sort((a, b) => a.range.start - b.range.start);
  return { format: "bibtex", entries, problems };
}

interface Block {
  readonly start: number;
  /** In lower case. */
  readonly type: string;
  /** Behind the opening delimiter. */
  readonly bodyStart: number;
  readonly isParenthesized: boolean;
}

function blockAt(text: string, start: number): Block | undefined {
  if (start > 0 && isWordCharacter(text.charCodeAt(start - 1))) return undefined;
  const nameStart = skipSpace(text, start + 1);
  const nameEnd = endOfName(text, nameStart);
  const open = skipSpace(text, nameEnd);
  const code = text.charCodeAt(open);
  if (nameEnd === nameStart || (code !== openBrace && code !== openParenthesis)) return undefined;
  return { start, type: text.slice(nameStart, nameEnd).toLowerCase(), bodyStart: open + 1, isParenthesized: code === openParenthesis };
}

/** The `@` of an e-mail address stands behind a letter; that of an entry does not. */
function isWordCharacter(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 46 || code === 95 || code === 45;
}

/** Where reading goes on. */
function readBlock(file: BibtexFile, block: Block, entries: BibtexEntry[], problems: Problem[]): number {
  switch (block.type) {
    case "comment": return block.isParenthesized ? block.bodyStart : scanBraces(file.text, block.bodyStart - 1).end;
    case "string":
    case "preamble": return readDefinitions(file, block, problems);
    default: return readEntry(file, block, entries, problems);
  }
}

function readDefinitions(file: BibtexFile, block: Block, problems: Problem[]): number {
  if (block.type === "preamble") return scanBraces(file.text, block.bodyStart - 1).end;
  const { fields, end } = readFields(readerFor(file, block, problems, undefined), block.bodyStart);
  for (const { name, nameStart, valueStart, valueEnd } of fields) {
    file.macros.define(name, resolveValue(file.text, valueStart, valueEnd, file.macros), nameStart);
  }
  return end;
}

function readerFor(file: BibtexFile, { isParenthesized, start }: Block, problems: Problem[], key: CitationKey | undefined): FieldReader {
  return { file, problems, start, key, close: isParenthesized ? ")" : "}" };
}

function readEntry(file: BibtexFile, block: Block, entries: BibtexEntry[], problems: Problem[]): number {
  const { text } = file;
  const keyStart = skipSpace(text, block.bodyStart);
  const keyEnd = endOfKey(text, keyStart, block.isParenthesized);
  const afterKey = skipSpace(text, keyEnd);
  const key = text.charAt(afterKey) === "=" ? "" : text.slice(keyStart, keyEnd);
  const reader = readerFor(file, block, problems, key === "" ? undefined : key);
  if (key === "") {
    problems.push({ code: "syntax", severity: "error", range: { start: block.start, end: block.bodyStart }, message: `This @${block.type} has no key. Write one behind the opening brace, followed by a comma.` });
    return readFields(reader, keyStart).end;
  }
  const hasComma = text.charAt(afterKey) === ",";
  const isEmpty = text.charAt(afterKey) === reader.close;
  if (!hasComma && !isEmpty && afterKey < text.length) {
    problems.push({ code: "syntax", severity: "error", key, range: { start: keyStart, end: keyEnd }, message: `A comma is missing behind the key “${key}”.` });
  }
  const { fields, end } = readFields(reader, afterKey);
  const entry = new BibtexEntry(file, block.type, key, { start: keyStart, end: keyEnd }, { start: block.start, end }, fields);
  entries.push(entry);
  noteKey(file, entry, problems);
  return end;
}

function noteKey({ byKey }: BibtexFile, entry: BibtexEntry, problems: Problem[]): void {
  if (!byKey.has(entry.key)) {
    byKey.set(entry.key, entry);
    return;
  }
  problems.push({ code: "duplicate-key", severity: "warning", key: entry.key, range: entry.keyRange, message: `The key “${entry.key}” is taken by an entry above, which wins. Rename one of them.` });
}

function endOfKey(text: string, from: number, isParenthesized: boolean): number {
  for (let position = from; position < text.length; position++) {
    const char = text.charAt(position);
    if (char === "," || char === "}" || char === "=" || char === "{" || char === '"' || char.trim() === "" || (isParenthesized && char === ")")) return position;
  }
  return text.length;
}
