import assert from "node:assert/strict";
import { parseBibliography, readBibliography } from "../../src/core/bibliography/parseBibliography";
import { createDocumentReader, parseDocument } from "../../src/core/citations/documentReader";
import { createProjectFiles } from "../../src/core/library/projectFiles";
import type { Bibliography } from "../../src/core/model/bibliography";
import type { DocumentLanguage } from "../../src/core/model/document";
import { finishNow } from "../../src/core/steps";
import { InMemoryWorkspace } from "../support/inMemoryWorkspace";
import { checkBibliography, checkDocument } from "./factChecks";
import type { Grammar } from "./grammar";
import { bibtexGrammar, cslJsonGrammar, cslYamlGrammar, hayagrivaGrammar, latexGrammar, markdownGrammar, nbibGrammar, projectGrammar, referGrammar, risGrammar } from "./grammars";

/** A reader with what it promises of any text. */
export interface Reader {
  readonly name: string;
  readonly grammar: Grammar;
  /** Endings of the real files that texts begin with. */
  readonly endings: readonly string[];
  /** Reads a text and asks for everything in it. Throws where a promise is broken. */
  readonly check: (text: string) => void | Promise<void>;
  /** Of bibliographies: the file that a text stands in. */
  readonly uri?: string;
  /** A text that holds two sound entries, `sound1` and `sound2`, and something between them that may be broken. */
  readonly around?: (damage: string) => string;
}

/** Reads twice: at once, and in steps, which must give the same. */
function checkFile(uri: string, text: string): Bibliography {
  const bibliography = parseBibliography(uri, text);
  assert.ok(bibliography);
  checkBibliography(text, bibliography);
  const again = finishNow(readBibliography(uri, text));
  assert.deepEqual(again && shape(again), shape(bibliography), "a text is read the same way twice");
  return bibliography;
}

function shape({ entries, problems, isCut }: Bibliography): unknown {
  return [isCut, entries.map(({ key, range, summary }) => [key, range, summary]), problems.map(({ code, range, message }) => [code, range, message])];
}

function bibliographyReader(ending: string, options: Omit<Reader, "check" | "uri">): Reader {
  const uri = `file:///a${ending}`;
  return { ...options, uri, check: (text) => void checkFile(uri, text) };
}

function lines(damage: string, indent: string): string {
  return damage.replace(/\r\n?|\n/g, `\n${indent}`);
}

const sound = (key: string): string => JSON.stringify({ id: key, type: "book", title: "Sound" });

export const readers: readonly Reader[] = [
  bibliographyReader(".bib", {
    name: "bibtex", grammar: bibtexGrammar, endings: [".bib"],
    around: (damage) => `@book{sound1, title = {Sound}}\n${damage}\n@book{sound2, title = {Sound}}\n`,
  }),
  bibliographyReader(".json", {
    name: "csl-json", grammar: cslJsonGrammar, endings: [".json"],
    around: (damage) => `[\n${sound("sound1")},\n{"id": "bad", "title": ${lines(damage, "  ")}},\n${sound("sound2")}\n]\n`,
  }),
  bibliographyReader(".yaml", {
    name: "csl-yaml", grammar: cslYamlGrammar, endings: ["csl-yaml/*"],
    around: (damage) => `references:\n- id: sound1\n  type: book\n  title: Sound\n- id: bad\n  title: ${lines(damage, "   ")}\n- id: sound2\n  type: book\n  title: Sound\n`,
  }),
  bibliographyReader(".yml", {
    name: "hayagriva", grammar: hayagrivaGrammar, endings: ["hayagriva/*"],
    around: (damage) => `sound1:\n  type: Book\n  title: Sound\nbad:\n  type: Book\n  title: ${lines(damage, "   ")}\nsound2:\n  type: Book\n  title: Sound\n`,
  }),
  bibliographyReader(".ris", {
    name: "ris", grammar: risGrammar, endings: [".ris"],
    around: (damage) => `TY  - BOOK\nID  - sound1\nTI  - Sound\nER  - \n${damage}\nTY  - BOOK\nID  - sound2\nTI  - Sound\nER  - \n`,
  }),
  bibliographyReader(".enw", {
    name: "refer", grammar: referGrammar, endings: [".enw"],
    around: (damage) => `%0 Book\n%F sound1\n%T Sound\n\n%0 Book\n${damage}\n\n%0 Book\n%F sound2\n%T Sound\n`,
  }),
  bibliographyReader(".nbib", { name: "nbib", grammar: nbibGrammar, endings: [".nbib"] }),
  { name: "markdown", grammar: markdownGrammar, endings: [".md"], check: (text) => checkRead("markdown", text) },
  { name: "latex", grammar: latexGrammar, endings: [".tex"], check: (text) => checkRead("latex", text) },
  { name: "project", grammar: projectGrammar, endings: [], check: checkProject },
];

/** Reads once, and as it is written: to its half, whole, and with a line in front. */
function checkRead(language: DocumentLanguage, text: string): void {
  const options = { citationCommands: ["x"] };
  checkDocument(text, parseDocument(language, text, options));
  const reader = createDocumentReader(language);
  for (const written of [text.slice(0, text.length >> 1), text, `x\n\n${text}`]) {
    assert.deepEqual(reader.read(written, options), parseDocument(language, written, options), "a text is read the same way as it is written");
  }
}

async function checkProject(text: string): Promise<void> {
  for (const name of ["_quarto.yml", "myst.yml", "defaults.yaml"]) {
    const files = createProjectFiles(new InMemoryWorkspace({ [name]: text }));
    const found = await files.readDefaults(`file:///paper/${name}`);
    files.dispose();
    assert.ok(found);
    for (const { path, range } of found.declarations) {
      assert.ok(path !== "" && range.start >= 0 && range.start <= range.end && range.end <= text.length, "declarations lie in the text");
    }
  }
}

/** Throws where `damage` hides a sound entry before or behind it. */
export async function checkAround({ around, check, uri }: Reader, damage: string): Promise<void> {
  if (around === undefined || uri === undefined || /sound/i.test(damage)) return;
  const text = around(damage);
  await check(text);
  const found = parseBibliography(uri, text)?.entries.filter(({ key, summary }) => key.startsWith("sound") && summary.title.startsWith("Sound")).map(({ key }) => key);
  assert.deepEqual(found, ["sound1", "sound2"], "sound entries are listed whatever stands between them");
}
