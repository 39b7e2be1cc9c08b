import assert from "node:assert/strict";
import { documentEndings } from "../../../src/core/text/languages";
import { runCli, runCliForJson } from "../../support/commandLine";

const bibliography = "@misc{doe, title={One}}\n@misc{roe, title={Two}}\n@misc{poe, title={Three}}";

function files(head = "", text = "[@roe, p. 3] and @doe"): Readonly<Record<string, string>> {
  return { "paper.md": `---\nbibliography: refs.bib\n${head}---\n\n${text}\n`, "refs.bib": bibliography, "own.csl": "<style/>", "styles/far.csl": "<far/>", "far/paper.md": "---\nbibliography: ../refs.bib\n---\n@doe" };
}

describe("format --document", () => {
  const cases: readonly { readonly name: string; readonly args: string; readonly head?: string; readonly text?: string; readonly out: string; readonly code?: number; readonly err?: readonly string[] }[] = [
    { name: "what is cited", args: "paper.md", out: "apa|own|text|Two\napa|own|text|One\n" },
    { name: "what is only listed", args: "paper.md", head: "nocite: '@poe'\n", text: "@doe", out: "apa|own|text|Three\napa|own|text|One\n" },
    { name: "the document's own style and language", args: "paper.md", head: "csl: vancouver\nlang: de\n", text: "@doe", out: "vancouver|de|text|One\n" },
    { name: "a style file that the document names", args: "paper.md", head: "csl: own.csl\n", text: "@doe", out: "<style/>|own|text|One\n" },
    { name: "another style and language when asked for", args: "paper.md --style ieee --locale fr --to markdown", head: "csl: vancouver\nlang: de\n", text: "@doe", out: "ieee|fr|markdown|One\n" },
    { name: "a style file beside the command", args: "far/paper.md --style styles/far.csl", out: "<far/>|own|text|One\n" },
    { name: "nothing where nothing is cited", args: "paper.md", text: "No sources.", out: "" },
    { name: "unknown keys", args: "paper.md", text: "[@doe; @rox]", out: "apa|own|text|One\n", code: 1, err: ["sourcebook: paper.md:5:9: No source has the key “rox”."] },
    { name: "a style there is not, named by the document", args: "paper.md", head: "csl: none\n", text: "@doe", out: "apa|own|text|One\n", code: 1, err: ["sourcebook: There is no style “none”. Another style was taken."] },
    { name: "a style there is not, asked for", args: "paper.md --style none", out: "", code: 2, err: ["sourcebook: There is no style “none”."] },
    { name: "no such file", args: "gone.md", out: "", code: 2, err: ["sourcebook: There is no file “gone.md”."] },
    { name: "a file that is no document", args: "refs.bib", out: "", code: 2, err: [`sourcebook: “refs.bib” has no ending of a document (${documentEndings.join(" ")}).`] },
    { name: "a file beside it", args: "paper.md refs.bib", out: "", code: 2, err: ["sourcebook: “--document” formats what the document cites: name no other FILE and no --key beside it."] },
  ];
  for (const { name, args, head, text, out, code = 0, err = [] } of cases) {
    it(name, async () => assert.deepEqual(await runCli(["format", "--document", ...args.split(" ")], files(head, text)), { code, out, err }));
  }

  it("--json gives the citations, too", async () => {
    assert.deepEqual(await runCliForJson(["format", "--document", "paper.md"], files("", "x [@roe; @rox] y")), {
      file: "paper.md",
      citations: [{ text: "roe; rox", isNote: false, inText: null, keys: ["roe", "rox"], start: 34, end: 46, line: 4, character: 2 }],
      references: [{ key: "roe", text: "apa|own|text|Two" }],
    });
  });

  it("formats LaTeX documents", async () => {
    const { out } = await runCli(["format", "--document", "paper.tex"], { "paper.tex": "\\addbibresource{refs.bib} \\textcite[3]{doe}", "refs.bib": bibliography });
    assert.match(out, /One\n$/);
  });
});
