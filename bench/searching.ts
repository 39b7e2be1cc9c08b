import { corpusName, type Corpus } from "./corpora";
import { places } from "./places";
import { limited, milliseconds, ratio, reportHeading } from "./report";
import { searchers } from "./searchers";
import { ourSearcher, type Search, type SearchResult } from "./searchTask";
import { Table } from "./table";
import { runTask } from "./task";

export { searchingTask } from "./searchTask";

/** Searching, beside one plain pass of `includes` with the same words over the same folded texts, and beside other engines. */
export async function benchSearching(corpora: readonly Corpus[]): Promise<void> {
  const results = new Map<Corpus, SearchResult[]>(corpora.map((corpus) => [corpus, []]));
  for (const corpus of corpora) {
    const found = results.get(corpus) ?? [];
    reportHeading(`Searching ${corpusName(corpus)} with three words; × one plain includes pass with the same words, in one process`);
    const table = new Table(["p50", "p95", "p50", "p95", "ready in", "memory"]);
    for (const engine of [ourSearcher, ...places.peers === undefined ? [] : searchers.map(({ name }) => name)]) {
      await runTask<SearchResult>("searching", { args: [engine, String(corpus)], onResult: (result) => found.push(result) });
      const result = found.at(-1);
      if (result === undefined) table.row(engine, ["—"]);
      else report(table, result, corpus);
    }
  }
}

function report(table: Table, { engine, ready, bytes, searches }: SearchResult, corpus: Corpus): void {
  const [first] = searches;
  if (engine === ourSearcher && first !== undefined) table.row("plain includes", ["", "", milliseconds(first.plain.p50), milliseconds(first.plain.p95)]);
  searches.forEach((search, index) => {
    const cells = [ratio(search.time.p50 / search.plain.p50), ratio(search.time.p95 / search.plain.p95), milliseconds(search.time.p50), milliseconds(search.time.p95)];
    const once = index === 0 ? [milliseconds(ready), `${(Math.max(0, bytes) / 1e6).toFixed(0)} MB`] : [];
    table.row(search.name, [...cells, ...once], corpus === 100_000 ? limitsOf(search) : "");
  });
}

function limitsOf({ limits, time, plain }: Search): string {
  if (limits === "afresh") return `p95 ${limited(time.p95, 16, "ms")}, ${limited(time.p95 / plain.p95, 1.5, "×")}`;
  return limits === "narrowing" ? `p50 ${limited(time.p50 / plain.p50, 0.1, "×")}` : "";
}
