import assert from "node:assert/strict";
import { runCli, runCliForJson } from "../../support/commandLine";
import { serviceFor } from "../../support/service";

interface Row {
  readonly file: string;
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly character: number;
  readonly key?: string;
}

const bib = "@misc{doe, title={One}}\n";
const paper = (text: string): string => `---\nbibliography: refs.bib\n---\n\n${text}\n`;

describe("check", () => {
  interface Case {
    readonly of: string;
    readonly files: Readonly<Record<string, string>>;
    readonly args?: string;
    /** `file:line:character code key`, counted from 0 */
    readonly problems: readonly string[];
    readonly code: number;
  }

  const cases: readonly Case[] = [
    { of: "nothing wrong", files: { "paper.md": paper("[@doe]"), "refs.bib": bib }, problems: [], code: 0 },
    { of: "an unknown key", files: { "paper.md": paper("See [@doe; @dow]"), "refs.bib": bib }, problems: ["paper.md:4:12 unknown-key dow"], code: 1 },
    { of: "a missing bibliography", files: { "paper.md": paper("") }, problems: ["paper.md:1:14 missing-bibliography"], code: 1 },
    { of: "a key that is not declared", files: { "paper.md": paper("[@roe]"), "refs.bib": bib, "b.bib": "@misc{roe, title={1}}" }, problems: ["paper.md:4:2 not-declared roe"], code: 1 },
    { of: "a duplicate key", files: { "refs.bib": bib + bib }, problems: ["refs.bib:1:6 duplicate-key doe"], code: 1 },
    { of: "information alone", files: { "refs.bib": "@article{a, title={1}, author={B}, year=2000}" }, problems: ["refs.bib:0:9 missing-field a"], code: 0 },
    { of: "folders, without hidden ones", files: { "a/x.md": "[@one]", "a/.b/x.md": "[@two]", "c.tex": "\\cite{three}" }, problems: ["a/x.md:0:2 unknown-key one", "c.tex:0:6 unknown-key three"], code: 1 },
    { of: "a hidden folder that is named", files: { ".b/x.md": "[@two]" }, args: ".b", problems: [".b/x.md:0:2 unknown-key two"], code: 1 },
    { of: "a file met twice, by its first name", files: { "a/x.md": "[@one]" }, args: "./a/x.md a .", problems: ["./a/x.md:0:2 unknown-key one"], code: 1 },
    { of: "JSON that is no bibliography, met", files: { "package.json": "{}", "a.json": "[{\"id\":\"a\",\"type\":\"book\",\"title\":\"A\",\"issued\":{\"raw\":\"1\"}},{\"id\":\"a\",\"type\":\"book\",\"title\":\"B\"}]" }, problems: ["a.json:0:66 duplicate-key a"], code: 1 },
    { of: "JSON that is no bibliography, named", files: { "package.json": "{}" }, args: "package.json", problems: ["package.json:0:0 syntax"], code: 1 },
    { of: "a LaTeX part, known by its root", files: { "main.tex": "\\addbibresource{refs.bib}\\input{text/part}", "text/part.tex": "\\cite{doe}", "refs.bib": bib }, args: "text/part.tex", problems: [], code: 0 },
    { of: "a folder elsewhere", files: { "refs.bib": "@misc{one, title={1}}", "/other/text/x.md": "[@one]", "/other/b.bib": bib }, args: "/other", problems: ["/other/text/x.md:0:2 unknown-key one"], code: 1 },
    {
      of: "the folder's settings",
      files: { ".vscode/settings.json": "{ // own\n \"sourcebook.bibliographies\": [\"lib/*.bib\"], \"sourcebook.diagnostics.severity\": { \"unknown-key\": \"information\" }, }", "paper.md": "[@doe] [@none]", "lib/refs.bib": bib },
      problems: ["paper.md:0:9 unknown-key none"], code: 0,
    },
    { of: "settings that are none", files: { ".vscode/settings.json": "[".repeat(100_000), "refs.bib": bib }, problems: [], code: 0 },
    { of: "a missing path beside a sound one", files: { "paper.md": "[@none]" }, args: "gone paper.md", problems: ["paper.md:0:2 unknown-key none"], code: 2 },
    { of: "a file that is neither", files: { "a.txt": "" }, args: "a.txt", problems: [], code: 2 },
    { of: "nothing at all", files: {}, problems: [], code: 0 },
  ];
  for (const { of, files, args = "", problems, code } of cases) {
    it(of, async () => {
      const outcome = await runCli(["check", "--json", ...args.split(" ").filter(Boolean)], files);
      const rows = JSON.parse(outcome.out) as readonly Row[];
      assert.deepEqual(rows.map(({ file, line, character, code: name, key }) => [`${file}:${line}:${character}`, name, key].filter(Boolean).join(" ")), problems);
      assert.equal(outcome.code, code);
    });
  }

  it("tells what the editor tells", async () => {
    const files = { "paper.md": paper("See [@doe; @dow], @fig-one and [@roe]."), "refs.bib": `${bib}@misc{doe,}`, "b.bib": "@misc{roe, title={1}}" };
    const { service, workspace } = serviceFor(files);
    const shown = [...await service.problems(workspace.document("paper.md")), ...await service.bibliographyProblems(workspace.uri("refs.bib")) ?? []];
    const told = await runCliForJson(["check", "paper.md", "refs.bib"], files) as readonly Row[];
    assert.ok(told.length >= 3);
    assert.deepEqual(told.map(({ code, severity, message, start, end }) => ({ code, severity, message, start, end })),
      shown.map(({ code, severity, message, range: { start, end } }) => ({ code, severity, message, start, end })));
  });

  it("lines for reading, counted from one, with a sum", async () => {
    const { out, err } = await runCli(["check"], { "paper.md": paper("[@dow]"), "refs.bib": bib });
    assert.equal(out, "paper.md:5:3: warning [unknown-key] No source has the key “dow”. Did you mean “doe”?\n");
    assert.deepEqual(err, ["sourcebook: 1 problem in 2 files."]);
  });

  const sums: readonly [files: Readonly<Record<string, string>>, sum: string][] = [
    [{ "refs.bib": bib }, "No problems in 1 file."],
    [{ "notes.txt": "" }, "There is no document and no bibliography to check."],
  ];
  for (const [files, sum] of sums) {
    it(sum, async () => assert.deepEqual(await runCli(["check"], files), { code: 0, out: "", err: [`sourcebook: ${sum}`] }));
  }
});
