import assert from "node:assert/strict";
import { commands } from "../../../src/cli/commands/commands";
import { runCli } from "../../support/commandLine";

describe("command line", () => {
  it("--version", async () => {
    assert.deepEqual(await runCli(["--version"]), { code: 0, out: "1.2.3\n", err: [] });
  });

  it("--help names every command", async () => {
    const { code, out, err } = await runCli(["--help"]);
    assert.deepEqual([code, err], [0, []]);
    const usages = out.split("\n").map((line) => line.trim().replace(/ +/g, " "));
    for (const { name, usage } of commands) assert.ok(usages.includes(`sourcebook ${name} ${usage}`), name);
  });

  for (const { name, options } of commands) {
    it(`${name} --help names its options and exit codes, and runs nothing`, async () => {
      const { code, out } = await runCli([name, "missing.bib", "--help"]);
      assert.equal(code, 0);
      for (const option of [...options.map((own) => own.name), "json", "help"]) assert.match(out, new RegExp(`--${option}`));
      assert.match(out, /^Exit code: 0/m);
    });
  }

  it("without arguments the help goes to standard error", async () => {
    const { code, out, err } = await runCli([]);
    assert.deepEqual([code, out], [2, ""]);
    assert.match(err.join("\n"), /^Usage: /m);
  });

  it("options may stand before the command", async () => {
    assert.deepEqual(await runCli(["--json", "list", "a.bib"], { "a.bib": "" }), { code: 0, out: "[]\n", err: [] });
  });

  const wrong: readonly [args: string, message: string][] = [
    ["lst", "There is no command “lst”. Did you mean “list”?"],
    ["constructor", "There is no command “constructor”. See “sourcebook --help”."],
    ["--jsn", "There is no option “--jsn” here. Did you mean “--json”?"],
    ["list --sytle apa", "There is no option “--sytle” here. What begins with a dash and is no option goes behind “--”."],
    ["search", 'Say what to search for, as in: sourcebook search "doe 2001" refs.bib'],
    ["search a --limit 0", "“--limit” needs a whole number of 1 or more, not “0”."],
    ["search a --limit 1e3", "“--limit” needs a whole number of 1 or more, not “1e3”."],
    ["scan", "Name a document, as in “sourcebook scan paper.md”."],
    ["convert", "Say which format is wanted: --to bibtex|biblatex|csl-json|csl-yaml|ris."],
    ["convert --to bibtx", "“--to” knows bibtex, biblatex, csl-json, csl-yaml, ris, not “bibtx”. Did you mean “bibtex”?"],
    ["list -", "“-” does not stand for standard input here. Name a file."],
    ["list none.bib", "There is no file “none.bib”."],
    ["list text", "“text” is a folder. Name the files in it, or look for problems with “sourcebook check text”."],
    ["list --json=1", "“--json” takes no value."],
  ];
  for (const [args, message] of wrong) {
    it(`${args}: wrong use`, async () => {
      const { code, err } = await runCli(args.split(" "), { "text/a.md": "" });
      assert.deepEqual([code, err], [2, [`sourcebook: ${message}`]]);
    });
  }

  it("a bug of ours is one line", async () => {
    const { code, out, err } = await runCli(["list", "--json"], {}, { loadEngine: () => Promise.reject(new Error("first\nsecond")) });
    assert.deepEqual([code, out], [2, ""]);
    assert.deepEqual(err, ["sourcebook: Something went wrong inside Sourcebook, and this is no fault of yours: first second"]);
  });

  it("messages hold no control characters of names", async () => {
    const { err } = await runCli(["list", "a\u001b[31m.bib"]);
    assert.deepEqual(err, ["sourcebook: There is no file “a[31m.bib”."]);
  });
});
