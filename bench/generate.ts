import { pickEvenly, pickZipf, randomNumbers, type Random } from "./random";
import { families, journals, words } from "./vocabulary";

/** A library as large as asked for; every run makes the same, and a larger one begins with the smaller. */
export function generateBibtex(count: number): string {
  const random = randomNumbers(1);
  return Array.from({ length: count }, (_, index) => bibtexEntry(index, random)).join("");
}

function bibtexEntry(index: number, random: Random): string {
  const [first, second] = [pickZipf(families, random), pickZipf(families, random)];
  const title = textOf(9, random);
  const year = 1950 + Math.floor(75 * random());
  const key = `${first}${year}${title.split(" ", 1)[0] ?? ""}${index.toString(36)}`.toLowerCase().replace(/\W/g, "");
  return `@article{${key},
  author = {${first}, A. B. and ${second}, C.},
  title = {${title}},
  journal = {${pickZipf(journals, random)}},
  year = ${year},
  volume = {${index % 90}},
  number = 2,
  pages = {${index}--${index + 12}},
  doi = {10.1000/${index}.${index * 7}},
  abstract = {${textOf(54, random)}},
}

`;
}

function textOf(length: number, random: Random): string {
  return Array.from({ length }, () => pickZipf(words, random)).join(" ");
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
