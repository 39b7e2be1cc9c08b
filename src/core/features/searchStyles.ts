import type { StyleDescription } from "../ports";
import { fold, foldVariants } from "../text/fold";

/** Styles that most writers are asked for; they come first where nothing is looked for yet. */
const common: readonly string[] = [
  "apa", "chicago-author-date", "chicago-note-bibliography", "chicago-fullnote-bibliography", "modern-language-association", "ieee", "vancouver", "nature",
  "harvard-cite-them-right", "american-medical-association", "american-sociological-association", "american-political-science-association",
  "modern-humanities-research-association", "elsevier-harvard", "elsevier-with-titles", "springer-basic-author-date", "gost-r-7-0-5-2008",
  "gost-r-7-0-5-2008-numeric", "din-1505-2", "iso690-author-date-en", "oscola", "the-lancet", "science", "cell", "plos",
];

const places: ReadonlyMap<string, number> = new Map(common.map((id, place) => [id, place]));

/** Styles that have each word of the query in their id, title or discipline, best first; the common ones where there is no query. */
export function searchStyles(styles: readonly StyleDescription[], query: string, limit: number): readonly StyleDescription[] {
  const words = query.split(/[\s-]+/).filter((word) => word !== "").map(wordFinder);
  const whole = fold(query.trim());
  const found = styles.flatMap((style) => {
    const rank = words.length === 0 ? rankByFame(style) : rankOf(style, words, whole);
    return rank === undefined ? [] : [{ style, rank }];
  });
  return found.sort((a, b) => a.rank - b.rank || a.style.title.length - b.style.title.length || (a.style.id < b.style.id ? -1 : 1)).slice(0, limit).map(({ style }) => style);
}

function rankByFame({ id, parent }: StyleDescription): number {
  return places.get(id) ?? common.length + (parent === undefined ? 0 : 1);
}

interface WordFinder {
  readonly isIn: (text: string) => boolean;
  readonly startsWordIn: (text: string) => boolean;
}

/** A word in any of its spellings: `гост` is `gost`. */
function wordFinder(word: string): WordFinder {
  const spellings = foldVariants(word);
  const start = new RegExp(`(?:^|[^\\p{L}\\p{N}])(?:${spellings.map(escapeRegExp).join("|")})`, "u");
  return { isIn: (text) => spellings.some((spelling) => text.includes(spelling)), startsWordIn: (text) => start.test(text) };
}

/** Lower is better; `undefined` where a word is missing. */
function rankOf(style: StyleDescription, words: readonly WordFinder[], whole: string): number | undefined {
  const title = fold(style.title);
  const names = `${style.id} ${title}`;
  const all = `${names} ${style.fields.join(" ")}`;
  if (!words.every(({ isIn }) => isIn(all))) return undefined;
  const id = whole.replace(/\s+/g, "-");
  if (title === whole || style.id === id) return -1;
  const isNamed = words.every(({ startsWordIn }) => startsWordIn(names));
  const isBegun = title.startsWith(whole) || style.id.startsWith(id);
  return (isNamed ? 0 : 1000) + (places.has(style.id) ? 0 : 100) + (isBegun ? 0 : 10) + (style.parent === undefined ? 0 : 5);
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
