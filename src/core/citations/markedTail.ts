const tag = /(<\/?(?:i|b|sub|sup)>|<span style="font-variant:small-caps;">|<\/span>)/;

/** The end of a text with the markup of CSL-JSON that says `plain`; `plain` itself where markup begins before it. */
export function markedTail(marked: string, plain: string): string {
  let left = plain.length;
  let open = 0;
  let tail = "";
  for (const [index, piece] of [...marked.split(tag).entries()].reverse()) {
    const isTag = index % 2 === 1;
    if (left === 0 && (isTag ? open === 0 : piece !== "")) break;
    const taken = isTag ? piece : piece.slice(Math.max(0, piece.length - left));
    if (isTag) open += piece.startsWith("</") ? 1 : -1;
    else left -= taken.length;
    if (open < 0) return plain;
    tail = taken + tail;
  }
  return open === 0 ? tail : plain;
}
