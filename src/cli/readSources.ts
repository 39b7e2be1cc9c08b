import { entryToConvert } from "../core/bibliography/entryToConvert";
import { bibliographyEndings } from "../core/bibliography/parseBibliography";
import { createReferenceCorpus } from "../core/library/referenceCorpus";
import { inlineBibliography } from "../core/library/inlineBibliography";
import type { LibraryPart, Source } from "../core/library/library";
import type { Bibliography, BibliographyEntry } from "../core/model/bibliography";
import type { CslItem } from "../core/model/cslItem";
import type { DocumentLanguage } from "../core/model/document";
import type { Problem } from "../core/model/problem";
import { defaultSettings } from "../core/model/settings";
import type { ReferenceEngine } from "../core/ports";
import { documentEndings, languageOfFile } from "../core/text/languages";
import { fileEnding } from "../core/text/uri";
import { fine, problemsFound, worst, wrongUse, type ExitCode } from "./exitCodes";
import type { Host } from "./host";
import { findFiles, type NamedFile } from "./namedFiles";
import { count, placeOf, writeLine, writeMessage } from "./output";
import { LineIndex } from "./positions";
import { cannotBeRead, corpusUri, isNotUtf8, openDocument, openSession, type Session } from "./session";

/** What the files on the command line hold, in their order. */
export interface NamedSources {
  readonly parts: readonly LibraryPart[];
  readonly exitCode: ExitCode;
}

/** As many problems of one file are told beside its sources; `check` tells all. */
const mostProblems = 100;

/**
 * Reads bibliographies, and documents for the sources they define themselves; the reference corpus where no file is named. Messages tell
 * what could not be read, and the exit code whether there were any.
 */
export async function readSources(files: readonly string[], host: Host): Promise<NamedSources> {
  if (files.length === 0) return { parts: [createReferenceCorpus(corpusUri)(true)], exitCode: fine };
  const { found, exitCode } = findFiles(files, host);
  const session = await openSession(undefined, host, { diagnostics: { ...defaultSettings.diagnostics, "missing-field": "off" } });
  const parts: LibraryPart[] = [];
  const codes = [exitCode];
  for (const file of found) {
    const read = await readFile(file, session, host);
    codes.push(read === undefined ? wrongUse : tellProblems(file, read, host));
    if (read !== undefined) parts.push({ uri: file.uri, name: file.file, origin: "declared", bibliography: read.bibliography, isOffered: true });
  }
  return { parts, exitCode: worst(codes) };
}

/** Every entry, those of one key included, in file order. */
export function allSources(parts: readonly LibraryPart[]): readonly Source[] {
  return parts.flatMap((part) => part.bibliography.entries.map((entry) => ({ key: entry.key, entry, part })));
}

/** As many entries are converted at once. */
const entriesAtOnce = 256;

/** The items of entries, some after the others. */
export async function* itemsOf(entries: readonly BibliographyEntry[], engine: ReferenceEngine): AsyncGenerator<readonly CslItem[]> {
  for (let start = 0; start < entries.length; start += entriesAtOnce) yield engine.toCslItems(entries.slice(start, start + entriesAtOnce).map(entryToConvert));
}

interface ReadFile {
  readonly text: string;
  readonly bibliography: Bibliography;
  readonly problems: readonly Problem[];
}

async function readFile(file: NamedFile, session: Session, host: Host): Promise<ReadFile | undefined> {
  const language = languageOfFile(file.uri);
  if (language !== undefined) return readDocument(file, language, session, host);
  const [loaded, problems] = [await session.service.bibliography(file.uri), await session.service.bibliographyProblems(file.uri)];
  if (loaded !== undefined) return { ...loaded, problems: problems ?? [] };
  const isKnown = bibliographyEndings.includes(fileEnding(file.uri));
  writeMessage(host.stderr, isKnown ? cannotBeRead(file.file)
    : `“${file.file}” has none of the endings that are read: ${[...bibliographyEndings, ...documentEndings].join(" ")}.`);
  return undefined;
}

async function readDocument(file: NamedFile, language: DocumentLanguage, session: Session, host: Host): Promise<ReadFile | undefined> {
  const opened = await openDocument(file, language, session, host);
  if (opened?.isUtf8 === false) writeMessage(host.stderr, isNotUtf8(file.file));
  const parsed = opened && session.service.parse(opened.document);
  return parsed && { text: opened.document.getText(), bibliography: inlineBibliography(parsed), problems: parsed.problems };
}

function tellProblems({ file }: NamedFile, { text, problems }: ReadFile, { stderr }: Host): ExitCode {
  if (problems.length === 0) return fine;
  const lines = new LineIndex(text);
  for (const { range, severity, message } of problems.slice(0, mostProblems)) {
    writeLine(stderr, `${placeOf(file, lines.positionAt(range.start))}: ${severity}: ${message}`);
  }
  if (problems.length > mostProblems) writeMessage(stderr, `“${file}” has ${count(problems.length - mostProblems, "more problem")}. “sourcebook check” tells all.`);
  return problems.some(({ severity }) => severity === "error") ? problemsFound : fine;
}
