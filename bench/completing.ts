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

/** What one sees while one writes a document with many citations. */
export async function benchCompleting(corpora: readonly Corpus[]): Promise<void> {
  reportHeading(`A document with ${citations.toLocaleString("en")} citations, over a library in memory; p95 within a frame`);
  const table = new Table(["p50", "p95"]);
  for (const corpus of corpora) {
    const times = await resultOf<CompletionTimes>(completingTask.name, [String(corpus)]);
    if (times === undefined) continue;
    const report = (name: string, all: readonly number[]): void => {
      table.row(`${name}, ${corpusName(corpus)}`, [milliseconds(median(all)), milliseconds(percentile(all, 0.95))], limited(percentile(all, 0.95), frame, "ms"));
    };
    report("list, document as it is", times.list);
    report("list after a letter typed", times.typed);
    report("hover over a key", times.hovers);
  }
}

export const completingTask: Task = {
  name: "completing",
  run: async ([given], say) => {
    const text = corpusText(corpusNamed(given));
    const keys = parseBibtex(text).entries.map(({ key }) => key);
    const paper = documentCiting(keys);
    const session = sessionWith({ "library.bib": text, "paper.md": paper });
    await complete(session, paper.length);
    const [list, typed]: [number[], number[]] = [[], []];
    for (const key of typedKeysOf(keys)) {
      for (let length = 1; length <= Math.min(8, key.length); length++) {
        const middle = paper.indexOf("\n\n", paper.length >> 1);
        const offset = middle + 3 + length;
        session.workspace.edit("paper.md", `${paper.slice(0, middle)} @${key.slice(0, length)}${paper.slice(middle)}`);
        typed.push(await timeOfAnswer(() => complete(session, offset - 1)));
        list.push(await timeOfAnswer(() => complete(session, offset - 1)));
      }
    }
    const document = session.workspace.document("paper.md");
    const hovers: number[] = [];
    for (const position of sample(Math.min(keys.length, citations), 60)) {
      const offset = document.getText().indexOf(`@${keys[position] ?? ""}`) + 1;
      hovers.push(await timeOfAnswer(() => session.service.hover(document, offset, neverCancelled)));
    }
    // the first are slow because their code is new
    say({ list: list.slice(typedKeys), typed: typed.slice(typedKeys), hovers: hovers.slice(10) } satisfies CompletionTimes);
  },
};

function typedKeysOf(keys: readonly string[]): readonly string[] {
  return sample(keys.length, typedKeys).map((position) => keys[position] ?? "");
}

function documentCiting(keys: readonly string[]): string {
  const random = randomNumbers(5);
  const paragraphs = Array.from({ length: citations / 4 }, (_, index) => {
    const [a, b, c, d] = [0, 1, 2, 3].map((number) => keys[(index * 4 + number) % keys.length] ?? "");
    return `${textOf(20, random)} [see @${a ?? ""}, pp. ${index}; @${b ?? ""}] ${textOf(20, random)}. As @${c ?? ""} says, ${textOf(10, random)} [-@${d ?? ""}].`;
  });
  return `---\nbibliography: library.bib\n---\n\n${paragraphs.join("\n\n")}\n\n@`;
}

async function complete({ service, workspace }: Session, offset: number): Promise<void> {
  const answer = await service.complete(workspace.document("paper.md"), offset, neverCancelled);
  if (answer === undefined) throw new Error("No citation can stand there");
}
