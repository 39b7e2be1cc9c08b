import { escapeMarkdown } from "../../text/escape";
import { mergeRuns } from "./mergeRuns";
import { plainRun } from "./plain";
import type { Run } from "./reference";

/**
 * Runs as Markdown of the plain kind that every reader knows: emphasis, strong emphasis and links. Small capitals and underlining
 * have none.
 */
export function renderMarkdownRuns(runs: readonly Run[]): string {
  // stars that meet between pieces that are set alike would mean something else
  const pieces = mergeRuns(runs.map(inMarkdown));
  return pieces.map((piece, index) => renderRun(piece, pieces[index - 1]?.text.at(-1) ?? " ", pieces[index + 1]?.text.at(0) ?? " ")).join("");
}

/** A run as far as Markdown can set it. */
function inMarkdown(run: Run): Run {
  const { italic = false, bold = false, href } = run.style;
  return { text: plainRun(run), style: { italic, bold, ...href !== undefined && { href } } };
}

function renderRun({ text, style }: Run, before: string, after: string): string {
  const inside = text.trim();
  if (inside === "") return text === "" ? "" : " ";
  const [start, end] = [text.slice(0, text.length - text.trimStart().length), text.slice(text.trimEnd().length)];
  const escaped = escapeMarkdown(inside);
  const linked = style.href === undefined ? escaped : style.href === inside ? `<${style.href}>` : `[${escaped}](${style.href})`;
  const stars = (style.italic === true ? "*" : "") + (style.bold === true ? "**" : "");
  const canBeEmphasized = isFlanked(start === "" ? before : " ", inside.charAt(0)) && isFlanked(end === "" ? after : " ", inside.at(-1) ?? "");
  const emphasized = canBeEmphasized ? stars + linked + stars : linked;
  return `${start === "" ? "" : " "}${emphasized}${end === "" ? "" : " "}`;
}

/** Stars between a letter outside and a mark inside are no emphasis (CommonMark 6.2). */
function isFlanked(outside: string, inside: string): boolean {
  return /[\p{L}\p{N}]/u.test(inside) || !/[\p{L}\p{N}]/u.test(outside);
}
