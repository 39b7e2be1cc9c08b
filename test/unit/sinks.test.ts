// Where text leaves the product. Each way out is one place, so that what SECURITY.md says of it holds everywhere.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const sources = readdirSync("src", { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/")).filter((path) => path.endsWith(".ts"))
  .map((path) => ({ path, text: readFileSync(join("src", path), "utf8").replace(/^\s*(?:\/\/|\/?\*).*$/gm, "") }));

/** The files in which something stands. */
function filesWith(pattern: RegExp): readonly string[] {
  return sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path).sort();
}

const places: readonly (readonly [what: string, pattern: RegExp, files: readonly string[]])[] = [
  ["messages", /\bshow(?:Information|Warning|Error)Message\b/, ["vscode/messages.ts"]],
  ["the clipboard", /clipboard\.writeText/, ["vscode/commands/copy.ts"]],
  ["the browser", /\bopenExternal\b/, ["vscode/commands/open.ts", "vscode/sourcePage/pageActions.ts"]],
  ["the log", /\bcreateOutputChannel\b/, ["vscode/logger.ts"]],
  ["cards that run commands", /\bisTrusted\b|\]\(command:/, ["vscode/hoverCard.ts"]],
  ["Markdown with HTML or icons", /\bsupportHtml\b|\bsupportThemeIcons\b/, []],
  ["Markdown", /\bnew vscode\.MarkdownString\b/, ["vscode/features/bibliographyHover.ts", "vscode/features/completion.ts", "vscode/hoverCard.ts", "vscode/sourcesView/tooltip.ts"]],
  ["pages", /\bcreateWebviewPanel\b|\bregisterWebview/, ["vscode/sourcePage/sourcePages.ts"]],
  ["HTML of pages", /\bwebview\.html\b/, ["vscode/sourcePage/sourcePagePanel.ts"]],
  ["status items", /\bcreateStatusBarItem\b|\bcreateLanguageStatusItem\b/, ["vscode/features/sourcesStatus.ts"]],
  ["the standard streams", /\bprocess\.std(?:out|err)\b|\bconsole\./, ["cli/main.ts"]],
  ["files that are written at once", /\bfs\.(?:writeFile|delete|rename|copy|createDirectory)\b|\b(?:writeFile|appendFile|mkdir|unlink|rm|createWriteStream)(?:Sync)?\(/, ["vscode/storedFiles.ts"]],
  ["programs", /\bchild_process\b|\bcreateTerminal\b|\b(?:Shell|Process)Execution\b/, []],
  ["code that is made of text", /\bnew Function\b|\beval\(/, ["worker/engineLoader.ts"]],
];

describe("ways out of the product", () => {
  for (const [what, pattern, files] of places) it(what, () => assert.deepEqual(filesWith(pattern), files));

  it("status messages hold words of our own, and text from files as rows do", () => {
    const messages = sources.flatMap(({ text }) => [...text.matchAll(/setStatusBarMessage\((.*)\);/g)].map((match) => match[1] ?? ""));
    assert.ok(messages.length > 5);
    for (const message of messages) assert.match(message, /^vscode\.l10n\.t\("[^"]*"(?:, (?:rowLine\(.*\)|fileName))?\), \d+$/);
  });

  it("SECURITY.md names escapes and tests that there are", () => {
    const [, table = ""] = /\n## Where text from files is shown\n([^]*?)\n## /.exec(readFileSync("SECURITY.md", "utf8")) ?? [];
    const rows = [...table.matchAll(/^\| (?!where|---)(.*) \| (.*) \| (.*) \|$/gm)];
    assert.ok(rows.length > 15);
    const named = (column: number): readonly string[] => rows.flatMap((row) => [...(row[column] ?? "").matchAll(/`([\w/]+)`/g)].map((match) => match[1] ?? ""));
    assert.deepEqual(named(3).filter((test) => !existsSync(`test/${test}.test.ts`)), []);
    assert.deepEqual(named(2).filter((name) => !name.includes("/") && filesWith(new RegExp(`\\bfunction ${name}\\b`)).length === 0), []);
  });
});
