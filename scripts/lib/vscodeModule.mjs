// `import * as vscode` in fifty files would copy the whole API fifty times when the bundle is loaded: some 10 ms of activation.
// One module takes from it what the source names, and each use refers to that.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./project.mjs";

/** @type {import("esbuild").Plugin} */
export const vscodeModule = {
  name: "vscode-module",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^vscode$/ }, ({ namespace }) => namespace === "vscode" ? { path: "vscode", external: true } : { path: "vscode", namespace: "vscode" });
    onLoad({ filter: /.*/, namespace: "vscode" }, () => ({ contents: `const api = require("vscode");\nexport const { ${namesInSource().join(", ")} } = api;` }));
  },
};

function namesInSource() {
  const folder = join(root, "src");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
  const names = files.flatMap((path) => [...readFileSync(join(folder, path), "utf8").matchAll(/\bvscode\.(\w+)/g)].map((match) => match[1] ?? ""));
  return [...new Set(names)].sort();
}
