import { parseBibtex } from "../src/core/bibliography/bibtex/parseBibtex";
import { neverCancelled } from "../test/support/service";
import { corpusName, corpusNamed, corpusText, type Corpus } from "./corpora";
import { flat } from "./fastestReading";
import { bibtexEntry } from "./generate";
import { median, percentile, timeOfAnswer } from "./measure";
import { limited, milliseconds, reportHeading } from "./report";
import { paperCiting, sessionWith } from "./session";
import { generateSources } from "./sources";
import { Table } from "./table";
import { resultOf, type Task } from "./task";

const frame = 16;
/** At most, of each kind; fewer where they take long. */
const edits = 24;
const patience = 4000;
/** How many of them do not count. */
const firstEdits = 4;

/** The times of each kind of edit, by its name. */
type EditTimes = Readonly<Record<string, readonly number[]>>;

/** From an edit of a bibliography that is open in the editor to a list of completions that knows of it. */
export async function benchEditing(corpora: readonly Corpus[]): Promise<void> {
  reportHeading("From an edit of an open .bib file to the next list of completions");
  const table = new Table(["p50", "p95"]);
  for (const corpus of corpora) {
    const times = await resultOf<EditTimes>(editingTask.name, [String(corpus)]);
    for (const [kind, all] of Object.entries(times ?? {})) {
      table.row(`${kind}, ${corpusName(corpus)}`, [milliseconds(median(all)), milliseconds(percentile(all, 0.95))], corpus === 10_000 ? limited(percentile(all, 0.95), frame, "ms") : "");
    }
  }
}

export const editingTask: Task = {
  name: "editing",
  run: async ([given], say) => {
    const text = corpusText(corpusNamed(given));
    const keys = parseBibtex(text).entries.map(({ key }) => key);
    const added = Array.from(generateSources(edits), (source) => bibtexEntry({ ...source, key: `new${source.index}` }));
    const kinds: Readonly<Record<string, Edit>> = {
      "a letter in a title": (edited, key) => insertedAt(edited, startOfTitle(edited, key), "x"),
      "an entry added": (edited, key, edit) => insertedAt(edited, edited.lastIndexOf("@", placeOf(edited, key)), added[edit] ?? ""),
      "a key changed": (edited, key) => insertedAt(edited, placeOf(edited, key), "x"),
    };
    const { service, workspace } = sessionWith({ "library.bib": text, "paper.md": paperCiting("a") });
    const paper = workspace.document("paper.md");
    const complete = (): Promise<unknown> => service.complete(paper, paper.getText().length, neverCancelled);
    const times: Record<string, number[]> = {};
    for (const [kind, change] of Object.entries(kinds)) {
      let edited = text;
      workspace.edit("library.bib", edited);
      await complete();
      const all: number[] = times[kind] = [];
      for (let edit = 0; edit < edits && sumOf(all) < patience; edit++) {
        edited = change(edited, keys[Math.floor(keys.length * ((edit * 7) % edits) / edits)] ?? "", edit);
        all.push(await timeOfAnswer(() => {
          workspace.edit("library.bib", edited);
          return complete();
        }));
      }
    }
    // the first are slow because their code is new
    say(Object.fromEntries(Object.entries(times).map(([kind, all]) => [kind, all.slice(firstEdits)])) satisfies EditTimes);
  },
};

/** Makes one edit at the entry of a key. */
type Edit = (text: string, key: string, edit: number) => string;

function placeOf(text: string, key: string): number {
  return text.indexOf(`{${key},`) + 1;
}

function startOfTitle(text: string, key: string): number {
  const title = text.indexOf("itle", placeOf(text, key));
  return title + text.slice(title, title + 100).search(/[{"]/) + 1;
}

function insertedAt(text: string, place: number, inserted: string): string {
  return flat(text.slice(0, place) + inserted + text.slice(place));
}

function sumOf(times: readonly number[]): number {
  return times.reduce((sum, time) => sum + time, 0);
}
