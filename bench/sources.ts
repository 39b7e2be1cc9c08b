import { pickZipf, randomNumbers, type Random } from "./random";
import { families, journals, words } from "./vocabulary";

/** A made-up source; its texts are LaTeX. */
export interface GeneratedSource {
  readonly index: number;
  readonly key: string;
  readonly families: readonly [first: string, second: string];
  readonly title: string;
  readonly year: number;
  readonly journal: string;
  readonly abstract: string;
}

/** As many as asked for; every run makes the same, and more of them begin with the fewer. */
export function* generateSources(count: number): Generator<GeneratedSource> {
  const random = randomNumbers(1);
  for (let index = 0; index < count; index++) yield source(index, random);
}

/** The order in which numbers are drawn decides what is made. */
function source(index: number, random: Random): GeneratedSource {
  const [first, second] = [pickZipf(families, random), pickZipf(families, random)];
  const title = textOf(9, random);
  const year = 1950 + Math.floor(75 * random());
  const key = `${first}${year}${title.split(" ", 1)[0] ?? ""}${index.toString(36)}`.toLowerCase().replace(/\W/g, "");
  return { index, key, families: [first, second], title, year, journal: pickZipf(journals, random), abstract: textOf(54, random) };
}

export function textOf(length: number, random: Random): string {
  return Array.from({ length }, () => pickZipf(words, random)).join(" ");
}
