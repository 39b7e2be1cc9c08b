import { resolveEmphasis, type EmphasisSigns } from "./markdownEmphasis";
import type { CloseMark, KeyMark, Mark } from "./markdownMarks";

/** A pair of brackets, or the text itself, with what stands directly in it. */
export interface Group {
  /** Index of the opening bracket among the marks, -1 for the text itself. */
  readonly index: number;
  readonly open: number;
  readonly close: CloseMark | undefined;
  readonly opens: "bracket" | "note" | "image" | "text";
  readonly children: readonly Child[];
  /** Whether emphasis that begins in here ends in here. */
  readonly isClosed: boolean;
}

export type Child =
  | Group
  | {
    readonly mark: Exclude<Mark, CloseMark>;
    /** Inside emphasis or quotation marks, where neither a key nor a semicolon makes a citation of the brackets around it. */
    readonly isHidden: boolean;
  };

export interface GroupedMarks {
  readonly root: Group;
  /** For each bracket the index of its partner; `undefined` for lone ones. */
  readonly partners: readonly (number | undefined)[];
  /** The `*` and `_` that mark emphasis and are no text. */
  readonly emphasis: EmphasisSigns;
}

interface OpenGroup {
  readonly index: number;
  readonly open: number;
  readonly opens: Group["opens"];
  readonly children: (Group | Exclude<Mark, CloseMark>)[];
}

/** Pairs brackets and emphasis. A lone bracket is a sign like others. */
export function groupMarks(text: string, marks: readonly Mark[]): GroupedMarks {
  const partners = pairBrackets(marks);
  const emphasis = new Map<number, string>();
  const root: OpenGroup = { index: -1, open: -1, opens: "text", children: [] };
  const stack = [root];
  for (const [index, mark] of marks.entries()) {
    const top = stack.at(-1) ?? root;
    if (mark.kind === "close") {
      if (partners[index] === undefined) continue;
      stack.pop();
      stack.at(-1)?.children.push(finish(text, top, mark, emphasis));
    } else if (mark.kind === "open" && partners[index] !== undefined) {
      stack.push({ index, open: mark.start, opens: mark.opens, children: [] });
    } else {
      top.children.push(mark);
    }
  }
  return { root: finish(text, root, undefined, emphasis), partners, emphasis };
}

/** Deeper brackets are signs like others, so that prefixes and suffixes, which may hold all that is deeper, stay short in sum. */
const deepestBrackets = 40;

function pairBrackets(marks: readonly Mark[]): readonly (number | undefined)[] {
  const partners: (number | undefined)[] = marks.map(() => undefined);
  const open: number[] = [];
  for (const [index, { kind }] of marks.entries()) {
    if (kind === "open") open.push(index);
    const partner = kind === "close" ? open.pop() : undefined;
    if (partner === undefined || open.length >= deepestBrackets) continue;
    partners[index] = partner;
    partners[partner] = index;
  }
  return partners;
}

function finish(text: string, { index, open, opens, children }: OpenGroup, close: CloseMark | undefined, emphasis: Map<number, string>): Group {
  const { hidden, ends, isClosed } = resolveEmphasis(text, children.map((child) => "children" in child ? undefined : child), emphasis);
  return {
    index,
    open,
    close,
    opens,
    isClosed,
    children: children.flatMap((child, place): readonly Child[] => {
      if ("children" in child) return [child];
      return child.kind === "key" && ends.has(child.start) ? [] : [{ mark: child, isHidden: hidden.has(place) }];
    }),
  };
}

/** The key that a child is, where it is one that can be cited. */
export function keyOf(child: Child): KeyMark | undefined {
  return "mark" in child && child.mark.kind === "key" && child.mark.key !== "" ? child.mark : undefined;
}
