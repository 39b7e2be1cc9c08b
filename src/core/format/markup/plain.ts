import { subscripts, superscripts } from "../../text/latexTables";
import type { Run } from "./reference";

// C0, DEL, C1 and the bidirectional overrides, which can make a text look like another one.
const controlCharacters = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** A run as text alone. Sub- and superscripts stay what they are where Unicode has letters for them. */
export function plainRun({ text, style }: Run): string {
  const line = text.replace(/[\t\n]+/g, " ").replace(controlCharacters, "");
  if (style.script === undefined) return line;
  const letters = style.script === "sub" ? subscripts : superscripts;
  const all = Array.from(line, (char) => letters.get(char));
  return all.every((letter) => letter !== undefined) ? all.join("") : line;
}
