import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { inflate } from "node:zlib";
import type { StyleFiles } from "../core/ports";

const inflated = promisify(inflate);

/** Styles and locales in a folder of the disk. */
export function styleFilesIn(folder: string): StyleFiles {
  return { read: (name) => readFile(join(folder, name)), inflate: (data) => inflated(data) };
}
