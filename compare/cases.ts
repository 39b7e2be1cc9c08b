import { readFileSync } from "node:fs";
import type { CslItem } from "../src/core/model/cslItem";

/** A document and the items that it may cite. */
export interface Case {
  readonly text: string;
  readonly items: readonly CslItem[];
}

/** The styles that most writers are asked for. */
export const comparedStyles: readonly string[] = [
  "apa", "chicago-author-date", "chicago-note-bibliography", "modern-language-association", "ieee", "vancouver", "nature", "harvard-cite-them-right",
  "gost-r-7-0-5-2008", "gost-r-7-0-5-2008-numeric", "din-1505-2", "american-medical-association",
];

/** Styles in other languages, in which Pandoc does not know the English words for pages and chapters that the citations have. */
const english: ReadonlySet<string> = new Set(["gost-r-7-0-5-2008", "din-1505-2"]);

const everything = "---\nnocite: '@*'\n---\n\nText\n";

/** Lists of the reference corpus and of real publications. */
export function listCases(): readonly Case[] {
  return [corpus(), realItems(), furtherItems()].map((items) => ({ text: everything, items }));
}

/** A short document that has a bit of everything: every fourth citation, and a short list. */
export function sampleCase(style: string): Case {
  const { text, items } = citationCase("clusters.md", style);
  const citations = text.split("\n\n").filter((paragraph, index) => paragraph.includes('@') && index % 4 === 0).join("\n\n");
  const front = `nocite: '@*'\n${english.has(style) ? "lang: en-US\n" : ""}`;
  const own = items.slice(0, -corpus().length);
  return { text: `---\n${front}---\n\n${citations}\n`, items: [...own, ...corpus().filter((_, index) => index % 12 === 0), ...realItems().filter((_, index) => index % 30 === 0)] };
}

/** A document of a hundred citations, and one with footnotes of its own. */
export function citationCases(style: string): readonly Case[] {
  return ["clusters.md", "footnotes.md"].map((name) => citationCase(name, style));
}

function citationCase(name: string, style: string): Case {
  const text = readFileSync(`test/fixtures/references/${name}`, "utf8");
  return { text: english.has(style) ? `---\nlang: en-US\n---\n\n${text}` : text, items: [...itemsIn("test/fixtures/references/clusterItems.json"), ...corpus()] };
}

function corpus(): readonly CslItem[] {
  return itemsIn("data/corpus.json");
}

function realItems(): readonly CslItem[] {
  return itemsIn("test/fixtures/references/realItems.json");
}

/** What the comparison had not seen when the product was made to agree with Pandoc on the others. */
function furtherItems(): readonly CslItem[] {
  return itemsIn("test/fixtures/references/furtherItems.json");
}

function itemsIn(path: string): readonly CslItem[] {
  return JSON.parse(readFileSync(path, "utf8")) as readonly CslItem[];
}
