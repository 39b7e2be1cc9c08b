/** Deterministic pseudo-random numbers (mulberry32), so that every run reads the same text. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const families = ["Zakharova", "Zhebin", "M{\\\"u}ller", "Toloraya", "O'Brien", "Smith", "Garc{\\'i}a", "Kim", "Park", "van der Berg", "Nguyen", "Lukin"];
const words = ["economic", "cooperation", "Russia", "Korea", "sanctions", "regional", "policy", "trade", "nuclear", "history", "relations", "development", "{DNA}", "analysis", "goals"];

function picker(seed: number): <T>(values: readonly [T, ...T[]] | readonly T[]) => T {
  const next = randomNumbers(seed);
  return (values) => values[Math.floor(next() * values.length)] as never;
}

export function generateBibtex(count: number): string {
  const pick = picker(1);
  const entry = (index: number): string => {
    const title = Array.from({ length: 9 }, () => pick(words)).join(" ");
    const abstract = Array.from({ length: 50 }, () => pick(words)).join(" ");
    return `@article{key${index}x${pick(families).replace(/\W/g, "").toLowerCase()},
  author = {${pick(families)}, A. B. and ${pick(families)}, C.},
  title = {${title}},
  journal = {Journal of ${pick(words)} ${pick(words)}},
  year = ${1950 + (index % 75)},
  volume = {${index % 90}},
  number = 2,
  pages = {${index}--${index + 12}},
  doi = {10.1000/${index}.${index * 7}},
  abstract = {${abstract}},
}

`;
  };
  return Array.from({ length: count }, (_, index) => entry(index)).join("");
}

export function generateMarkdown(paragraphs: number): string {
  const pick = picker(2);
  const text = (): string => Array.from({ length: 60 }, () => pick(words)).join(" ");
  return Array.from({ length: paragraphs }, (_, index) =>
    `## Section ${index}\n\n${text()} [see @key${index}x, pp. ${index}; -@other${index}] ${text()} \`code @no\` and $x_{@no}$.\n\n`).join("");
}

export function generateLatex(paragraphs: number): string {
  const pick = picker(3);
  const text = (): string => Array.from({ length: 60 }, () => pick(words)).join(" ");
  return Array.from({ length: paragraphs }, (_, index) =>
    `\\section{Section ${index}}\n\n${text()} \\citep[see][p.~${index}]{key${index}x, other${index}} \\emph{${text()}} % \\cite{no}\n\n`).join("");
}
