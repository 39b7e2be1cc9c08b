// The part of BENCHMARKS.md that a run writes anew.
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Refusal } from "./ending.mjs";
import { root } from "./project.mjs";

const path = join(root, "BENCHMARKS.md");
const [start, end] = ["<!-- run -->", "<!-- end of run -->"];

/**
 * Puts a run between the two marks.
 * @param {string} report
 */
export function writeReport(report) {
  const text = readFileSync(path, "utf8");
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Refusal(`BENCHMARKS.md has no ${start} … ${end} to write between.`);
  writeFileSync(path, `${text.slice(0, from + start.length)}\n\n\`\`\`text\n${report.trim()}\n\`\`\`\n\n${text.slice(to)}`);
}

/** What the figures depend on most. */
export function machine() {
  return `Node ${process.versions.node}, ${availableParallelism()} processor cores`;
}
