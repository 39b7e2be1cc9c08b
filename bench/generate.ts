import { pickEvenly, randomNumbers } from "./random";
import { generateSources, textOf, type GeneratedSource } from "./sources";

/** A library as large as asked for; every run makes the same, and a larger one begins with the smaller. */
export function generateBibtex(count: number): string {
  return Array.from(generateSources(count), bibtexEntry).join("");
}

export function bibtexEntry({ index, key, families: [first, second], title, year, journal, abstract }: GeneratedSource): string {
  return `@article{${key},
  author = {${first}, A. B. and ${second}, C.},
  title = {${title}},
  journal = {${journal}},
  year = ${year},
  volume = {${index % 90}},
  number = 2,
  pages = {${index}--${index + 12}},
  doi = {10.1000/${index}.${index * 7}},
  abstract = {${abstract}},
}

`;
}

export function generateMarkdown(paragraphs: number): string {
  const random = randomNumbers(2);
  return Array.from({ length: paragraphs }, (_, index) =>
    `## Section ${index}\n\n${textOf(60, random)} [see @key${index}x, pp. ${index}; -@other${index}] ${textOf(60, random)} \`code @no\` and $x_{@no}$.\n\n`).join("");
}

export function generateLatex(paragraphs: number): string {
  const random = randomNumbers(3);
  return Array.from({ length: paragraphs }, (_, index) =>
    `\\section{Section ${index}}\n\n${textOf(60, random)} \\citep[see][p.~${index}]{key${index}x, other${index}} \\emph{${textOf(54, random)}} % \\cite{no}\n\n`).join("");
}

/** `count` different numbers below `limit`, or all of them. */
export function sample(limit: number, count: number): readonly number[] {
  const random = randomNumbers(4);
  const numbers = Array.from({ length: limit }, (_, number) => number);
  return Array.from({ length: Math.min(limit, count) }, () => numbers.splice(pickEvenly(numbers.length, random), 1)[0] ?? 0);
}
