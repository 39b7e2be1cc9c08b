// Follows a test run by what it prints: report lines (see test/integration/support/runTests.ts), and the rest for the person who reads.
import { stackReader } from "./stackTrace.mjs";

/** The workbench's own log lines, which share a stream with the tests' output. */
const noise = [
  "Creating a socket", "Resolving connection token", "Resolved connection token", "[reconnection-grace-time]", "Ignoring fetching additional builtin",
  "Updating additional builtin", "[AgentHost:remote]", "[chat-stt]", "[DefaultAccount]", "[Service Worker]", "[AccountPolicyGate]", "[remote-connection]", "No search provider registered", "Creation of workbench contribution",
];

/** Electron's and the desktop main process's own lines. */
const desktopNoise = /^\[\d+:\d+\/[\d.:]+:(?:ERROR|WARNING|INFO)|^\[main /;

/** How long one test, or the start, may show no sign of life: mocha's own limit is 20 s, a start has taken 16 s on a loaded machine. */
const patience = 90_000;

/**
 * @param {import("./testBundle.mjs").TestBundle} bundle
 * @param {(text: string) => void} [write]
 */
export function followTests({ path, mark }, write = console.log) {
  const readStack = stackReader(path);
  const print = (/** @type {string} */ text) => {
    const readable = readStack(text);
    if (readable !== "" || text === "") write(readable);
  };
  /** @type {import("./totals.mjs").Totals | undefined} */
  let totals;
  let begun = "none";
  /** @type {(reason: string) => void} */
  let giveUp;
  const stuck = new Promise((resolve) => { giveUp = resolve; });
  const wait = () => setTimeout(() => giveUp(`nothing happened for ${patience / 1000} s`), patience);
  let timer = wait();

  return {
    /** @param {string} line one line, or several at once */
    line(line) {
      if (!line.startsWith(`${mark}{`)) {
        // VS Code prints what `run` rejects with, and that holds the mark.
        if (!isNoise(line) && !line.includes(mark)) print(line);
        return;
      }
      const { begin, ...figures } = JSON.parse(line.slice(mark.length));
      if (begin === undefined) totals = figures;
      else begun = begin;
      clearTimeout(timer);
      timer = wait();
    },

    /**
     * The totals of a run, with one more failure where it did not end as a sound run ends: figures reported, some test run, and
     * an exit code that agrees. An exit code of 0 proves nothing: a dead extension host gives it too.
     * @param {Promise<number | string>} end the exit code, or words for why there is none
     * @returns {Promise<import("./totals.mjs").Totals>}
     */
    async verdict(end) {
      const code = await Promise.race([end, stuck]);
      clearTimeout(timer);
      const reason = typeof code === "string" ? code : complaint(code, totals);
      if (reason === undefined && totals !== undefined) return totals;
      print(`The run is not sound: ${reason}. The last test heard of: ${begun}.`);
      const { passed = 0, failed = 0, skipped = 0 } = totals ?? {};
      return { passed, failed: failed + 1, skipped };
    },
  };
}

/**
 * @param {number} code
 * @param {import("./totals.mjs").Totals | undefined} totals
 * @returns {string | undefined}
 */
function complaint(code, totals) {
  if (totals === undefined) return `the host ended with exit code ${code} before the tests did`;
  if (totals.passed + totals.failed === 0) return "no test was run";
  if (code !== 0 && totals.failed === 0) return `no test failed, yet the exit code is ${code}`;
  return undefined;
}

/** @param {string} line */
function isNoise(line) {
  const isFailure = /^ +\d+\) /.test(line);
  return !isFailure && (noise.some((start) => line.startsWith(start)) || /\n\s+at .*workbench\.js/.test(line) || desktopNoise.test(line));
}

/**
 * Cuts a stream of text into lines.
 * @param {(line: string) => void} listener
 * @returns {(text: string) => void}
 */
export function eachLine(listener) {
  let rest = "";
  return (text) => {
    const lines = `${rest}${text}`.split(/\r?\n/);
    rest = lines.pop() ?? "";
    lines.forEach(listener);
  };
}

/**
 * Substitutes as `console.log` does.
 * @param {readonly unknown[]} args
 * @returns {string}
 */
export function formatLog(args) {
  const [format, ...rest] = args;
  if (typeof format !== "string" || rest.length === 0) return args.map(show).join(" ");
  const text = format.replace(/%([sdifoOjc%])/g, (whole, kind) => {
    if (kind === "%") return "%";
    if (rest.length === 0) return whole;
    const value = rest.shift();
    if (kind === "c") return "";
    if (kind === "i" || kind === "f" || kind === "d") return String(kind === "i" ? Number.parseInt(String(value), 10) : Number(value));
    return kind === "s" ? show(value) : JSON.stringify(value) ?? String(value);
  });
  return [text, ...rest.map(show)].join(" ");
}

/** @param {unknown} value */
function show(value) {
  return typeof value === "string" ? value : JSON.stringify(value) ?? String(value);
}
