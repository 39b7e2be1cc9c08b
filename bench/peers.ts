import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { places } from "./places";

/** A package of the peers' own folder, as it was published. */
export async function loadPeer(name: string): Promise<unknown> {
  if (places.peers === undefined) throw new Error("There are no peers");
  const { load } = await import(pathToFileURL(join(places.peers, "load.mjs")).href) as { load: (name: string) => Promise<{ readonly default?: unknown }> };
  const module = await load(name);
  return module.default ?? module;
}

/** One pass over a text: the least that reading it can cost. */
export function charCodePass(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
  return sum;
}

/** One pass of `includes` over folded texts, each of which must have all words: the least that an unranked search can cost. */
export function includesPass(haystacks: readonly string[], words: readonly string[]): number {
  let count = 0;
  for (const haystack of haystacks) {
    if (words.every((word) => haystack.includes(word))) count++;
  }
  return count;
}
