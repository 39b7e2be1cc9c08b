import assert from "node:assert/strict";
import { withKnownReferences } from "../../../../src/core/features/knownReferences";
import type { ReferenceEngine, ReferenceFormat, ReferenceStyle } from "../../../../src/core/ports";
import { plainEngine } from "../../../support/plainEngine";

const doe = { id: "doe", type: "book", title: "One" };
const apa: ReferenceStyle = { style: { id: "apa" } };

/** An engine that counts what it is asked for. */
function countingEngine(): { readonly engine: ReferenceEngine; readonly count: () => number } {
  let count = 0;
  const engine = plainEngine();
  return {
    engine: withKnownReferences({
      ...engine,
      formatBibliography: (items, style, format) => {
        count++;
        return engine.formatBibliography(items, style, format);
      },
    }),
    count: () => count,
  };
}

describe("known references", () => {
  const changes: readonly (readonly [what: string, item: typeof doe, style: ReferenceStyle, format: ReferenceFormat, isKnown: boolean])[] = [
    ["the same", { ...doe }, { style: { id: "apa" } }, "text", true],
    ["other content", { ...doe, title: "Two" }, apa, "text", false],
    ["another key", { ...doe, id: "roe" }, apa, "text", false],
    ["another style", doe, { style: { id: "ieee" } }, "text", false],
    ["a style as XML", doe, { style: { xml: "<style/>" } }, "text", false],
    ["another locale", doe, { ...apa, locale: "de-DE" }, "text", false],
    ["another format", doe, apa, "html", false],
  ];
  for (const [what, item, style, format, isKnown] of changes) {
    it(`${what} is ${isKnown ? "known" : "new"}`, async () => {
      const { engine, count } = countingEngine();
      await engine.formatBibliography([doe], apa, "text");
      await engine.formatBibliography([item], style, format);
      assert.equal(count(), isKnown ? 1 : 2);
    });
  }

  it("are no more than a thousand, and of single sources that are not too long", async () => {
    const { engine, count } = countingEngine();
    const ask = (id: string): Promise<unknown> => engine.formatBibliography([{ ...doe, id }], apa, "text");
    for (let number = 0; number <= 1_000; number++) await ask(`doe${number}`);
    await ask("doe0");
    assert.equal(count(), 1_002);
    for (const items of [[doe, { ...doe, id: "roe" }], [{ ...doe, title: "x".repeat(20_000) }]]) {
      const before = count();
      await engine.formatBibliography(items, apa, "text");
      await engine.formatBibliography(items, apa, "text");
      assert.equal(count(), before + 2);
    }
  });

  it("do not keep what failed", async () => {
    const { engine, count } = countingEngine();
    await assert.rejects(engine.formatBibliography([doe], { style: { id: "none" } }, "text"));
    await assert.rejects(engine.formatBibliography([doe], { style: { id: "none" } }, "text"));
    assert.equal(count(), 2);
  });
});
