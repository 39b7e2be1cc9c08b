import { parseBibtex } from "../src/core/bibliography/bibtex/parseBibtex";
import { parseLatex } from "../src/core/citations/latex/parseLatex";
import { parseMarkdown } from "../src/core/citations/markdown/parseMarkdown";
import { generateBibtex, generateLatex, generateMarkdown } from "./generate";
import { fastestOf } from "./measure";
import { charCodePass, loadCitationJs } from "./peers";
import { reportHeading, reportRatio } from "./report";

/** Reading texts, beside one pass over the same text. */
export async function benchReading(size: number): Promise<void> {
  reportHeading(`Reading ${size} sources and documents; × one charCodeAt pass over the same text`);
  report("BibTeX: index", generateBibtex(size), parseBibtex);
  const few = Math.min(size, 2000);
  report(`citation-js: BibTeX to CSL (${few} sources)`, generateBibtex(few), await loadCitationJs());
  report("Markdown: facts", generateMarkdown(Math.min(size, 5000)), parseMarkdown);
  report("LaTeX: facts", generateLatex(Math.min(size, 5000)), (text) => parseLatex(text, { citationCommands: [] }));
}

function report(name: string, text: string, read: (text: string) => unknown): void {
  const pass = fastestOf(5, () => charCodePass(text));
  reportRatio(name, fastestOf(3, () => read(text)), pass, `${(text.length / 1e6).toFixed(1)} MB`);
}
