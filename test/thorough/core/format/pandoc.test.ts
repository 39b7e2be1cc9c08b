import assert from "node:assert/strict";
import { asAgreed } from "../../../../compare/agreement";
import { sampleCase } from "../../../../compare/cases";
import { printHere } from "../../../../compare/sourcebook";
import { styles } from "../../../fixtures/references/agreement.json";

/** What `npm run compare -- --agreement` has found equal; docs/DIFFERENCES.md has the rest. */
describe("what Pandoc prints", () => {
  for (const [style, agreement] of Object.entries(styles)) {
    it(`is printed in ${style}`, async () => {
      const { text, items } = sampleCase(style);
      assert.deepEqual(asAgreed(await printHere(text, items, style), agreement, style), agreement);
    });
  }
});
