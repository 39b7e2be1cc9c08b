import { parseBibtex } from "../src/core/bibliography/bibtex/parseBibtex";
import { facetOf } from "../src/core/features/sourcesTree/facet";
import { groupBy } from "../src/core/features/sourcesTree/groupRows";
import { orderOf } from "../src/core/features/sourcesTree/order";
import { searchIndexOf } from "../src/core/library/searchIndex";
import type { SteppedWork } from "../src/core/steps";
import { generateBibtex } from "./generate";
import { fastestOf, timeOf } from "./measure";

/** Sorting and grouping for the Sources view: what is made once for a library, in steps, and what each opening of it costs. */
export function benchArranging(size: number): void {
  const bibliography = parseBibtex(generateBibtex(size));
  const index = [...searchIndexOf(bibliography).prepare()].length;
  console.log(`\nArranging (${size} sources, ${index} steps of the search index made), ms; once: in all / longest step without the host`);
  const order = orderOf(bibliography, "author");
  report("sorted by author, once", timesOfSteps(order));
  report("sorted by title, once", timesOfSteps(orderOf(bibliography, "title")));
  const { positions } = order.finishNow();
  for (const name of ["year", "type", "container", "author", "keyword", "language"] as const) {
    const facet = facetOf(bibliography, name);
    report(`values of ${name}, once`, timesOfSteps(facet));
    report(`grouped by ${name}`, [fastestOf(5, () => groupBy(facet.finishNow(), positions))]);
  }
}

function timesOfSteps(work: SteppedWork<unknown>): readonly [all: number, longest: number] {
  let [all, longest] = [0, 0];
  while (work.done === undefined) {
    const time = timeOf(() => work.step());
    all += time;
    longest = Math.max(longest, time);
  }
  return [all, longest];
}

function report(name: string, times: readonly number[]): void {
  console.log(`  ${name.padEnd(32)} ${times.map((time) => time.toFixed(1).padStart(8)).join(" /")}`);
}
