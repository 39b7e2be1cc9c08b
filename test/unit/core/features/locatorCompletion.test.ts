import assert from "node:assert/strict";
import { readMarks } from "../../../support/marks";
import { serviceFor } from "../../../support/service";

/** The terms that are offered at `‸`, and the text after the one with `term` is accepted. */
function complete(marked: string, file: string, term?: string): { readonly terms: readonly string[]; readonly after: string } {
  const { text, cursor } = readMarks(marked);
  const { service, workspace } = serviceFor({ [file]: text });
  const answer = service.completeLocator(workspace.document(file), cursor);
  const accepted = answer?.suggestions.find((suggestion) => suggestion.term === term);
  const after = answer === undefined || accepted === undefined ? text : text.slice(0, answer.range.start) + accepted.insertText + text.slice(answer.range.end);
  return { terms: answer?.suggestions.map((suggestion) => suggestion.term) ?? [], after };
}

describe("completion of locators", () => {
  const accepted: readonly (readonly [file: string, before: string, term: string, after: string])[] = [
    ["a.md", "[@doe,‸]", "p.", "[@doe, p. ]"],
    ["a.md", "[@doe, ‸]", "pp.", "[@doe, pp. ]"],
    ["a.md", "[@doe, ‸", "chap.", "[@doe, chap. "],
    ["a.md", "[@doe, p‸ 33]", "pp.", "[@doe, pp. 33]"],
    ["a.md", "[@doe, p‸.33]", "pp.", "[@doe, pp. 33]"],
    ["a.md", "[see @{a key}, ch‸; @b]", "chap.", "[see @{a key}, chap. ; @b]"],
    ["a.md", "[see @a, p. 3; -@b, ‸]", "sec.", "[see @a, p. 3; -@b, sec. ]"],
    ["a.md", "@doe [‸]", "p.", "@doe [p. ]"],
    ["a.md", "@doe [‸", "p.", "@doe [p. "],
    ["a.md", "-@doe [‸; @b]", "p.", "-@doe [p. ; @b]"],
    ["a.md", "@doe [p. 3; @b, ‸]", "vol.", "@doe [p. 3; @b, vol. ]"],
    ["a.md", "[@doe{‸}]", "p.", "[@doe{p. }]"],
    ["a.md", "[@doe{‸", "p.", "[@doe{p. "],
    ["a.md", "[@doe, {‸}]", "p.", "[@doe, {p. }]"],
    ["a.md", "> - text[^1]\n\n[^1]: See [@doe,\n    ‸].", "p.", "> - text[^1]\n\n[^1]: See [@doe,\n    p. ]."],
    ["a.md", "| a | b |\n|---|---|\n| [@doe, ‸] | c |\n", "fig.", "| a | b |\n|---|---|\n| [@doe, fig. ] | c |\n"],
    ["a.md", "{cite:p}`doe{‸}`", "p.", "{cite:p}`doe{p. }`"],
    ["a.md", "{cite:p}`{see}doe{‸", "p.", "{cite:p}`{see}doe{p. "],
    ["a.md", "---\nlang: de\n---\n[@doe, s‸]", "S.", "---\nlang: de\n---\n[@doe, S. ]"],
    ["a.md", "---\nlang: ru\n---\n[@doe, ‸]", "с.", "---\nlang: ru\n---\n[@doe, с. ]"],
    ["a.md", "---\nnocite: '[@doe, ‸]'\n---\n", "p.", "---\nnocite: '[@doe, p. ]'\n---\n"],
    ["a.tex", "\\cite[‸]{doe}", "p.", "\\cite[p.~]{doe}"],
    ["a.tex", "\\cite[‸]", "pp.", "\\cite[pp.~]"],
    ["a.tex", "\\citep[see][c‸]{doe}", "chap.", "\\citep[see][chap.~]{doe}"],
    ["a.tex", "\\citep[see][p‸~3]{doe}", "pp.", "\\citep[see][pp.~3]{doe}"],
    ["a.tex", "\\cites[3]{a}[‸]{b}", "fig.", "\\cites[3]{a}[fig.~]{b}"],
    ["a.tex", "\\cites(see)(‸)[3]{a}{b}", "p.", "\\cites(see)(p.~)[3]{a}{b}"],
    ["a.tex", "\\cite<see>[‸]{a}", "\\S", "\\cite<see>[\\S~]{a}"],
  ];
  for (const [file, before, term, after] of accepted) {
    it(`${file}: ${JSON.stringify(before)} + ${term}`, () => assert.equal(complete(before, file, term).after, after));
  }

  const nowhere: readonly (readonly [file: string, text: string])[] = [
    ["a.md", "@doe, ‸"], ["a.md", "[@doe; ‸]"], ["a.md", "[@doe, p. ‸3]"], ["a.md", "[@doe, and‸]"], ["a.md", "[@doe, ](‸)"], ["a.md", "[text @doe, ‸](x)"], ["a.md", "`[@doe, ‸]`"],
    ["a.md", "[see, ‸]"], ["a.md", "^[@doe, ‸]"], ["a.md", "@doe says [‸]"], ["a.md", "[@doe,\n\n‸]"],
    ["a.tex", "\\cite[‸][3]{doe}"], ["a.tex", "\\cite{‸}"], ["a.tex", "\\section[‸]{x}"], ["a.tex", "% \\cite[‸]{doe}"], ["a.tex", "\\cite[see‸]{doe}"], ["a.tex", "\\nocite[‸]{doe}"],
  ];
  for (const [file, text] of nowhere) it(`nothing in ${file}: ${JSON.stringify(text)}`, () => assert.deepEqual(complete(text, file).terms, []));

  it("offers short forms before long ones, pages first, and what begins as is written", () => {
    assert.deepEqual(complete("[@a, ‸]", "a.md").terms.slice(0, 6), ["p.", "pp.", "chap.", "chaps.", "sec.", "secs."]);
    assert.deepEqual(complete("[@a, P‸]", "a.md").terms, ["p.", "pp.", "para.", "paras.", "pt.", "pts.", "page", "pages", "paragraph", "paragraphs", "part", "parts"]);
  });

  it("offers the document's own language first, then English", () => {
    const { terms } = complete("---\nlang: fr-CH\n---\n[@a, ‸]", "a.md");
    assert.equal(terms.indexOf("liv.") < terms.indexOf("bk.") && terms.includes("livre"), true);
    assert.equal(new Set(terms).size, terms.length);
  });

  it("offers nothing that our own readers do not take for a locator", () => {
    for (const lang of ["en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "ja"]) {
      const { terms } = complete(`---\nlang: ${lang}\n---\n[@a, ‸]`, "a.md");
      const { service, workspace } = serviceFor({ "a.md": `---\nlang: ${lang}\n---\n${terms.map((term) => `[@a, ${term} 3]`).join("\n\n")}` });
      const read = service.parse(workspace.document("a.md"))?.clusters.map(({ citationItems: [item] }) => item?.locator?.value);
      assert.deepEqual(read, terms.map(() => "3"), lang);
    }
    for (const term of complete("\\cite[‸]{a}", "b.tex").terms) {
      const { service, workspace } = serviceFor({ "b.tex": `\\cite[${term}~3]{a}` });
      assert.equal(service.parse(workspace.document("b.tex"))?.clusters[0]?.citationItems[0]?.locator?.value, "3", term);
    }
  });
});
