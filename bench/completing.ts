import { neverCancelled } from "../test/support/service";
import { corpusName, corpusNamed, corpusText, type Corpus } from "./corpora";
import { sample } from "./generate";
import { median, percentile, timeOfAnswer } from "./measure";
import { parseBibtex } from "../src/core/bibliography/bibtex/parseBibtex";
import { randomNumbers } from "./random";
import { limited, milliseconds, reportHeading } from "./report";
import { sessionWith, type Session } from "./session";
import { textOf } from "./sources";
import { Table } from "./table";
import { resultOf, type Task } from "./task";

const citations = 5000;
/** Of how many sources a list is asked for, letter by letter. */
const typedKeys = 12;
const frame = 16;

interface CompletionTimes {
  readonly list: readonly number[];
  readonly typed: readonly number[];
  readonly hovers: readonly number[];
}

/** How a language cites. */
interface Writing {
  readonly language: string;
  readonly file: string;
  readonly begin: string;
  readonly end: string;
  readonly cite: (one: string, two: string, page: number) => string;
  readonly name: (key: string) => string;
  readonly year: (key: string) => string;
  /** A citation that is being written, up to the cursor and from there on. */
  readonly typed: (begun: string) => readonly [before: string, after: string];
}

const writings: readonly Writing[] = [
  {
    language: "Markdown",
    file: "paper.md",
    begin: "---\nbibliography: library.bib\n---\n\n",
    end: "\n\n@",
    cite: (one, two, page) => `[see @${one}, pp. ${page}; @${two}]`,
    name: (key) => `@${key}`,
    year: (key) => `[-@${key}]`,
    typed: (begun) => [` @${begun}`, ""],
  },
  {
    language: "LaTeX",
    file: "paper.tex",
    begin: "\\documentclass{article}\n\\addbibresource{library.bib}\n\\begin{document}\n\n",
    end: "\n\n\\cite{",
    cite: (one, two, page) => `\\autocite[see][pp. ${page}]{${one},${two}}`,
    name: (key) => `\\textcite{${key}}`,
    year: (key) => `\\cite*{${key}}`,
    typed: (begun) => [` \\cite{${begun}`, "}"],
  },
];

/** What one sees while one writes a document with many citations. */
export async function benchCompleting(corpora: readonly Corpus[]): Promise<void> {
  reportHeading(`A document with ${citations.toLocaleString("en")} citations, over a library in memory; p95 within a frame`);
  const table = new Table(["p50", "p95"]);
  for (const corpus of corpora) {
    for (const { language } of writings) {
      const times = await resultOf<CompletionTimes>(completingTask.name, [String(corpus), language]);
      if (times === undefined) continue;
      const report = (name: string, all: readonly number[]): void => {
        table.row(`${language}: ${name}, ${corpusName(corpus)}`, [milliseconds(median(all)), milliseconds(percentile(all, 0.95))], limited(percentile(all, 0.95), frame, "ms"));
      };
      report("list as it is", times.list);
      report("list after a letter typed", times.typed);
      report("hover over a key", times.hovers);
    }
  }
}

export const completingTask: Task = {
  name: "completing",
  run: async ([given, language], say) => {
    const writing = writings.find((candidate) => candidate.language === language);
    if (writing === undefined) return;
    const text = corpusText(corpusNamed(given));
    const keys = parseBibtex(text).entries.map(({ key }) => key);
    const paper = documentCiting(keys, writing);
    const session = sessionWith({ "library.bib": text, [writing.file]: paper });
    const ask = (offset: number): Promise<void> => complete(session, writing.file, offset);
    await ask(paper.length);
    const [list, typed]: [number[], number[]] = [[], []];
    const middle = paper.indexOf("\n\n", paper.length >> 1);
    for (const key of typedKeysOf(keys)) {
      for (let length = 1; length <= Math.min(8, key.length); length++) {
        const [before, after] = writing.typed(key.slice(0, length));
        session.workspace.edit(writing.file, paper.slice(0, middle) + before + after + paper.slice(middle));
        typed.push(await timeOfAnswer(() => ask(middle + before.length)));
        list.push(await timeOfAnswer(() => ask(middle + before.length)));
      }
    }
    const document = session.workspace.document(writing.file);
    const hovers: number[] = [];
    for (const position of sample(Math.min(keys.length, citations), 60)) {
      const offset = document.getText().indexOf(keys[position] ?? "") + 1;
      hovers.push(await timeOfAnswer(() => session.service.hover(document, offset, neverCancelled)));
    }
    // the first are slow because their code is new
    say({ list: list.slice(typedKeys), typed: typed.slice(typedKeys), hovers: hovers.slice(10) } satisfies CompletionTimes);
  },
};

function typedKeysOf(keys: readonly string[]): readonly string[] {
  return sample(keys.length, typedKeys).map((position) => keys[position] ?? "");
}

function documentCiting(keys: readonly string[], { begin, end, cite, name, year }: Writing): string {
  const random = randomNumbers(5);
  const paragraphs = Array.from({ length: citations / 4 }, (_, index) => {
    const [a = "", b = "", c = "", d = ""] = [0, 1, 2, 3].map((number) => keys[(index * 4 + number) % keys.length]);
    return `${textOf(20, random)} ${cite(a, b, index)} ${textOf(20, random)}. As ${name(c)} says, ${textOf(10, random)} ${year(d)}.`;
  });
  return begin + paragraphs.join("\n\n") + end;
}

async function complete({ service, workspace }: Session, file: string, offset: number): Promise<void> {
  const answer = await service.complete(workspace.document(file), offset, neverCancelled);
  if (answer === undefined) throw new Error("No citation can stand there");
}
