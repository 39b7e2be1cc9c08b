// Opens the sample papers in a real VS Code with this extension, as it ships. Everything happens in a scratch folder.
// VSCODE_PATH names a VS Code; PORT the port of a served one.
import { cpSync } from "node:fs";
import { join } from "node:path";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { desktopProfile, hasDisplay, installedDesktop, namedDesktop, startDesktop } from "./lib/desktopVscode.mjs";
import { main, Refusal } from "./lib/ending.mjs";
import { root, scratchFolder } from "./lib/project.mjs";
import { ensureServedVscode } from "./lib/servedVscode.mjs";
import { startServer } from "./lib/vscodeServer.mjs";
import { makeVsix } from "./lib/vsix.mjs";

const papers = ["paper.md", "paper.tex"];

/** Papers have long lines. */
const settings = { "editor.wordWrap": "on" };

await main(async () => {
  await ensureDependencies();
  console.log("Building Sourcebook …");
  const scratch = scratchFolder("sourcebook");
  const vsix = join(scratch, "sourcebook.vsix");
  await makeVsix(vsix);
  const workspace = join(scratch, "sample");
  cpSync(join(root, "data/sample"), workspace, { recursive: true });
  const desktop = namedDesktop() ?? (hasDisplay() ? installedDesktop() : undefined);
  await (desktop === undefined ? serve(vsix, workspace) : openDesktop(desktop, vsix, workspace, scratch));
});

/**
 * @param {string} executable
 * @param {string} vsix
 * @param {string} workspace
 * @param {string} scratch
 */
async function openDesktop(executable, vsix, workspace, scratch) {
  const profile = await desktopProfile(executable, { folder: join(scratch, "profile"), vsix, settings });
  console.log(`Opening the sample papers in ${executable}. Close its window or press Ctrl+C to end.`);
  const desktop = startDesktop(executable, [...profile, "--wait", workspace, ...papers.map((name) => join(workspace, name))]);
  await new Promise((resolve, reject) => {
    desktop.process.once("error", ({ message }) => reject(new Refusal(`VS Code could not be started: ${message}`)));
    desktop.process.once("close", resolve);
  });
}

/**
 * @param {string} vsix
 * @param {string} workspace
 */
async function serve(vsix, workspace) {
  const vscode = await ensureServedVscode();
  console.log("Starting VS Code …");
  const server = await startServer(vscode, { vsix: [vsix], unpacked: [join(root, "scripts/opener")], settings, port: wantedPort() });
  console.log(`\nOpen this address in a browser:\n\n  ${server.origin}/?folder=${encodeURIComponent(workspace)}\n\nThe sample papers open by themselves. Press Ctrl+C to end.`);
  await new Promise((_resolve, reject) => server.onEnd(() => reject(new Refusal("VS Code's server has ended."))));
}

function wantedPort() {
  const port = process.env.PORT ?? "0";
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) throw new Refusal(`PORT must be a number from 0 to 65535, not ${port}.`);
  return Number(port);
}
