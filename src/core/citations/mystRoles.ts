import type { CitationCluster, CitationItem, CitationMode, KeySlot } from "../model/citation";
import type { CitationFacts } from "./pandocCitations";
import { readLocator } from "./locator";
import type { RoleMark } from "./markdownMarks";

/** Modes of sphinxcontrib-bibtex's and MyST's citation roles, by the role's last part. */
const modes: ReadonlyMap<string, CitationMode> = new Map([
  ["t", "author-in-text"], ["ts", "author-in-text"], ["ct", "author-in-text"], ["cts", "author-in-text"], ["alt", "author-in-text"], ["author", "author-in-text"],
  ["authors", "author-in-text"], ["year", "suppress-author"], ["yearpar", "suppress-author"], ["empty", "nocite"],
]);

const part = /(\s*(?:\{([^{}]*)\})?\s*)([^\s{},;]*)(\s*(?:\{([^{}]*)\})?)/y;

/** A role's keys, separated by commas or semicolons, each with `{prefix}` and `{suffix}` where given. */
export function roleCitation({ role, start, end, content }: RoleMark, text: string, offset: number): CitationFacts {
  const mode = modes.get(role.slice(role.lastIndexOf(":") + 1)) ?? "normal";
  const citationItems: CitationItem[] = [];
  const keySlots: KeySlot[] = [];
  for (let position = content.start; position <= content.end;) {
    const separator = endOfPart(text, position, content.end);
    const piece = text.slice(position, separator);
    part.lastIndex = 0;
    const [, before = "", prefix = "", key = "", , suffix = ""] = part.exec(piece) ?? [];
    const keyStart = offset + position + before.length;
    const keyRange = { start: keyStart, end: keyStart + key.length };
    keySlots.push({ syntax: "list", range: keyRange });
    if (key !== "") {
      const { locator, suffix: rest } = readLocator(suffix);
      citationItems.push({ key, keyRange, mode, prefix: prefix.trim(), suffix: rest, ...locator !== undefined && { locator } });
    }
    position = separator + 1;
  }
  const cluster: CitationCluster = { syntax: "role", command: role, range: { start: offset + start, end: offset + end }, citationItems };
  return { clusters: citationItems.length > 0 ? [cluster] : [], keySlots };
}

function endOfPart(text: string, from: number, end: number): number {
  let depth = 0;
  for (let position = from; position < end; position++) {
    const char = text[position];
    if (char === "{") depth++;
    else if (char === "}") depth--;
    else if (depth <= 0 && (char === "," || char === ";")) return position;
  }
  return end;
}
