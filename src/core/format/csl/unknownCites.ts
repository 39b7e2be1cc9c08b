import { Output, type Cite, type Engine } from "citeproc";
import { parseCslMarkup, type CslMarkup, type CslNode } from "../../text/cslMarkup";
import { marked, withoutMarks, wordsMark, type Mark } from "../markup/marks";
import type { PartCite } from "./citationParts";
import { outputFormat } from "./outputFormat";

/** Words in place of a source that the processor does not know. */
export type Words = Exclude<PartCite, { readonly cite: Cite }>;

/** Words with what stands around them. */
export interface PlacedWords extends Words {
  /** What joins them to the cite before or behind them; empty where there is none. */
  readonly before: string;
  readonly behind: string;
}

export interface KnownCites {
  /** Where there is none, the words are all there is. */
  readonly cites: readonly Cite[];
  /** What follows the cites, in whatever order the style puts them. */
  readonly suffix: string;
  readonly words: readonly PlacedWords[];
}

/**
 * Words go through the processor as affixes of the cites beside them. In a citation that the style sorts they come last, as Pandoc has
 * it.
 */
export function attachWords(partCites: readonly PartCite[], isSorted: boolean, engine: Engine): KnownCites {
  const delimiter = delimiterOf(engine);
  const known = partCites.filter(isKnown).map(({ cite }) => cite);
  if (isSorted) {
    const words = partCites.filter(isWords).map((own) => ({ ...own, before: delimiter, behind: "" }));
    return { cites: known, suffix: words.map((_, index) => markOf(index)).join(""), words };
  }
  const cites: Cite[] = [];
  const words: PlacedWords[] = [];
  let waiting = "";
  for (const partCite of partCites) {
    const last = cites.at(-1);
    if (isKnown(partCite)) {
      cites.push(waiting === "" ? partCite.cite : { ...partCite.cite, prefix: waiting + (partCite.cite.prefix ?? "") });
      waiting = "";
      continue;
    }
    const mark = markOf(words.length);
    words.push({ ...partCite, before: last === undefined ? "" : delimiter, behind: last === undefined ? delimiter : "" });
    if (last === undefined) waiting += mark;
    else cites[cites.length - 1] = { ...last, suffix: (last.suffix ?? "") + mark };
  }
  return { cites, suffix: "", words };
}

function delimiterOf({ citation }: Engine): string {
  return citation.opt.layout_delimiter ?? "; ";
}

function markOf(index: number): string {
  return wordsMark + String(index) + wordsMark;
}

function isKnown(partCite: PartCite): partCite is Exclude<PartCite, Words> {
  return "cite" in partCite;
}

function isWords(partCite: PartCite): partCite is Words {
  return !("cite" in partCite);
}

/** What a citation of words alone looks like: they stand in what the style puts around every citation. */
export function citationOfWords(words: readonly Words[], engine: Engine): string {
  const { layout_prefix: prefix, layout_suffix: suffix, layout_decorations: decorations } = engine.citation.opt;
  const text = withoutDoubleStop(prefix + words.map(printed).join(delimiterOf(engine)) + suffix);
  return decorations.reduce((decorated, [name, value]) => {
    const decorate = Output.Formats[outputFormat]?.[`${name as `@${string}`}/${value}`];
    return typeof decorate === "function" ? decorate(engine, decorated) : decorated;
  }, text);
}

/** Puts the words in the place of their marks. */
export function printWords(text: string, words: readonly PlacedWords[], { citation }: Engine): string {
  if (!text.includes(wordsMark)) return text;
  return withoutDoubleStop(text.replace(/\ufdef(\d*)\ufdef?/g, (_whole, index: string, at: number) => {
    const found = words[Number(index)];
    // the cite before them may have come to nothing
    const isFirst = withoutMarks(text.slice(0, at)) === citation.opt.layout_prefix;
    return found === undefined ? "" : (isFirst ? "" : found.before) + printed(found) + found.behind;
  }));
}

/** A key without a source is marked as Pandoc does it: bold, with a question mark. */
function printed({ words, isUnknown, prefix, suffix }: Words): string {
  return inMarks(parseCslMarkup(prefix)) + (isUnknown ? marked("bold", `${words}?`) : words) + inMarks(parseCslMarkup(suffix));
}

const marksOfMarkup: Readonly<Record<CslMarkup, Mark | undefined>> = { i: "italic", b: "bold", sc: "smallCaps", sub: "sub", sup: "sup", nocase: undefined };

/** What the processor would make of the markup in affixes. */
function inMarks(nodes: readonly CslNode[]): string {
  return nodes.map((node) => {
    if (typeof node === "string") return node;
    const mark = marksOfMarkup[node.markup];
    return mark === undefined ? inMarks(node.children) : marked(mark, inMarks(node.children));
  }).join("");
}

/** No full stop follows a question mark. */
function withoutDoubleStop(text: string): string {
  return text.replace(/(\?[\ufdd0-\ufddf]+)\./g, "$1");
}
