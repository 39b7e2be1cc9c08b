import type { DocumentLanguage } from "../../core/model/document";
import { documentEndings, languageOfFile } from "../../core/text/languages";
import type { Command } from "../command";
import { UsageError, worst, wrongUse } from "../exitCodes";
import type { Host } from "../host";
import { findFiles, type NamedPath } from "../namedFiles";
import { placeOf, writeJson, writeLine, writeMessage } from "../output";
import { scanDocument, type ScannedCitation, type ScannedDocument } from "../scanDocument";
import { createSessions, isNotUtf8, openDocument, type Session } from "../session";

const languages: readonly DocumentLanguage[] = ["markdown", "latex"];

export const scan: Command = {
  name: "scan",
  usage: "FILE...",
  summary: "the citations of documents, with positions",
  description: `Prints what Markdown and LaTeX documents cite and the bibliographies they declare. With --json: for one FILE
an object, for several an array of

  { "file", "language": "markdown" | "latex",
    "bibliographies": [ { "path", "start", "end" } ],
    "citations": [ { "key", "mode": "normal" | "suppress-author" | "author-in-text" | "nocite",
                     "prefix", "suffix", "locator": { "label", "value" } | null,
                     "cluster", "start", "end", "line", "character" } ] }

“start” and “end” are UTF-16 offsets of the key alone, without a byte order mark; “line” and “character” count
from 0. A key that looks like a cross-reference (@fig-one) is a citation only where the document's library knows it.

Exit code: 0 where every FILE was read, whatever is wrong in it (that is for “check” to say), otherwise 2.`,
  options: [{ name: "language", value: "LANGUAGE", choices: languages, help: `read every FILE as ${languages.join(" or ")}, whatever its ending` }],
  run: async (args, host) => {
    if (args.operands.length === 0) throw new UsageError("Name a document, as in “sourcebook scan paper.md”.");
    const { found, exitCode } = findFiles(args.operands, host);
    const sessionOf = createSessions(host);
    const scanned: ScannedDocument[] = [];
    for (const file of found) {
      const document = await scanFile(file, args.value("language"), await sessionOf(file), host);
      if (document !== undefined) scanned.push(document);
    }
    if (!args.has("json")) scanned.forEach((document) => printLines(document, host));
    else if (args.operands.length > 1) writeJson(host.stdout, scanned);
    else if (scanned[0] !== undefined) writeJson(host.stdout, scanned[0]);
    return worst([exitCode, ...scanned.length < found.length ? [wrongUse] : []]);
  },
};

async function scanFile(path: NamedPath, language: string | undefined, session: Session, host: Host): Promise<ScannedDocument | undefined> {
  const languageId = language ?? languageOfFile(path.uri);
  if (languageId === undefined) {
    writeMessage(host.stderr, `“${path.file}” has no ending of a document (${documentEndings.join(" ")}). Say what it is with --language ${languages.join("|")}.`);
    return undefined;
  }
  const opened = await openDocument(path, languageId, session, host);
  if (opened?.isUtf8 === false) writeMessage(host.stderr, isNotUtf8(path.file));
  return opened && scanDocument(path.file, opened.document, session.service);
}

function printLines({ file, bibliographies, citations }: ScannedDocument, { stdout }: Host): void {
  for (const { path } of bibliographies) writeLine(stdout, `${file}: bibliography ${path}`);
  for (const citation of citations) writeLine(stdout, `${placeOf(file, citation)}: ${describe(citation)}`);
}

function describe({ key, mode, prefix, suffix, locator }: ScannedCitation): string {
  const parts = [
    ...mode === "normal" ? [] : [mode],
    ...prefix === "" ? [] : [`prefix “${prefix}”`],
    ...locator === null ? [] : [`${locator.label} ${locator.value}`],
    ...suffix === "" ? [] : [`suffix “${suffix}”`],
  ];
  return parts.length === 0 ? key : `${key} (${parts.join(", ")})`;
}
