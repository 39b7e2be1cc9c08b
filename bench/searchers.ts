import { loadPeer } from "./peers";

/** A search engine over texts: the results of a query's words, best first, as many as a list shows. */
export interface Searcher {
  readonly name: string;
  /** Makes ready what can be made ready before the first query. */
  readonly load: () => Promise<(haystacks: readonly string[]) => (query: string) => { readonly length: number }>;
}

const longestList = 200;

/** Each as its documentation says that all words are to be found anywhere, in any order; none looks for typos, which would cost them more. */
export const searchers: readonly Searcher[] = [
  { name: "ufuzzy", load: loadUfuzzy },
  { name: "fuse.js", load: loadFuse },
  { name: "minisearch", load: loadMinisearch },
];

async function loadUfuzzy(): ReturnType<Searcher["load"]> {
  type UFuzzy = new () => { search(haystacks: readonly string[], query: string, outOfOrder: number, infoThreshold: number): readonly [readonly number[] | null, unknown, unknown] };
  const Engine = await loadPeer("@leeoniya/ufuzzy") as UFuzzy;
  return (haystacks) => {
    const engine = new Engine();
    return (query) => engine.search(haystacks, query, 3, longestList)[0] ?? [];
  };
}

async function loadFuse(): ReturnType<Searcher["load"]> {
  type Fuse = new (haystacks: readonly string[], options: object) => { search(query: string, options: { readonly limit: number }): readonly unknown[] };
  const Engine = await loadPeer("fuse.js") as Fuse;
  return (haystacks) => {
    const engine = new Engine(haystacks, { useExtendedSearch: true, ignoreLocation: true });
    return (query) => engine.search(query.split(" ").map((word) => `'${word}`).join(" "), { limit: longestList });
  };
}

async function loadMinisearch(): ReturnType<Searcher["load"]> {
  type MiniSearch = new (options: object) => { addAll(documents: readonly object[]): void; search(query: string): readonly unknown[] };
  const Engine = await loadPeer("minisearch") as MiniSearch;
  return (haystacks) => {
    const engine = new Engine({ fields: ["text"], searchOptions: { combineWith: "AND", prefix: true } });
    engine.addAll(haystacks.map((text, id) => ({ id, text })));
    return (query) => engine.search(query).slice(0, longestList);
  };
}
