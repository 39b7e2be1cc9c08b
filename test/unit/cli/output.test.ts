import assert from "node:assert/strict";
import { count, writeJson, writeJsonList, writeLine, writeSources, writeText } from "../../../src/cli/output";
import { MemoryOutput } from "../../support/commandLine";

const hostile = "a\u001b[31mb\u009bc\u202ed\u0007";

describe("output", () => {
  it("JSON keeps every character, escaped where a terminal would obey it", () => {
    const output = new MemoryOutput();
    writeJson(output, [hostile, "Жебин\u2028"]);
    assert.deepEqual(JSON.parse(output.text), [hostile, "Жебин\u2028"]);
    assert.match(output.text, /^[\u0020-\u007e\nЖебин]*$/);
  });

  const values: readonly unknown[] = [
    [], {}, [[]], "a\nb", null, [null, undefined, 1], { a: [], b: undefined, c: { d: [1] } }, [{ "a\"": "x\ny", list: [{ deep: { list: [1, { b: 2 }] } }] }, [[1], [2, 3]]],
    { citations: Array.from({ length: 9000 }, (_, number) => ({ key: `k${String(number)}`, locator: null })) },
  ];
  for (const value of values) {
    it(`JSON is written in parts as if it were written at once: ${JSON.stringify(value).slice(0, 60)}`, () => {
      const parts: string[] = [];
      writeJson({ isTerminal: false, write: (part) => void parts.push(part) }, value);
      assert.equal(parts.join(""), `${JSON.stringify(value, undefined, 2)}\n`);
      assert.ok(parts.every((part) => part.length < 100_000));
    });
  }

  for (const list of [[], [[]], [[1, { a: [] }], [], ["\n", [2]]]]) {
    it(`a list in parts is written like a list: ${JSON.stringify(list)}`, async () => {
      const [parts, whole] = [new MemoryOutput(), new MemoryOutput()];
      await writeJsonList(parts, partsOf(list));
      writeJson(whole, list.flat());
      assert.equal(parts.text, whole.text);
    });
  }

  it("a line stays one, without control characters", () => {
    const output = new MemoryOutput();
    writeLine(output, `${hostile}\nx`);
    assert.equal(output.text, "a[31mbcd x\n");
  });

  const texts: readonly [text: string, isTerminal: boolean, written: string][] = [
    ["a\r\nb\rc\td", false, "a\nb\nc\td\n"],
    ["a\n", false, "a\n"],
    ["", false, ""],
    [hostile, true, "a[31mbcd\n"],
    [hostile, false, "a[31mbc\u202ed\n"],
  ];
  for (const [text, isTerminal, written] of texts) {
    it(`text ${JSON.stringify(text)} ${isTerminal ? "on a terminal" : "in a file"}`, () => {
      let all = "";
      writeText({ isTerminal, write: (part) => all += part }, text);
      assert.equal(all, written);
    });
  }

  it("sources stand in columns", () => {
    const output = new MemoryOutput();
    writeSources(output, [{ key: "a", byline: "Doe 2001", title: "One\nline" }, { key: "жебин", byline: "", title: "" }, { key: hostile, byline: "B", title: "T" }]);
    assert.equal(output.text, "a         Doe 2001  One line\nжебин\na[31mbcd  B         T\n");
  });

  it("counts", () => {
    assert.deepEqual([0, 1, 2].map((number) => count(number, "file")), ["0 files", "1 file", "2 files"]);
  });
});

/** As they would come from an engine. */
async function* partsOf(list: readonly (readonly unknown[])[]): AsyncGenerator<readonly unknown[]> {
  for (const part of list) yield await Promise.resolve(part);
}
