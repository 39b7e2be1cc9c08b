import type { Uri } from "../core/ports";
import { fine, worst, wrongUse, type ExitCode } from "./exitCodes";
import type { Host } from "./host";
import { writeMessage } from "./output";
import { toUri } from "./paths";

/** A file or folder as the command line names it. */
export interface NamedFile {
  /** As given. */
  readonly file: string;
  readonly uri: Uri;
}

export interface NamedPath extends NamedFile {
  readonly kind: "file" | "folder";
}

export interface Found<T> {
  readonly found: readonly T[];
  readonly exitCode: ExitCode;
}

/** The paths there are, each told from a folder; there is a message for every other one. */
export function findPaths(paths: readonly string[], host: Host): Found<NamedPath> {
  const found: NamedPath[] = [];
  const codes: ExitCode[] = [];
  for (const file of paths) {
    const uri = toUri(file, host.cwd);
    const kind = host.disk.kindOf(uri);
    if (kind === "file" || kind === "folder") {
      found.push({ file, uri, kind });
    } else {
      writeMessage(host.stderr, kind === "missing" ? notThere(file) : `“${file}” is neither a file nor a folder.`);
      codes.push(wrongUse);
    }
  }
  return { found, exitCode: worst(codes) };
}

/** The files there are; there is a message for every other path. */
export function findFiles(files: readonly string[], host: Host): Found<NamedPath> {
  const { found, exitCode } = findPaths(files, host);
  const folders = found.filter(({ kind }) => kind === "folder");
  for (const { file } of folders) writeMessage(host.stderr, `“${file}” is a folder. Name the files in it, or look for problems with “sourcebook check ${file}”.`);
  return { found: found.filter(({ kind }) => kind === "file"), exitCode: worst([exitCode, folders.length > 0 ? wrongUse : fine]) };
}

function notThere(file: string): string {
  return file === "-" ? "“-” does not stand for standard input here. Name a file." : `There is no file “${file}”.`;
}
