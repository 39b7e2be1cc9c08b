import assert from "node:assert/strict";
import { escapeData, escapeProperty } from "../../../src/cli/checkFormats/githubReport";
import { rules } from "../../../src/cli/checkFormats/rules";
import { defaultSettings } from "../../../src/core/model/settings";
import { runCli } from "../../support/commandLine";

type Files = Readonly<Record<string, string | undefined>>;

const paper = "---\nbibliography: [refs.bib, gone.bib]\n---\n\nSee [@doe; @dow],\nand \\@ [@roe].\n";
const files: Files = {
  "paper.md": paper,
  "refs.bib": "@misc{doe, title={One}}\n@article{a, title={A}, author={B}, year=2000}\n",
  "b.bib": "@misc{roe, title={1}}\n@misc{broken, title={1}\n",
};

describe("check --format github", () => {
  it("annotates lines, counted from one", async () => {
    const { out, err, code } = await runCli(["check", "--format", "github"], files);
    assert.deepEqual(out.split("\n").filter((line) => line.includes("file=paper.md")), [
      "::error file=paper.md,line=2,endLine=2,col=26,endColumn=34,title=Sourcebook%3A missing-bibliography::There is no bibliography “gone.bib”. Correct the path, or create the file.",
      "::warning file=paper.md,line=5,endLine=5,col=13,endColumn=16,title=Sourcebook%3A unknown-key::No source has the key “dow”. Did you mean “doe”?",
      "::warning file=paper.md,line=6,endLine=6,col=10,endColumn=13,title=Sourcebook%3A not-declared::“roe” is in b.bib, which this document does not declare: whoever builds the document will not find it.",
    ]);
    assert.match(out, /^::notice file=refs\.bib,line=2,/m);
    assert.match(out, /^::error file=b\.bib,line=2,/m);
    assert.match(err[0] ?? "", /problems in 3 files/);
    assert.equal(code, 1);
  });

  it("leaves out columns where a problem goes over several lines", async () => {
    const { out } = await runCli(["check", "--format=github"], { "a.bib": "@misc{a,\n  title = {x},\n  title = {\n" });
    const lines = out.trim().split("\n");
    assert.ok(lines.length > 0 && lines.every((line) => /,line=(\d+),endLine=\1,col=/.test(line) || !line.includes("col=")), out);
  });

  const names: readonly (readonly [file: string, property: string])[] = [
    ["a, b: 100%.md", "file=a%2C b%3A 100%25.md"], ["a\nb.md", "file=a%0Ab.md"], ["text/x.md", "file=text/x.md"], ["ä.md", "file=ä.md"],
  ];
  for (const [file, property] of names) {
    it(`names the file ${JSON.stringify(file)}`, async () => assert.ok((await runCli(["check", "--format=github", "."], { [file]: "[@none]" })).out.startsWith(`::warning ${property},line=1,`)));
  }

  it("escapes what ends or splits a command", () => {
    assert.equal(escapeData("50% a,b:c\r\n::error::x\u001b[1m\u202e\u2066"), "50%25 a,b:c%0D%0A::error::x[1m");
    assert.equal(escapeProperty("50% a,b:c\r\n"), "50%25 a%2Cb%3Ac%0D%0A");
  });

  it("keeps each problem on one line, whatever keys hold", async () => {
    const { out } = await runCli(["check", "--format=github"], { "a.md": "[@{x::error ::y%0A}]" });
    assert.equal(out.split("\n").length, 2);
    assert.match(out, /::No source has the key “x::error ::y%250A”/);
  });
});

interface Location { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string }; readonly region: Readonly<Record<string, number>> } }
interface Result { readonly ruleId: string; readonly ruleIndex: number; readonly level: string; readonly message: { readonly text: string }; readonly locations: readonly Location[]; readonly properties?: { readonly key: string } }
interface SarifRule { readonly id: string; readonly shortDescription: { readonly text: string }; readonly help: { readonly text: string }; readonly defaultConfiguration: { readonly level: string; readonly enabled?: boolean } }
interface Sarif {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly [{
    readonly tool: { readonly driver: { readonly name: string; readonly version: string; readonly rules: readonly SarifRule[] } };
    readonly invocations: readonly [{ readonly executionSuccessful: boolean }];
    readonly originalUriBaseIds: Readonly<Record<string, object>>;
    readonly columnKind: string;
    readonly results: readonly Result[];
  }];
}

