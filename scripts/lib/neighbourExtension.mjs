// An extension with the name of one that completes citations itself, and with its language: the tests see how Sourcebook keeps out of its way.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const neighbourId = "quarto.quarto";

/**
 * @param {string} scratch
 * @returns {string} its folder
 */
export function neighbourExtension(scratch) {
  const folder = join(scratch, `${neighbourId}-0.0.1`);
  const [publisher, name] = neighbourId.split(".");
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), JSON.stringify({
    name, publisher, version: "0.0.1", engines: { vscode: "^1.90.0" }, contributes: { languages: [{ id: "quarto", extensions: [".qmd"] }] },
  }));
  return folder;
}
