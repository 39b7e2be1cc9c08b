import assert from "node:assert/strict";
import { runCli } from "../../support/commandLine";
import { untrustedTexts } from "../../support/untrusted";

/** Names that a file can have. */
const names = untrustedTexts.filter((text) => !/[/\0\p{Surrogate}]/u.test(text) && text.length < 200 && !/^\.*$/.test(text));
const texts = untrustedTexts.filter((text) => text.length < 1000);

const files: Record<string, string> = {
  "refs.json": JSON.stringify([{ id: "doe", type: "book", title: "T" }, ...texts.map((text) => ({ id: text, type: text, title: text, author: [{ family: text, given: text }], publisher: text, issued: { literal: text } }))]),
  "paper.md": `---\nbibliography: ${JSON.stringify(["refs.json", ...texts.map((text) => `${text}.bib`)])}\ncsl: ${JSON.stringify(texts[3])}\n---\n\n${texts.map((text) => `[see @{${text}x}, p. 3 ${text.replaceAll("]", "")}]`).join("\n\n")}\n`,
};
for (const name of names) files[`${name}.bib`] = `@misc{a, title={${name.replace(/[{}\\%]/g, "")}}}\n@misc{b, title={`;
for (const name of names) files[`${name}.md`] = "[@nobody]\n";

/** What terminals obey, or show as another text; line ends part lines. */
const obeyed = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

describe("untrusted text on the command line", () => {
  const commands: readonly (readonly string[])[] = [
    ["list", "refs.json"], ["list", "--json", "refs.json"], ["search", "alert", "refs.json"], ["search", "--json", "x", "refs.json"], ["check", "."], ["check", "--json", "."], ["check", "--format", "github", "."],
    ["check", "--format", "sarif", "."], ["scan", "paper.md"], ["scan", "--json", "paper.md"],
  ];
  for (const args of commands) {
    it(args.join(" "), async () => {
      const { out, err, code } = await runCli(args, files);
      assert.ok(code < 2, err.join("\n"));
      for (const line of [...out.split("\n"), ...err]) assert.doesNotMatch(line, obeyed);
      if (args.includes("github")) for (const line of out.trim().split("\n")) assert.match(line, /^::(?:error|warning|notice) file=/);
    });
  }

  const places: readonly ((text: string) => readonly string[])[] = [
    (text) => [text], (text) => ["list", text], (text) => ["list", "--", text], (text) => ["list", `--${text}`], (text) => ["check", text], (text) => ["scan", text], (text) => ["search", text, "refs.json"], (text) => ["search", "x", "--limit", text, "refs.json"],
    (text) => ["format", "refs.json", "--key", text], (text) => ["format", "refs.json", "--to", text], (text) => ["convert", "refs.json", "--to", text], (text) => ["check", "--format", text],
  ];
  for (const place of places) {
    it(`${place("TEXT").join(" ")} never fails inside, and says what it says in plain letters`, async () => {
      for (const text of untrustedTexts) {
        const { out, err } = await runCli(place(text), { "refs.json": "[{\"id\":\"doe\",\"type\":\"book\",\"title\":\"T\"}]" });
        for (const line of [...out.split("\n"), ...err]) {
          assert.doesNotMatch(line, obeyed);
          assert.doesNotMatch(line, /went wrong inside|^\s+at /);
        }
      }
    });
  }
});
