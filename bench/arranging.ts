import { parseBibtex } from "../src/core/bibliography/bibtex/parseBibtex";
import { facetOf } from "../src/core/features/sourcesTree/facet";
import { groupBy } from "../src/core/features/sourcesTree/groupRows";
import { orderOf } from "../src/core/features/sourcesTree/order";
import { searchIndexOf } from "../src/core/library/searchIndex";
import { finishNow, type SteppedWork } from "../src/core/steps";
import { corpusName, corpusText, type Corpus } from "./corpora";
import { fastestOf, timeOf } from "./measure";
import { limited, milliseconds, reportHeading } from "./report";
import { Table } from "./table";

const limit = 50;

/** Sorting and grouping for the Sources view once the index is there: what is made once for a library, in steps, and what each opening of it costs. */
export function benchArranging(corpora: readonly Corpus[]): void {
  reportHeading("Sorting and grouping for the Sources view, once the index is there");
  const table = new Table(["once, in all", "longest step", "each time"]);
  for (const corpus of corpora) {
    const bibliography = parseBibtex(corpusText(corpus));
    finishNow(searchIndexOf(bibliography).prepare());
    const limits = (...times: readonly number[]): string => corpus === 100_000 ? limited(Math.max(...times), limit, "ms") : "";
    const order = orderOf(bibliography, "author");
    for (const [name, work] of [["author", order], ["title", orderOf(bibliography, "title")]] as const) {
      const { all, longest } = timesOfSteps(work);
      table.row(`sorted by ${name}, ${corpusName(corpus)}`, [milliseconds(all), milliseconds(longest)], limits(longest));
    }
    const { positions } = order.finishNow();
    for (const name of ["year", "type", "container", "author", "keyword", "language"] as const) {
      const facet = facetOf(bibliography, name);
      const { all, longest } = timesOfSteps(facet);
      const each = fastestOf(5, () => groupBy(facet.finishNow(), positions));
      table.row(`grouped by ${name}, ${corpusName(corpus)}`, [milliseconds(all), milliseconds(longest), milliseconds(each)], limits(longest, each));
    }
  }
}

function timesOfSteps(work: SteppedWork<unknown>): { readonly all: number; readonly longest: number } {
  let [all, longest] = [0, 0];
  while (work.done === undefined) {
    const time = timeOf(() => work.step());
    all += time;
    longest = Math.max(longest, time);
  }
  return { all, longest };
}
