import type { Note } from "../../model/document";
import type { TextRange } from "../../model/textRange";
import type { ProseBlock } from "./markdownBlocks";
import { groupMarks } from "./markdownGroups";

/** The text of a footnote, as it stands by itself: `[^1]: …`. */
export interface NoteDefinition extends TextRange {
  readonly label: string;
}

const call = /\[\^([^\s\]]{1,200})\](?!:)/g;

/** Footnotes (Pandoc User's Guide, “Footnotes”), in the order in which readers meet them; those that nothing calls come last. */
export function notesIn(text: string, definitions: readonly NoteDefinition[], prose: readonly ProseBlock[]): readonly Note[] {
  const calls = definitions.length === 0 ? new Map<string, number>() : firstCalls(text);
  const defined = definitions.map(({ label, start, end }) => ({ range: { start, end }, calledAt: calls.get(label) ?? text.length + start }));
  const inline = prose.flatMap((block) => inlineNotes(block).map((range) => ({ range, calledAt: range.start })));
  return [...defined, ...inline].sort((a, b) => a.calledAt - b.calledAt);
}

function firstCalls(text: string): Map<string, number> {
  const calls = new Map<string, number>();
  for (const { 1: label = "", index } of text.matchAll(call)) if (!calls.has(label)) calls.set(label, index);
  return calls;
}

/** `^[…]` */
function inlineNotes({ source, marks }: ProseBlock): readonly TextRange[] {
  if (!marks.some((mark) => mark.kind === "open" && mark.opens === "note")) return [];
  const { partners } = groupMarks(source.text, marks);
  return marks.flatMap((mark, index) => {
    const partner = mark.kind === "open" && mark.opens === "note" ? marks[partners[index] ?? -1] : undefined;
    return partner === undefined ? [] : [{ start: source.offsetAt(mark.start), end: source.offsetAt(partner.start) }];
  });
}
