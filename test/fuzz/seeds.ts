import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decodeText } from "../../src/core/text/decode";
import type { Reader } from "./readers";

/** Where real texts of all kinds lie. */
const folders = ["test/fixtures", "data", "."];
const longestSeed = 8000;

/** Real texts of a reader's kind, the long ones in parts. */
export function seedsOf({ endings }: Reader): readonly string[] {
  return filesHere().filter((path) => endings.some((ending) => ending.endsWith("/*") ? path.includes(`/${ending.slice(0, -1)}`) : path.endsWith(ending))).flatMap((path) => {
    const { text } = decodeText(readFileSync(path));
    return Array.from({ length: Math.min(8, Math.ceil(text.length / longestSeed)) }, (_, part) => text.slice(part * longestSeed, (part + 1) * longestSeed));
  });
}

function filesHere(): readonly string[] {
  return folders.flatMap((folder) => readdirSync(folder, { withFileTypes: true, recursive: folder !== "." }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))).sort();
}
