/** The part of citation-js that is measured; it carries no types of its own. */
interface CitationJs {
  readonly plugins: { readonly input: { chain(text: string, options: { readonly generateGraph: boolean }): unknown } };
}

/** citation-js from text to CSL-JSON, as an extension without an index of its own would read a file. */
export async function loadCitationJs(): Promise<(text: string) => unknown> {
  const { plugins } = await loadPeer("@citation-js/core") as CitationJs;
  await loadPeer("@citation-js/plugin-bibtex");
  return (text) => plugins.input.chain(text, { generateGraph: false });
}

/** Named by a variable, so that the peer is loaded as it was published: bundles of the product take parts of it only. */
function loadPeer(name: string): Promise<unknown> {
  return import(name);
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
