import type { CitationKey, KeySlotSyntax } from "../model/citation";
import type { DocumentLanguage } from "../model/document";
import { defaultInsertStyle, type InsertStyle } from "../model/insertStyle";
import { withoutControls } from "../text/escape";
import { hasNotes, latexNotes, latexOption, noNotes, pandocNotes, roleNotes, type CitationNotes } from "./writeNotes";

// Pandoc User's Guide, "Citation syntax": a letter, digit or _, then alphanumerics and single internal punctuation.
const bareKey = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_])|[:/](?=\/)){0,9999}$/u;

/** Whether Pandoc reads the whole key without braces around it. */
export function isBareKey(key: CitationKey): boolean {
  return bareKey.test(key);
}

/** The key as it stands behind `@` in Markdown: in braces where Pandoc would end it early. */
export function markdownKey(key: CitationKey): string {
  return isBareKey(key) ? key : `{${inBraces(key)}}`;
}

// A key may hold what ends its place in a document and begins something else there. No syntax can name such a key: it loses what does harm.

function inBraces(key: CitationKey): string {
  const line = onOneLine(key);
  return hasBalancedBraces(line) ? line : line.replace(/[{}]/g, "");
}

function inList(key: CitationKey): string {
  return onOneLine(key).replace(/[{}\\%`]/g, "");
}

function onOneLine(key: CitationKey): string {
  return withoutControls(key.replace(/[\t\n\r\u2028\u2029]+/g, " "));
}

function hasBalancedBraces(text: string): boolean {
  let depth = 0;
  for (const char of text) {
    depth += char === "{" ? 1 : char === "}" ? -1 : 0;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** Keys as they are written into a slot; several where the slot's syntax has room for several. */
export function keysForSlot(syntax: KeySlotSyntax, keys: readonly CitationKey[]): string {
  switch (syntax) {
    case "bare": return keys.map(markdownKey).join("; @");
    case "braced": return keys.map(inBraces).join("}; @{");
    case "list": return keys.map(inList).join(",");
    case "needs-at": return keys.map((key) => `@${markdownKey(key)}`).join("; ");
  }
}

/** What is said of a new citation beside its keys. */
export interface NewCitationOptions {
  readonly style?: InsertStyle;
  readonly notes?: CitationNotes;
  /** BCP 47, of the document. */
  readonly locale?: string | undefined;
  /** MyST's role that the document cites with. */
  readonly role?: string | undefined;
  /** How the command takes a prenote. */
  readonly prenote?: PrenoteForm;
}

/**
 * `[pre][post]` of natbib and biblatex, `<pre>[post]` of apacite; LaTeX's own `\cite` has a postnote alone, so that words stand before it.
 */
export type PrenoteForm = "option" | "angle" | "outside";

/** A new citation in the document's own syntax; plain keys where it has none. The prefix goes to the first key, locator and suffix to the last. */
export function newCitation(language: DocumentLanguage | undefined, keys: readonly CitationKey[], options: NewCitationOptions = {}): string {
  switch (language) {
    case "markdown": return options.role === undefined ? pandocCitation(keys, options) : `{${options.role}}\`${roleKeys(keys, options)}\``;
    case "latex": return latexCitation(keys, options);
    case undefined: return keys.map(onOneLine).join(", ");
  }
}

function pandocCitation(keys: readonly CitationKey[], options: NewCitationOptions): string {
  const { style = defaultInsertStyle, notes = noNotes } = options;
  if (style.markdown === "key" && !hasNotes(notes)) return keys.map(onOneLine).join(", ");
  return style.markdown === "inText" && notes.prefix.trim() === "" ? inTextCitation(keys, options) : `[${bracketedItems(keys, options)}]`;
}

/** `see @a; @b, p. 3` */
export function bracketedItems(keys: readonly CitationKey[], { notes = noNotes, locale }: NewCitationOptions): string {
  const { before, behind } = pandocNotes(notes, locale);
  return `${before}${keysForSlot("needs-at", keys)}${behind}`;
}

/** `@a [p. 3]`, `@a [@b; @c, p. 3]`; the prefix stands before it. */
export function inTextCitation(keys: readonly CitationKey[], { notes = noNotes, locale }: NewCitationOptions): string {
  const [first, ...others] = keys.map((key) => `@${markdownKey(key)}`);
  const { before, behind } = pandocNotes(notes, locale);
  const suffix = others.length === 0 ? behind.replace(/^(\{\})?, /, "$1") : behind;
  const bracket = `${others.join("; ")}${suffix}`;
  return `${before}${first ?? ""}${bracket === "" ? "" : ` [${bracket}]`}`;
}

/** `{see}a,b{p. 3}` */
export function roleKeys(keys: readonly CitationKey[], { notes = noNotes, locale }: NewCitationOptions): string {
  const { before, behind } = roleNotes(notes, locale);
  return `${before}${keysForSlot("list", keys)}${behind}`;
}

function latexCitation(keys: readonly CitationKey[], options: NewCitationOptions): string {
  const { latexCommand } = options.style ?? defaultInsertStyle;
  const { outside, inside } = latexOptions(options);
  if (!isMulticite(latexCommand)) return `${outside}\\${latexCommand}${inside}{${keysForSlot("list", keys)}}`;
  return `\\${latexCommand}${multiciteLists(keys, options)}`;
}

/** `[see][]{a}[p.~3]{b}` */
export function multiciteLists(keys: readonly CitationKey[], { notes = noNotes }: NewCitationOptions): string {
  const { prenote, postnote } = latexNotes(notes);
  return keys.map((key, index) => `${bothOptions(index === 0 ? prenote : "", index === keys.length - 1 ? postnote : "")}{${inList(key)}}`).join("");
}

/** The options that stand between a command and its keys, and what stands before it. */
export function latexOptions({ notes = noNotes, prenote: form = "option" }: NewCitationOptions): { readonly outside: string; readonly inside: string } {
  const { prenote, postnote } = latexNotes(notes);
  if (prenote === "" || form === "option") return { outside: "", inside: bothOptions(prenote, postnote) };
  return form === "angle" ? { outside: "", inside: `<${prenote}>${bothOptions("", postnote)}` } : { outside: `${prenote}~`, inside: bothOptions("", postnote) };
}

/** One option alone is the postnote. */
function bothOptions(prenote: string, postnote: string): string {
  if (prenote !== "") return `${latexOption(prenote)}${latexOption(postnote)}`;
  return postnote === "" ? "" : latexOption(postnote);
}

/** By the names that biblatex gives its multicite commands: `\cites`, `\parencites`. */
export function isMulticite(command: string): boolean {
  return /cites\*?$/i.test(command);
}
