import type { MarkdownIndex } from "./markdownIndex";
import type { MarkdownText } from "./markdownText";

/** `{#id .class key="value"}`, or `{=format}` behind code. */
export const attributes = /\{[ \n]{0,999}(?:(?:[#.]\p{L}[\p{L}\p{N}_:.-]{0,999}|\p{L}[\p{L}\p{N}_:.-]{0,999}=(?:"[^"]{0,1000}"|'[^']{0,1000}'|[^\s"'}]{0,200})|-|=[\w-]{1,999})(?=[ \n}])[ \n]{0,999}){0,999}\}/uy;

const pointed = /\( *<[^<>\n]*>/y;
const title = / *(?:\n *)?(?:"(?:[^"\\]|\\.){0,9999}"|'(?:[^'\\]|\\.){0,9999}') *(?:\n *)?\)/sy;
const titleStart = /[ \n]["']/g;

/** No destination with a title is longer; where no parenthesis closes it, it is looked for less far. */
const longestTitle = { closed: 2000, open: 300 };

/** The end of a link's destination, `(address "title")`; `undefined` where none stands. */
export function endOfDestination(source: MarkdownText, open: number, index: MarkdownIndex): number | undefined {
  const { text } = source;
  if (text[open] !== "(") return undefined;
  const close = index.closingParenthesis(open);
  const limit = Math.min(source.paragraphEnd(open), open + (close === undefined ? longestTitle.open : longestTitle.closed));
  const address = matchAt(pointed, text, open)?.[0].length;
  titleStart.lastIndex = open + (address ?? 1);
  const titled = titleStart.exec(text.slice(0, Math.min(limit, close ?? limit)));
  if (titled !== null) {
    const end = matchAt(title, text, titled.index);
    if (end !== undefined && titled.index + end[0].length <= limit) return titled.index + end[0].length;
  }
  return close === undefined || close > source.paragraphEnd(open) ? undefined : close + 1;
}

const definitionEnd = / *(?:\n *)?(?:<[^<>\n]*>|(?:(?! *(?:["'(]|\{[^\n]{0,999}\} *\n)| *\[[^\]\n]{0,999}\])[^\n]){0,9999})/y;
const definitionTitle = /(?: *(?:\n *)?(?:"[^"]*"|'[^']*'|\([^)]*\)))?(?: *\{[^{}\n]*\})? *(?=\n|$)/y;

/** A reference definition, `[label]: address "title"` (Pandoc User's Guide, “Reference links”): its label and its end. */
export function readDefinition(source: MarkdownText, start: number): { readonly label: string; readonly end: number } | undefined {
  const open = source.skipSpaces(start);
  if (open > start + 3) return undefined;
  const label = matchAt(definitionLabel, source.text, open);
  if (label === undefined || citation.test(label[0])) return undefined;
  const from = open + label[0].length;
  const address = matchAt(definitionEnd, source.text, from);
  const place = from + (address?.[0].length ?? 0);
  const rest = matchAt(definitionTitle, source.text, place);
  return rest === undefined ? undefined : { label: linkLabel(label[1] ?? ""), end: place + rest[0].length };
}

const definitionLabel = /\[(?![\^])((?:[^[\]\\`]|\\.|\[[^[\]\n]*\]){1,999})\]:/sy;

/** What is cited is no label: `[@a]: …`. */
const citation = /(?<![\p{L}\p{N}])@[\p{L}\p{N}_{]/u;

/** Labels are compared without regard to case and spaces. */
export function linkLabel(text: string): string {
  return text.trim().replace(/\s+/g, " ").toLowerCase();
}

export function matchAt(pattern: RegExp, text: string, start: number): RegExpExecArray | undefined {
  pattern.lastIndex = start;
  return pattern.exec(text) ?? undefined;
}
