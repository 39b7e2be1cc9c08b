import assert from "node:assert/strict";
import { readMarks } from "../../../support/marks";
import { neverCancelled, serviceFor, type ServiceOptions } from "../../../support/service";

const library = [
  "@article{muller2001, author={M{\\\"u}ller, Anna}, title={Rivers of the North}, journal={Hydrology}, year=2001}",
  "@book{zhebin1998, author={Жебин, А.}, title={Корея}, year=1998}",
  "@article{rivers2010, author={Okoro, Ada}, title={A survey}, journal={Water}, year=2010}",
  "@article{okoro2015, author={Okoro, Ada and Müller, Anna}, title={Dams and rivers}, journal={Water}, year=2015}",
  "@misc{key with spaces, author={Strange, S.}, title={Odd}, year=2020}",
].join("\n");

/** Completes at `‸` in a document and tells the keys in their order. */
async function keysAt(marked: string, file = "paper.md", options: ServiceOptions = {}): Promise<readonly string[] | undefined> {
  return (await answerAt(marked, file, options))?.suggestions.map(({ source }) => source.key);
}

async function answerAt(marked: string, file: string, options: ServiceOptions = {}) {
  const { text, cursor } = readMarks(marked);
  const { service, workspace } = serviceFor({ [file]: text, "library.bib": library }, options);
  return service.complete(workspace.document(file), cursor, neverCancelled);
}

/** The document after the suggestion with `key` was accepted. */
async function accept(marked: string, key: string, file = "paper.md"): Promise<string> {
  const { text } = readMarks(marked);
  const answer = await answerAt(marked, file);
  const suggestion = answer?.suggestions.find(({ source }) => source.key === key);
  assert.ok(answer && suggestion, `No ${key} for ${marked}`);
  return text.slice(0, answer.range.start) + suggestion.insertText + text.slice(answer.range.end);
}

