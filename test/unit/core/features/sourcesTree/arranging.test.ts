import assert from "node:assert/strict";
import fc from "fast-check";
import { groupBy } from "../../../../../src/core/features/sourcesTree/groupRows";
import { checkSourcesOptions, defaultSourcesOptions } from "../../../../../src/core/features/sourcesTree/options";
import { sortInSteps } from "../../../../../src/core/features/sourcesTree/sortInSteps";
import { sortKey } from "../../../../../src/core/features/sourcesTree/sortKey";
import { SteppedWork } from "../../../../../src/core/steps";

describe("Sorting in steps", () => {
  it("sorts like a stable sort", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 5000 }), (keys) => {
      const sorted = new SteppedWork(() => sortInSteps(Int32Array.from(keys.keys()), Float64Array.from(keys))).finishNow();
      assert.deepEqual([...sorted], [...keys.keys()].sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0)));
    }), { numRuns: 20 });
  });

  for (const sorted of [["Adams", "ångström", "Brown"], ["“About”", "Above"], ["Part 2", "Part 10"], ["Adams", "Жебин"]]) {
    it(sorted.join(" < "), () => assert.deepEqual(sorted.toReversed().sort((a, b) => sortKey(a) < sortKey(b) ? -1 : 1), sorted));
  }
});

describe("Grouping", () => {
  it("deals every source out to its groups, in order", () => {
    const cases = fc.array(fc.uniqueArray(fc.nat({ max: 9 }), { minLength: 1, maxLength: 3 }), { maxLength: 60 });
    fc.assert(fc.property(cases, (valuesOf) => {
      const starts = Int32Array.from([0, ...valuesOf.map((_, index) => valuesOf.slice(0, index + 1).flat().length)]);
      const facet = { values: Array.from({ length: 10 }, (_, number) => String(number)), numbers: Int32Array.from(valuesOf.flat()), starts };
      const positions = Int32Array.from(valuesOf.keys()).reverse();
      const groups = groupBy(facet, positions);
      assert.deepEqual([...groups.numbers], [...new Set(valuesOf.flat())].sort((a, b) => a - b));
      [...groups.numbers].forEach((number, index) =>
        assert.deepEqual([...groups.membersAt(index)], [...positions].filter((position) => valuesOf[position]?.includes(number))));
    }));
  });
});

describe("Remembered options", () => {
  const filter = { query: "q", citation: "cited", hasProblems: true, lacksDoi: true, types: ["book"], years: [1990, 1999] } as const;
  const cases: readonly (readonly [name: string, remembered: unknown, expected: unknown])[] = [
    ["nothing", undefined, defaultSourcesOptions],
    ["a string", "nonsense", defaultSourcesOptions],
    ["wrong values", { grouping: "constructor", sorting: 3, filter: null, excluded: [1, "a"] }, { ...defaultSourcesOptions, excluded: ["a"] }],
    ["right values", { grouping: "year", sorting: "title", filter, excluded: [] }, { grouping: "year", sorting: "title", filter, excluded: [] }],
  ];
  for (const [name, remembered, expected] of cases) it(name, () => assert.deepEqual(checkSourcesOptions(remembered), expected));
});

describe("Work in steps", () => {
  function* countTo(last: number): Generator<void, number> {
    for (let at = 0; at < last; at++) yield;
    return last;
  }
  const never = { isCancellationRequested: false };

  it("is done once, whoever asks, and goes on where another left it", async () => {
    let started = 0;
    const work = new SteppedWork(() => {
      started++;
      return countTo(5);
    });
    const token = { isCancellationRequested: true };
    assert.equal(await work.finish({ pause: () => undefined, token }), undefined);
    assert.deepEqual(await Promise.all([work.finish({ pause: () => Promise.resolve(), token: never }), work.finish({ pause: () => undefined, token: never })]), [5, 5]);
    assert.deepEqual([work.finishNow(), started], [5, 1]);
  });

  it("what failed begins anew", () => {
    let fails = true;
    const work = new SteppedWork(() => {
      if (fails) throw new Error("broken");
      return countTo(1);
    });
    assert.throws(() => work.finishNow());
    fails = false;
    assert.equal(work.finishNow(), 1);
  });
});
