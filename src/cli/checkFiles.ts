import { join } from "node:path";
import { bibliographyEndings } from "../core/bibliography/parseBibliography";
import type { Problem } from "../core/model/problem";
import type { Uri } from "../core/ports";
import { documentEndings, languageOfFile } from "../core/text/languages";
import { fileEnding, relativePath } from "../core/text/uri";
import type { Host } from "./host";
import type { NamedPath } from "./namedFiles";
import { writeMessage } from "./output";
import { cannotBeRead, createSessions, isNotUtf8, openDocument, type Session } from "./session";

/** A file to check. */
export interface CheckTarget extends NamedPath {
  /** Named on the command line, and therefore checked whatever it looks like. */
  readonly isNamed: boolean;
  readonly session: Session;
}

export interface CheckedFile {
  readonly file: string;
  readonly uri: Uri;
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** The files that paths stand for, each once, by the name under which it was met first: folders are walked for documents and bibliographies. */
export async function targetsOf(paths: readonly NamedPath[], host: Host): Promise<readonly CheckTarget[]> {
  const sessionOf = createSessions(host);
  const targets = new Map<Uri, CheckTarget>();
  for (const path of paths) {
    const session = await sessionOf(path);
    const found: readonly CheckTarget[] = path.kind === "file" ? [{ ...path, isNamed: true, session }]
      : (await filesBelow(path, host)).map((uri) => ({ file: join(path.file, relativePath(path.uri, uri) ?? ""), uri, kind: "file", isNamed: false, session }));
    for (const target of found) {
      if (!targets.has(target.uri)) targets.set(target.uri, target);
    }
  }
  return [...targets.values()];
}

/** The folder itself may be a hidden one: it was named. */
function filesBelow({ uri }: NamedPath, host: Host): Promise<readonly Uri[]> {
  return host.disk.openWorkspace([uri]).findFiles([...documentEndings, ...bibliographyEndings]);
}

/** What an editor would show for a file; `undefined` where it is none of ours, `"unreadable"`, after a message, where it could not be read. */
export async function checkFile(target: CheckTarget, host: Host): Promise<CheckedFile | "unreadable" | undefined> {
  const { file, uri, session: { service }, isNamed } = target;
  const language = languageOfFile(uri);
  if (language !== undefined) {
    const opened = await openDocument(target, language, target.session, host);
    if (opened === undefined) return "unreadable";
    if (!opened.isUtf8 && isNamed) writeMessage(host.stderr, isNotUtf8(file));
    return { file, uri, text: opened.document.getText(), problems: await service.problems(opened.document) };
  }
  const loaded = await service.bibliography(uri);
  if (loaded === undefined) {
    writeMessage(host.stderr, bibliographyEndings.includes(fileEnding(uri)) ? cannotBeRead(file)
      : `“${file}” has none of the endings that are read: ${[...documentEndings, ...bibliographyEndings].join(" ")}.`);
    return "unreadable";
  }
  if (!loaded.isRecognized && !isNamed) return undefined;
  return { file, uri, text: loaded.text, problems: await service.bibliographyProblems(uri) ?? [] };
}
