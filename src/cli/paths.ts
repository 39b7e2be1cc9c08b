import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Uri } from "../core/ports";
import { isInside, joinPath, parentUri } from "../core/text/uri";

/** The URI of a path as the core spells it. */
export function toUri(path: string, cwd: string): Uri {
  return joinPath(pathToFileURL(resolve(cwd, path)).href);
}

/**
 * The folder that stands for an editor's workspace: the current one where the file lies in it, otherwise the file's own. Nobody opens a
 * whole disk or a home folder, though a command may well be run there.
 */
export function workspaceFolderOf(uri: Uri, kind: "file" | "folder", cwd: string, home: Uri | undefined): Uri {
  const current = toUri(".", cwd);
  if (isInside(uri, current) && current !== home && parentUri(current) !== current) return current;
  return kind === "folder" ? uri : parentUri(uri);
}
