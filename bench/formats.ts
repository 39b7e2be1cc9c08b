import { latexToUnicode } from "../src/core/text/latexText";
import { bibtexEntry, generateLatex, generateMarkdown } from "./generate";
import { generateSources, type GeneratedSource } from "./sources";

/** Texts of a kind, as long as asked for. */
export interface GeneratedFormat {
  readonly name: string;
  /** What the product tells the kind by. */
  readonly fileName: string;
  readonly generate: (count: number) => string;
  /** How many sources the shorter text begins with, where ten times a thousand are more than is read. */
  readonly fewest?: number;
}

/** Every kind of text that the product reads, from the same sources. */
export const generatedFormats: readonly GeneratedFormat[] = [
  { name: "BibTeX", fileName: "a.bib", generate: (count) => written(count, bibtexEntry) },
  { name: "BibTeX of tugboat.bib's kind", fileName: "a.bib", generate: generateTugboat },
  { name: "CSL-JSON", fileName: "a.json", generate: (count) => JSON.stringify(Array.from(generateSources(count), cslItem), undefined, 2) },
  { name: "CSL-YAML", fileName: "a.yaml", generate: (count) => `references:\n${written(count, cslYaml)}` },
  { name: "Hayagriva", fileName: "a.yml", generate: (count) => written(count, hayagriva) },
  { name: "RIS", fileName: "a.ris", generate: (count) => written(count, ris) },
  { name: "EndNote", fileName: "a.enw", generate: (count) => written(count, endNote) },
  { name: "PubMed", fileName: "a.nbib", generate: (count) => written(count, nbib) },
  { name: "Markdown", fileName: "a.md", generate: generateMarkdown },
  { name: "Markdown, sources in front matter", fileName: "a.md", generate: (count) => `---\nreferences:\n${written(count, cslYaml)}---\n\n@a`, fewest: 400 },
  { name: "LaTeX", fileName: "a.tex", generate: generateLatex },
];

/** Texts as CSL has them: Unicode, and no braces. */
interface PlainSource {
  readonly source: GeneratedSource;
  readonly families: readonly string[];
  readonly title: string;
  readonly journal: string;
  readonly abstract: string;
}

function plain(source: GeneratedSource): PlainSource {
  const [families, title, journal, abstract] = [source.families.map(latexToUnicode), latexToUnicode(source.title), latexToUnicode(source.journal), latexToUnicode(source.abstract)];
  return { source, families, title, journal, abstract };
}

function written(count: number, write: (source: GeneratedSource) => string): string {
  return Array.from(generateSources(count), write).join("");
}

/** As Nelson Beebe's bibliographies are kept: names for journals and strings, quotation marks, many fields, values over several lines. */
export function generateTugboat(count: number): string {
  const strings = `@String{j-TUGboat = "TUGboat"}\n@String{ack-nhfb = "Nelson H. F. Beebe,\n  University of Utah"}\n@String{pub-TUG = "{\\TeX{} Users Group}"}\n\n`;
  return strings + written(count, ({ index, families: [first, second], title, year, journal }) => `@Article{${first.replace(/\W/g, "")}:${year}:TB${index.toString(36)},
  author =       "A. B. ${first} and C. ${second}",
  title =        "{\\TeX{} and {\\LaTeX}}: ${title},\n                 with {${journal}}",
  journal =      j-TUGboat,
  volume =       "${index % 90}",
  number =       "${index % 4}",
  pages =        "${index}--${index + 12}",
  month =        oct # "~" # "${1 + index % 28}",
  year =         "${year}",
  ISSN =         "0896-3207",
  bibdate =      "Fri Jul 13 10:24:20 MDT 2007",
  bibsource =    "https://www.example.org/bib/${index}.bib",
  publisher =    pub-TUG,
  acknowledgement = ack-nhfb,
  issue =        "${index}",
}

`);
}

function cslItem(source: GeneratedSource): object {
  const { families, title, journal, abstract } = plain(source);
  const { index, key, year } = source;
  return {
    id: key, type: "article-journal", title, author: families.map((family) => ({ family, given: "A. B." })), issued: { "date-parts": [[year]] },
    "container-title": journal, volume: String(index % 90), issue: "2", page: `${index}-${index + 12}`, DOI: `10.1000/${index}`, abstract,
  };
}

function cslYaml(generated: GeneratedSource): string {
  const { source: { index, key, year }, families, title, journal, abstract } = plain(generated);
  const author = families.map((family) => `  - family: ${JSON.stringify(family)}\n    given: A. B.\n`).join("");
  return `- id: ${key}\n  type: article-journal\n  title: ${JSON.stringify(title)}\n  author:\n${author}  issued:\n    date-parts:\n    - - ${year}\n  container-title: ${journal}
  volume: ${index % 90}\n  page: ${index}-${index + 12}\n  DOI: 10.1000/${index}\n  abstract: >-\n    ${abstract}\n`;
}

function hayagriva(generated: GeneratedSource): string {
  const { source: { index, key, year }, families, title, journal, abstract } = plain(generated);
  return `${key}:\n  type: article\n  title: ${JSON.stringify(title)}\n  author: [${families.map((family) => JSON.stringify(`${family}, A. B.`)).join(", ")}]\n  date: ${year}
  page-range: ${index}-${index + 12}\n  serial-number:\n    doi: 10.1000/${index}\n  abstract: ${JSON.stringify(abstract)}\n  parent:\n    type: periodical\n    title: ${journal}\n    volume: ${index % 90}\n\n`;
}

function ris(generated: GeneratedSource): string {
  const { source: { index, key, year }, families, title, journal, abstract } = plain(generated);
  return `TY  - JOUR\nID  - ${key}\n${families.map((family) => `AU  - ${family}, A. B.\n`).join("")}TI  - ${title}\nJO  - ${journal}\nPY  - ${year}\nVL  - ${index % 90}
SP  - ${index}\nEP  - ${index + 12}\nDO  - 10.1000/${index}\nAB  - ${abstract}\nER  - \n\n`;
}

function endNote(generated: GeneratedSource): string {
  const { source: { index, key, year }, families, title, journal, abstract } = plain(generated);
  return `%0 Journal Article\n%F ${key}\n${families.map((family) => `%A ${family}, A. B.\n`).join("")}%T ${title}\n%J ${journal}\n%D ${year}\n%V ${index % 90}\n%P ${index}-${index + 12}\n%X ${abstract}\n\n`;
}

function nbib(generated: GeneratedSource): string {
  const { source: { index, year }, families, title, journal, abstract } = plain(generated);
  return `PMID- ${index + 1}\nDP  - ${year}\nTI  - ${title}\n${families.map((family) => `FAU - ${family}, A. B.\n`).join("")}JT  - ${journal}\nVI  - ${index % 90}\nPG  - ${index}-${index + 12}\nAB  - ${abstract}\n\n`;
}
