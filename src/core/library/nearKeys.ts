import type { CitationKey } from "../model/citation";
import { editDistance } from "../text/editDistance";
import { fold } from "../text/fold";

export interface NearKey {
  readonly key: CitationKey;
  readonly distance: number;
}

export interface FoldedKey {
  readonly key: CitationKey;
  readonly folded: string;
  /** Which letters it has: a bit for each, some of which share one. */
  readonly letters: number;
  /** Which of them it has more than once. */
  readonly repeated: number;
}

/** What comparing with a key needs of it. */
export function foldKey(key: CitationKey): FoldedKey {
  const folded = fold(key);
  let letters = 0;
  let repeated = 0;
  for (let at = 0; at < folded.length; at++) {
    const bit = 1 << (folded.charCodeAt(at) & 31);
    repeated |= letters & bit;
    letters |= bit;
  }
  return { key, folded, letters, repeated };
}

/** Shorter beginnings are those of too many keys. */
const shortestStart = 3;

/** A key with more typos is another key, however long it is. */
const mostEdits = 5;

/**
 * Keys that look most like `key`, nearest first, in their order where they are equally near. Keys further away than a third of its
 * length, or `mostEdits`, are no misspellings of it; one that goes on after all of it is as near as one with a single typo.
 */
export function nearestKeys(keys: readonly FoldedKey[], key: CitationKey, limit: number): readonly NearKey[] {
  const wanted = foldKey(key);
  const distanceTo = distanceFrom(wanted);
  const near: NearKey[] = [];
  let most = Math.max(2, Math.min(mostEdits, Math.floor(wanted.folded.length / 3)));
  for (const candidate of keys) {
    const distance = distanceTo(candidate, most);
    if (distance > most) continue;
    insert(near, { key: candidate.key, distance });
    if (near.length > limit) near.pop();
    // what is no nearer than the last of a full list comes too late
    if (near.length === limit) most = Math.min(most, (near.at(-1)?.distance ?? 0) - 1);
  }
  return near;
}

function insert(near: NearKey[], key: NearKey): void {
  let at = near.length;
  while (at > 0 && (near[at - 1]?.distance ?? 0) > key.distance) at--;
  near.splice(at, 0, key);
}

/** Distances beyond `most` are `Infinity`. */
function distanceFrom(wanted: FoldedKey): (candidate: FoldedKey, most: number) => number {
  const { folded } = wanted;
  return (candidate, most) => {
    const missing = lettersLost(wanted, candidate);
    if (missing === 0 && folded.length >= shortestStart && candidate.folded.startsWith(folded)) return candidate.folded === folded ? 0 : 1;
    if (missing > most || Math.abs(candidate.folded.length - folded.length) > most || lettersLost(candidate, wanted) > most) return Infinity;
    return editDistance(folded, candidate.folded, most);
  };
}

/** From one key to another an edit takes away one letter at most, so that there are as many edits at least: most keys need no comparison. */
function lettersLost(from: FoldedKey, to: FoldedKey): number {
  return bitCount(from.letters & ~to.letters) + bitCount(from.repeated & ~to.repeated);
}

/** Of 32 bits (Warren, *Hacker's Delight*, 5-1). */
function bitCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