describe("completion", () => {
  const ranking: readonly (readonly [document: string, keys: readonly string[] | undefined])[] = [
    ["[@okoro2015‸", ["okoro2015"]],
    ["[@okoro‸", ["okoro2015", "rivers2010"]],
    ["[@rivers‸", ["rivers2010", "okoro2015", "muller2001"]],
    ["[@ROKO‸", []],
    ["[@muller‸", ["muller2001", "okoro2015"]],
    ["[@müller‸", ["muller2001", "okoro2015"]],
    ["[@mueller‸", ["okoro2015", "muller2001"]],
    ["[@жебин‸", ["zhebin1998"]],
    ["[@zhebin‸", ["zhebin1998"]],
    ["[@корея‸", ["zhebin1998"]],
    ["[@koreya‸", ["zhebin1998"]],
    ["[@2010‸", ["rivers2010"]],
    ["[@water‸", ["okoro2015", "rivers2010"]],
    ["[@ydrolog‸", ["muller2001"]],
    ["[@__proto__‸", []],
    ["[@okoro dams‸", ["okoro2015"]],
    ["[@okoro ‸", ["okoro2015", "rivers2010"]],
    ["[@muller2001 dams‸", undefined],
    ["@okoro says that ‸", []],
    ["@okoro, water‸", undefined],
    ["@okoro\nwater‸", undefined],
    ["[@{okoro dams‸}", ["okoro2015"]],
    ["[@{dams 2015 okor‸}]", ["okoro2015"]],
    ["[see @rivers2010; @ok‸", ["okoro2015", "rivers2010"]],
    ["Cited: @muller2001. Now [@rivers‸", ["rivers2010", "muller2001", "okoro2015"]],
  ];
  for (const [document, keys] of ranking) it(document, async () => assert.deepEqual(await keysAt(document), keys));

  it("offers all sources where nothing is typed yet, cited and near ones first", async () => {
    assert.equal((await keysAt("[@‸"))?.length, 5);
    assert.deepEqual((await keysAt("@zhebin1998 and far away @muller2001 and [@‸"))?.slice(0, 2), ["muller2001", "zhebin1998"]);
  });

  it("marks what is cited already, but not what is being typed", async () => {
    const answer = await answerAt("@muller2001 and @okoro2015‸", "paper.md");
    assert.deepEqual(answer?.suggestions.map(({ source, isCited }) => [source.key, isCited]), [["okoro2015", false]]);
  });

  const accepted: readonly (readonly [file: string, before: string, key: string, after: string])[] = [
    ["paper.md", "[@rivers‸] and on", "rivers2010", "[@rivers2010] and on"],
    ["paper.md", "[@riv‸ers1999, p. 3]", "rivers2010", "[@rivers2010, p. 3]"],
    ["paper.md", "[@‸]", "key with spaces", "[@{key with spaces}]"],
    ["paper.md", "[@{‸}]", "key with spaces", "[@{key with spaces}]"],
    ["paper.md", "As @ok‸ says", "okoro2015", "As @okoro2015 says"],
    ["paper.md", "[‸]", "okoro2015", "[@okoro2015]"],
    ["paper.md", "[@muller2001; ‸]", "okoro2015", "[@muller2001; @okoro2015]"],
    ["paper.md", "{cite:p}`muller2001,ok‸`", "okoro2015", "{cite:p}`muller2001,okoro2015`"],
    ["paper.md", "As -@ok‸ says", "okoro2015", "As -@okoro2015 says"],
    ["paper.md", "See (@ok‸)", "okoro2015", "See (@okoro2015)"],
    ["paper.md", "[see -@ok‸, p. 3]", "okoro2015", "[see -@okoro2015, p. 3]"],
    ["paper.md", "[@muller2001; see @ok‸]", "okoro2015", "[@muller2001; see @okoro2015]"],
    ["paper.md", "@muller2001 [p. 3; @ok‸]", "okoro2015", "@muller2001 [p. 3; @okoro2015]"],
    ["paper.md", "@muller2001 [‸]", "okoro2015", "@muller2001 [@okoro2015]"],
    ["paper.md", "[@okoro dams‸]", "okoro2015", "[@okoro2015]"],
    ["paper.md", "As @okoro 2015 dam‸ says", "okoro2015", "As @okoro2015 says"],
    ["paper.md", "[see @dams riv‸; @b]", "okoro2015", "[see @okoro2015; @b]"],
    ["paper.tex", "\\cite{okoro 2015 dams‸}", "okoro2015", "\\cite{okoro2015}"],
    ["paper.md", "- one\n  - [@ok‸]", "okoro2015", "- one\n  - [@okoro2015]"],
    ["paper.md", "1. one [@ok‸", "okoro2015", "1. one [@okoro2015"],
    ["paper.md", "Text[^1]\n\n[^1]: See @ok‸.", "okoro2015", "Text[^1]\n\n[^1]: See @okoro2015."],
    ["paper.md", "Text^[See @ok‸]", "okoro2015", "Text^[See @okoro2015]"],
    ["paper.md", "| a | b |\n|---|---|\n| [@ok‸] | c |\n", "okoro2015", "| a | b |\n|---|---|\n| [@okoro2015] | c |\n"],
    ["paper.md", "> > quoted [@ok‸]", "okoro2015", "> > quoted [@okoro2015]"],
    ["paper.md", "# A heading @ok‸", "okoro2015", "# A heading @okoro2015"],
    ["paper.md", "::: note\n[@ok‸]\n:::", "okoro2015", "::: note\n[@okoro2015]\n:::"],
    ["paper.md", "```{note}\n{cite:t}`ok‸`\n```", "okoro2015", "```{note}\n{cite:t}`okoro2015`\n```"],
    ["paper.md", "{cite}`muller2001, ok‸`", "okoro2015", "{cite}`muller2001, okoro2015`"],
    ["paper.md", "---\nnocite: |\n  @muller2001, @ok‸\n---\n", "okoro2015", "---\nnocite: |\n  @muller2001, @okoro2015\n---\n"],
    ["paper.md", "*@ok‸* and **[@x]**", "okoro2015", "*@okoro2015* and **[@x]**"],
    ["paper.tex", "\\cite{muller2001,‸}", "okoro2015", "\\cite{muller2001,okoro2015}"],
    ["paper.tex", "\\cite{muller2001, ‸}", "okoro2015", "\\cite{muller2001, okoro2015}"],
    ["paper.tex", "\\cite{muller2001,\n  ‸\n}", "okoro2015", "\\cite{muller2001,\n  okoro2015\n}"],
    ["paper.tex", "\\cite{%\n  muller2001,% one\n  ok‸,% two\n}", "okoro2015", "\\cite{%\n  muller2001,% one\n  okoro2015,% two\n}"],
    ["paper.tex", "\\footnote{See \\textcite{ok‸} and more.}", "okoro2015", "\\footnote{See \\textcite{okoro2015} and more.}"],
    ["paper.tex", "\\begin{tabular}{l}a & \\cite{ok‸}\\\\\\end{tabular}", "okoro2015", "\\begin{tabular}{l}a & \\cite{okoro2015}\\\\\\end{tabular}"],
    ["paper.tex", "\\caption[\\cite{ok‸}]{x}", "okoro2015", "\\caption[\\cite{okoro2015}]{x}"],
    ["paper.tex", "\\nocite{ok‸}", "okoro2015", "\\nocite{okoro2015}"],
    ["paper.tex", "\\defcitealias{ok‸}{Dams}", "okoro2015", "\\defcitealias{okoro2015}{Dams}"],
    ["paper.tex", "\\cite{ok‸oro1999", "okoro2015", "\\cite{okoro2015"],
    ["paper.tex", "\\cite{ok‸}", "okoro2015", "\\cite{okoro2015}"],
    ["paper.tex", "\\cite{muller2001, ok‸oro1999, zhebin1998}", "okoro2015", "\\cite{muller2001, okoro2015, zhebin1998}"],
    ["paper.tex", "\\citep[see][p. 3]{‸", "okoro2015", "\\citep[see][p. 3]{okoro2015"],
    ["paper.tex", "\\parencites(cf.)[3]{muller2001}{ok‸}", "okoro2015", "\\parencites(cf.)[3]{muller2001}{okoro2015}"],
    ["paper.tex", "\\cite{muller2001,\n  ok‸}", "okoro2015", "\\cite{muller2001,\n  okoro2015}"],
  ];
  for (const [file, before, key, after] of accepted) it(`${JSON.stringify(before)} becomes ${JSON.stringify(after)}`, async () => assert.equal(await accept(before, key, file), after));

  const nowhere: readonly (readonly [file: string, document: string])[] = [
    ["paper.md", "plain text‸"],
    ["paper.md", "writer@exam‸ple.org"],
    ["paper.md", "`@ok‸`"],
    ["paper.md", "```\n[@ok‸]\n```"],
    ["paper.md", "$x_{@ok‸}$"],
    ["paper.md", "<!-- @ok‸ -->"],
    ["paper.md", "https://example.org/@ok‸"],
    ["paper.md", "\\@ok‸"],
    ["paper.md", "<a href=\"@ok‸\">"],
    ["paper.md", "$$\n@ok‸\n$$"],
    ["paper.md", "~~~\n@ok‸\n~~~"],
    ["paper.md", "Text\n\n    [@ok‸]"],
    ["paper.md", "<https://x.org/@ok‸>"],
    ["paper.md", "[text](https://x.org/@ok‸)"],
    ["paper.md", "word@ok‸"],
    ["paper.md", "---\ncsl: apa@ok‸\n---\n"],
    ["paper.tex", "% \\cite{ok‸}"],
    ["paper.tex", "\\verb|\\cite{ok‸}|"],
    ["paper.tex", "\\begin{verbatim}\n\\cite{ok‸}\n\\end{verbatim}"],
    ["paper.tex", "\\label{ok‸}"],
    ["paper.tex", "\\cite[ok‸]{x}"],
    ["paper.tex", "writer@ok‸"],
  ];
  for (const [file, document] of nowhere) it(`is silent in ${JSON.stringify(document)}`, async () => assert.equal(await keysAt(document, file), undefined));

  it("offers the corpus where there is nothing else", async () => {
    const { service, workspace } = serviceFor({ "paper.md": "[@zakh" });
    const answer = await service.complete(workspace.document("paper.md"), 6, neverCancelled);
    assert.equal(answer?.suggestions[0]?.source.key, "zakharova2016economic");
  });

  it("gives no answer once it is cancelled", async () => {
    const { service, workspace } = serviceFor({ "paper.md": "[@zakh" });
    assert.equal(await service.complete(workspace.document("paper.md"), 6, { isCancellationRequested: true }), undefined);
  });
});
