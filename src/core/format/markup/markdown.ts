import { escapeMarkdown } from "../../text/escape";
import { plainRun } from "./plain";
import type { Run } from "./reference";

/**
 * Runs as Markdown of the plain kind that every reader knows: emphasis, strong emphasis and links. Small capitals and underlining
 * have none.
 */
export function renderMarkdownRuns(runs: readonly Run[]): string {
  const texts = runs.map(plainRun);
  return runs.map((run, index) => renderRun(run, texts[index] ?? "", texts[index - 1]?.at(-1) ?? " ", texts[index + 1]?.at(0) ?? " ")).join("");
}

function renderRun({ style }: Run, text: string, before: string, after: string): string {
  const [, start = "", inside = "", end = ""] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  if (inside === "") return start === "" ? "" : " ";
  const escaped = escapeMarkdown(inside);
  const linked = style.href === undefined ? escaped : `[${escaped}](${style.href})`;
  const stars = (style.italic === true ? "*" : "") + (style.bold === true ? "**" : "");
  const canBeEmphasized = isFlanked(start === "" ? before : " ", inside.charAt(0)) && isFlanked(end === "" ? after : " ", inside.at(-1) ?? "");
  const emphasized = canBeEmphasized ? stars + linked + stars : linked;
  return `${start === "" ? "" : " "}${emphasized}${end === "" ? "" : " "}`;
}

/** Stars between a letter outside and a mark inside are no emphasis (CommonMark 6.2). */
function isFlanked(outside: string, inside: string): boolean {
  return /[\p{L}\p{N}]/u.test(inside) || !/[\p{L}\p{N}]/u.test(outside);
}
