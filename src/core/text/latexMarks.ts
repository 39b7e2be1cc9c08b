import { cslTags, type CslMarkup } from "./cslMarkup";

/** Characters that no text has (Unicode's noncharacters) stand for tags while LaTeX is taken out of the text between them. */
export const markOf: Readonly<Record<CslMarkup, string>> = { i: "\ufdd1", b: "\ufdd2", sc: "\ufdd3", sub: "\ufdd4", sup: "\ufdd5", nocase: "\ufdd6" };

/** Ends what any of them began. */
export const closingMark = "\ufdd0";

const anyMark = /[\ufdd0-\ufdd6]/g;
const markupOf: ReadonlyMap<string, CslMarkup> = new Map(Object.entries(markOf).map(([markup, mark]) => [mark, markup as CslMarkup]));

export function withoutMarks(text: string): string {
  return text.replace(anyMark, "");
}

interface OpenTag {
  readonly markup: CslMarkup | undefined;
  text: string;
}

/** Marks as tags of CSL-JSON. Tags around nothing are left out, and marks that were torn from their counterparts. */
export function marksToTags(text: string): string {
  const root: OpenTag = { markup: undefined, text: "" };
  const open = [root];
  for (const piece of text.split(/([\ufdd0-\ufdd6])/)) {
    const innermost = open.at(-1) ?? root;
    const markup = markupOf.get(piece);
    if (markup !== undefined) open.push({ markup, text: "" });
    else if (piece !== closingMark) innermost.text += piece;
    else if (open.length > 1) closeInnermost(open);
  }
  while (open.length > 1) closeInnermost(open);
  return root.text;
}

function closeInnermost(open: OpenTag[]): void {
  const { markup, text } = open.pop() ?? {};
  const outer = open.at(-1);
  if (outer === undefined || markup === undefined || text === undefined || text === "") return;
  const [opening, closing] = cslTags[markup];
  outer.text += opening + text + closing;
}
