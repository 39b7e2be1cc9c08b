import assert from "node:assert/strict";
import { checkInsertStyle, checkSettings, type UncheckedSettings } from "../../../src/core/checkSettings";
import { defaultSettings, type Settings } from "../../../src/core/model/settings";

const unset: UncheckedSettings = { bibliographies: undefined, corpus: undefined, style: undefined, locale: undefined, diagnostics: undefined, citationCommands: undefined };

describe("checkSettings", () => {
  const cases: readonly [of: string, set: Partial<UncheckedSettings>, expected: Partial<Settings>][] = [
    ["nothing set", {}, {}],
    ["all set", { bibliographies: ["a.bib"], corpus: "never", style: " mla ", locale: "de-DE", citationCommands: ["mycite"] }, { bibliographies: ["a.bib"], corpus: "never", style: "mla", locale: "de-DE", citationCommands: ["mycite"] }],
    ["wrong types", { bibliographies: "a.bib", corpus: 1, style: null, locale: [], diagnostics: "off", citationCommands: {} }, {}],
    ["wrong members", { bibliographies: ["a.bib", 1, null], corpus: "sometimes" }, { bibliographies: ["a.bib"] }],
    ["an empty style", { style: "" }, {}],
    ["severities", { diagnostics: { "unknown-key": "off", "duplicate-key": "loud", other: "error" } }, { diagnostics: { ...defaultSettings.diagnostics, "unknown-key": "off" } }],
    ["severities in a list", { diagnostics: ["off"] }, {}],
  ];
  for (const [of, set, expected] of cases) {
    it(of, () => assert.deepEqual(checkSettings({ ...unset, ...set }), { ...defaultSettings, ...expected }));
  }
});

describe("checkInsertStyle", () => {
  const cases: readonly (readonly [markdown: unknown, latexCommand: unknown, expected: string])[] = [
    [undefined, undefined, "brackets cite"], ["inText", "\\parencite", "inText parencite"], ["key", " autocite* ", "key autocite*"], ["braces", "cite{", "brackets cite"],
    [1, ["cite"], "brackets cite"], ["brackets", "\\", "brackets cite"], ["brackets", "a b", "brackets cite"],
  ];
  for (const [markdown, latexCommand, expected] of cases) {
    it(`${JSON.stringify(markdown)} ${JSON.stringify(latexCommand)}`, () => {
      const style = checkInsertStyle(markdown, latexCommand);
      assert.equal(`${style.markdown} ${style.latexCommand}`, expected);
    });
  }
});
