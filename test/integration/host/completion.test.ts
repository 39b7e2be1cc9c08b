import assert from "node:assert/strict";
import { accept, closeEditors, completionsAt, keyOf, keysAt, openText } from "./support";

const key = "zakharova2016economic";

describe("completion", () => {
  afterEach(closeEditors);

  const offered: readonly (readonly [language: "markdown" | "latex", text: string, accepted: string])[] = [
    ["markdown", "As shown [@zakh‸].", `As shown [@${key}].`],
    ["markdown", "As shown [@zakh‸", `As shown [@${key}`],
    ["markdown", "As @‸ says", `As @${key} says`],
    ["markdown", "@zakh‸rova2016economic says", `@${key} says`],
    ["markdown", "[see @zhebin2017north; -@zakh‸, p. 3]", `[see @zhebin2017north; -@${key}, p. 3]`],
    ["markdown", "@{zakh‸}", `@{${key}}`],
    ["markdown", "{cite:p}`zhebin2017north,zakh‸`", `{cite:p}\`zhebin2017north,${key}\``],
    ["latex", "\\cite{zakh‸}", `\\cite{${key}}`],
    ["latex", "\\cite{zakh‸", `\\cite{${key}`],
    ["latex", "\\cite{‸zakharova}", `\\cite{${key}}`],
    ["latex", "\\textcite[see][3]{zhebin2017north,\n  zakh‸rov}", `\\textcite[see][3]{zhebin2017north,\n  ${key}}`],
    ["latex", "\\cites(see)[3]{zhebin2017north}[4]{zakh‸}", `\\cites(see)[3]{zhebin2017north}[4]{${key}}`],
  ];
  for (const [language, text, accepted] of offered) {
    it(`${language}: ${text.replaceAll("\n", "⏎")}`, async () => {
      const opened = await openText(language, text);
      const items = await completionsAt(opened);
      assert.equal(await accept(opened, items.find((item) => keyOf(item) === key)), accepted);
    });
  }

  const silent: readonly (readonly [language: "markdown" | "latex", text: string])[] = [
    ["markdown", "writer@zakh‸"],
    ["markdown", "Write to <writer@zakh‸ova.org>."],
    ["markdown", "https://example.org/@zakh‸"],
    ["markdown", "`[@zakh‸]`"],
    ["markdown", "```\n[@zakh‸]\n```"],
    ["markdown", "Text\n\n    [@zakh‸]"],
    ["markdown", "$x_{@zakh‸}$"],
    ["markdown", "$$\nx_{@zakh‸}\n$$"],
    ["markdown", "<!-- [@zakh‸] -->"],
    ["markdown", "\\@zakh‸"],
    ["markdown", "plain zakh‸"],
    ["latex", "% \\cite{zakh‸}"],
    ["latex", "\\verb|\\cite{zakh‸}|"],
    ["latex", "\\begin{verbatim}\n\\cite{zakh‸}\n\\end{verbatim}"],
    ["latex", "\\begin{lstlisting}\n\\cite{zakh‸}\n\\end{lstlisting}"],
    ["latex", "\\newcommand{\\mine}[1]{\\cite{zakh‸}}"],
    ["latex", "\\section{zakh‸}"],
    ["latex", "plain zakh‸"],
  ];
  for (const [language, text] of silent) {
    it(`nothing in ${language}: ${text.replaceAll("\n", "⏎")}`, async () => {
      assert.deepEqual(await keysAt(await openText(language, text)), []);
    });
  }

  it("matches words in any script, best first", async () => {
    const keys = await keysAt(await openText("markdown", "[@жебин‸]"));
    assert.deepEqual(keys.slice(0, 2).toSorted(), ["zhebin2006situation", "zhebin2017north"]);
  });

  it("shows authors, year and title; the reference comes with the focused item only", async () => {
    const opened = await openText("markdown", "[@zakharova2016‸]");
    const [listed] = await completionsAt(opened);
    assert.ok(listed);
    assert.deepEqual(listed.label, { label: key, description: "Zakharova 2016" });
    assert.match(listed.detail ?? "", /^Economic/);
    assert.equal(listed.documentation, undefined);
    const [focused] = await completionsAt(opened, 1);
    const documentation = focused?.documentation;
    assert.ok(documentation !== undefined && typeof documentation !== "string");
    assert.match(documentation.value, /Zakharova.*2016.*Journal of Eurasian Studies/s);
  });
});
