import assert from "node:assert/strict";
import fc from "fast-check";
import { citePieces } from "../../../../src/core/format/csl/citePieces";
import type { Reference } from "../../../../src/core/format/markup/reference";

function referenceOf(text: string): Reference {
  return [{ display: "inline", runs: text.split("|").filter((run) => run !== "").map((run, index) => ({ text: run, style: index % 2 === 0 ? {} : { italic: true } })) }];
}

/** `a=Doe, 2001` is a source and what it looks like when it is cited alone; `|` changes between upright and italic. */
function shown(text: string, ...cites: readonly string[]): string {
  const plain = cites.map((cite) => ({ id: cite.slice(0, cite.indexOf("=")), text: cite.slice(cite.indexOf("=") + 1) }));
  return citePieces(referenceOf(text), plain).map(({ id, runs }) => {
    const written = runs.map((run) => run.style.italic === true ? `*${run.text}*` : run.text).join("");
    return id === undefined ? written : `⟦${id}:${written}⟧`;
  }).join("");
}

describe("pieces of citations", () => {
  const cases: readonly (readonly [text: string, cites: readonly string[], expected: string])[] = [
    ["(Doe, 2001; Roe, 1999)", ["a=Doe, 2001", "b=Roe, 1999"], "(⟦a:Doe, 2001⟧; ⟦b:Roe, 1999⟧)"],
    ["(Doe, 2001a, 2001b)", ["a=Doe, 2001a", "b=Doe, 2001b"], "(⟦a:Doe, 2001a⟧, ⟦b:2001b⟧)"],
    ["(Doe, |One|; Roe)", ["a=Doe, One", "b=Roe"], "(⟦a:Doe, *One*⟧; ⟦b:Roe⟧)"],
    ["[1], [12]", ["a=[1]", "b=[12]"], "⟦a:[1]⟧, ⟦b:[12]⟧"],
    ["(1–3)", ["a=1", "b=2", "c=3"], "(⟦a:1⟧–⟦c:3⟧)"],
    ["(1–3, p 2)", ["a=1", "b=2", "c=3"], "(⟦a:1⟧–⟦c:3⟧, p 2)"],
    ["(12, 21)", ["a=2", "b=1"], "(12, 21)"],
    ["Van der Berg, “On.”", ["a=van der Berg, “On”"], "⟦a:Van der Berg, “On⟧.”"],
    ["(x)", ["a="], "(x)"],
    ["", ["a=1"], ""],
  ];
  for (const [text, cites, expected] of cases) it(text, () => assert.equal(shown(text, ...cites), expected));

  it("are the citation, whatever it holds", () => {
    const words = fc.array(fc.constantFrom("Doe", "2001", ", ", "; ", "|", "1", "–", "İ", "😀", "("), { maxLength: 8 }).map((parts) => parts.join(""));
    fc.assert(fc.property(words, fc.array(words, { maxLength: 4 }), (text, cites) => {
      const pieces = citePieces(referenceOf(text), cites.map((cite, index) => ({ id: String(index), text: cite })));
      assert.equal(pieces.flatMap(({ runs }) => runs.map((run) => run.text)).join(""), text.replaceAll("|", ""));
    }));
  });
});
