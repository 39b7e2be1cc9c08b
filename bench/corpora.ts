import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generateTugboat } from "./formats";
import { generateBibtex } from "./generate";
import { places } from "./places";

/** A bibliography to measure with: so many generated sources, or `tugboat`. */
export type Corpus = number | "tugboat";

/** As it is named in arguments. */
export function corpusNamed(name: string | undefined): Corpus {
  return name === "tugboat" ? name : Number(name);
}

/** Where tugboat.bib is not to be had, as many sources of its kind. */
const tugboatSize = 4843;

const tugboatName = places.tugboat === undefined ? "like tugboat" : "tugboat.bib";

export function corpusName(corpus: Corpus): string {
  if (corpus === "tugboat") return tugboatName;
  return corpus >= 1000 ? `${corpus / 1000}k` : String(corpus);
}

/** Its text, made once in a run and read by all processes from one file. */
export function corpusText(corpus: Corpus): string {
  if (corpus === "tugboat" && places.tugboat !== undefined) return readFileSync(places.tugboat, "utf8");
  const path = join(places.texts, `${corpus}.bib`);
  if (!existsSync(path)) writeFileSync(path, corpus === "tugboat" ? generateTugboat(tugboatSize) : generateBibtex(corpus));
  return readFileSync(path, "utf8");
}
