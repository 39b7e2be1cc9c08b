import assert from "node:assert/strict";
import { Fuzzer, failureOf } from "../../fuzz/fuzzer";
import { readers } from "../../fuzz/readers";
import { seedsOf } from "../../fuzz/seeds";

/** How many texts each reader gets here; `npm run fuzz` makes them as long as it is told. */
const texts = 8;

describe("Made-up texts", () => {
  for (const reader of readers) {
    it(`are read by ${reader.name} as it promises`, async () => {
      const fuzzer = new Fuzzer(reader, seedsOf(reader), 1);
      for (let left = texts; left > 0; left--) assert.equal(await fuzzer.next(), undefined);
    });
  }
});

/** Texts that `npm run fuzz` found a reader to break a promise on. */
const found: Readonly<Record<string, readonly string[]>> = {
  "csl-json": ["]t", "{\"id\":\"", "]{\"id\":", "[{\"id\": \"a\"}] x [{\"id\": \"b\"}]"],
  "csl-yaml": ["- *a", "s: *A,:", "-\n: 2\n- <<:", "references:\n- :\n  **st**", "- &a\n  *a : x"],
  hayagriva: ["b:\n :\n *A", "\"\":"],
  markdown: ["---\ne:\n|S\n---", `@${"a".repeat(40)}`, `(@${"a-".repeat(40)}`],
  latex: ["{\\end{document}\\begin{document}", "\\begin{lstlisting}[{{}\\end{lstlisting}{\\x[]{[}}\\nocite{*}{}}]"],
  project: ["bibliography: |", "bibliography: *a", "[".repeat(500)],
};

describe("Texts that have broken a reader", () => {
  for (const [name, all] of Object.entries(found)) {
    for (const text of all) {
      it(`${name}: ${JSON.stringify(text.slice(0, 60))}`, async () => {
        const reader = readers.find((candidate) => candidate.name === name) ?? assert.fail();
        assert.equal(await failureOf(reader, text), undefined);
      });
    }
  }
});
