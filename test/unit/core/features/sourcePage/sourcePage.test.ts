import assert from "node:assert/strict";
import { checkPageMessage } from "../../../../../src/core/features/sourcePage/pageActions";
import { checkPageState } from "../../../../../src/core/features/sourcePage/pageTarget";
import { columnsOf } from "../../../../../src/core/features/sourcePage/libraryPicture";
import { cslFields } from "../../../../../src/core/features/sourcePage/sourceFields";
import type { CslItem } from "../../../../../src/core/model/cslItem";
import { neverCancelled, serviceFor } from "../../../../support/service";

describe("What a page says", () => {
  const cases: readonly (readonly [sent: unknown, isMessage: boolean])[] = [
    [{ command: "ready" }, true],
    [{ command: "act", revision: 1, action: 0 }, true],
    [{ command: "act", revision: 1, action: -1 }, false],
    [{ command: "act", revision: 1, action: 1.5 }, false],
    [{ command: "act", revision: "1", action: 0 }, false],
    [{ command: "act" }, false],
    [{ command: "workbench.action.quit" }, false],
    [{ command: "constructor" }, false],
    [undefined, false], [null, false], ["ready", false], [[], false], [7, false],
  ];
  for (const [sent, isMessage] of cases) it(`${JSON.stringify(sent)} ${isMessage ? "is" : "is not"} heard`, () => assert.equal(checkPageMessage(sent) !== undefined, isMessage));

  it("a state with more in it loses the rest", () => {
    assert.deepEqual(checkPageMessage({ command: "act", revision: 1, action: 2, uri: "file:///etc/passwd" }), { command: "act", revision: 1, action: 2 });
    assert.deepEqual(checkPageState({ uri: "file:///a.bib", key: "k", isPinned: true, more: 1 }), { uri: "file:///a.bib", key: "k", isPinned: true });
    assert.deepEqual(checkPageState({ uri: "file:///a.bib", key: 1 }), { uri: "file:///a.bib", isPinned: false });
    for (const wrong of [undefined, null, "x", {}, { uri: 3 }, { uri: "" }]) assert.equal(checkPageState(wrong), undefined);
  });
});

describe("A library in numbers", () => {
  const files = {
    "refs.bib": "@book{a, title={A}, year=2001}\n@book{a, title={Again}, year=1990}\n@article{b, title={B}, year=2003}\n@misc{c, title={C}}",
    "one.md": "@a @a @b", "two.tex": "\\cite{a}",
  };

  it("counts years without gaps, types, citations of all documents; a key that is there twice once", async () => {
    const { service } = serviceFor(files, { settings: { corpus: "never" } });
    const picture = await service.libraryPicture("file:///paper/refs.bib");
    assert.deepEqual(picture && {
      ...picture, mostCited: picture.mostCited.map(({ key, count }) => [key, count]), years: picture.years.map(({ first, last, count }) => [first, last, count]),
    }, {
      years: [[2001, 2001, 1], [2002, 2002, 0], [2003, 2003, 1]],
      types: [{ type: "book", count: 1 }, { type: "article-journal", count: 1 }, { type: "document", count: 1 }],
      mostCited: [["a", 3], ["b", 1]],
      withoutYear: 1,
    });
  });

  it("is not drawn where nobody asks any more, or there is no such library", async () => {
    const { service } = serviceFor(files);
    assert.equal(await service.libraryPicture("file:///paper/refs.bib", undefined, { isCancellationRequested: true }), undefined);
    assert.equal(await service.libraryPicture("file:///paper/lost.bib", undefined, neverCancelled), undefined);
  });

  const columns: readonly (readonly [years: readonly number[], count: number, first: string])[] = [
    [[], 0, ""], [[2001], 1, "2001–2001"], [[1999, 2020], 22, "1999–1999"], [[1900, 2020], 25, "1900–1904"], [[-500, 2020], 51, "-500–-451"], [[1, 1e9], 51, "0–19999999"],
  ];
  for (const [years, count, first] of columns) {
    it(`${years.join(", ") || "no year"}: ${count} columns`, () => {
      const made = columnsOf(years.map((year) => ({ year, count: 1 })));
      assert.deepEqual([made.length, made[0] === undefined ? "" : `${made[0].first}–${made[0].last}`], [count, first]);
      assert.equal(made.reduce((sum, column) => sum + column.count, 0), years.length);
    });
  }
});

describe("Fields as CSL", () => {
  it("shows names and dates as people write them, and the rest as it is", () => {
    const item = { id: "k", type: "book", author: [{ family: "Doe", given: "Jane", "non-dropping-particle": "van" }, { literal: "WHO" }], issued: { "date-parts": [[2001, 5, 1], [2002]] }, custom: { a: 1 }, volume: 3, odd: [null] };
    assert.deepEqual(cslFields(item as unknown as CslItem).map(({ name, value }) => `${name}: ${value}`), [
      "type: book", "author: van Doe, Jane; WHO", "issued: 2001-05-01 / 2002", "custom: {\"a\":1}", "volume: 3", "odd: [null]",
    ]);
  });
});
