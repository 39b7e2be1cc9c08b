import type { CitationCluster, CitationItem, CitationMode, KeySlot, LocatorSlot } from "../../model/citation";
import { endOfLabel } from "../endOfLabel";
import type { RoleMark } from "./markdownMarks";
import type { MarkdownText } from "./markdownText";
import { defaultTerms, readPandocLocator, type LocatorTerms } from "./pandocLocator";

/** Modes of sphinxcontrib-bibtex's and MyST's citation roles, by the role's last part. */
const modes: ReadonlyMap<string, CitationMode> = new Map([
  ["t", "author-in-text"], ["ts", "author-in-text"], ["ct", "author-in-text"], ["cts", "author-in-text"], ["alt", "author-in-text"], ["author", "author-in-text"],
  ["authors", "author-in-text"], ["year", "suppress-author"], ["yearpar", "suppress-author"], ["empty", "nocite"],
]);

/** Of one role as many keys are read, as of one list in LaTeX. */
const mostKeys = 100_000;

const part = /(\s*(?:\{([^{}]*)\})?\s*)([^\s{},;]*)(?:\s*(?:\{([^{}]*)\})?)/y;

interface RoleCitation {
  readonly clusters: readonly CitationCluster[];
  readonly keySlots: readonly KeySlot[];
  readonly locatorSlots: readonly LocatorSlot[];
}

/** A role's keys, separated by commas or semicolons, each with `{prefix}` and `{suffix}` where given. */
export function roleCitation({ role, start, end, content }: RoleMark, source: MarkdownText, terms: LocatorTerms = defaultTerms): RoleCitation {
  const mode = modes.get(role.slice(role.lastIndexOf(":") + 1)) ?? "normal";
  const citationItems: CitationItem[] = [];
  const keySlots: KeySlot[] = [];
  const locatorSlots: LocatorSlot[] = [];
  for (let position = content.start; position <= content.end && keySlots.length < mostKeys;) {
    const separator = endOfPart(source.text, position, content.end);
    part.lastIndex = 0;
    const [, before = "", prefix = "", key = "", suffix = ""] = part.exec(source.text.slice(position, separator)) ?? [];
    const keyStart = position + before.length;
    const keyEnd = keyStart + key.length;
    const keyRange = { start: source.offsetAt(keyStart), end: source.offsetAt(keyEnd) };
    keySlots.push({ syntax: "list", range: keyRange });
    if (key !== "") {
      if (keyEnd < separator && source.text[keyEnd] === "{") locatorSlots.push(labelSlot(source, keyEnd + 1, content.end));
      const { locator, suffix: rest } = readPandocLocator(suffix.replace(/\s+/g, " ").trim(), terms);
      citationItems.push({ key, keyRange, mode, prefix: prefix.replace(/\s+/g, " ").trim(), suffix: rest, ...locator !== undefined && { locator } });
    }
    position = separator + 1;
  }
  const range = { start: source.offsetAt(start), end: source.offsetAt(end) };
  return { clusters: citationItems.length > 0 ? [{ syntax: "role", command: role, range, citationItems }] : [], keySlots, locatorSlots };
}

function labelSlot(source: MarkdownText, start: number, limit: number): LocatorSlot {
  const end = Math.min(endOfLabel(source.text, start, "pandoc"), limit);
  return { syntax: "pandoc", range: { start: source.offsetAt(start), end: source.offsetAt(end) } };
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
