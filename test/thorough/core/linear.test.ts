import assert from "node:assert/strict";
import { StepCounter } from "../../fuzz/countedSteps";
import { hostileTexts } from "../../fuzz/hostileTexts";
import { growthProblem } from "../../fuzz/linear";

/** One text for each reader; `npm run fuzz -- --linear` counts all of them, on longer ones. */
const chosen: readonly (readonly [ending: string, name: string])[] = [
  [".bib", "entries in one line"], [".json", "open items"], [".yaml", "merges"], [".ris", "records of one name and year"], [".enw", "open records"], [".nbib", "continued lines"],
  [".md", "open citations"], [".tex", "open citations"],
];

describe("Reading takes steps as the text has characters:", () => {
  let steps: StepCounter;
  before(() => steps = new StepCounter());
  after(() => steps.dispose());

  for (const [ending, name] of chosen) {
    it(`${ending}, ${name}`, () => {
      const text = hostileTexts.find((candidate) => candidate.ending === ending && candidate.name === name) ?? assert.fail();
      assert.equal(growthProblem(steps, text, 100), undefined);
    });
  }
});
