import type { GeneratedFormat } from "./formats";

/** Texts of which nobody writes many: what is begun and never ended, nested or repeated. */
export const hostileTexts: readonly GeneratedFormat[] = [
  hostile("BibTeX, braces never closed", "a.bib", "@a{k, t = {", "{x "),
  hostile("BibTeX, entries never ended", "a.bib", "", "@article{k, title = {x}, year = \n"),
  hostile("BibTeX, one key for all", "a.bib", "", "@article{k, title = {x}}\n"),
  hostile("BibTeX, strings made of strings", "a.bib", "@string{a = {x}}\n", "@string{a = a}\n"),
  hostile("BibTeX, each inherits from the next", "a.bib", "", (index) => `@a{k${index}, crossref = {k${index + 1}}}\n`),
  hostile("CSL-JSON, lists never closed", "a.json", "[", "[1, "),
  hostile("CSL-YAML, lists never closed", "a.yaml", "references:\n- id: a\n  x: ", "[a, "),
  hostile("RIS, records never ended", "a.ris", "", "TY  - JOUR\nAU  - Doe, J.\n"),
  hostile("Markdown, brackets never closed", "a.md", "", "[see @a "),
  hostile("Markdown, code never closed", "a.md", "", "`` @a ` $x "),
  hostile("Markdown, lists in lists", "a.md", "", (index) => `${" ".repeat(index % 64)}- @a\n`),
  hostile("LaTeX, arguments never closed", "a.tex", "", "\\cite[see][p. 1]{a, "),
  hostile("LaTeX, environments never ended", "a.tex", "", "\\begin{itemize}\\item \\cite{a}\n"),
];

function hostile(name: string, fileName: string, start: string, part: string | ((index: number) => string)): GeneratedFormat {
  return { name, fileName, generate: (count) => start + (typeof part === "string" ? part.repeat(count) : Array.from({ length: count }, (_, index) => part(index)).join("")) };
}
