import { carriageReturn, closeBrace, comma, newline, noBreakSpace, openBrace, space, tab, tilde } from "../charCodes";

/** The parts of one name, still in LaTeX; empty where the name has none. */
export interface BibtexName {
  readonly family: string;
  readonly given: string;
  /** `von` in BibTeX's words. */
  readonly prefix: string;
  /** `Jr` in BibTeX's words. */
  readonly suffix: string;
}

/** A list of names cut at each `and` outside braces (BibTeX, “Names”), the closing `others` among them. */
export function splitNames(list: string): readonly string[] {
  const names: string[] = [];
  let start = 0;
  let wordStart = 0;
  let depth = 0;
  for (let position = 0; position <= list.length; position++) {
    const code = list.charCodeAt(position);
    if (code === openBrace) depth++;
    else if (code === closeBrace) depth = Math.max(depth - 1, 0);
    if (position < list.length && (depth > 0 || !isNameSpace(code))) continue;
    if (position - wordStart === 3 && isAnd(list, wordStart)) {
      addName(names, list, start, wordStart);
      start = position;
    }
    wordStart = position + 1;
  }
  addName(names, list, start, list.length);
  return names;
}

function addName(names: string[], list: string, from: number, to: number): void {
  let [start, end] = [from, to];
  while (start < end && isNameSpace(list.charCodeAt(start))) start++;
  while (end > start && isNameSpace(list.charCodeAt(end - 1))) end--;
  const name = list.slice(start, end);
  const trimmed = isVisible(name, 0) && isVisible(name, name.length - 1) ? name : name.trim();
  if (trimmed !== "") names.push(trimmed);
}

/** Whether there is a character of ASCII that is no white space; asking is faster than trimming. */
export function isVisible(text: string, place: number): boolean {
  const code = text.charCodeAt(place);
  return code > space && code < 0x7f;
}

export function isAnd(text: string, start: number): boolean {
  return (text.charCodeAt(start) | 32) === 97 && (text.charCodeAt(start + 1) | 32) === 110 && (text.charCodeAt(start + 2) | 32) === 100;
}

