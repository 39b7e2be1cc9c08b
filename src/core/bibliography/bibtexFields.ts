import type { CitationKey } from "../model/citation";
import type { Problem } from "../model/problem";
import { LazyField, type BibtexFile } from "./bibtexEntry";
import { endOfName, scanBraces, scanQuotes, skipSpace } from "./bibtexScanner";

/** Where the fields of a block are read from and where their problems go. */
export interface FieldReader {
  readonly file: BibtexFile;
  readonly problems: Problem[];
  /** Of the block's `@`. */
  readonly start: number;
  readonly key: CitationKey | undefined;
  readonly close: ")" | "}";
}

export interface ReadFields {
  readonly fields: readonly LazyField[];
  /** Behind the closing delimiter, or where reading goes on when it is missing. */
  readonly end: number;
}

/** Reads `name = value, …` up to the closing delimiter, keeping every sound field whatever stands between them. */
export function readFields(reader: FieldReader, from: number): ReadFields {
  const { text } = reader.file;
  const fields: LazyField[] = [];
  let needsComma = false;
  for (let position = skipSpace(text, from); ; position = skipSpace(text, position)) {
    const char = text.charAt(position);
    if (char === reader.close) return { fields, end: position + 1 };
    if (char === "" || (char === "@" && beginsLine(text, position))) {
      report(reader, reader.start, Math.min(reader.start + 1, text.length), `This entry is not closed: “${reader.close}” is missing at its end.`);
      return { fields, end: position };
    }
    if (char === ",") {
      needsComma = false;
      position++;
      continue;
    }
    const nameEnd = endOfName(text, position);
    if (nameEnd === position) {
      report(reader, position, position + 1, `“${char}” is out of place here.`);
      position = char === "{" ? scanBraces(text, position).end : char === '"' ? scanQuotes(text, position).end : position + 1;
      continue;
    }
    if (needsComma) report(reader, position, nameEnd, `A comma is missing before “${text.slice(position, nameEnd)}”.`);
    const equals = skipSpace(text, nameEnd);
    if (text.charAt(equals) !== "=") {
      report(reader, position, nameEnd, `“${text.slice(position, nameEnd)}” has no value: “= {…}” is missing.`);
      needsComma = false;
      position = nameEnd;
      continue;
    }
    const value = readValue(reader, equals + 1);
    const name = text.slice(position, nameEnd);
    if (value.end === value.start) report(reader, position, nameEnd, `“${name}” has no value.`);
    else fields.push(new LazyField(reader.file, name.toLowerCase(), position, nameEnd, value.start, value.end));
    needsComma = true;
    position = value.end;
  }
}

/** An entry that was left open ends where a line begins with the `@` of the next one. */
function beginsLine(text: string, position: number): boolean {
  let before = position - 1;
  while (before >= 0 && (text.charAt(before) === " " || text.charAt(before) === "\t")) before--;
  return before < 0 || text.charAt(before) === "\n" || text.charAt(before) === "\r";
}

function readValue(reader: FieldReader, from: number): { readonly start: number; readonly end: number } {
  const { text } = reader.file;
  const start = skipSpace(text, from);
  let end = start;
  for (let position = start; ;) {
    const char = text.charAt(position);
    if (char === "{" || char === '"') {
      const scanned = char === "{" ? scanBraces(text, position) : scanQuotes(text, position);
      if (!scanned.isClosed) report(reader, position, position + 1, `This value is not closed: ${char === "{" ? "a closing brace" : "a quotation mark"} is missing.`);
      position = end = scanned.end;
    } else {
      const nameEnd = endOfName(text, position);
      if (nameEnd === position) return { start, end };
      checkMacro(reader, position, nameEnd);
      position = end = nameEnd;
    }
    position = skipSpace(text, position);
    if (text.charAt(position) !== "#") return { start, end };
    position = skipSpace(text, position + 1);
  }
}

function checkMacro(reader: FieldReader, start: number, end: number): void {
  const name = reader.file.text.slice(start, end);
  if (/^\d+$/.test(name) || reader.file.macros.get(name, start) !== undefined) return;
  report(reader, start, end, `“${name}” is neither a number nor a defined @string; put braces around it if it is text.`, "warning");
}

function report({ problems, key }: FieldReader, start: number, end: number, message: string, severity: Problem["severity"] = "error"): void {
  problems.push({ code: "syntax", severity, range: { start, end }, message, ...key !== undefined && { key } });
}
