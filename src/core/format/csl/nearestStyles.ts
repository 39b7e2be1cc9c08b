import type { StyleDescription } from "../../ports";
import { editDistance } from "../../text/editDistance";
import { fold } from "../../text/fold";

const mostNearest = 3;

/** Ids that were most likely meant: those that are spelled nearly so, then those whose title has all the words. */
export function nearestStyles(written: string, styles: readonly StyleDescription[]): readonly string[] {
  const id = written.trim().toLowerCase().replace(/[\s_]+/g, "-");
  const most = Math.max(1, Math.floor(id.length / 4));
  const spelled = styles.map((style) => ({ style, distance: editDistance(id, style.id, most) })).filter(({ distance }) => distance <= most);
  const words = fold(written).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const named = words.length === 0 ? [] : styles
    .filter((style) => hasWords(`${style.id} ${fold(style.title)}`, words))
    .map((style) => ({ style, distance: most + style.id.length }));
  const near = [...spelled, ...named].sort((a, b) => a.distance - b.distance || Number(isDependent(a.style)) - Number(isDependent(b.style)));
  return [...new Set(near.map(({ style }) => style.id))].slice(0, mostNearest);
}

function hasWords(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

function isDependent({ parent }: StyleDescription): boolean {
  return parent !== undefined;
}
