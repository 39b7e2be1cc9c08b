// Bundled positions in printed stack traces become positions in the source; the frames of the test runner go.
import { existsSync, readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { dirname, relative, resolve } from "node:path";
import { root } from "./project.mjs";

/**
 * @param {string} bundle path of a bundle with its map beside it
 * @returns {(text: string) => string}
 */
export function stackReader(bundle) {
  const map = existsSync(`${bundle}.map`) ? new SourceMap(JSON.parse(readFileSync(`${bundle}.map`, "utf8"))) : undefined;
  const name = bundle.split(/[\\/]/).at(-1) ?? bundle;

  /** @param {string} line */
  const read = (line) => {
    const frame = /^(\s+at (?:.*\()?)[^\s()]*?([^\s()/\\#]+)(?:#[\w-]+)?:(\d+):(\d+)(\)?)$/.exec(line);
    if (map === undefined || frame === null || frame[2] !== name) return /^\s+at .*\(?node:internal\//.test(line) ? undefined : line;
    const entry = map.findEntry(Number(frame[3]) - 1, Number(frame[4]) - 1);
    if (!("originalSource" in entry)) return line;
    const source = relative(root, resolve(dirname(bundle), entry.originalSource));
    if (source.includes("node_modules")) return undefined;
    return `${frame[1]}${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}${frame[5]}`;
  };
  return (text) => text.split("\n").map(read).filter((line) => line !== undefined).join("\n");
}
