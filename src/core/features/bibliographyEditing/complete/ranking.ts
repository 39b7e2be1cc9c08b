import { readQuery } from "../../../library/searchQuery";

/** Longer lists nobody reads; typing on narrows them. */
export const longestList = 200;

/**
 * Candidates that have every word of a query, prefix or inside, in any of its spellings: those that begin with the query first, then those
 * of which a word does; otherwise they keep their order.
 */
export function bestMatches<T>(candidates: Iterable<T>, query: string, foldedText: (candidate: T) => string): readonly T[] {
  const { words } = readQuery(query);
  const ranked: T[][] = [[], [], []];
  for (const candidate of candidates) {
    const rank = rankOf(foldedText(candidate), words);
    if (rank !== undefined) ranked[rank]?.push(candidate);
  }
  return ranked.flat().slice(0, longestList);
}

function rankOf(text: string, words: readonly (readonly string[])[]): number | undefined {
  let rank = 0;
  for (const [index, spellings] of words.entries()) {
    const places = spellings.map((spelling) => text.indexOf(spelling)).filter((place) => place >= 0);
    if (places.length === 0) return undefined;
    const place = Math.min(...places);
    if (place === 0) continue;
    const isWordStart = spellings.some((spelling) => text.includes(` ${spelling}`));
    rank = Math.max(rank, isWordStart ? (index === 0 ? 1 : rank) : 2);
  }
  return rank;
}
