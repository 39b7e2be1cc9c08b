import assert from "node:assert/strict";
import { parseBibliography } from "../../src/core/bibliography/parseBibliography";
import { parseLatex } from "../../src/core/citations/latex/parseLatex";
import { parseMarkdown } from "../../src/core/citations/markdown/parseMarkdown";
import type { StepCounter } from "./countedSteps";
import type { HostileText } from "./hostileTexts";

/** Ten times the text may take twelve times the steps. */
const mostGrowth = 1.2;

/** Texts whose steps go another way for a reason: parts of a YAML file that are no plain YAML are read by a slower parser, as long as they are short. */
const uneven: Readonly<Record<string, number>> = {
  ".yaml one key again and again": 2,
  // Each line is looked at once for every list that it lies in, of which there are a hundred at most.
  ".md stairs": 2,
  ".md quotations in stairs": 2,
  // The end of a superscript is looked for within so many characters at most, which the shorter text does not have behind all of its signs.
  ".md nested notes": 1.3,
};

/** Tells what is wrong where reading a long text takes more steps than reading a short one would let one think. */
export function growthProblem(steps: StepCounter, { ending, name, make }: HostileText, small: number): string | undefined {
  const [short, long] = [make(small), make(10 * small)];
  // What is made on first use is not counted.
  readAll(ending, make(1));
  const [few, many] = [short, long].map((text) => steps.stepsOf(() => readAll(ending, text))) as [number, number];
  if (many / few <= (uneven[`${ending} ${name}`] ?? mostGrowth) * long.length / short.length) return undefined;
  return `${ending}, ${name}: ${few} steps for ${short.length} characters, ${many} for ${long.length}`;
}

/** Reads a text and asks for everything in it. */
function readAll(ending: string, text: string): void {
  if (ending === ".md") parseMarkdown(text);
  else if (ending === ".tex") parseLatex(text, { citationCommands: [] });
  else readEntries(ending, text);
}

function readEntries(ending: string, text: string): void {
  const { entries, problems } = parseBibliography(`file:///a${ending}`, text) ?? assert.fail();
  assert.ok(Array.isArray(problems));
  for (const entry of entries) {
    assert.equal(typeof entry.summary.title, "string");
    if (entry.format === "bibtex") assert.ok(entry.fields.every(({ name }) => entry.effectiveFields.has(name)) && Array.isArray(entry.aliases));
    else assert.equal(entry.item.id, entry.key);
  }
}
