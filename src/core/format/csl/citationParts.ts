import type { Cite } from "citeproc";
import type { CitationToFormat } from "../../ports";
import { plainCslText } from "../../text/cslMarkup";
import { withoutMarks } from "../markup/marks";

type ItemToFormat = CitationToFormat["citationItems"][number];

/** What a key stands for: a source by the processor's id, or words that are printed in its place. */
export type CitedSource = { readonly id: string } | { readonly words: string; readonly isUnknown: boolean };

export type PartCite = { readonly cite: Cite } | { readonly words: string; readonly isUnknown: boolean; readonly prefix: string; readonly suffix: string };

/** A citation, or as much of one as belongs to one author in the running text. */
export interface CitationPart {
  /** The source whose author stands in the running text, by the processor's id. */
  readonly author: string | undefined;
  readonly cites: readonly PartCite[];
}

/**
 * Whether a style may sort the sources of a citation: not where words of the writer's stand between them, nor where the first one's author
 * stands in the running text.
 */
export function canBeSorted({ author, cites }: CitationPart): boolean {
  const known = cites.flatMap((partCite) => "cite" in partCite ? [partCite.cite] : []);
  return author === undefined && known.every(({ prefix, suffix }, index) => (index === 0 || prefix === undefined) && (index === known.length - 1 || suffix === undefined));
}

/** Longer texts of a writer's own are cut; no citation has them, and the processor's time grows faster than they do. */
const longestText = 2_000;

/**
 * A citation as the processor takes it. As in Pandoc, `@doe [p. 3; @roe]` is Doe's name and then one citation of Doe without it and of
 * Roe. Nothing of a `nocite` item is printed.
 */
export function citationParts({ citationItems }: CitationToFormat, sourceOf: (key: string) => CitedSource): readonly CitationPart[] {
  const parts: { author: string | undefined; readonly cites: PartCite[] }[] = [];
  for (const item of citationItems) {
    if (item.mode === "nocite") continue;
    const source = sourceOf(item.key);
    const isInText = item.mode === "author-in-text";
    const last = parts.at(-1);
    if (last === undefined || isInText) parts.push({ author: isInText && "id" in source ? source.id : undefined, cites: [partCite(item, source)] });
    else last.cites.push(partCite(item, source));
  }
  return parts;
}

function partCite(item: ItemToFormat, source: CitedSource): PartCite {
  const prefix = prefixOf(item);
  const suffix = suffixOf(item);
  if ("words" in source) return { ...source, prefix, suffix };
  const locator = locatorOf(item.locator?.value ?? "");
  return {
    cite: {
      id: source.id,
      ...locator !== "" && { locator, label: item.locator?.label ?? "page" },
      ...prefix !== "" && { prefix },
      ...suffix !== "" && { suffix },
      ...item.mode !== "normal" && { "suppress-author": true },
    },
  };
}

/** Ranges with hyphens, which the style puts its own dash for. */
function locatorOf(value: string): string {
  return clean(value).replace(/(?<=[\p{L}\p{N}])–(?=[\p{L}\p{N}])/gu, "-");
}

function prefixOf({ prefix, markedPrefix = prefix }: ItemToFormat): string {
  const text = clean(markedPrefix);
  return text === "" ? "" : `${text} `;
}

/** Behind an author in the running text, words are set off by a comma, elsewhere they follow as they were written. */
function suffixOf({ suffix, markedSuffix = suffix, mode, locator }: ItemToFormat): string {
  const text = clean(markedSuffix);
  if (text === "" || /^\p{P}/u.test(plainCslText(text))) return text;
  return mode === "author-in-text" && locator === undefined ? `, ${text}` : ` ${text}`;
}

/** On one line, with the dashes that Pandoc and LaTeX make of hyphens. */
function clean(text: string): string {
  return withoutMarks(text.slice(0, longestText)).replaceAll("---", "—").replaceAll("--", "–").replace(/\s+/g, " ").trim();
}
