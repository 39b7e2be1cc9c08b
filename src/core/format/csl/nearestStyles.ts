import type { StyleDescription } from "../../ports";
import { editDistance } from "../../text/editDistance";
import { fold } from "../../text/fold";

const mostNearest = 3;

/** As far away as a title that has all the words, the shortest id first; an id that is spelled nearly so is nearer. */
const distanceOfWords = 2.5;
const longestId = 1_000;

/** Ids that were most likely meant. */
export function nearestStyles(written: string, styles: readonly StyleDescription[]): readonly string[] {
  const id = written.trim().toLowerCase().replace(/[\s_]+/g, "-");
  if (id.length < 2) return [];
  const most = Math.max(1, Math.floor(id.length / 4));
  const near = styles.map((style) => ({ style, distance: editDistance(id, style.id, most) })).filter(({ distance }) => distance <= most);
  const nearest = Math.min(...near.map(({ distance }) => distance));
  const spelled = near.filter(({ distance }) => distance <= nearest + 1);
  const words = fold(written).split(/[^\p{L}\p{N}]/u).filter((word) => word !== "");
  const named = words.length === 0 ? [] : styles
    .filter((style) => hasWords(`${style.id} ${fold(style.title)}`, words))
    .map((style) => ({ style, distance: distanceOfWords + style.id.length / longestId }));
  const candidates = [...spelled, ...named].sort((a, b) => a.distance - b.distance || Number(isDependent(a.style)) - Number(isDependent(b.style)));
  return [...new Set(candidates.map(({ style }) => style.id))].slice(0, mostNearest);
}

function hasWords(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

function isDependent({ parent }: StyleDescription): boolean {
  return parent !== undefined;
}
