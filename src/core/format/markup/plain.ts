import { controlCharacters } from "../../text/escape";
import { subscripts, superscripts } from "../../text/latexTables";
import type { Run } from "./reference";

/** A run as text alone. Sub- and superscripts stay what they are where Unicode has letters for them. */
export function plainRun({ text, style }: Run): string {
  const line = text.replace(/[\t\n\u2028\u2029]+/g, " ").replace(controlCharacters, "");
  if (style.script === undefined) return line;
  const letters = style.script === "sub" ? subscripts : superscripts;
  const all = Array.from(line, (char) => letters.get(char));
  return all.every((letter) => letter !== undefined) ? all.join("") : line;
}
