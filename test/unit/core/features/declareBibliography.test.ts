import assert from "node:assert/strict";
import fc from "fast-check";
import { parseLatex } from "../../../../src/core/citations/latex/parseLatex";
import { parseMarkdown } from "../../../../src/core/citations/markdown/parseMarkdown";
import { declareBibliographies } from "../../../../src/core/features/declareBibliographies";
import { declareBibliography } from "../../../../src/core/features/declareBibliography";
import { serviceFor } from "../../../support/service";

/** The document after it declares `refs.bib`; `undefined` where it is left alone. */
function declare(text: string, file: string, path = "refs.bib"): string | undefined {
  const { service, workspace } = serviceFor({ [file]: text });
  const parsed = service.parse(workspace.document(file));
  const edit = parsed && declareBibliography(text, parsed, path);
  return edit && text.slice(0, edit.range.start) + edit.newText + text.slice(edit.range.end);
}

describe("declaring a bibliography", () => {
  const cases: readonly (readonly [file: string, before: string, after: string | undefined])[] = [
    ["paper.md", "Text.\n", "---\nbibliography: refs.bib\n---\n\nText.\n"],
    ["paper.md", "---\ntitle: T\n---\nText.\n", "---\ntitle: T\nbibliography: refs.bib\n---\nText.\n"],
    ["paper.md", "---\r\ntitle: T\r\n---\r\n", "---\r\ntitle: T\r\nbibliography: refs.bib\r\n---\r\n"],
    ["paper.md", "---\n---\n", "---\nbibliography: refs.bib\n---\n"],
    ["paper.md", "---\nbibliography:\ntitle: T\n---\n", "---\nbibliography: refs.bib\ntitle: T\n---\n"],
    ["paper.md", "---\nbibliography: one.bib # mine\n---\n", "---\nbibliography: [one.bib, refs.bib] # mine\n---\n"],
    ["paper.md", "---\nbibliography: [one.bib]\n---\n", "---\nbibliography: [one.bib, refs.bib]\n---\n"],
    ["paper.md", "---\nbibliography: []\n---\n", "---\nbibliography: [refs.bib]\n---\n"],
    ["paper.md", "---\nbibliography:\n  - one.bib\n  - two.bib\ntitle: T\n---\n", "---\nbibliography:\n  - one.bib\n  - two.bib\n  - refs.bib\ntitle: T\n---\n"],
    ["paper.md", "---\nbibliography: refs.bib\n---\n", undefined],
    ["paper.md", "---\ntitle: [broken\n---\n", undefined],
    ["paper.md", `---\ntitle: ${"[".repeat(100_000)}${"]".repeat(100_000)}\n---\n`, undefined],
    ["paper.tex", "\\documentclass{article}\n\\usepackage{natbib}\n\\begin{document}\nText\n\\end{document}\n", "\\documentclass{article}\n\\usepackage{natbib}\n\\begin{document}\nText\n\\bibliography{refs}\n\\end{document}\n"],
    ["paper.tex", "\\usepackage{biblatex}\n\\begin{document}\n\\end{document}\n", "\\usepackage{biblatex}\n\\addbibresource{refs.bib}\n\\begin{document}\n\\end{document}\n"],
    ["paper.tex", "\\bibliography{one}\n", "\\bibliography{one,refs}\n"],
    ["paper.tex", "\\addbibresource{one.bib}\n\\begin{document}\n", "\\addbibresource{one.bib}\n\\addbibresource{refs.bib}\n\\begin{document}\n"],
    ["paper.tex", "\\bibliography{refs}\n", undefined],
    ["paper.md", "---\nbibliography: one, two.bib\n---\n", "---\nbibliography: [\"one, two.bib\", refs.bib]\n---\n"],
    ["paper.md", "---\nbibliography: |\n  one.bib\n---\n", undefined],
    ["paper.md", "---\nbibliography: &b one.bib\nx: *b\n---\n", undefined],
    ["paper.md", "---\nbibliography: !x one.bib\n---\n", undefined],
    ["paper.md", "---\nbibliography: # none\n---\n", "---\nbibliography: refs.bib # none\n---\n"],
    ["paper.md", "---\nbibliography: ~\n---\n", "---\nbibliography: refs.bib\n---\n"],
    ["paper.md", "---\nbibliography:\n- one.bib # first\n# more\n---\n", "---\nbibliography:\n- one.bib # first\n- refs.bib\n# more\n---\n"],
    ["paper.md", "---\n{title: T}\n---\n", undefined],
    ["paper.md", "---\n  title: T\n---\n", "---\n  title: T\n  bibliography: refs.bib\n---\n"],
    ["paper.md", "---\rtitle: T\r---\r", "---\rtitle: T\rbibliography: refs.bib\r---\r"],
    ["paper.md", "Text.\n\n---\nbibliography: one.bib\n---\n", undefined],
    ["paper.md", "\ufeffText.\n", "\ufeff---\nbibliography: refs.bib\n---\n\nText.\n"],
    ["paper.tex", "\\begin{document}\n\\end{document}\n% \\end{document}\n", "\\begin{document}\n\\bibliography{refs}\n\\end{document}\n% \\end{document}\n"],
    ["paper.tex", "\\usepackage{biblatex}\n% \\begin{document}\n\\begin{document}\n% \\begin{document}\n", "\\usepackage{biblatex}\n% \\begin{document}\n\\addbibresource{refs.bib}\n\\begin{document}\n% \\begin{document}\n"],
    ["paper.tex", "\\addbibresource{one.bib} % mine\n\\begin{document}\n", "\\addbibresource{one.bib} % mine\n\\addbibresource{refs.bib}\n\\begin{document}\n"],
    ["paper.tex", "\\addbibresource{one.bib}\\begin{document}\n", "\\addbibresource{one.bib}\n\\addbibresource{refs.bib}\\begin{document}\n"],
    ["paper.tex", "  \\addglobalbib{one.bib}\n", "  \\addglobalbib{one.bib}\n  \\addbibresource{refs.bib}\n"],
  ];
  for (const [file, before, after] of cases) {
    it(`${file}: ${JSON.stringify(before)}`, () => assert.equal(declare(before, file), after));
  }

  const several: readonly (readonly [file: string, before: string, after: string | undefined])[] = [
    ["paper.md", "---\nbibliography: one.bib\n---\n", "---\nbibliography: [one.bib, two.bib, three.bib]\n---\n"],
    ["paper.md", "Text.\n", "---\nbibliography: [one.bib, two.bib, three.bib]\n---\n\nText.\n"],
    ["paper.tex", "\\bibliography{one}\n", "\\bibliography{one,two,three}\n"],
    ["paper.md", "---\nbibliography: [one.bib, two.bib, three.bib]\n---\n", undefined],
    ["paper.md", "---\n{title: T}\n---\n", "one.bib is refused"],
  ];
  for (const [file, before, after] of several) {
    it(`several at once in ${file}: ${JSON.stringify(before)}`, () => {
      const { service, workspace } = serviceFor({ [file]: before });
      const edit = declareBibliographies(before, service.parse(workspace.document(file)) ?? assert.fail(), ["one.bib", "two.bib", "three.bib"]);
      const done = edit === undefined ? undefined : "refused" in edit ? `${edit.refused} is refused` : before.slice(0, edit.range.start) + edit.newText + before.slice(edit.range.end);
      assert.equal(done, after);
    });
  }

  it("is read as the file that was meant, whatever its name, or is not done", () => {
    const name = fc.string({ unit: fc.constantFrom(...Array.from("ab .:#,[]{}'\"&*!|>%@`-?~é\\")), minLength: 1, maxLength: 8 }).map((text) => `x${text}.bib`);
    const document = fc.constantFrom("Text.\n", "---\ntitle: T\n---\n", "---\nbibliography: one.bib\n---\n", "---\nbibliography: [one.bib]\n---\n", "---\nbibliography:\n- one.bib\n---\n");
    fc.assert(fc.property(document, name, (text, path) => {
      const declared = declare(text, "paper.md", path) ?? assert.fail();
      assert.equal(parseMarkdown(declared).declarations.at(-1)?.path, path);
    }), { numRuns: 100 });
    fc.assert(fc.property(name, (path) => {
      const declared = declare("\\addbibresource{one.bib}\n", "paper.tex", path);
      assert.ok(declared === undefined || parseLatex(declared, { citationCommands: [] }).declarations.at(-1)?.path === path.trim());
    }), { numRuns: 100 });
  });
});
