import type { KeySlot } from "../../model/citation";
import type { ProseBlock } from "./markdownBlocks";
import { roleCitation } from "./mystRoles";

/** Where keys stand or could stand in a block of prose: behind `@`, in an empty bracket, behind a semicolon in a citation, in a role. */
export function keySlotsIn(block: ProseBlock, examples: ReadonlySet<string>): readonly KeySlot[] {
  const { source, marks } = block;
  const slots: KeySlot[] = [];
  const add = (syntax: KeySlot["syntax"], start: number, end: number): void => {
    slots.push({ syntax, range: { start: source.offsetAt(start), end: source.offsetAt(end) } });
  };
  // For each bracket that is open, whether a key stands in it.
  const open: boolean[] = [];
  for (const mark of marks) {
    if (mark.kind === "open") {
      open.push(false);
      if (mark.opens === "bracket" && mayOpenCitation(block, mark.start)) add("needs-at", mark.start + 1, mark.start + 1);
    } else if (mark.kind === "close") {
      open.pop();
    } else if (mark.kind === "key" && !examples.has(mark.key)) {
      if (open.length > 0) open[open.length - 1] = true;
      add(mark.isBraced ? "braced" : "bare", mark.keyRange.start, mark.keyRange.end);
    } else if (mark.kind === "semicolon" && open.at(-1) === true) {
      const place = source.skipSpaces(mark.start + 1);
      if (/^[\]\n]?$/.test(source.text.charAt(place))) add("needs-at", place, place);
    } else if (mark.kind === "role") {
      for (const slot of roleCitation(mark, source).keySlots) slots.push(slot);
    }
  }
  return slots;
}

/** Only a bracket with nothing in it yet, that is no link's target and no task's box. */
function mayOpenCitation({ source, start, isItem }: ProseBlock, open: number): boolean {
  const isBox = isItem && source.skipSpaces(start) === open;
  return !isBox && source.text[open - 1] !== "]" && /^[\]\n]?$/.test(source.text.charAt(open + 1));
}
