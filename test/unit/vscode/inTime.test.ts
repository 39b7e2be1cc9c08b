import assert from "node:assert/strict";
import { inTime } from "../../../src/vscode/inTime";

describe("in time", () => {
  const cases: readonly (readonly [what: string, wanted: () => Promise<string>, said: string])[] = [
    ["what comes at once is said", () => Promise.resolve("wanted"), "wanted"],
    ["what never comes is done without", () => new Promise(() => undefined), "otherwise"],
    ["what fails is done without", () => Promise.reject(new Error("No")), "otherwise"],
  ];
  for (const [what, wanted, said] of cases) {
    it(what, async () => assert.equal(await inTime(wanted(), () => "otherwise"), said));
  }
});
