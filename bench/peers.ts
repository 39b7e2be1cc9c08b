import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";

/** citation-js from text to CSL-JSON, as an extension without an index of its own would read a file. */
export function readWithCitationJs(text: string): unknown {
  return plugins.input.chain(text, { generateGraph: false });
}
