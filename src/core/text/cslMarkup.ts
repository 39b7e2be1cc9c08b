/** The kinds of inline markup that CSL-JSON has in its text (citeproc-js manual, “HTML-like formatting tags”). */
export type CslMarkup = "i" | "b" | "sc" | "sub" | "sup" | "nocase";

/** The tags of each, as they are written. */
export const cslTags: Readonly<Record<CslMarkup, readonly [opening: string, closing: string]>> = {
  i: ["<i>", "</i>"],
  b: ["<b>", "</b>"],
  sc: ['<span style="font-variant:small-caps;">', "</span>"],
  sub: ["<sub>", "</sub>"],
  sup: ["<sup>", "</sup>"],
  nocase: ['<span class="nocase">', "</span>"],
};

/** Text of an item, or markup around more of it. */
export type CslNode = string | { readonly markup: CslMarkup; readonly children: readonly CslNode[] };

const anyTag = /<(?:(i|b|sc|sub|sup)|\/(?:i|b|sc|sub|sup|span)|span (?:(class="nocase")|style="font-variant:\s*small-caps;?"))>/g;
/** Nobody nests deeper; tags beyond are text, so that nothing recurses deeper either. */
const deepest = 32;

/** The markup in the text of an item. A tag without its counterpart is text. Linear in the length of the text. */
export function parseCslMarkup(text: string): readonly CslNode[] {
  const tags = [...text.matchAll(anyTag)];
  const closings = matchTags(tags);
  const root: CslNode[] = [];
  const open = [{ children: root, closing: -1 }];
  let position = 0;
  const append = (end: number): void => {
    if (end > position) open.at(-1)?.children.push(text.slice(position, end));
  };
  tags.forEach((found, index) => {
    const closing = closings.get(index);
    const isClosing = open.at(-1)?.closing === index;
    if (closing === undefined && !isClosing) return;
    append(found.index);
    position = found.index + found[0].length;
    if (isClosing) open.pop();
    else if (closing !== undefined) {
      const children: CslNode[] = [];
      open.at(-1)?.children.push({ markup: markupOf(found), children });
      open.push({ children, closing });
    }
  });
  append(text.length);
  return root;
}

function markupOf(tag: RegExpExecArray): CslMarkup {
  return tag[1] as CslMarkup | undefined ?? (tag[2] === undefined ? "sc" : "nocase");
}

/** The closing tag of each opening tag that has one, by their indices. */
function matchTags(tags: readonly RegExpExecArray[]): ReadonlyMap<number, number> {
  const closings = new Map<number, number>();
  const open: { readonly index: number; readonly closing: string }[] = [];
  tags.forEach(([tag], index) => {
    if (!tag.startsWith("</")) {
      if (open.length < deepest) open.push({ index, closing: tag.startsWith("<span") ? "</span>" : `</${tag.slice(1)}` });
      return;
    }
    const at = open.findLastIndex(({ closing }) => closing === tag);
    const opening = open[at];
    if (opening === undefined) return;
    closings.set(opening.index, index);
    open.length = at;
  });
  return closings;
}

/** The text without its markup. */
export function plainCslText(text: string): string {
  return text.includes("<") ? parseCslMarkup(text).map(plainNode).join("") : text;
}

function plainNode(node: CslNode): string {
  return typeof node === "string" ? node : node.children.map(plainNode).join("");
}
