// citation-js's mappings use one class of its core; the rest fetches from the network, which this product never does, and needs
// modules of Node. Bundles take src/core/format/citationJsCore.ts instead.
import { resolve } from "node:path";

/** @type {import("esbuild").Plugin} */
export const citationJsCore = {
  name: "citation-js-core",
  setup({ onResolve }) {
    onResolve({ filter: /^@citation-js\/core$/ }, () => ({ path: resolve(import.meta.dirname, "../../src/core/format/citationJsCore.ts") }));
  },
};