/** Letters that stand for themselves, in words with one mark between them; no accents that could join what stands before. */
const plainFamilyPart = /^[A-Za-z0-9.À-ſ]+(?:[ '-][A-Za-z0-9.À-ſ]+){0,99}$/;
const plainName = /^(?:[A-Z][A-Za-z0-9.À-ſ]*(?:['-][A-Za-z0-9.À-ſ]+){0,99} ){0,99}[A-Za-z0-9.À-ſ]+(?:['-][A-Za-z0-9.À-ſ]+){0,99}$/;

/**
 * Prefix and family name, in that order, of a name in plain letters: what stands before the comma of `von Last, First`, the last word of
 * `First Last`. `undefined` where it takes more to tell.
 */
export function plainFamily(name: string): string | undefined {
  const cut = name.indexOf(",");
  if (cut < 0) return plainName.test(name) ? name.slice(name.lastIndexOf(" ") + 1) : undefined;
  const part = name.slice(0, cut);
  return plainFamilyPart.test(part) && !name.includes("=", cut) ? part : undefined;
}

/**
 * The parts of one name: `First von Last`, `von Last, First`, `von Last, Jr, First`, a corporate name in braces (all of it the
 * family name), or BibLaTeX's extended `family=…, given=…` (manual, 3.4).
 */
export function parseName(name: string): BibtexName {
  const parts = cutOutsideBraces(name, (code) => code === comma).map(({ start, end }) => name.slice(start, end).trim());
  const [first = "", second = "", third = ""] = parts;
  if (parts.some((part) => extendedPart.test(part))) return parseExtended(parts);
  if (parts.length === 1) return parseWords(first);
  const { prefix, family } = parseFamily(first);
  return parts.length === 2 ? { prefix, family, given: second, suffix: "" } : { prefix, family, suffix: second, given: third };
}

const extendedPart = /^"?(?:family|given|prefix|suffix)\s*=/i;

function parseExtended(parts: readonly string[]): BibtexName {
  const values = new Map<string, string>();
  for (const part of parts) {
    const equals = part.indexOf("=");
    if (equals > 0) values.set(unquoted(part.slice(0, equals)).toLowerCase(), unquoted(part.slice(equals + 1)));
  }
  const of = (key: string): string => values.get(key) ?? "";
  return { family: of("family"), given: of("given"), prefix: of("useprefix") === "false" ? "" : of("prefix"), suffix: of("suffix") };
}

/** The whole part may stand in quotation marks, which protect its comma. */
function unquoted(text: string): string {
  const trimmed = text.trim();
  return trimmed.slice(trimmed.startsWith('"') ? 1 : 0, trimmed.endsWith('"') && trimmed.length > 1 ? -1 : undefined).trim();
}

/** `First von Last`: the first word in lower case begins the prefix, the last such word before the last word of all ends it. */
function parseWords(name: string): BibtexName {
  const words = wordsOf(name);
  const last = words.length - 1;
  const from = words.findIndex((word, index) => index < last && isLowerCase(word));
  if (from < 0) return { given: words.slice(0, -1).join(" "), prefix: "", family: words[last] ?? "", suffix: "" };
  return { given: words.slice(0, from).join(" "), suffix: "", ...parseFamily(words.slice(from).join(" ")) };
}

/** `von Last` */
function parseFamily(text: string): Pick<BibtexName, "family" | "prefix"> {
  const words = wordsOf(text);
  const to = words.findLastIndex((word, index) => index < words.length - 1 && isLowerCase(word));
  return { prefix: words.slice(0, to + 1).join(" "), family: words.slice(to + 1).join(" ") };
}

function wordsOf(text: string): readonly string[] {
  return cutOutsideBraces(text, (code) => code === tilde || isNameSpace(code)).map(({ start, end }) => text.slice(start, end)).filter((word) => word !== "");
}

function isNameSpace(code: number): boolean {
  return code === space || code === newline || code === tab || code === carriageReturn || code === noBreakSpace;
}

function cutOutsideBraces(text: string, isSeparator: (code: number) => boolean): readonly { readonly start: number; readonly end: number }[] {
  const parts: { readonly start: number; readonly end: number }[] = [];
  let start = 0;
  let depth = 0;
  for (let position = 0; position < text.length; position++) {
    const code = text.charCodeAt(position);
    if (code === openBrace) depth++;
    else if (code === closeBrace) depth = Math.max(depth - 1, 0);
    else if (depth === 0 && isSeparator(code)) {
      parts.push({ start, end: position });
      start = position + 1;
    }
  }
  parts.push({ start, end: text.length });
  return parts;
}

const letter = /\p{L}/u;
const smallLetter = /^\p{Ll}/u;

/** Whether a word's first letter is small. Braces hide theirs, unless they hold an accent (`{\'e}`): BibTeX's “special character”. */
function isLowerCase(word: string): boolean {
  let depth = 0;
  for (let position = 0; position < word.length; position++) {
    const char = word.charAt(position);
    if (char === "{") {
      if (depth === 0 && word.charAt(position + 1) === "\\") return smallLetter.test(letterOfSpecial(word.slice(position + 2)));
      depth++;
    } else if (char === "}") depth = Math.max(depth - 1, 0);
    else if (depth === 0 && char === "\\") return smallLetter.test(letterOfSpecial(word.slice(position + 1)));
    else if (depth === 0 && letter.test(char)) return smallLetter.test(char);
  }
  return false;
}

/** The letter in `'e}`, `v{c}` or `o}`, which is what follows a backslash. */
function letterOfSpecial(text: string): string {
  const command = /^[a-zA-Z]+/.exec(text)?.[0] ?? "";
  const argument = /^[^\p{L}}]{0,8}(\p{L})/u.exec(text.slice(command === "" ? 1 : command.length))?.[1];
  return argument ?? command;
}
