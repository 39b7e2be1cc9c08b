import { resolve } from "node:path";
import type { DocumentReferences, RenderedCitation } from "../core/features/formatDocument";
import type { Settings } from "../core/model/settings";
import type { FormattedReference, ReferenceFormat } from "../core/ports";
import { documentEndings, languageOfFile } from "../core/text/languages";
import { fine, problemsFound, UsageError, worst, wrongUse, type ExitCode } from "./exitCodes";
import type { Host } from "./host";
import { findFiles } from "./namedFiles";
import { placeOf, writeMessage } from "./output";
import { LineIndex, type Position } from "./positions";
import { isStylePath } from "./referenceStyle";
import { createSessions, isNotUtf8, openDocument } from "./session";

/** What a document cites, as `format --document --json` prints it. */
export interface FormattedPaper {
  readonly file: string;
  readonly citations: readonly FormattedCluster[];
  readonly references: readonly FormattedReference[];
}

interface FormattedCluster extends Position {
  readonly text: string;
  readonly isNote: boolean;
  readonly inText: string | null;
  readonly keys: readonly string[];
  readonly start: number;
  readonly end: number;
}

export interface DocumentOptions {
  readonly style: string | undefined;
  readonly locale: string | undefined;
  readonly to: ReferenceFormat;
}

/**
 * Formats what a document cites, in its own style unless another one is asked for. Messages tell of unknown keys and of a style that is
 * not to be had; there is no paper where the document cannot be read.
 */
export async function formatDocument(file: string, options: DocumentOptions, host: Host): Promise<{ readonly paper: FormattedPaper | undefined; readonly exitCode: ExitCode }> {
  const { found: [path], exitCode } = findFiles([file], host);
  if (path === undefined) return { paper: undefined, exitCode };
  const language = languageOfFile(path.uri);
  if (language === undefined) throw new UsageError(`“${file}” has no ending of a document (${documentEndings.join(" ")}).`);
  const session = await createSessions(host, askedOf(options, host))(path);
  const opened = await openDocument(path, language, session, host);
  if (opened === undefined) return { paper: undefined, exitCode: wrongUse };
  if (!opened.isUtf8) writeMessage(host.stderr, isNotUtf8(file));
  const formatted = await session.service.formatDocument(opened.document, options.to) ?? { citations: [], references: [], settings: {} };
  const lines = new LineIndex(opened.document.getText());
  const codes = [tellUnknownKeys(file, formatted.citations, lines, host), tellStyle(formatted, options, host)];
  return { paper: { file, citations: formatted.citations.map((citation) => toCluster(citation, lines)), references: formatted.references }, exitCode: worst(codes) };
}

function askedOf({ style, locale }: DocumentOptions, { cwd }: Host): Partial<Settings> {
  return {
    // documents name paths from where they lie, the command line from where it is run
    ...style !== undefined && { triedStyle: isStylePath(style) ? resolve(cwd, style) : style },
    ...locale !== undefined && { triedLocale: locale },
  };
}

function tellUnknownKeys(file: string, citations: readonly RenderedCitation[], lines: LineIndex, { stderr }: Host): ExitCode {
  for (const { cluster, unknownKeys } of citations) {
    for (const { key, keyRange } of cluster.citationItems.filter((item) => unknownKeys.includes(item.key))) {
      writeMessage(stderr, `${placeOf(file, lines.positionAt(keyRange.start))}: No source has the key “${key}”.`);
    }
  }
  return citations.some(({ unknownKeys }) => unknownKeys.length > 0) ? problemsFound : fine;
}

/** A style that was asked for is to be had or nothing; one that the document names may be replaced. */
function tellStyle({ styleProblem }: DocumentReferences, { style }: DocumentOptions, { stderr }: Host): ExitCode {
  if (styleProblem === undefined) return fine;
  if (style !== undefined) throw new UsageError(styleProblem);
  writeMessage(stderr, `${styleProblem} Another style was taken.`);
  return problemsFound;
}

function toCluster({ text, isNote, inText, keys, unknownKeys, cluster: { range } }: RenderedCitation, lines: LineIndex): FormattedCluster {
  return { text, isNote, inText: inText ?? null, keys: [...keys, ...unknownKeys], start: range.start, end: range.end, ...lines.positionAt(range.start) };
}
