// Starts the served VS Code on scratch data, with extensions installed as they ship.
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Refusal } from "./ending.mjs";
import { scratchFolder } from "./project.mjs";
import { runOrRefuse, startGroup } from "./run.mjs";

/** Settings for every VS Code that the scripts start: nothing that asks, advertises or calls home. */
export const quietSettings = {
  "chat.disableAIFeatures": true,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "workbench.enableExperiments": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
};

/** How long a server may take to listen; 2 s idle, more when the machine is busy. */
const startTimeout = 120_000;

/** A workspace that is not trusted, without being asked about it. */
const restrictedSettings = {
  "security.workspace.trust.enabled": true,
  "security.workspace.trust.startupPrompt": "never",
  "security.workspace.trust.untrustedFiles": "open",
};

/**
 * @param {import("./servedVscode.mjs").ServedVscode} vscode
 * @param {object} options
 * @param {readonly string[]} options.vsix packages to install
 * @param {readonly string[]} [options.unpacked] folders of extensions that are no product, laid beside the installed ones
 * @param {Record<string, unknown>} [options.settings] user settings, over the quiet ones
 * @param {boolean} [options.driven] for a test driver: the address may carry a payload, notifications make no toasts
 * @param {boolean} [options.isTrusted] whether every workspace is trusted, or none
 * @param {number} [options.port] 0 for any free one
 * @param {Record<string, string>} [options.env] for the server and so for the Node extension host
 * @returns {Promise<{ origin: string, end: () => void, onEnd: (listener: () => void) => void }>} `origin` without a slash at the end
 */
export async function startServer(vscode, { vsix, unpacked = [], settings = {}, driven = false, isTrusted = true, port = 0, env = {} }) {
  const data = scratchFolder("sourcebook-vscode");
  mkdirSync(join(data, "User"));
  writeFileSync(join(data, "User/settings.json"), JSON.stringify({ ...quietSettings, ...(isTrusted ? {} : restrictedSettings), ...settings }, undefined, 2));
  // VS Code takes what lies there when it first looks, which is now.
  for (const folder of unpacked) cpSync(folder, join(data, "extensions", basename(folder)), { recursive: true });
  const folders = ["--server-data-dir", data, "--user-data-dir", data, "--extensions-dir", join(data, "extensions"), "--accept-server-license-terms"];
  const environment = { ...cleanEnvironment(), EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: "" }), ...env };
  if (vsix.length > 0) {
    const installs = vsix.flatMap((path) => ["--install-extension", path]);
    await runOrRefuse(vscode.node, [vscode.main, ...installs, "--force", ...folders], { env: environment });
  }
  const server = startGroup(vscode.node, [
    vscode.main, "--host", "127.0.0.1", "--port", String(port), "--without-connection-token", ...(isTrusted ? ["--disable-workspace-trust"] : []), "--disable-telemetry",
    ...(driven ? ["--enable-smoke-test-driver"] : []), ...folders,
  ], { env: environment });
  const origin = `http://127.0.0.1:${await listeningPort(server, port)}`;
  return { origin, end: server.end, onEnd: (listener) => server.process.once("exit", listener) };
}

/**
 * @param {ReturnType<typeof startGroup>} server
 * @param {number} wanted
 * @returns {Promise<number>}
 */
function listeningPort(server, wanted) {
  return new Promise((resolve, reject) => {
    let output = "";
    /** @param {string} reason */
    const refuse = (reason) => {
      clearTimeout(timer);
      reject(new Refusal(reason));
    };
    const timer = setTimeout(() => refuse(`${output}\nVS Code's server did not listen within ${startTimeout / 1000} s.`), startTimeout);
    server.process.once("error", (error) => refuse(`VS Code's server could not be started: ${error.message}`));
    server.process.once("exit", () => refuse(`${output}\nVS Code's server ended before it listened.`));
    server.onOutput((text) => {
      output = `${output}${text}`.slice(-10_000);
      if (output.includes("EADDRINUSE")) refuse(`Port ${wanted} is in use. Let PORT name another.`);
      const port = /agent listening on (\d+)/.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    });
  });
}

/** The environment without what another VS Code, in whose terminal this may run, has put there. */
export function cleanEnvironment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name)));
}
