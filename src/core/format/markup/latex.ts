import { escapeLatex } from "../../text/escapeLatex";
import type { Run } from "./reference";

export function renderLatexRun({ text, style }: Run): string {
  if (style.href === text.trim() && /^[\w:/.\-~?&=+,;@]+$/.test(style.href)) return `\\url{${style.href}}`;
  let latex = escapeLatex(text);
  if (style.script !== undefined) latex = `\\text${style.script === "sub" ? "subscript" : "superscript"}{${latex}}`;
  if (style.underline === true) latex = `\\underline{${latex}}`;
  if (style.smallCaps === true) latex = `\\textsc{${latex}}`;
  if (style.bold === true) latex = `\\textbf{${latex}}`;
  return style.italic === true ? `\\emph{${latex}}` : latex;
}
