// What is open in the window in which tests run.
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./project.mjs";

/** @typedef {"one" | "several" | "none"} Folders */

/**
 * @param {string} scratch
 * @param {Folders} folders
 * @returns {{ kind: "folder" | "workspace", path: string } | undefined} the sample in one folder, a workspace of two folders beside a third, or nothing
 */
export function testWorkspace(scratch, folders) {
  if (folders === "none") return undefined;
  if (folders === "one") {
    const path = join(scratch, "workspace");
    cpSync(join(root, "data/sample"), path, { recursive: true });
    return { kind: "folder", path };
  }
  for (const name of ["first", "second", "third"]) mkdirSync(join(scratch, name));
  const path = join(scratch, "tests.code-workspace");
  writeFileSync(path, JSON.stringify({ folders: [{ path: "first" }, { path: "second" }] }));
  return { kind: "workspace", path };
}
