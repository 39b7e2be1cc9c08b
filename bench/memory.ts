import type { Library } from "../src/core/library/library";
import type { Bibliography } from "../src/core/model/bibliography";
import { neverCancelled } from "../test/support/service";
import { corpusName, corpusNamed, corpusText, type Corpus } from "./corpora";
import { bytesOf } from "./heap";
import { indexOf, libraryOf } from "./product";
import { queriesFor } from "./queries";
import { limited, ratio, reportHeading } from "./report";
import { paperCiting, sessionWith, type Session } from "./session";
import { Table } from "./table";
import { resultOf, type Task } from "./task";

/** Bytes beyond the text, as shares of it. */
interface Memory {
  /** What a copy of the text measures: 1 where measuring is sound. */
  readonly copy: number;
  readonly index: number;
  /** After searches, which keep something too. */
  readonly searched: number;
  /** The whole service after its first answer; it has a text of its own. */
  readonly service: number;
}

/** Of less text the rest of the program's memory would be measured. */
const smallest = 10_000;

export async function benchMemory(corpora: readonly Corpus[]): Promise<void> {
  reportHeading("Memory: heap and buffers beyond the text, × the text's length");
  const table = new Table(["copy of text", "index", "after searches", "whole service"]);
  for (const corpus of corpora) {
    if (corpus !== "tugboat" && corpus < smallest) continue;
    const memory = await resultOf<Memory>(memoryTask.name, [String(corpus)]);
    if (memory === undefined) continue;
    table.row(corpusName(corpus), [memory.copy, memory.index, memory.searched, memory.service].map(ratio), corpus === 100_000 ? limited(Math.max(memory.index, memory.searched, memory.service), 1.2, "×") : "");
  }
}

export const memoryTask: Task = {
  name: "memory",
  run: async ([given], say) => {
    const corpus = corpusNamed(given);
    const text = corpusText(corpus);
    // compiled code is no part of what a file costs
    searchAll(indexOf(corpusText(1000)));
    const copy = await bytesOf(() => Buffer.from(text, "latin1").toString("latin1"));
    const index = await bytesOf(() => indexOf(text));
    const searched = await bytesOf(() => searchAll(index.value));
    const service = await bytesOf(() => answered(new TextEncoder().encode(text)));
    const share = (bytes: number): number => bytes / text.length;
    say({ copy: share(copy.bytes), index: share(index.bytes), searched: share(index.bytes + searched.bytes), service: share(service.bytes) - 2 } satisfies Memory);
    // both are in use until here
    if (copy.value.length !== text.length || searched.value.parts.length === 0 || service.value.workspace.listenerCount === 0) throw new Error("Something else was measured");
  },
};

/** Beyond the file's bytes and its text. */
async function answered(bytes: Uint8Array): Promise<Session> {
  const session = sessionWith({ "library.bib": bytes, "paper.md": paperCiting("a") });
  const paper = session.workspace.document("paper.md");
  await session.service.complete(paper, paper.getText().length, neverCancelled);
  return session;
}

function searchAll(bibliography: Bibliography): Library {
  const library = libraryOf(bibliography);
  for (const query of queriesFor(bibliography.entries)) library.search(query, { limit: 200 });
  return library;
}
