// Child processes: none outlives this one.
import { spawn } from "node:child_process";
import { atEnd, Refusal } from "./ending.mjs";
import { root } from "./project.mjs";

/**
 * @typedef {object} Outcome
 * @property {number} status the exit code; -1 when a signal ended it
 * @property {string} output stdout and stderr, in order
 */

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean, timeout?: number }} [options] `show`: pass the output on as it comes; `timeout` in ms
 * @returns {Promise<Outcome>}
 */
export function run(command, args, { cwd = root, env = process.env, show = false, timeout = 0 } = {}) {
  return new Promise((resolve, reject) => {
    const child = startGroup(command, args, { cwd, env });
    const timer = timeout > 0 ? setTimeout(child.end, timeout) : undefined;
    let output = "";
    child.onOutput((text) => {
      output += text;
      if (show) process.stdout.write(text);
    });
    child.process.on("error", (error) => reject(new Refusal(`Cannot run ${command}: ${error.message}`)));
    child.process.on("close", (code) => {
      clearTimeout(timer);
      child.end();
      resolve({ status: code ?? -1, output });
    });
  });
}

/**
 * Runs a program that must succeed; its output is shown when it does not.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean, timeout?: number, hint?: string }} [options] `hint`: the way out
 * @returns {Promise<string>} its output
 */
export async function runOrRefuse(command, args, { hint = "", ...options } = {}) {
  const { status, output } = await run(command, args, options);
  if (status !== 0) throw new Refusal([options.show ? "" : output.trimEnd(), `${command} ${args.join(" ")} failed (exit code ${status}).`, hint].filter(Boolean).join("\n"));
  return output;
}

/**
 * Starts a program in a process group of its own, so that it can be ended together with whatever it started.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 */
export function startGroup(command, args, { cwd = root, env = process.env } = {}) {
  const windows = process.platform === "win32";
  const child = spawn(command, args, { cwd, env, detached: !windows, shell: windows && /\.cmd$/.test(command), stdio: ["ignore", "pipe", "pipe"] });
  const end = atEnd(() => {
    if (child.pid === undefined) return;
    try {
      if (windows) child.kill();
      else process.kill(-child.pid, "SIGKILL");
    } catch {
      // The group has ended by itself.
    }
  });
  return {
    process: child,
    end,
    /** @param {(text: string) => void} listener */
    onOutput(listener) {
      for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", listener);
    },
  };
}

/**
 * The npm that runs this script, or the one on the path.
 * @param {readonly string[]} args
 * @returns {readonly [command: string, args: readonly string[]]}
 */
export function npm(args) {
  const cli = process.env.npm_execpath;
  if (cli !== undefined && /npm-cli\.[cm]?js$/.test(cli)) return [process.execPath, [cli, ...args]];
  return [process.platform === "win32" ? "npm.cmd" : "npm", args];
}
