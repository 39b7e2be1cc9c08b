import type { BlockRule, StateBlock } from "./markdownIt";

export const openToken = "sourcebook_references_open";
export const closeToken = "sourcebook_references_close";

const openingDiv = /^:{3,}[ \t]*(?:\{[^{}]*\}|[^\s{}]\S*)[ \t]*:*[ \t]*$/;
const openingReferences = /^:{3,}[ \t]*\{[^{}]*#refs(?=[ \t}])[^{}]*\}[ \t]*:*[ \t]*$/;
const closingDiv = /^:{3,}[ \t]*$/;

/** Reads Pandoc's div for the list of references (User's Guide, “Placement of the bibliography”); what stands in it is read as usual. */
export const readReferencesDiv: BlockRule = (state, startLine, endLine, isTest) => {
  if (indentOf(state, startLine) >= 4 || !openingReferences.test(lineOf(state, startLine))) return false;
  if (isTest) return true;
  const close = closingLine(state, startLine, endLine);
  const open = state.push(openToken, "", 1);
  open.block = true;
  open.content = lineOf(state, startLine);
  open.map = [startLine, close ?? endLine];
  const { lineMax } = state;
  state.lineMax = close ?? endLine;
  state.md.block.tokenize(state, startLine + 1, state.lineMax);
  state.lineMax = lineMax;
  const end = state.push(closeToken, "", -1);
  end.block = true;
  end.content = close === undefined ? "" : lineOf(state, close);
  state.line = close === undefined ? endLine : close + 1;
  return true;
};

/** The line that closes a div, those of others within it passed over. */
function closingLine(state: StateBlock, startLine: number, endLine: number): number | undefined {
  let depth = 1;
  for (let line = startLine + 1; line < endLine; line++) {
    if (indentOf(state, line) < 0 && lineOf(state, line) !== "") return undefined;
    const text = lineOf(state, line);
    if (closingDiv.test(text)) depth--;
    else if (openingDiv.test(text)) depth++;
    if (depth === 0) return line;
  }
  return undefined;
}

function lineOf({ src, bMarks, eMarks, tShift }: StateBlock, line: number): string {
  return src.slice((bMarks[line] ?? 0) + (tShift[line] ?? 0), eMarks[line] ?? src.length).trimEnd();
}

function indentOf({ sCount, blkIndent }: StateBlock, line: number): number {
  return (sCount[line] ?? 0) - blkIndent;
}
