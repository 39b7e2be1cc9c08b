import { parseBibtex } from "../src/core/bibliography/parseBibtex";
import { parseLatex } from "../src/core/citations/parseLatex";
import { parseMarkdown } from "../src/core/citations/parseMarkdown";
import { completeCitation } from "../src/core/features/completion";
import { createReferenceEngine } from "../src/core/format/referenceEngine";
import { createLibrary, type Library } from "../src/core/library/library";
import { generateBibtex, generateLatex, generateMarkdown } from "./generate";
import { median, percentile, timeOf, timesOf } from "./measure";
import { readWithCitationJs } from "./peers";

const size = Number(process.argv[2] ?? 20_000);

/** One pass over a text: the least that reading it can cost. All ratios are to this, on the same text. */
function charCodePass(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
  return sum;
}

function report(name: string, text: string, read: (text: string) => unknown): void {
  const pass = median(timesOf(5, () => charCodePass(text)));
  const time = median(timesOf(5, () => read(text)));
  console.log(`${name.padEnd(44)} ${(time / pass).toFixed(1).padStart(8)} × a pass  (${(text.length / 1e6).toFixed(1)} MB, ${time.toFixed(0)} ms)`);
}

function libraryOf(text: string): Library {
  return createLibrary([{ uri: "file:///bench.bib", name: "bench.bib", origin: "declared", bibliography: parseBibtex(text), isOffered: true }]);
}

const bibtex = generateBibtex(size);
const smallBibtex = generateBibtex(Math.min(size, 2000));
console.log(`Reading (${size} sources)`);
report("BibTeX: index", bibtex, parseBibtex);
report("BibTeX: citation-js to CSL (2,000 sources)", smallBibtex, readWithCitationJs);
report("Markdown: facts", generateMarkdown(5000), parseMarkdown);
report("LaTeX: facts", generateLatex(5000), (text) => parseLatex(text, { citationCommands: [] }));

console.log("\nCompletion, from the key to the list (ms)");
const library = libraryOf(bibtex);
console.log(`  first list, the search index included       ${timeOf(() => library.search("a", { limit: 200 })).toFixed(1)}`);
const queries = ["za", "zakh", "zakharova", "korea", "2016", "eco coop", "economic cooperation russia", "xyzzy"];
const times = queries.flatMap((query) => {
  const text = `Text [@${query}`;
  const document = parseMarkdown(text);
  return timesOf(10, () => completeCitation(document, text, text.length, library));
});
console.log(`  p50 ${median(times).toFixed(2)}   p95 ${percentile(times, 0.95).toFixed(2)}   (a frame: 16)`);

void (async () => {
  const entries = parseBibtex(generateBibtex(50)).entries;
  const engine = createReferenceEngine();
  const started = performance.now();
  const items = await engine.toCslItems(entries);
  await engine.formatBibliography(items.slice(0, 1), { style: { id: "apa" } }, "text");
  console.log(`\nFormatting (APA)\n  first reference, engine included            ${(performance.now() - started).toFixed(0)} ms`);
  const each: number[] = [];
  for (const item of items) {
    const start = performance.now();
    await engine.formatBibliography([item], { style: { id: "apa" } }, "text");
    each.push(performance.now() - start);
  }
  console.log(`  each further reference                      p50 ${median(each).toFixed(1)} ms   p95 ${percentile(each, 0.95).toFixed(1)} ms`);
})();