async function sarif(args: readonly string[], given: Files): Promise<Sarif> {
  return JSON.parse((await runCli(["check", "--format", "sarif", ...args], given)).out) as Sarif;
}

describe("check --format sarif", () => {
  it("is a log of SARIF 2.1.0 with one run", async () => {
    const { version, $schema, runs } = await sarif([], files);
    assert.equal(version, "2.1.0");
    assert.match($schema, /^https:\/\/.*sarif-schema-2\.1\.0\.json$/);
    const [run] = runs;
    assert.deepEqual([runs.length, run.tool.driver.name, run.tool.driver.version, run.columnKind], [1, "Sourcebook", "1.2.3", "utf16CodeUnits"]);
    assert.deepEqual(run.invocations, [{ executionSuccessful: true }]);
  });

  it("describes every rule with its default level", async () => {
    const { runs: [{ tool: { driver } }] } = await sarif([], {});
    assert.deepEqual(driver.rules.map(({ id }) => id).toSorted(), Object.keys(defaultSettings.diagnostics).toSorted());
    for (const { id, shortDescription, help, defaultConfiguration: { level, enabled } } of driver.rules) {
      assert.ok(shortDescription.text !== "" && help.text !== "" && ["error", "warning", "note"].includes(level), id);
      assert.equal(enabled ?? true, id !== "unused");
    }
  });

  it("points from each result to its rule and its region", async () => {
    const { runs: [{ results, tool: { driver }, originalUriBaseIds }] } = await sarif([], files);
    assert.ok(results.length >= 4);
    for (const { ruleId, ruleIndex, level, message, locations: [location] } of results) {
      assert.equal(driver.rules[ruleIndex]?.id, ruleId);
      assert.ok(["error", "warning", "note"].includes(level) && message.text !== "");
      const { artifactLocation, region } = location?.physicalLocation ?? assert.fail();
      assert.ok(artifactLocation.uriBaseId !== undefined && artifactLocation.uriBaseId in originalUriBaseIds);
      const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 } = region;
      assert.ok(startLine >= 1 && startColumn >= 1 && (endLine > startLine || (endLine === startLine && endColumn >= startColumn)));
    }
    const unknown = results.find(({ ruleId }) => ruleId === "unknown-key");
    assert.deepEqual(unknown?.locations[0]?.physicalLocation, {
      artifactLocation: { uri: "paper.md", uriBaseId: "%SRCROOT%" },
      region: { startLine: 5, startColumn: 13, endLine: 5, endColumn: 16, charOffset: paper.indexOf("dow"), charLength: 3 },
    });
    assert.deepEqual([unknown.level, unknown.properties], ["warning", { key: "dow" }]);
  });

  const names: readonly (readonly [file: string, args: readonly string[], location: object])[] = [
    ["text/a b.md", ["text"], { uri: "text/a%20b.md", uriBaseId: "%SRCROOT%" }],
    ["a:b.md", ["./a:b.md"], { uri: "a%3Ab.md", uriBaseId: "%SRCROOT%" }],
    ["/other/x.md", ["/other"], { uri: "file:///other/x.md" }],
  ];
  for (const [file, args, location] of names) {
    it(`names ${file}`, async () => assert.deepEqual((await sarif(args, { [file]: "[@none]" })).runs[0].results[0]?.locations[0]?.physicalLocation.artifactLocation, location));
  }

  it("says where something could not be read", async () => {
    assert.deepEqual((await sarif(["gone", "paper.md"], files)).runs[0].invocations, [{ executionSuccessful: false }]);
  });
});

describe("check --format", () => {
  it("json is what --json prints", async () => {
    assert.equal((await runCli(["check", "--format", "json"], files)).out, (await runCli(["check", "--json"], files)).out);
    assert.equal((await runCli(["check", "--format", "json", "--json"], files)).out, (await runCli(["check", "--json"], files)).out);
  });

  it("text is what is printed otherwise", async () => assert.deepEqual(await runCli(["check", "--format=text"], files), await runCli(["check"], files)));

  it("two formats at once are wrong use", async () => {
    assert.deepEqual(await runCli(["check", "--json", "--format", "sarif"], files), { code: 2, out: "", err: ["sourcebook: “--json” and “--format sarif” ask for two formats. Leave out one of them."] });
  });

  it("has a rule for every code", () => assert.deepEqual(Object.keys(rules).toSorted(), Object.keys(defaultSettings.diagnostics).toSorted()));
});
