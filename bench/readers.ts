import { parseBibtex } from "../src/core/bibliography/bibtex/parseBibtex";
import { loadPeer } from "./peers";
import { indexOf } from "./product";

export interface Reader {
  readonly name: string;
  readonly isPeer: boolean;
  readonly load: () => Promise<(text: string) => unknown>;
}

export const index = "Sourcebook: index";
export const pluginBibtex = "citation-js plugin-bibtex, raw";
export const latexUtensils = "latex-utensils";

export const readers: readonly Reader[] = [
  { name: index, isPeer: false, load: () => Promise.resolve(indexOf) },
  { name: "Sourcebook: entries alone", isPeer: false, load: () => Promise.resolve(parseBibtex) },
  { name: pluginBibtex, isPeer: true, load: async () => (await loadPeer("@citation-js/plugin-bibtex/lib/input/file.js") as { readonly parse: (text: string) => unknown }).parse },
  { name: "bibtex-parse", isPeer: true, load: async () => (await loadPeer("bibtex-parse") as { readonly entries: (text: string) => unknown }).entries },
  { name: latexUtensils, isPeer: true, load: loadLatexUtensils },
  { name: "@citation-js Cite", isPeer: true, load: loadCite },
  { name: "bibtex-tidy", isPeer: true, load: async () => (await loadPeer("bibtex-tidy") as { readonly tidy: (text: string) => unknown }).tidy },
  { name: "@retorquere/bibtex-parser", isPeer: true, load: loadRetorquere },
  { name: "biblatex-csl-converter", isPeer: true, load: loadBiblatexCslConverter },
];

async function loadLatexUtensils(): Promise<(text: string) => unknown> {
  const { bibtexParser } = await loadPeer("latex-utensils") as { readonly bibtexParser: { readonly parse: (text: string) => unknown } };
  return bibtexParser.parse;
}

async function loadCite(): Promise<(text: string) => unknown> {
  type CiteClass = new (text: string, options: { readonly generateGraph: boolean }) => unknown;
  const { Cite } = await loadPeer("@citation-js/core") as { readonly Cite: CiteClass };
  await loadPeer("@citation-js/plugin-bibtex");
  return (text) => new Cite(text, { generateGraph: false });
}

/** Titles stay in their case, as they do in the index: putting them in sentence case takes most of its time. */
async function loadRetorquere(): Promise<(text: string) => unknown> {
  const { parse } = await loadPeer("@retorquere/bibtex-parser") as { readonly parse: (text: string, options: object) => unknown };
  return (text) => parse(text, { sentenceCase: false });
}

async function loadBiblatexCslConverter(): Promise<(text: string) => unknown> {
  type Parser = new (text: string, options: object) => { parse(): unknown };
  const { BibLatexParser } = await loadPeer("biblatex-csl-converter") as { readonly BibLatexParser: Parser };
  return (text) => new BibLatexParser(text, { processUnexpected: true, processUnknown: true }).parse();
}
