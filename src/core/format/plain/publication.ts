import { ordinal } from "../../text/ordinal";
import type { SoundItem } from "../items/soundItem";
import { editorsOfContainer } from "./people";
import { bracketed, join, marked, plain, type Runs } from "./runs";

const articles: ReadonlySet<string> = new Set(["article-journal", "article-magazine", "article-newspaper", "review", "review-book", "periodical"]);
/** What they appear on is named as who published them. */
const sites: ReadonlySet<string> = new Set(["webpage", "post", "post-weblog", "software", "dataset", "broadcast"]);

/** Whether a source is part of another one, whose title stands out instead of its own. */
export function isPart({ type, texts }: SoundItem): boolean {
  return texts.has("container-title") && !sites.has(type);
}

/** Whether it is a part of a book, whose editors are not its own. */
export function isChapter(item: SoundItem): boolean {
  return isPart(item) && !articles.has(item.type);
}

/** What stands behind the title: edition, volume, series and number in round brackets, the kind of the source in square ones. */
export function titleDetails(item: SoundItem): readonly Runs[] {
  const { type } = item;
  if (articles.has(type)) return [];
  const genre = capitalized(value(item, "genre"));
  const number = numberOf(item, genre);
  const kind = number.startsWith(genre) ? "" : genre;
  const details = isChapter(item) ? [text(number)] : [edition(item), volumeOf(item), text(number), ...type === "report" ? [pagesWithLabel(item)] : []];
  return [bracketed(details), bracketed(type === "thesis" ? [text(kind), textOf(item, "publisher")] : [text(kind)], ["[", "]"])];
}

/** Reports are numbered in their series or as what they are. */
function numberOf(item: SoundItem, genre: string): string {
  const number = value(item, "number");
  if (item.type !== "report") return number === "" ? "" : `No. ${number}`;
  const series = [value(item, "collection-title"), value(item, "collection-number")].filter((part) => part !== "").join(" ");
  return number === "" ? series : `${genre === "" ? series : genre} ${/^\d/.test(number) ? "No. " : ""}${number}`.trim();
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Where a source appeared and who published it, a sentence each. */
export function publicationOf(item: SoundItem): readonly Runs[] {
  const { type } = item;
  if (articles.has(type)) return [inPeriodical(item)];
  const publisher = type === "thesis" ? [] : textOf(item, "publisher");
  if (isChapter(item)) return [inBook(item), publisher];
  const site = sites.has(type) ? textOf(item, "container-title") : [];
  const event = join([textOf(item, "event-title"), textOf(item, "event-place")], ", ");
  return [event, isSame(site, publisher) ? [] : site, publisher];
}

/** `Journal, 7(2), 151–161`. */
function inPeriodical(item: SoundItem): Runs {
  const issue = bracketed([textOf(item, "issue")]);
  const volume = [...marked(value(item, "volume"), { italic: true }), ...issue];
  const number = textOf(item, "number");
  const pages = pagesOf(item);
  const place = pages.length > 0 || number.length === 0 ? pages : [...plain("Article "), ...number];
  return join([marked(value(item, "container-title"), { italic: true }), volume, place], ", ");
}

/** `In J. Doe & R. Roe (Eds.), Book (2nd ed., Vol. 1, pp. 3–9)`. */
function inBook(item: SoundItem): Runs {
  const details = bracketed([edition(item), volumeOf(item), pagesWithLabel(item)]);
  const book = join([marked(value(item, "container-title"), { italic: true }), details], " ");
  return [...plain("In "), ...join([text(editorsOfContainer(item)), book], ", ")];
}

function edition(item: SoundItem): Runs {
  const written = value(item, "edition");
  if (written === "") return [];
  const number = /^\d{1,3}$/.test(written) ? ordinal(Number(written)) : written;
  return marked(/\b(?:ed|edn|edition|aufl|auflage|éd)\b/i.test(number) ? number : `${number} ed.`);
}

function volumeOf(item: SoundItem): Runs {
  const volume = value(item, "volume");
  const count = value(item, "number-of-volumes");
  if (volume !== "") return text(`Vol. ${volume}`);
  return /^\d+$/.test(count) && Number(count) > 1 ? text(`Vols. 1–${count}`) : [];
}

function pagesWithLabel(item: SoundItem): Runs {
  const pages = pagesOf(item);
  return pages.length === 0 ? [] : [...plain(/[-–,]/.test(value(item, "page")) ? "pp. " : "p. "), ...pages];
}

function pagesOf(item: SoundItem): Runs {
  return marked(value(item, "page").replace(/(?<=[\p{L}\d])\s*-{1,2}\s*(?=[\p{L}\d])/gu, "–"));
}

function value({ texts }: SoundItem, variable: string): string {
  return texts.get(variable) ?? "";
}

function textOf(item: SoundItem, variable: string): Runs {
  return marked(value(item, variable));
}

function text(words: string): Runs {
  return marked(words);
}

function isSame(a: Runs, b: Runs): boolean {
  return a.map((run) => run.text).join("") === b.map((run) => run.text).join("");
}
