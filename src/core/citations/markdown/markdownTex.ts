import type { MarkdownIndex } from "./markdownIndex";
import type { MarkdownText } from "./markdownText";

const commandName = /\\(\p{L}[\p{L}@]{0,999})(?: *\*)?/uy;
const environmentName = /\\(?:begin|end)(?![\p{L}@])/uy;
const space = / *(?:\n(?! *\n) *)?/y;
const option = /\[(?:[^\]{}\n]|\{[^{}\n]*\}|\n(?! *\n)){0,500}\]/y;
const overlay = /<[\w+@|:,. -]{1,40}>/y;
const dimension = /=?-?\d+(?:\.\d*)?(?:pt|pc|in|bp|cm|mm|dd|cc|sp)?/y;

/** Commands that have no arguments, whatever braces and brackets stand behind them. */
const fontSizes: ReadonlySet<string> = new Set(["tiny", "scriptsize", "footnotesize", "small", "normalsize", "large", "Large", "LARGE", "huge", "Huge"]);

/** Environments that stand inside a paragraph. */
const mathEnvironments = /^\\begin\{(?:displaymath|math|equation|gather|multline|eqnarray|align|alignat|dmath|dgroup|darray)\*?\}/;

/** The end of the LaTeX that begins at a backslash: a command with its arguments, or an environment; `undefined` where it is none. */
export function endOfTex(text: string, start: number, index: MarkdownIndex): number | undefined {
  commandName.lastIndex = start;
  const match = commandName.exec(text);
  if (match === null) return undefined;
  if (matchEnd(environmentName, text, start) !== undefined) return index.environment(start)?.end;
  const end = start + match[0].length;
  const last = fontSizes.has(match[1] ?? "") ? end : endOfArguments(text, end, index);
  return text.startsWith("{}", last) ? last + 2 : last;
}

/** Whether an environment that begins here is part of the paragraph around it. */
export function isMathEnvironment(text: string, start: number): boolean {
  return mathEnvironments.test(text.slice(start, start + 30));
}

/** Options first, then a length, then braces, as Pandoc takes arguments of a command that it does not know. */
function endOfArguments(text: string, start: number, index: MarkdownIndex): number {
  let end = start;
  for (let next = endOfOption(text, end); next !== undefined; next = endOfOption(text, end)) end = next;
  end = matchEnd(dimension, text, matchEnd(space, text, end) ?? end) ?? end;
  for (let next = endOfGroup(text, end, index); next !== undefined; next = endOfGroup(text, end, index)) end = next;
  return end;
}

function endOfOption(text: string, start: number): number | undefined {
  return matchEnd(overlay, text, start) ?? matchEnd(option, text, matchEnd(space, text, start) ?? start);
}

function endOfGroup(text: string, start: number, index: MarkdownIndex): number | undefined {
  const open = matchEnd(space, text, start) ?? start;
  const close = text[open] === "{" ? index.closingBrace(open) : undefined;
  return close === undefined ? undefined : close + 1;
}

function matchEnd(pattern: RegExp, text: string, start: number): number | undefined {
  pattern.lastIndex = start;
  const match = pattern.exec(text);
  return match === null ? undefined : start + match[0].length;
}

/** The end of LaTeX that has its lines to itself; `undefined` where other text stands with it. */
export function endOfTexBlock(source: MarkdownText, start: number, index: MarkdownIndex): number | undefined {
  let end = endOfTex(source.text, start, index);
  while (end !== undefined && !source.isBlank(end)) {
    const next = source.skipSpaces(end);
    end = source.text[next] === "\\" ? endOfTex(source.text, next, index) : undefined;
  }
  return end;
}
