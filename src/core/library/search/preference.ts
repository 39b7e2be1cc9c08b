import type { CitationKey } from "../../model/citation";
import { hashOfKey, placeOfHash } from "../keyHash";

/** Which of equally good matches come first. */
export interface Preference {
  /** Lower comes first: cited near, cited, stranger. */
  readonly of: (key: CitationKey) => number;
  /** `false` for the hash (`hashOfKey`) of a key that is certainly a stranger's: then no text need be made of it. */
  readonly mayBePreferred?: (hash: number) => boolean;
}

/** How many bits there are for each key: one in so many strangers is asked in vain. */
const bitsForKey = 16;

/** Some keys before all others. Most sources of a library are strangers: their hashes tell, and no texts are made of their keys. */
export function preferenceFor(preferred: ReadonlyMap<CitationKey, number>): Preference {
  const count = 1 << Math.min(Math.ceil(Math.log2(preferred.size * bitsForKey + 32)), 26);
  const bits = new Int32Array(count >> 5);
  for (const key of preferred.keys()) {
    const place = placeOfHash(hashOfKey(key), count);
    bits[place >> 5] = (bits[place >> 5] ?? 0) | 1 << place;
  }
  return {
    of: (key) => preferred.get(key) ?? Infinity,
    mayBePreferred: (hash) => {
      const place = placeOfHash(hash, count);
      return ((bits[place >> 5] ?? 0) & 1 << place) !== 0;
    },
  };
}
