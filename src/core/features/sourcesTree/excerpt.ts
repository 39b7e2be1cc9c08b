import type { TextRange } from "../../model/textRange";
import { plainLine } from "../../text/escape";
import type { Excerpt } from "./nodes";

/** How many letters before and behind a place are shown: the place is to be seen in a narrow side bar, what follows in a wide one. */
const [mostBefore, mostBehind] = [16, 80];

/** The text around some places, which stand in order, each on one line. */
export function excerptsOf(text: string, ranges: readonly TextRange[]): readonly Excerpt[] {
  let line = 1;
  let lineStart = 0;
  return ranges.map((range) => {
    for (let end = text.indexOf("\n", lineStart); end >= 0 && end < range.start; end = text.indexOf("\n", lineStart)) {
      lineStart = end + 1;
      line++;
    }
    return { ...excerptAt(text, lineStart, range), line };
  });
}

function excerptAt(text: string, lineStart: number, { start, end }: TextRange): Omit<Excerpt, "line"> {
  const lineEnd = text.indexOf("\n", end);
  const before = lastLetters(text.slice(lineStart, start));
  const place = plainLine(text.slice(start, end));
  const behind = firstLetters(text.slice(end, lineEnd < 0 ? undefined : lineEnd));
  return { text: before + place + behind, start: before.length, end: before.length + place.length };
}

/** From the start of a word on, where the text is long. */
function lastLetters(line: string): string {
  const text = line.trimStart();
  const near = text.slice(-mostBefore);
  const cut = near.length < text.length ? `…${near.slice(near.search(/(?<=\s)\S|$/))}` : near;
  return edge(cut, /\s$/.test(line) ? "end" : "none");
}

function firstLetters(text: string): string {
  const near = text.slice(0, mostBehind);
  const cut = near.length < text.length ? `${near.slice(0, Math.max(near.search(/\s\S*$/), 0))}…` : near;
  return edge(cut.trimEnd(), /^\s/.test(cut) ? "start" : "none");
}

/** On one line, with the space that parts it from the place. */
function edge(text: string, space: "start" | "end" | "none"): string {
  const line = plainLine(text);
  return line === "" ? "" : space === "start" ? ` ${line}` : space === "end" ? `${line} ` : line;
}
