import assert from "node:assert/strict";
import { accept, closeEditors, completionsAt, keyOf, openText } from "./support";

const key = "zakharova2016economic";

describe("completion", () => {
  afterEach(closeEditors);

  const offered: readonly (readonly [language: string, text: string, accepted: string])[] = [
    ["markdown", "As shown [@zakh‸].", `As shown [@${key}].`],
    ["markdown", "As shown [@zakh‸", `As shown [@${key}`],
    ["markdown", "@zakh‸rova2016economic says", `@${key} says`],
    ["markdown", "[see @zhebin2017north; -@zakh‸, p. 3]", `[see @zhebin2017north; -@${key}, p. 3]`],
    ["markdown", "@{zakh‸}", `@{${key}}`],
    ["markdown", "{cite:p}`zhebin2017north,zakh‸`", `{cite:p}\`zhebin2017north,${key}\``],
    ["latex", "\\cite{zakh‸}", `\\cite{${key}}`],
    ["latex", "\\cite{zakh‸", `\\cite{${key}`],
    ["latex", "\\textcite[see][3]{zhebin2017north,\n  zakh‸rov}", `\\textcite[see][3]{zhebin2017north,\n  ${key}}`],
  ];
  for (const [language, text, accepted] of offered) {
    it(`${language}: ${text.replaceAll("\n", "⏎")}`, async () => {
      const opened = await openText(language, text);
      const items = await completionsAt(opened);
      assert.equal(await accept(opened, items.find((item) => keyOf(item) === key)), accepted);
    });
  }

  const silent: readonly (readonly [language: string, text: string])[] = [
    ["markdown", "writer@zakh‸"],
    ["markdown", "`[@zakh‸]`"],
    ["markdown", "```\n[@zakh‸]\n```"],
    ["markdown", "$x_{@zakh‸}$"],
    ["markdown", "<!-- [@zakh‸] -->"],
    ["markdown", "plain zakh‸"],
    ["latex", "% \\cite{zakh‸}"],
    ["latex", "\\verb|\\cite{zakh‸}|"],
    ["latex", "plain zakh‸"],
  ];
  for (const [language, text] of silent) {
    it(`nothing in ${language}: ${text.replaceAll("\n", "⏎")}`, async () => {
      assert.deepEqual((await completionsAt(await openText(language, text))).map(keyOf), []);
    });
  }

  it("matches words in any order and script, best first", async () => {
    const items = await completionsAt(await openText("markdown", "[@жебин‸]"));
    assert.deepEqual(items.slice(0, 2).map(keyOf).sort(), ["zhebin2006situation", "zhebin2017north"]);
  });

  it("formats the reference of the focused item only", async () => {
    const [item] = await completionsAt(await openText("markdown", "[@zakharova2016‸]"));
    const documentation = item?.documentation;
    assert.ok(documentation !== undefined && typeof documentation !== "string");
    assert.match(documentation.value, /Zakharova.*2016.*Journal of Eurasian Studies/s);
  });
});
